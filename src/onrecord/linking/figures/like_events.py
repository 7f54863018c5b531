"""Counts of one outcome in reports of one event, whatever numbers they print.

`20 people` killed in `Elm` and `17` killed `near the border` on one day by one kind of attack are
told of one event when enough speaks for it: day, place, cause and the words around the numbers.
Who has his own word (`children`, `soldiers`) is counted apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.lexicon.scope_words import same_cause
from onrecord.linking.figures.event_places import Outer
from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.keys import PART, FactGroup, Placed
from onrecord.linking.figures.likeness import WordWeights
from onrecord.linking.figures.nearness import is_short, is_telling
from onrecord.linking.figures.readings import is_number, printed_number
from onrecord.linking.figures.uniting import Link, united
from onrecord.values.vocabulary import FigureKind

_ENOUGH = 3.5
_PEOPLE = frozenset({"", "person", "civilian", "evacuee", "resident", "victim"})
"""Words for those in an event that one report has for another's."""
_LEAP = 5.0
_MIXED = 1.7
"""How many times larger one of two tolls of an event may be; of people and civilians."""
_NEXT = 40
"""Code points between two sentences that follow each other."""
_TOLD = 2
"""Days within which an event is told whose day is not said."""
_MOST = 16
"""Groups of one outcome and day behind one that it is compared with."""
_MOST_MEMBERS = 4
"""Members of a group that are looked at."""


def with_like_events(
    groups: Sequence[FactGroup], weights: WordWeights, outer: Outer
) -> list[FactGroup]:
    """The groups, those of one event joined."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        key = group.key
        if key.thing.outcome and key.thing.kind is FigureKind.COUNT:
            for day in _days(group):
                blocks[key.thing.outcome, key.mood, key.part, day].append(n)
            for article in {one.fact.article for one in group.members[:_MOST_MEMBERS]}:
                blocks[key.thing.outcome, key.mood, key.part, article].append(n)
    whole = _Wholes(groups)
    weighed: dict[tuple[int, int], float] = {}
    for block in blocks.values():
        for place, left in enumerate(block):
            for right in block[place + 1 : place + 1 + _MOST]:
                if (left, right) not in weighed:
                    weigh = _weight(groups[left], groups[right], weights, outer)
                    if weigh >= _ENOUGH and not whole.can_be_one(
                        groups[left], groups[right], weights, outer
                    ):
                        weigh = -1.0
                    weighed[left, right] = weigh
    links = [Link(*pair, weight) for pair, weight in weighed.items() if weight >= _ENOUGH]
    return united(groups, links, "same-event")


class _Wholes:
    """What the figures of a group are parts of."""

    def __init__(self, groups: Sequence[FactGroup]) -> None:
        self._by_id = {one.fact.id: one for group in groups for one in group.members}
        self._home = {one.fact.id: n for n, group in enumerate(groups) for one in group.members}

    def can_be_one(
        self, one: FactGroup, other: FactGroup, weights: WordWeights, outer: Outer
    ) -> bool:
        """Whether the wholes of two groups of parts, where both are told, are of one event."""
        ours, theirs = self._of(one), self._of(other)
        if not ours or not theirs:
            return True
        return any(
            self._home[left.fact.id] == self._home[right.fact.id]
            or _of_two(left, right, weights, outer) >= _ENOUGH
            for left in ours
            for right in theirs
        )

    def _of(self, group: FactGroup) -> list[Placed]:
        ids = (one.fact.part_of for one in group.members[:_MOST_MEMBERS])
        return [self._by_id[id_] for id_ in ids if id_ in self._by_id]


def _days(group: FactGroup) -> Iterator[date]:
    """The days on which its event may have been."""
    period = group.key.period
    if period is not None and period.first is not None:
        if period.last is not None and is_short(period):
            yield from _all_days(period.first, period.last)
        return
    days = {
        day
        for one in group.members[:_MOST_MEMBERS]
        if (told := one.fact.printed).first and told.last and (told.last - told.first).days <= _TOLD
        for day in _all_days(told.first - timedelta(days=_TOLD), told.last)
    }
    yield from sorted(days)


def _all_days(first: date, last: date) -> Iterator[date]:
    for n in range((last - first).days + 1):
        yield first + timedelta(days=n)


def _weight(one: FactGroup, other: FactGroup, weights: WordWeights, outer: Outer) -> float:
    """What speaks for one event; negative where it cannot be."""
    ours, theirs = one.key.thing, other.key.thing
    if ours.head != theirs.head and not {ours.head, theirs.head} <= _PEOPLE:
        return -1.0
    if one.key.owner and other.key.owner and one.key.owner != other.key.owner:
        return -1.0
    if set(ours.modifiers) ^ set(theirs.modifiers) and ours.modifiers and theirs.modifiers:
        return -1.0
    return max(
        _of_two(left, right, weights, outer) for left in _told(one) for right in _told(other)
    )


def _told(group: FactGroup) -> list[Placed]:
    return group.members[:_MOST_MEMBERS]


def _of_two(one: Placed, other: Placed, weights: WordWeights, outer: Outer) -> float:
    ours, theirs = one.fact, other.fact
    if not same_cause(ours.cause, theirs.cause) or not _are_of_one_size(ours, theirs):
        return -1.0
    if ours.article == theirs.article:
        return _ENOUGH if _are_disputed(one, other) else -1.0
    if ours.spread is not theirs.spread:
        return -1.0
    places = _of_places(one, other, outer)
    own_word = one.key.thing.head not in _PEOPLE
    if own_word and places < 1.0 and not ours.cause == theirs.cause != "":
        return -1.0
    found = weights.shared(ours, theirs) + places
    if ours.cause and theirs.cause:
        found += 1.0 if ours.cause == theirs.cause else 0.5
    period = one.key.period
    if period == other.key.period and period is not None and period.first is not None:
        found += 1.5
    elif any(_is_told_then(a, b) for a, b in ((one, other), (other, one))):
        found += 0.5
    return found


def _are_disputed(one: Placed, other: Placed) -> bool:
    """Whether two say two numbers of one thing in neighbouring sentences of an article."""
    ours, theirs = sorted((one.fact, other.fact), key=lambda fact: fact.start)
    if one.key._replace(period=None) != other.key._replace(period=None) or one.key.part == PART:
        return False
    if ours.sayer == theirs.sayer or ours.sentence == theirs.sentence:
        return False
    if not (is_telling(ours) and is_telling(theirs)):
        return False
    (low, _), (least, _) = printed_number(ours), printed_number(theirs)
    if not low or not least or low == least or max(low, least) > _MIXED * min(low, least):
        return False
    return theirs.sentence[0] - ours.sentence[1] <= _NEXT and _are_of_one_time(ours, theirs)


def _are_of_one_time(ours: FigureFact, theirs: FigureFact) -> bool:
    """Whether they have the same days, or one is not dated from any day on."""
    if ours.days == theirs.days:
        return True
    is_open = ours.days.first is None or theirs.days.first is None
    return is_open and ours.days.intersect(theirs.days) is not None


def _is_told_then(one: Placed, other: Placed) -> bool:
    """Whether a count without a day is told on the day of another one."""
    period, told = one.key.period, other.fact.printed
    if period is None or period.last is None or other.key.period is None:
        return False
    return other.key.period.first is None and told.first == told.last == period.last


def _of_places(one: Placed, other: Placed, outer: Outer) -> float:
    left, right = one.key.place, other.key.place
    if left is None or right is None:
        return 0.0
    wide = any(side.fact.place is not None and side.fact.place.wide for side in (one, other))
    if left == right:
        return 0.5 if wide else 1.5
    if wide:
        return 0.0
    if right in outer.get(left, ()) or left in outer.get(right, ()):
        return 1.0
    if right in one.fact.named or left in other.fact.named:
        return -0.5
    return -1.5


def _are_of_one_size(one: FigureFact, other: FigureFact) -> bool:
    if not is_number(one) or not is_number(other):
        return True
    (ours, _), (theirs, _) = printed_number(one), printed_number(other)
    if not ours or not theirs:
        return False
    leap = _LEAP if one.head == other.head else _MIXED
    return max(ours, theirs) <= leap * min(ours, theirs)
