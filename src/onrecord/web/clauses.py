"""Which clauses of two wordings stand side by side: those that share most of their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

type Place = tuple[int, int]
"""[start, end) in the words of a wording."""

_FEWEST = 4
"""A clause of fewer words belongs to the next one."""
_ALIKE = 0.3
"""Least share of the words of two clauses that is common to them when they stand together."""
_TOGETHER = 0.9
"""What each clause beyond one on a side takes from what they have in common."""
_SHORT = 9
"""Neighbouring segments of at most so many words together are one."""
_STEPS = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
"""How many clauses of each side may stand together."""


def align_clauses(
    left: Sequence[str], right: Sequence[str], ends: tuple[Sequence[bool], Sequence[bool]]
) -> list[tuple[Place, Place]]:
    """The words of both sides, in order, cut into segments; a side that lacks one is empty there.

    Args:
        left: the words of the earlier wording, in the form in which they are told alike.
        right: those of the other.
        ends: for each word of both whether a clause may end with it.
    """
    mine, other = _clauses(left, ends[0]), _clauses(right, ends[1])
    best, steps = _best_path(left, right, mine, other)
    if not best:
        return [((0, len(left)), (0, len(right)))]
    rows: list[tuple[Place, Place]] = []
    i, j = len(mine), len(other)
    while i or j:
        a, b = steps[i, j]
        rows.append((_whole(mine[i - a : i], mine, i - a), _whole(other[j - b : j], other, j - b)))
        i, j = i - a, j - b
    return _merged(rows[::-1])


def _clauses(words: Sequence[str], ends: Sequence[bool]) -> list[Place]:
    clauses: list[Place] = []
    start = 0
    for number in range(len(words)):
        if ends[number] and number + 1 - start >= _FEWEST:
            clauses.append((start, number + 1))
            start = number + 1
    if start < len(words):
        if clauses and len(words) - start < _FEWEST:
            start = clauses.pop()[0]
        clauses.append((start, len(words)))
    return clauses


def _best_path(
    left: Sequence[str], right: Sequence[str], mine: Sequence[Place], other: Sequence[Place]
) -> tuple[float, dict[tuple[int, int], tuple[int, int]]]:
    """The most that clauses in order can have in common, and the last step to each place."""
    ours, theirs = _runs(left, mine), _runs(right, other)
    worth = {(0, 0): 0.0}
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(len(mine) + 1):
        for j in range(len(other) + 1):
            for a, b in ((0, 1), (1, 0), *_STEPS):
                if a > i or b > j:
                    continue
                gain = 0.0
                if a and b:
                    gain = _common(ours[i - a, a], theirs[j - b, b]) * _TOGETHER ** (a + b - 2)
                    if not gain:
                        continue
                if worth[i - a, j - b] + gain > worth.get((i, j), -1.0):
                    worth[i, j] = worth[i - a, j - b] + gain
                    steps[i, j] = a, b
    return worth[len(mine), len(other)], steps


def _runs(words: Sequence[str], clauses: Sequence[Place]) -> dict[tuple[int, int], Counter[str]]:
    """The words of each run of clauses: of the first clause's number and how many they are."""
    return {
        (first, many): Counter(words[clauses[first][0] : clauses[first + many - 1][1]])
        for first in range(len(clauses))
        for many in range(1, min(3, len(clauses) - first) + 1)
    }


def _common(mine: Counter[str], other: Counter[str]) -> float:
    """How much two runs of clauses have in common; 0 where that is too little."""
    shared = sum(_weight(word) * min(n, other[word]) for word, n in mine.items() if word in other)
    if not shared:
        return 0.0
    whole = sum(_weight(word) * n for side in (mine, other) for word, n in side.items())
    share = 2 * shared / whole
    return shared * share if share >= _ALIKE else 0.0


def _weight(word: str) -> float:
    """Short words stand everywhere and tell little."""
    return 0.3 if len(word) < _FEWEST else 1.0


def _whole(taken: Sequence[Place], every: Sequence[Place], at: int) -> Place:
    if taken:
        return taken[0][0], taken[-1][1]
    start = every[at][0] if at < len(every) else every[-1][1] if every else 0
    return start, start


def _merged(rows: Sequence[tuple[Place, Place]]) -> list[tuple[Place, Place]]:
    """Short neighbours that both sides have are one segment; so are neighbours that one lacks."""
    merged: list[tuple[Place, Place]] = []
    for row in rows:
        if merged and _belong(merged[-1], row):
            (a, _), (c, _) = merged[-1]
            merged[-1] = ((a, row[0][1]), (c, row[1][1]))
        else:
            merged.append(row)
    return merged


def _belong(one: tuple[Place, Place], other: tuple[Place, Place]) -> bool:
    lacks = [[a == b for a, b in row] for row in (one, other)]
    if lacks[0] != lacks[1]:
        return False
    if any(lacks[0]):
        return True
    return max(other[0][1] - one[0][0], other[1][1] - one[1][0]) <= _SHORT
