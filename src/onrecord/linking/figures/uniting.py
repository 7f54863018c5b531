"""Groups joined by links between them, the strongest first; none that an article contradicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.keys import FactGroup, Period, Placed, SeriesKey
from onrecord.linking.figures.likeness import are_apart
from onrecord.linking.figures.nearness import is_short
from onrecord.linking.figures.readings import printed_number
from onrecord.linking.figures.tellingness import LEAP, are_two_answers
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import FigureKind

_MOST_OF_ARTICLE = 20
"""Figures of one article in a group that are compared with those of another one."""


class Link(NamedTuple):
    """Two groups, by their places, that are of one question."""

    left: int
    right: int
    weight: float
    """How much speaks for it."""


def united(
    groups: Sequence[FactGroup],
    links: Sequence[Link],
    how: str,
    *,
    sure: bool = False,
    one_scope: bool = False,
) -> list[FactGroup]:
    """The groups with those joined that are linked.

    A join is left out where an article gives different numbers in both, or the numbers of one are
    far from all of the other's.

    Args:
        groups: in the order of the record.
        links: between them.
        how: the reason that the figures of the smaller group get.
        sure: whether different numbers are no bar.
        one_scope: whether two local places, owners or days in one group are a bar.
    """
    if not links:
        return list(groups)
    home = list(range(len(groups)))
    held: dict[int, _Side] = {}
    for link in sorted(links, key=lambda one: (-one.weight, one.left, one.right)):
        left, right = home[link.left], home[link.right]
        if left == right:
            continue
        for n in (left, right):
            if n not in held:
                held[n] = _Side([n], groups[n])
        if not sure and held[left].contradicts(held[right]):
            continue
        if one_scope and held[left].is_elsewhere(held[right]):
            continue
        if len(held[left].groups) < len(held[right].groups):
            left, right = right, left
        gone = held.pop(right)
        for n in gone.groups:
            home[n] = left
        held[left].take(gone)
    found = [_joined([groups[n] for n in sorted(side.groups)], how) for side in held.values()]
    taken = {n for side in held.values() for n in side.groups}
    return [*found, *(group for n, group in enumerate(groups) if n not in taken)]


class _Side:
    """Groups that are joined, with what tells whether others can be."""

    def __init__(self, groups: list[int], group: FactGroup) -> None:
        self.groups = groups
        self._articles: dict[str, list[FigureFact]] = defaultdict(list)
        self._places: set[str] = set()
        self._owners: set[str] = set()
        self._periods: set[Period] = set()
        self._shares: dict[DayInterval, set[float]] = defaultdict(set)
        numbers = []
        for one in group.members:
            self._articles[one.fact.article].append(one.fact)
            if (low := printed_number(one.fact)[0]) is not None:
                numbers.append(abs(low))
                if one.fact.kind is FigureKind.SHARE:
                    self._shares[one.fact.days].add(low)
            if one.key.place and one.fact.place is not None and not one.fact.place.wide:
                self._places.add(one.key.place)
            if one.key.owner:
                self._owners.add(one.key.owner)
            if one.key.period is not None and is_short(one.key.period):
                self._periods.add(one.key.period)
        self._range = (min(numbers), max(numbers)) if numbers else None

    def contradicts(self, other: _Side) -> bool:
        """Whether they give two answers: far in size, in one article, or shares of one day."""
        if self._range is not None and other._range is not None:
            lower, upper = sorted((self._range, other._range))
            if upper[0] > LEAP * lower[1]:
                return True
        if any(
            not shares & theirs
            for when, shares in self._shares.items()
            if (theirs := other._shares.get(when))
        ):
            return True
        few, many = sorted((self._articles, other._articles), key=len)
        return any(
            are_two_answers(one, two)
            for article, facts in few.items()
            if article in many
            for one in facts[:_MOST_OF_ARTICLE]
            for two in many[article][:_MOST_OF_ARTICLE]
        )

    def is_elsewhere(self, other: _Side) -> bool:
        """Whether both would have two places, owners or days."""
        if len(self._places | other._places) > 1 or len(self._owners | other._owners) > 1:
            return True
        return any(are_apart(one, two) for one in self._periods for two in other._periods)

    def take(self, other: _Side) -> None:
        """Take the other's groups in."""
        self.groups += other.groups
        for article, facts in other._articles.items():
            self._articles[article] += facts
        for when, shares in other._shares.items():
            self._shares[when] |= shares
        self._places |= other._places
        self._owners |= other._owners
        self._periods |= other._periods
        if other._range is not None:
            low, high = self._range or other._range
            self._range = min(low, other._range[0]), max(high, other._range[1])


def _joined(parts: Sequence[FactGroup], how: str) -> FactGroup:
    if len(parts) == 1:
        return parts[0]
    main = max(parts, key=lambda part: (_known(part.key), len(part.members), -_place(part)))
    members: list[Placed] = []
    for part in parts:
        for one in part.members:
            if part is not main and how not in one.how:
                one.how.append(how)
            members.append(one)
    members.sort(key=lambda one: one.fact.place_in_record)
    return FactGroup(main.key, members, split=any(part.split for part in parts))


def _known(key: SeriesKey) -> int:
    """How much a key tells."""
    period = key.period is not None and key.period.first is not None
    slots = (key.thing.head, key.thing.outcome, key.place, key.owner, period)
    return sum(bool(slot) for slot in slots)


def _place(group: FactGroup) -> int:
    return group.members[0].fact.order
