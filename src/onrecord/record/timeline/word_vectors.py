"""Texts as unit vectors of weighted stems, and how near they lie (cosine)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

type Vector = dict[str, float]


def unit_vector(stems: Iterable[str], weight: Callable[[str], float]) -> Vector:
    """The stems by (1 + log of how often) times weight, of length 1; empty where nothing weighs."""
    vector = {one: (1 + math.log(n)) * weight(one) for one, n in sorted(Counter(stems).items())}
    return scaled(vector)


def scaled(vector: Mapping[str, float]) -> Vector:
    """The same direction with length 1."""
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {one: value / length for one, value in vector.items()} if length else {}


def add_to(total: Vector, vector: Mapping[str, float], share: float = 1.0) -> None:
    """Add a share of a vector."""
    for key, value in vector.items():
        total[key] = total.get(key, 0.0) + share * value


def product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The inner product; of unit vectors the cosine."""
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other[key] for key, value in one.items() if key in other)
