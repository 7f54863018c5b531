"""Average linkage where all pairs are alike a little: on a matrix, for some thousand items."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.linking.same_event.event_text import Vector

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_COLUMNS = 1024
"""Words multiplied at a time, to bound memory."""
_DECIMALS = 5
"""To which likenesses are rounded, so that no order of adding shows."""
_NEVER = -1.0


def products(vectors: Sequence[Vector]) -> NDArray[np.float32]:
    """The cosines of all pairs of vectors of length one."""
    import numpy as np  # noqa: PLC0415

    holders: dict[str, list[int]] = {}
    for place, vector in enumerate(vectors):
        for word in vector:
            holders.setdefault(word, []).append(place)
    shared = sorted(word for word, found in holders.items() if len(found) > 1)
    whole = np.zeros((len(vectors), len(vectors)), dtype=np.float32)
    for start in range(0, len(shared), _COLUMNS):
        words = shared[start : start + _COLUMNS]
        part = np.zeros((len(vectors), len(words)), dtype=np.float32)
        for column, word in enumerate(words):
            for place in holders[word]:
                part[place, column] = vectors[place][word]
        whole += part @ part.T
    return whole


def join_alike(
    alike: NDArray[np.float32], weights: Sequence[float], least: float
) -> list[list[int]]:
    """Groups of items, each in order, by their first item: the two that are most alike on the
    average become one, as long as they are as alike as `least`; of equals the first.

    Args:
        alike: how alike items are; it is used up.
        weights: how much each item counts in an average.
        least: how alike two groups must be.
    """
    import numpy as np  # noqa: PLC0415

    if not weights:
        return []
    weight, members = list(weights), {place: [place] for place in range(len(weights))}
    np.round(alike, _DECIMALS, out=alike)
    np.fill_diagonal(alike, _NEVER)
    best = alike.argmax(axis=1)
    most = alike[np.arange(len(weights)), best]
    while len(members) > 1:
        one = int(most.argmax())
        if most[one] < least:
            break
        one, other = sorted((one, int(best[one])))
        whole = weight[one] + weight[other]
        row = (alike[one] * weight[one] + alike[other] * weight[other]) / whole
        row = np.round(row, _DECIMALS)
        row[alike[one] == _NEVER] = _NEVER
        row[[one, other]] = _NEVER
        alike[one], alike[:, one] = row, row
        alike[other], alike[:, other] = _NEVER, _NEVER
        weight[one] = whole
        members[one] += members.pop(other)
        stale = np.flatnonzero((best == one) | (best == other) | (row >= most))
        stale = np.union1d(stale, [one, other])
        best[stale] = alike[stale].argmax(axis=1)
        most[stale] = alike[stale, best[stale]]
    return sorted(sorted(found) for found in members.values())
