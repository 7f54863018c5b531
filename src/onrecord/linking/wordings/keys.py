"""Keys by which texts are found that may be one utterance: pairs of words that tell much.

Content words that stand near each other are paired, so that a trimmed or rewritten printing
shares pairs with the whole; of a long text the pairs that tell most. A pair that many texts hold
is a name or a topic of the pile and falls silent. The content words of the whole text together
are one more key: texts that differ in grammar only find each other always.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from onrecord.linking.wordings.utterance import WordingText

PAIR = "wording-pair"
ALIKE = "wording-alike"
SILENT_ABOVE: Mapping[str, int] = {PAIR: 40, ALIKE: 200}
"""Kind of key to the number of texts above which a key is silent."""

_NEAR = 3
"""Content words from one of a pair to the other, at most."""
_MOST_PAIRS = 24
_LEAST = 3.0
"""Least weight of both words of a pair together."""


def wording_keys(text: WordingText) -> tuple[tuple[str, str], ...]:
    """The keys of a text as (kind, key), sorted, each once."""
    content = [
        (stem, weight) for stem, weight in zip(text.stems, text.weights, strict=True) if weight > 0
    ]
    pairs: dict[tuple[str, str], float] = {}
    for place, (stem, weight) in enumerate(content):
        for other, heavy in content[place + 1 : place + 1 + _NEAR]:
            if other != stem and weight + heavy >= _LEAST:
                pairs[(stem, other) if stem < other else (other, stem)] = weight + heavy
    chosen = sorted(pairs, key=lambda pair: (-pairs[pair], pair))[:_MOST_PAIRS]
    found = {(PAIR, _digest(" ".join(pair))) for pair in chosen}
    found.add((ALIKE, _digest(" ".join(stem for stem, _ in content))))
    return tuple(sorted(found))


def _digest(words: str) -> str:
    data = words.encode("utf-8", "surrogatepass")
    return f"{zlib.crc32(data):08x}{zlib.adler32(data):08x}"
