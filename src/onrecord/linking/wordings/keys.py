"""Keys by which texts are found that may be one utterance: pairs of words that tell much.

Content words that stand side by side are paired, and of those near each other the pairs that tell
most, so that a trimmed or rewritten printing shares pairs with the whole. A pair that many texts
hold is a name or a topic of the pile and falls silent. The content words of the whole text
together are one more key: texts that differ in grammar only find each other always.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from onrecord.linking.wordings.wording_text import WordingText

PAIR = "wording-pair"
ALIKE = "wording-alike"
SILENT_ABOVE: Mapping[str, int] = {PAIR: 30, ALIKE: 200}
"""Kind of key to the number of texts above which a key is silent."""

_NEAR = 3
"""Content words from one of a pair to the other, at most."""
_MOST_PAIRS = 8
"""Pairs of words that are near each other but not side by side."""
_LEAST_BESIDE = 2.0
"""Least weight of two words side by side together."""
_LEAST = 3.0
"""Least weight of both words of such a pair together."""


def wording_keys(text: WordingText) -> tuple[tuple[str, str], ...]:
    """The keys of a text as (kind, key), sorted, each once."""
    marked = zip(text.stems, text.weights, text.elsewhere, strict=True)
    content = [(stem, weight, times) for stem, weight, times in marked if weight > 0]
    beside: set[tuple[str, str]] = set()
    near: dict[tuple[str, str], float] = {}
    for place, (stem, weight, times) in enumerate(content):
        others = content[place + 1 : place + 1 + _NEAR]
        for distance, (other, heavy, often) in enumerate(others):
            pair = (stem, other) if stem < other else (other, stem)
            if distance == 0:
                if weight + heavy >= _LEAST_BESIDE:
                    beside.add(pair)
            elif weight + heavy >= _LEAST:
                near[pair] = weight / (1 + times) + heavy / (1 + often)
    chosen = sorted(near, key=lambda pair: (-near[pair], pair))[:_MOST_PAIRS]
    found = {(PAIR, _digest(" ".join(pair))) for pair in (*beside, *chosen)}
    found.add((ALIKE, _digest(" ".join(stem for stem, _, _ in content))))
    return tuple(sorted(found))


def _digest(words: str) -> str:
    data = words.encode("utf-8", "surrogatepass")
    return f"{zlib.crc32(data):08x}{zlib.adler32(data):08x}"
