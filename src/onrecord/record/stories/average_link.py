"""One deterministic average-link pass over pairs that are known; all others count as `floor`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

type PairOf = tuple[int, int]
"""Places of two items, the smaller first."""


def average_link(
    pairs: Mapping[PairOf, float], weights: Sequence[float], *, floor: float, least: float
) -> list[list[int]]:
    """Groups of items, each in order, by their first item.

    The two groups that are most alike on the average of all pairs between them become one, as long
    as they are as alike as `least`; of equals those of the first items.

    Args:
        pairs: how alike two items are, of those of whom it is known.
        weights: how much each item counts in an average.
        floor: how alike all other pairs are; what is less alike counts as this.
        least: how alike two groups must be, on the average.
    """
    groups = _Groups(pairs, weights, floor)
    waiting = [(-groups.alike(*pair), *pair) for pair in groups.pairs()]
    heapify(waiting)
    while waiting:
        alike, one, other = heappop(waiting)
        if -alike < least - floor:
            break
        if groups.holds(one, other) and alike == -groups.alike(one, other):
            for left, right in groups.join(one, other):
                heappush(waiting, (-groups.alike(left, right), left, right))
    return groups.members()


class _Groups:
    """Groups under the place of their first item, and what the pairs between two come to."""

    def __init__(
        self, pairs: Mapping[PairOf, float], weights: Sequence[float], floor: float
    ) -> None:
        self._members = {place: [place] for place in range(len(weights))}
        self._weight = list(weights)
        self._sums: dict[int, dict[int, float]] = {place: {} for place in range(len(weights))}
        for (one, other), value in sorted(pairs.items()):
            if value > floor:
                told = (value - floor) * weights[one] * weights[other]
                self._sums[one][other] = self._sums[other][one] = told

    def pairs(self) -> Iterable[PairOf]:
        """All pairs of groups that are alike at all."""
        return [(one, other) for one, found in self._sums.items() for other in found if one < other]

    def alike(self, one: int, other: int) -> float:
        """How alike two groups are, above the floor."""
        whole = self._weight[one] * self._weight[other]
        return round(self._sums[one].get(other, 0.0) / whole, 9)

    def holds(self, one: int, other: int) -> bool:
        """Whether both are groups still."""
        return one in self._members and other in self._sums[one]

    def join(self, one: int, other: int) -> list[PairOf]:
        """Make one group of two; its pairs with others."""
        self._members[one] += self._members.pop(other)
        self._weight[one] += self._weight[other]
        ours, theirs = self._sums[one], self._sums.pop(other)
        for third, told in theirs.items():
            del self._sums[third][other]
            if third != one:
                ours[third] = self._sums[third][one] = ours.get(third, 0.0) + told
        return [(min(one, third), max(one, third)) for third in sorted(ours)]

    def members(self) -> list[list[int]]:
        """The items of all groups."""
        return sorted(sorted(members) for members in self._members.values())
