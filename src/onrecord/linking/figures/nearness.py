"""Whether two figures are told near each other, and whether a number tells by itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.keys import Period, Placed
from onrecord.linking.figures.readings import printed_number
from onrecord.values.days import DayInterval

_SHORT = 2
"""Days between the ends of a period that one event may have."""
_LEAST = 10
"""The least number that tells by itself near in time."""
_DIGITS = 3
"""Digits that are printed of a number that tells at any time: `1,843`, not `3,000`."""


def is_short(period: Period) -> bool:
    """Whether a period is of the length of an event."""
    if period.first is None or period.last is None:
        return False
    return (period.last - period.first).days <= _SHORT


def days_between(one: DayInterval, other: DayInterval) -> int | None:
    """Days from the end of one interval to the beginning of another; 0 where they meet, negative
    where the other ends before; None where an end is open."""
    if one.last is None or other.first is None:
        return None
    if one.last < other.first:
        return (other.first - one.last).days
    if other.last is not None and one.first is not None and other.last < one.first:
        return (other.last - one.first).days
    return 0


def is_telling(fact: FigureFact) -> bool:
    """Whether a number is unlikely to stand for two things of one kind at about one time."""
    low, high = printed_number(fact)
    return low is not None and high is not None and max(abs(low), abs(high)) >= _LEAST


def is_telling_at_any_time(fact: FigureFact) -> bool:
    """Whether a number is printed so finely that it stands for one thing at any time."""
    return is_telling(fact) and digits(fact) >= _DIGITS


def digits(fact: FigureFact) -> int:
    """How many digits of a number are printed, closing noughts left out."""
    low, _ = printed_number(fact)
    if not low or not fact.step:
        return 0
    return len(str(round(abs(low) / fact.step)))


def chunks_by_day(members: Iterable[Placed], most: int) -> list[list[Placed]]:
    """Figures parted where no other is told within some days; finely printed numbers never are.

    Those without a day are one chunk.
    """
    ordered = sorted(members, key=lambda one: (_day(one), one.fact.place_in_record))
    chunks: list[list[Placed]] = []
    for one in ordered:
        if chunks and _is_close(chunks[-1][-1], one, most):
            chunks[-1].append(one)
        else:
            chunks.append([one])
    return chunks


def _is_close(one: Placed, other: Placed, most: int) -> bool:
    if is_telling_at_any_time(one.fact) and is_telling_at_any_time(other.fact):
        return True
    if one.words == other.words >= 0:
        return True
    return (_day(other) - _day(one)).days <= most


def _day(one: Placed) -> date:
    return one.fact.told.first or one.fact.told.last or date.max
