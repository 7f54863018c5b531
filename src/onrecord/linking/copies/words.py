"""Words as two printings of one text are compared by: stems, without what house style changes."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.lexicon.copy_words import style_words
from onrecord.lexicon.words import stop_words
from onrecord.linking.dates.rarity import rarity
from onrecord.linking.wordings.words import compared, folded, spoken

WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ`´‘][^\W_]+)*")
"""A printed word: a number with its separators, an abbreviation with its stops, a contraction."""
_HEAVIEST = 6.0
"""Weight of a word that hardly any article has (as in `linking.wordings`)."""
_LIGHTEST = 0.5
"""Weight from which a word is one that tells: it stands in less than 6 of 10 articles."""


@lru_cache(maxsize=1 << 16)
def told_words(printed: str) -> tuple[tuple[str, float], ...]:
    """The words that tell of those that a printed one stands for, as they are compared, each with
    its weight; none for words of grammar, of house style, and numbers."""
    found = ((compared(one), _weight(one)) for one in spoken(folded(printed)))
    return tuple((stem, weight) for stem, weight in found if weight)


def _weight(word: str) -> float:
    if len(word) < 2 or word[0].isdigit() or word in stop_words() or word in style_words():
        return 0.0
    weight = min(rarity(compared(word)), _HEAVIEST)
    return weight if weight >= _LIGHTEST else 0.0
