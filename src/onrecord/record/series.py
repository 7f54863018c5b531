"""Series: the figures of a pile that answer one question. `compile_series` conducts:

1. what each figure counts, whose and where (`linking.figures.keys`);
2. places and owners that an article or the whole block leaves open (`linking.figures.filling`);
3. of counts the period or the event (`linking.figures.periods`);
4. what a person decided wins;
5. the series as JSON, with what stands near each and why it is not joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.grouping import group_facts
from onrecord.linking.figures.keys import FactGroup
from onrecord.record.figure_facts import is_of_series
from onrecord.record.series_decisions import with_figure_decisions
from onrecord.record.series_near import near_misses
from onrecord.record.series_of import SeriesOf, series_of
from onrecord.record.series_view import series_json
from onrecord.values.decisions import Decision


@dataclass(frozen=True, slots=True)
class CompiledSeries:
    """The series of a record."""

    series: list[dict[str, Any]]
    """As JSON."""
    of: list[SeriesOf]
    """Their figures, in the same order."""
    facts: list[FigureFact] = field(default_factory=list)
    """All figures that can be compared, in the order of the record."""


def compile_series(
    facts: Iterable[FigureFact], *, decisions: Sequence[Decision] = ()
) -> CompiledSeries:
    """The series of a record.

    Args:
        facts: its figures, in any order.
        decisions: in the order made; those on other things than figures are passed over.
    """
    known = sorted(facts, key=lambda one: one.place_in_record)
    # 1. to 3.
    groups = group_facts([one for one in known if is_of_series(one)])
    # 4. decisions
    groups = with_figure_decisions(groups, decisions)
    # 5. the series
    groups = [group for group in groups if len(group.members) > 1 or _is_of_something(group)]
    made = sorted((series_of(group) for group in groups), key=lambda one: one.place)
    near = near_misses(made)
    return CompiledSeries([series_json(one, near) for one in made], made, known)


def _is_of_something(group: FactGroup) -> bool:
    """Whether anything tells of what a figure is that stands alone."""
    fact = group.members[0].fact
    return bool(fact.counted or fact.head or fact.place or fact.owner)
