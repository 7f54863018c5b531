"""What news are read from: stored sentences and links, one article or sentence at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from onrecord.linking.retold.sentence_text import SentenceText
from onrecord.values.article import Article
from onrecord.values.findings import Analysis
from onrecord.values.links import RetoldLink

type Place = tuple[str, int, int]
"""Article, start, end."""


class NewsPile(Protocol):
    """The pile, as `store` gives it."""

    def article(self, article_id: str) -> Article:
        """The article with this id."""

    def analysis(self, article_id: str) -> Analysis:
        """The findings of the article with this id."""

    def told_by(self, article_id: str) -> Sequence[tuple[int, int, str]]:
        """(start, end, text id) of the sentences of an article, in order."""

    def tellers(self, text_id: str) -> Sequence[Place]:
        """Where a sentence is told in the same words, in order."""

    def retold_links_of(self, text_id: str) -> Sequence[RetoldLink]:
        """The links of a sentence, on either side, in order."""

    def sentence_text(self, text_id: str) -> SentenceText:
        """The sentence with this id."""


class SentencesInMemory:
    """Who tells what and what links it, read once for compiling a whole record."""

    def __init__(
        self, held: Iterable[tuple[str, int, int, str]], links: Iterable[RetoldLink]
    ) -> None:
        self._told: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self._tellers: dict[str, list[Place]] = defaultdict(list)
        self._links: dict[str, list[RetoldLink]] = defaultdict(list)
        for article, start, end, text in held:
            self._told[article].append((start, end, text))
            self._tellers[text].append((article, start, end))
        for link in links:
            self._links[link.left].append(link)
            self._links[link.right].append(link)

    def told_by(self, article_id: str) -> Sequence[tuple[int, int, str]]:
        """(start, end, text id) of the sentences of an article, in order."""
        return self._told.get(article_id, ())

    def tellers(self, text_id: str) -> Sequence[Place]:
        """Where a sentence is told in the same words."""
        return self._tellers.get(text_id, ())

    def retold_links_of(self, text_id: str) -> Sequence[RetoldLink]:
        """The links of a sentence, on either side."""
        return self._links.get(text_id, ())
