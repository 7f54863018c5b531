"""How rare a word is in the news, by the fixed table of the package."""

from __future__ import annotations

import math
from functools import lru_cache

from onrecord.lexicon.document_frequencies import document_frequencies


@lru_cache(maxsize=1 << 16)
def rarity(stemmed: str) -> float:
    """The natural logarithm of one over the share of articles in which a stem stands."""
    table = document_frequencies()
    return math.log((table.articles + 1) / (table.counts.get(stemmed, 1) + 1))
