"""The readings of a series: figures that print one number as of the same days, and who tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.readings import is_number, printed_number
from onrecord.record.agreement.counting import agreement_of
from onrecord.record.agreement.tellers import Tellers
from onrecord.record.series_of import SeriesOf
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import FigureKind

type Json = dict[str, Any]


@dataclass(slots=True)
class _Reading:
    days: DayInterval
    """Those that all of its figures may hold for."""
    facts: list[FigureFact]


def readings_json(one: SeriesOf, tellers: Tellers) -> list[Json]:
    """The readings of a series in the order of its points, with their agreement.

    Figures of a count that print one number are one reading, others where they may hold for the
    same days; words without a number (`dozens`) are one where they are of one size.
    """
    found: dict[object, list[_Reading]] = defaultdict(list)
    order: list[_Reading] = []
    for point in one.points:
        fact = point.fact
        when = DayInterval() if fact.kind is FigureKind.COUNT else fact.days
        same = found[printed_number(fact) if is_number(fact) else (fact.bound, fact.step)]
        for reading in same:
            common = reading.days.intersect(when)
            if common is not None:
                reading.days = common
                reading.facts.append(fact)
                break
        else:
            same.append(_Reading(when, [fact]))
            order.append(same[-1])
    return [_json(reading.facts, tellers) for reading in order]


def _json(facts: Sequence[FigureFact], tellers: Tellers) -> Json:
    ordered = sorted(facts, key=lambda fact: fact.place_in_record)
    told = [tellers.telling(fact.article, fact.start, fact.end) for fact in ordered]
    return {"figures": [fact.id for fact in facts], "agreement": agreement_of(told)}
