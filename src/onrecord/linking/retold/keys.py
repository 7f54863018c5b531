"""Keys by which sentences are found that may tell the same: pairs of words that tell much."""

from __future__ import annotations

import zlib
from itertools import combinations

from onrecord.linking.retold.sentence_text import SentenceText

PAIR = "retold"
"""Kind of key."""
_HEAVY = 6
"""Words of a sentence, the heaviest, that are paired."""
_MOST = 8
"""Pairs of a sentence, the heaviest."""


def sentence_keys(text: SentenceText) -> tuple[tuple[str, str], ...]:
    """The keys of a sentence as (kind, key), sorted, each once."""
    content = text.content
    heavy = sorted(content, key=lambda word: (-content[word], word))[:_HEAVY]
    pairs = [(content[a] + content[b], min(a, b), max(a, b)) for a, b in combinations(heavy, 2)]
    chosen = sorted(pairs, key=lambda pair: (-pair[0], pair[1:]))[:_MOST]
    return tuple(sorted({(PAIR, _digest(f"{a} {b}")) for _, a, b in chosen}))


def _digest(words: str) -> str:
    return f"{zlib.crc32(words.encode('utf-8', 'surrogatepass')):08x}"
