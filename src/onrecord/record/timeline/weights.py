"""How much the agreement on a word says: rare words more, words of the whole pile little."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from onrecord.lexicon.document_frequencies import document_frequencies

_NUMBER_SHARE = 0.05
"""Share of articles that a number counts as standing in: the table holds none."""


class WordWeights:
    """Weights of stems: the logarithm of how rarely an article of the news, or of the pile, has it.

    The articles of the pile are added to those of the fixed table: in a handful of articles the
    table decides, and in thousands about one story its own words weigh little.
    """

    def __init__(self, pile: Mapping[str, int], articles: int) -> None:
        table = document_frequencies()
        self._table, self._pile = table.counts, pile
        self._articles = table.articles + articles
        self._numbers = math.ceil(_NUMBER_SHARE * self._articles)
        self.weight = cache(self._weight)

    def _weight(self, stem: str) -> float:
        known = self._table.get(stem, self._numbers if stem[:1].isdigit() else 0)
        return math.log((self._articles + 1) / (known + self._pile.get(stem, 0) + 0.5))


def count_stems(articles: Iterable[Iterable[str]]) -> tuple[Counter[str], int]:
    """In how many articles each stem stands, and how many articles there are.

    Args:
        articles: the stems of each article.
    """
    counts: Counter[str] = Counter()
    number = 0
    for stems in articles:
        counts.update(set(stems))
        number += 1
    return counts, number
