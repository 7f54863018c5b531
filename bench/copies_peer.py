"""The peer of `copies.py`: plain MinHash over shingles of five words, 128 permutations."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence

import numpy as np

_WORDS = 5
_PERMUTATIONS = 128
_PRIME = (1 << 61) - 1
_WORD = re.compile(r"[^\W_]+")


def signature(text: str) -> np.ndarray:
    """The smallest value of each permutation over the shingles of a text."""
    words = _WORD.findall(text.lower())
    shingles = {" ".join(words[n : n + _WORDS]) for n in range(max(1, len(words) - _WORDS + 1))}
    values = np.array([zlib.crc32(one.encode()) for one in sorted(shingles)], dtype=np.uint64)
    rng = np.random.default_rng(128)
    least = np.empty(_PERMUTATIONS, dtype=np.uint64)
    for n in range(_PERMUTATIONS):
        factor, shift = rng.integers(1, 1 << 31, 2, dtype=np.uint64)
        least[n] = ((values * factor + shift) % np.uint64(_PRIME)).min()
    return least


def likeness(one: np.ndarray, other: np.ndarray) -> float:
    """The estimated Jaccard likeness of two texts."""
    return float((one == other).mean())


def best_threshold(scored: Sequence[tuple[float, bool]]) -> float:
    """The likeness from which pairs are called copies with the best F1 on these very pairs."""
    return max(sorted({score for score, _ in scored}), key=lambda least: f1(scored, least))


def f1(scored: Iterable[tuple[float, bool]], least: float) -> float:
    """F1 of the pairs that reach a likeness."""
    right = wrong = missed = 0
    for score, is_copy in scored:
        called = score >= least
        right += called and is_copy
        wrong += called and not is_copy
        missed += is_copy and not called
    return 2 * right / max(1, 2 * right + wrong + missed)
