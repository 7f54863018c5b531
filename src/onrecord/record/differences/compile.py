"""Where reports of one thing differ. `compile_differences` conducts:

1. numbers: the figures of one series;
2. the rest to come.

Only what is told of one thing is compared: figures of one series, tellings of one event, printings
of one utterance. `conflict` is said only where both cannot hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from onrecord.record.differences.found import Found, differences_json
from onrecord.record.differences.series_numbers import series_differences
from onrecord.record.differences.told_numbers import told_numbers
from onrecord.record.lookups import Lookups
from onrecord.record.series import CompiledSeries
from onrecord.record.timeline.telling import Telling

type Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What the views of a record hold that can differ."""

    series: CompiledSeries
    tellings: Sequence[Sequence[Telling]] = ()
    """Of every article, in the order of the record."""
    timeline: Sequence[Json] = ()
    """The entries that they come to, as JSON."""
    variants: Sequence[Json] = ()
    attributions: Callable[[], Iterable[Json]] = tuple
    """Gives all attributions as JSON, in the order of the record."""
    copies: Mapping[str, str] = field(default_factory=dict)
    """Article to the id of its group of copies, of groups of two or more."""
    stories: Mapping[str, str] = field(default_factory=dict)
    """Article to the id of its story; of an empty one all articles are one story."""


def compile_differences(compared: Compared, lookups: Lookups) -> list[Json]:
    """The differences of a record, in the order of their first sides.

    Args:
        compared: the views.
        lookups: the pile.
    """
    order = {one.id: place for place, one in enumerate(lookups.summaries())}
    found: list[Found] = []

    def text_of(id_: str) -> str:
        return lookups.article(id_).text

    # 1. numbers
    found += series_differences(compared.series.of)
    # 2. numbers told in like words
    series = {p.fact.id: one.id for one in compared.series.of for p in one.points}
    found += told_numbers(
        compared.series.facts, text_of=text_of, stories=compared.stories, series=series
    )
    return differences_json(found, order, text_of)
