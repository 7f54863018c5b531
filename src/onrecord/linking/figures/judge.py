"""How two figures of one series differ. A decision list, the first that holds is the reason:

1. scope: what is counted is printed with other parts or modifiers;
2. rounding: at the printed precision both can be one number;
3. period: they are as of other days; of a count the later is larger, or the smaller one is a bound
   that a toll outgrows within a day;
4. revision: one reporting line gives another number later;
5. rounding: one is a bound that the other keeps and is near to;
6. conflict: both cannot hold on the days of both.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.readings import covered, overlap, printed_number
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import Bound, DifferenceReason, FigureKind

_BOUNDS = frozenset({Bound.AT_LEAST, Bound.AT_MOST})
_FIRM = frozenset({Bound.EXACT, Bound.RANGE, *_BOUNDS})
"""Bounds of numbers that can contradict each other: not those that are only about."""


_NARROW = 7
"""Days of an interval that is known well enough for a conflict."""


_NEAR = 1.25
"""How many times its bound a number may be that is printed as a bound elsewhere."""


class Difference(NamedTuple):
    """Why two figures differ."""

    reason: DifferenceReason
    why: str


def judge(left: FigureFact, right: FigureFact) -> Difference | None:
    """How two figures of one series differ; None where they do not, or nothing tells.

    Args:
        left: the earlier.
        right: the later.
    """
    one, other = covered(left), covered(right)
    if one is None or other is None or printed_number(left) == printed_number(right):
        return None
    if left.unit != right.unit:
        return None
    if left.id == right.beside or right.id == left.beside:
        return Difference(
            DifferenceReason.PERIOD, f"told-beside: {_number(left)} and {_number(right)}"
        )
    # 1. scope
    if (told := _scope(left, right)) is not None:
        return told
    # 2. rounding
    bounded = bool({left.bound, right.bound} & _BOUNDS)
    if not bounded and overlap(left, right) and not _is_outgrown(left, right):
        step = max(left.step or 0, right.step or 0)
        return Difference(DifferenceReason.ROUNDING, f"rounded-to: {step:g}")
    # 3. period, 4. revision
    told = _grown(left, right) if left.kind is FigureKind.COUNT else _other_days(left, right)
    if told is not None:
        return told
    # 5. rounding of bounds
    if overlap(left, right):
        if left.bound is right.bound or not is_near(left, right):
            return None
        return Difference(DifferenceReason.ROUNDING, f"bound: {left.bound} and {right.bound}")
    # 6. conflict
    if {left.bound, right.bound} <= _FIRM and left.mood is right.mood and _one_time(left, right):
        return Difference(DifferenceReason.CONFLICT, _both(left, right))
    return None


def is_near(left: FigureFact, right: FigureFact) -> bool:
    """Whether a bound is so near to the other number that both may be one: `more than 30`, `34`."""
    values = [v for pair in (left.value, right.value) for v in pair if v is not None]
    return max(values, default=0.0) <= _NEAR * min(values, default=0.0)


def _is_outgrown(left: FigureFact, right: FigureFact) -> bool:
    """Whether a later count is larger than one that was printed as exact, be it a round one."""
    if left.kind is not FigureKind.COUNT or Bound.ABOUT in (left.bound, right.bound):
        return False
    (ours, _), (theirs, _) = printed_number(left), printed_number(right)
    grew = ours is not None and theirs is not None and ours < theirs
    return grew and _before(left.told, right.told)


def _scope(left: FigureFact, right: FigureFact) -> Difference | None:
    words = sorted(({*left.modifiers} ^ {*right.modifiers}) - {left.outcome, right.outcome})
    if left.head == right.head and words:
        return Difference(DifferenceReason.SCOPE, f"counted: {' '.join(words)}")
    ours, theirs = (one.part.key if one.part else "" for one in (left, right))
    if ours != theirs:
        return Difference(DifferenceReason.SCOPE, f"part: {ours or theirs}")
    return None


def same_line(left: FigureFact, right: FigureFact) -> str:
    """What one line both reports are of: `sayer: NAME` or `outlet: NAME`; empty where of two.

    Those who are not named (`the police`) are one within an outlet only.
    """
    if left.sayer and left.sayer == right.sayer and not left.sayer.startswith("~"):
        return f"sayer: {left.sayer_name}"
    one_outlet = left.outlet and left.outlet == right.outlet
    if one_outlet and (left.sayer == right.sayer or not left.sayer or not right.sayer):
        return f"outlet: {left.outlet}"
    return ""


def reading_order(fact: FigureFact) -> tuple[bool, date, date, float, tuple[int, int, int]]:
    """Sort key: counts by when they were told and, of one day, by size, as they grow; others by
    when they hold; then by the record."""
    count = fact.kind is FigureKind.COUNT
    days = fact.told if count else fact.days
    first, last = days.first or days.last, days.last or days.first
    size = (printed_number(fact)[0] or 0.0) if count else 0.0
    return first is None, first or date.max, last or date.max, size, fact.place_in_record


def _other_days(left: FigureFact, right: FigureFact) -> Difference | None:
    """Of states: whether they are of other days, or one line told the right one later."""
    if _days_apart(left, right):
        why = f"as-of: {_days(left.days)} and {_days(right.days)}"
        return Difference(DifferenceReason.PERIOD, why)
    return _revised(left, right) if _before(left.told, right.told) else None


def _grown(left: FigureFact, right: FigureFact) -> Difference | None:
    """Of counts: whether the right one is a later and larger one, or one line told it later."""
    later = _before(left.told, right.told)
    if (later or left.told == right.told) and (told := _revised(left, right)) is not None:
        return told
    (ours, _), (theirs, _) = printed_number(left), printed_number(right)
    if ours is None or theirs is None:
        return None
    if later and ours < theirs:
        return Difference(
            DifferenceReason.PERIOD, f"grown: reported {_days(left.told)} and {_days(right.told)}"
        )
    lower = left if ours < theirs else right
    if not later and lower.bound is Bound.AT_LEAST:
        return Difference(DifferenceReason.PERIOD, f"grown: on {_days(right.told)}")
    return None


def _revised(left: FigureFact, right: FigureFact) -> Difference | None:
    line = same_line(left, right)
    if not line or left.article == right.article:
        return None
    return Difference(DifferenceReason.REVISION, f"same-line: {line}; later: {_days(right.told)}")


def _days_apart(left: FigureFact, right: FigureFact) -> bool:
    """Whether two states are of other days."""
    return _before(left.days, right.days) or _former(left, right)


def _former(left: FigureFact, right: FigureFact) -> bool:
    """Whether one is what was before, up to a day on which the other need not hold."""
    ours, theirs = left.days, right.days
    if ours.last is None or theirs.last is None or (ours.first is None) is (theirs.first is None):
        return False
    return ours.last < theirs.last if ours.first is not None else ours.last <= theirs.last


def _before(one: DayInterval, other: DayInterval) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


def _one_time(left: FigureFact, right: FigureFact) -> bool:
    """Whether both are of days that are known well enough to be the same ones, or a toll fell."""
    count = left.kind is FigureKind.COUNT
    if count and left.article == right.article:
        return True
    ours, theirs = (left.told, right.told) if count else (left.days, right.days)
    if not (_is_narrow(ours) and _is_narrow(theirs)):
        return False
    return count or ours.intersect(theirs) is not None


def _is_narrow(days: DayInterval) -> bool:
    if days.first is None or days.last is None:
        return False
    return (days.last - days.first).days <= _NARROW


def _both(left: FigureFact, right: FigureFact) -> str:
    count = left.kind is FigureKind.COUNT
    name, days = ("reported", right.told) if count else ("as-of", right.days)
    when = f"; {name}: {_days(days)}" if days.first or days.last else ""
    return f"both-cannot-hold: {_number(left)} and {_number(right)}{when}"


def _number(fact: FigureFact) -> str:
    low, high = fact.value
    if low == high or high is None or low is None:
        value = low if low is not None else high
        return f"{value:,g}" if value is not None and abs(value) < 1e6 else f"{value:g}"
    return f"{low:g} to {high:g}"


def _days(days: DayInterval) -> str:
    first = days.first.isoformat() if days.first else ""
    last = days.last.isoformat() if days.last else ""
    return first if first == last else f"{first}..{last}"
