"""The reason that is shown for two numbers: a conflict only where both cannot hold.

`judge` tells how two figures differ by themselves. Before that is shown as a conflict it is asked:

1. of one article: whether two who are told apart gave the numbers;
2. of a number of those of one kind (`14 students`) and one of all (`15 people`): both can hold;
3. of a toll: whether it can have grown, which nobody can exclude of reports from the first two days
   unless two sources stand against each other;
4. of other numbers: whether the words around them are alike, and neither is several times the
   other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.judge import Difference
from onrecord.linking.figures.readings import printed_number
from onrecord.record.duration_facts import DURATION
from onrecord.values.vocabulary import Bound, DifferenceReason

_OPEN = frozenset({Bound.AT_LEAST, Bound.AT_MOST})
_GENERAL = frozenset({"", "person"})
_SETTLED = 2
"""Days after which a toll hardly grows any more."""
_LARGER, _LARGER_TOLL = 3, 10
"""How many times as large the other number of a conflict may be."""
_ALIKE = 0.3
"""Least likeness of the words around two numbers of one series that conflict."""

_CLOSE, _MUCH_ALIKE = 2, 0.5
"""How many times as large the other may be at that, and the likeness that others need."""

type Number = tuple[float | None, float | None]


class Given:
    """What is known of each number of a series from all figures that print it."""

    def __init__(self, facts: Iterable[FigureFact]) -> None:
        self._sayers: dict[Number, set[str]] = defaultdict(set)
        self._heads: dict[Number, set[str]] = defaultdict(set)
        for one in facts:
            self._heads[printed_number(one)].add(one.head)
            if one.sayer:
                self._sayers[printed_number(one)].add(one.sayer)

    def are_opposed(self, left: FigureFact, right: FigureFact) -> bool:
        """Whether each number has its own sources and none gives both."""
        ours, theirs = (self._sayers.get(printed_number(one), set()) for one in (left, right))
        return bool(ours and theirs) and not ours & theirs

    def is_general(self, one: FigureFact) -> bool:
        """Whether somebody prints the number for all, not for those of one kind."""
        return bool(self._heads[printed_number(one)] & _GENERAL)


def with_bounds(facts: Iterable[FigureFact]) -> list[FigureFact]:
    """The figures, those a bound that their article prints as one elsewhere: `4,200 leave` over
    `more than 4,200 people have left`."""
    listed = list(facts)
    bounds = {_told(one): one.bound for one in listed if one.bound in _OPEN}
    return [_bounded(one, bounds.get(_told(one))) for one in listed]


def _told(one: FigureFact) -> tuple[str, Number, str]:
    return one.article, printed_number(one), one.unit or ""


def _bounded(one: FigureFact, bound: Bound | None) -> FigureFact:
    if bound is None or one.bound is not Bound.EXACT:
        return one
    low, high = one.value
    if bound is Bound.AT_LEAST:
        return replace(one, bound=bound, low=low, high=None)
    return replace(one, bound=bound, low=None, high=high)


def shown_reason(
    why: Difference | None,
    left: FigureFact,
    right: FigureFact,
    *,
    given: Given,
    likeness: Callable[[FigureFact, FigureFact], float],
) -> Difference | None:
    """The reason to show, or None where nothing is to be shown.

    Args:
        why: what `judge` says.
        left: the earlier.
        right: the later.
        given: what is known of the numbers of their series.
        likeness: how alike the words around two figures are, from 0 to 1.
    """
    if why is None or why.reason is not DifferenceReason.CONFLICT:
        return why
    # 1. one article
    if left.article == right.article and not _told_apart(left, right):
        return None
    # 2. some and all
    if left.head != right.head and _some_of_all(left, right, given):
        return Difference(DifferenceReason.SCOPE, f"counted: {_kind_of(left, right)}")
    if _times(left, right) > (_LARGER_TOLL if left.outcome else _LARGER):
        return None
    # 3. tolls
    if left.outcome:
        one = left.article == right.article
        if one or given.are_opposed(left, right) or _is_settled(left, right):
            return why
        return Difference(DifferenceReason.PERIOD, f"grown: {_day(right)}")
    # 4. words
    if likeness(left, right) < (_ALIKE if _times(left, right) <= _CLOSE else _MUCH_ALIKE):
        return Difference(DifferenceReason.SCOPE, f"told-otherwise: {numbers_of(left, right)}")
    return why


def _told_apart(left: FigureFact, right: FigureFact) -> bool:
    """Whether one article gives them as the numbers of two: one says so, the other something else,
    and not two who are both unnamed (`a source`, `the reporter`)."""
    if left.sayer == right.sayer:
        return False
    return not (left.sayer.startswith("~") and right.sayer.startswith("~"))


def _some_of_all(left: FigureFact, right: FigureFact, given: Given) -> bool:
    """Whether one is of a kind of those that the other counts, and not more than these."""
    for some, every in ((left, right), (right, left)):
        if given.is_general(some):
            continue
        few, many = printed_number(some)[0], printed_number(every)[0]
        if every.head in _GENERAL and few is not None and many is not None and few <= many:
            return True
    return False


def _kind_of(left: FigureFact, right: FigureFact) -> str:
    return left.head if left.head not in _GENERAL else right.head


def _times(left: FigureFact, right: FigureFact) -> float:
    sizes = [abs(v) for one in (left, right) for v in printed_number(one) if v is not None]
    return max(sizes) / min(sizes) if min(sizes) else float("inf")


def _is_settled(left: FigureFact, right: FigureFact) -> bool:
    """Whether both were told when the event was days ago."""
    for one in (left, right):
        if one.days.last is None or one.told.first is None:
            return False
        if (one.told.first - one.days.last).days < _SETTLED:
            return False
    return True


def _day(one: FigureFact) -> str:
    days = one.told
    first = days.first.isoformat() if days.first else ""
    last = days.last.isoformat() if days.last else ""
    return f"on {first}" if first == last else f"reported {first}..{last}"


def numbers_of(left: FigureFact, right: FigureFact) -> str:
    """Both numbers as a reason has them."""
    printed = [printed_number(one)[0] for one in (left, right)]
    unit = " days" if left.unit == DURATION else ""
    return " and ".join(f"{value:,.15g}{unit}" for value in printed if value is not None)
