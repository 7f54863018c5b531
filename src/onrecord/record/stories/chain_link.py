"""Average linkage where all pairs may be alike a little, for some ten thousand items.

Two groups that are each the one most like the other may become one before any others are looked
at: on averages, no group made later is more like either of them than its parts were. So a chain
goes from a group to the one most like it and on until two are found; only the rows of groups in
its way are made. What it comes to is what joining the two most alike of all comes to.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_EQUAL = 1e-9
"""Likenesses that are no further apart are equal, so that no rounding shows."""
_REMEMBERED = 16_000_000
"""Numbers of rows kept at hand: 128 MB at most."""


def join_alike(
    row_of: Callable[[int], NDArray[np.float64]], weights: Sequence[float], least: float
) -> list[list[int]]:
    """Groups of items, each in order, by their first item: those that are most alike on the
    average become one, as long as they are as alike as `least`; of equals the first.

    Args:
        row_of: how alike one item is to each.
        weights: how much each item counts in an average.
        least: how alike two groups must be.
    """
    groups = _Groups(row_of, weights)
    for start in range(len(weights)):
        chain = [(start, least)]
        while groups.is_open(start):
            tip, before = chain[-1]
            best, alike = groups.most_alike(tip)
            if len(chain) > 1 and alike <= before + _EQUAL:
                groups.join(chain[-2][0], tip)
                chain = chain[:-2] or [(start, least)]
            elif alike >= least:
                chain.append((best, alike))
            else:  # no other is like enough now, so none will be
                groups.close(tip)
                chain = [(start, least)]
    return groups.members()


class _Groups:
    """Groups under the place of one of their items."""

    def __init__(
        self, row_of: Callable[[int], NDArray[np.float64]], weights: Sequence[float]
    ) -> None:
        import numpy as np  # noqa: PLC0415

        self._row_of = row_of
        self._item_weights = np.array(weights, dtype=np.float64)
        self._weights = self._item_weights.copy()
        self._group_of = np.arange(len(weights))
        self._members = {place: [place] for place in range(len(weights))}
        self._closed = np.zeros(len(weights), dtype=bool)
        self._rows: OrderedDict[int, NDArray[np.float64]] = OrderedDict()
        self._most_rows = 2 + _REMEMBERED // max(len(weights), 1)

    def is_open(self, group: int) -> bool:
        """Whether this is a group that may still be joined."""
        return not self._closed[group]

    def close(self, group: int) -> None:
        """Have a group that no other is like enough, ever."""
        self._closed[group] = True
        self._rows.pop(group, None)

    def most_alike(self, group: int) -> tuple[int, float]:
        """The open group that is most like one, and how alike the two are on the average."""
        import numpy as np  # noqa: PLC0415

        told = self._row(group) * self._item_weights
        sums = np.bincount(self._group_of, weights=told, minlength=len(self._weights))
        alike = sums / (self._weights * self._weights[group])
        alike[self._closed] = -1.0
        alike[group] = -1.0
        best = int(np.argmax(alike >= alike.max() - _EQUAL))
        return best, float(alike[best])

    def join(self, one: int, other: int) -> None:
        """Make one group of two, under the place of the first."""
        kept, gone = sorted((one, other))
        self._keep(kept, self._row(one) + self._row(other))
        del self._rows[gone]
        self._members[kept] += self._members.pop(gone)
        self._group_of[self._members[kept]] = kept
        self._weights[kept] += self._weights[gone]
        self._closed[gone] = True

    def members(self) -> list[list[int]]:
        """The items of all groups."""
        return sorted(sorted(members) for members in self._members.values())

    def _row(self, group: int) -> NDArray[np.float64]:
        """The sum of how alike a group's items are to each, by their weights."""
        import numpy as np  # noqa: PLC0415

        if group in self._rows:
            self._rows.move_to_end(group)
            return self._rows[group]
        row = np.zeros(len(self._weights))
        for place in sorted(self._members[group]):
            row += self._row_of(place) * self._item_weights[place]
        return self._keep(group, row)

    def _keep(self, group: int, row: NDArray[np.float64]) -> NDArray[np.float64]:
        self._rows[group] = row
        self._rows.move_to_end(group)
        if len(self._rows) > self._most_rows:
            self._rows.popitem(last=False)
        return row
