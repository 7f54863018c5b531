"""How much speaks for one question behind two figures that print one number.

Two reports that print one number of like things within days of each other nearly always mean one
thing. What speaks for it is added up: the counted, the outcome, the scope, the words around the
number and how much the number tells by itself. What two reports contradict each other in speaks
against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from onrecord.lexicon.scope_words import same_cause
from onrecord.linking.figures.fact import FigureFact, Mood
from onrecord.linking.figures.keys import PART, Period, Placed
from onrecord.linking.figures.nearness import digits, is_short, is_telling
from onrecord.linking.figures.readings import printed_number
from onrecord.text.stems import stem
from onrecord.values.vocabulary import FigureKind

ENOUGH = 3.5
"""What has to speak for two figures of one number."""
_GENERAL = frozenset({"", "person"})
_NOT_YET = frozenset({Mood.PLANNED, Mood.PROPOSED, Mood.CONDITIONAL})
_KINDS = (
    frozenset({FigureKind.LEVEL, FigureKind.COUNT}),
    frozenset({FigureKind.MONEY, FigureKind.CHANGE}),
)
"""Kinds that two reports may read of one thing."""
_MOST_SHARED = 3.0
"""What the words around two numbers can say for them at most."""
_RARE, _COMMON = 0.05, 0.25
"""Shares of the figures around which a word stands, up to which it tells all or half."""
_FEW = 5
"""Figures around which a word may stand however few there are."""
_LARGE = 1000
_THREE = 3


class WordWeights:
    """How much a word tells that stands around two numbers: less the more figures have it."""

    def __init__(self, facts: Iterable[FigureFact]) -> None:
        counts: Counter[str] = Counter()
        number = 0
        for fact in facts:
            counts.update(fact.near)
            number += 1
        rare, common = max(_FEW, _RARE * number), max(_FEW, _COMMON * number)
        self._of = {
            word: 1.0 if n <= rare else 0.5 if n <= common else 0.25 for word, n in counts.items()
        }

    def shared(self, one: FigureFact, other: FigureFact) -> float:
        """What the words that stand around both say, those for the counted left out."""
        left_out = {stem(one.head), stem(other.head)}
        words = (one.near & other.near) - left_out
        return min(_MOST_SHARED, sum(self._of[word] for word in words))


def likeness(one: Placed, other: Placed, weights: WordWeights) -> float:
    """What speaks for one question behind two figures of one number; negative where it cannot
    be."""
    ours, theirs = one.fact, other.fact
    if not _can_be_one(one, other):
        return -1.0
    words = weights.shared(ours, theirs)
    if ours.article == theirs.article:
        if ours.sentence == theirs.sentence:
            return -1.0
        words -= 0.0 if is_fine(ours) else 1.0
    return words + _of_head(one, other) + _of_scope(one, other) + _of_number(ours)


def _can_be_one(one: Placed, other: Placed) -> bool:
    ours, theirs = one.key.thing, other.key.thing
    if ours.unit != theirs.unit or (ours.per and theirs.per and ours.per != theirs.per):
        return False
    if ours.kind is not theirs.kind and not any(
        {ours.kind, theirs.kind} <= kinds for kinds in _KINDS
    ):
        return False
    moods = {one.key.mood, other.key.mood}
    if len(moods) > 1 and not moods <= _NOT_YET:
        return False
    if ours.outcome and theirs.outcome and ours.outcome != theirs.outcome:
        return False
    if _are_told_apart(ours.direction, theirs.direction) or _are_told_apart(
        one.key.part, other.key.part
    ):
        return False
    if ours.kind is FigureKind.COUNT and not same_cause(one.fact.cause, other.fact.cause):
        return False
    return not are_apart(one.key.period, other.key.period)


def _are_told_apart(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def are_apart(one: Period | None, other: Period | None) -> bool:
    """Whether two known periods have no day in common, a day more or less."""
    if one is None or other is None:
        return False
    for left, right in ((one, other), (other, one)):
        if left.last and right.first and (right.first - left.last).days > 1:
            return True
    return False


def is_fine(fact: FigureFact) -> bool:
    """Whether a number is printed so finely that an article hardly prints it of two things."""
    return fact.kind is not FigureKind.SHARE and is_telling(fact) and digits(fact) > 1


def _of_head(one: Placed, other: Placed) -> float:
    ours, theirs = one.key.thing, other.key.thing
    found = 1.0 if ours.outcome and ours.outcome == theirs.outcome else 0.0
    if ours.head == theirs.head:
        return found + (0.5 if ours.head in _GENERAL else 2.0)
    if _names(one, theirs.head) or _names(other, ours.head):
        return found + 1.0
    if ours.head in _GENERAL or theirs.head in _GENERAL:
        return found
    return found - (1.0 if ours.kind is FigureKind.MONEY else 2.0)


def _names(one: Placed, head: str) -> bool:
    """Whether the words around a figure name what the other one counts."""
    if head in _GENERAL:
        return False
    return head in one.key.thing.modifiers or stem(head) in one.fact.near


def _of_scope(one: Placed, other: Placed) -> float:
    found = 0.0
    if one.key.owner and other.key.owner:
        found += 1.0 if one.key.owner == other.key.owner else -2.0
    if one.key.place and other.key.place:
        wide = any(side.fact.place is not None and side.fact.place.wide for side in (one, other))
        found += 1.0 if one.key.place == other.key.place else 0.0 if wide else -3.0
    if one.key.part != other.key.part:
        found -= 1.0 if PART in (one.key.part, other.key.part) else 5.0
    if one.fact.cause and one.fact.cause == other.fact.cause:
        found += 1.0
    period = one.key.period
    if period is not None and period.first is not None and period == other.key.period:
        found += 2.0 if is_short(period) else 1.0
    elif _are_long(period, other.key.period):
        found -= 1.5
    return found


def _are_long(one: Period | None, other: Period | None) -> bool:
    """Whether two known periods differ, neither of which is of one event."""
    return all(p is not None and p.first is not None and not is_short(p) for p in (one, other))


def _of_number(fact: FigureFact) -> float:
    """How much a number tells by itself."""
    low, _ = printed_number(fact)
    if fact.kind is not FigureKind.SHARE and not is_telling(fact):
        return -1.0
    fine = digits(fact)
    if fine >= _THREE:
        return 2.0
    large = low is not None and abs(low) >= _LARGE
    return 1.0 if large or fine > 1 else 0.0
