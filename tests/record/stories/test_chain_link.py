"""Average linkage by chains: the same groups as joining the two most alike of all, again and
again."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record.stories.chain_link import join_alike

LEAST = 0.3


def plainly_joined(alike: list[list[float]]) -> list[list[int]]:
    """What joining the two most alike of all groups comes to, while they are alike enough."""
    groups = [[n] for n in range(len(alike))]
    while len(groups) > 1:

        def mean(pair: tuple[list[int], list[int]]) -> float:
            left, right = pair
            return sum(alike[a][b] for a in left for b in right) / (len(left) * len(right))

        best = max(combinations(groups, 2), key=mean)
        if mean(best) < LEAST:
            break
        groups = [g for g in groups if g not in best] + [sorted(best[0] + best[1])]
    return sorted(groups)


@given(st.integers(2, 12), st.integers(0, 2**32 - 1))
@settings(deadline=None)
def test_chains_come_to_what_plain_joining_comes_to(size: int, seed: int) -> None:
    """Where no two likenesses are equal, the groups are those of the plain way."""
    chances = np.random.default_rng(seed).random((size, size))
    rows = np.triu(chances, 1) + np.triu(chances, 1).T
    found = join_alike(lambda n: rows[n], [1.0] * size, LEAST)
    assert sorted(found) == plainly_joined(rows.tolist())


def test_a_heavy_item_counts_more() -> None:
    """An item that stands for many weighs as many in an average."""
    rows = np.array([[0.0, 0.9, 0.1], [0.9, 0.0, 0.6], [0.1, 0.6, 0.0]])
    assert join_alike(lambda n: rows[n], [1.0, 1.0, 1.0], LEAST) == [[0, 1, 2]]
    assert join_alike(lambda n: rows[n], [9.0, 1.0, 1.0], LEAST) == [[0, 1], [2]]
