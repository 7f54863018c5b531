"""What each article adds. `compile_news` conducts; `news_of` is for one article alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from onrecord.linking.retold.sentence_text import SentenceText
from onrecord.record.news.pile import NewsPile, SentencesInMemory
from onrecord.record.news.views import NewsViews
from onrecord.values.article import Article
from onrecord.values.findings import Analysis
from onrecord.values.links import RetoldLink
from onrecord.values.spans import Span

type Json = dict[str, Any]

_TOLD = 0.7


class NewsLookups(Protocol):
    """What compiling the news of a whole pile reads."""

    def article(self, article_id: str) -> Article:
        """The article with this id."""

    def analysis(self, article_id: str) -> Analysis:
        """The findings of the article with this id."""

    def held_sentences(self) -> Iterator[tuple[str, int, int, str]]:
        """(article, start, end, text id) of all sentences that tell something."""

    def retold_links(self) -> Iterator[RetoldLink]:
        """All links between sentences."""

    def sentence_text(self, text_id: str) -> SentenceText:
        """The sentence with this id."""


class _Pile(SentencesInMemory):
    def __init__(self, lookups: NewsLookups) -> None:
        super().__init__(lookups.held_sentences(), lookups.retold_links())
        self.article, self.analysis = lookups.article, lookups.analysis
        self.sentence_text = lookups.sentence_text


def compile_news(lookups: NewsLookups, views: NewsViews, order: Mapping[str, int]) -> list[Json]:
    """What every article adds to those before it, in the order of the record.

    Args:
        lookups: the pile.
        views: of the same record.
        order: the place of each article in the record's order.
    """
    pile = _Pile(lookups)
    return [_news(article, pile, order, views) for article in sorted(order, key=order.__getitem__)]


def news_of(article_id: str, pile: NewsPile, order: Mapping[str, int]) -> Json:
    """What one article adds, from what is stored alone: all kinds but differences.

    Args:
        article_id: its id.
        pile: stored sentences and links.
        order: the place of each article in the record's order.
    """
    return _news(article_id, pile, order, NewsViews())


def _news(article_id: str, pile: NewsPile, order: Mapping[str, int], views: NewsViews) -> Json:
    article, analysis = pile.article(article_id), pile.analysis(article_id)
    adds: list[Json] = []
    repeats: list[Json] = []
    sentences = pile.told_by(article_id)
    for start, end, text in sentences:
        told = _told_before(article_id, text, pile, order)
        if told is not None:
            repeats.append({"start": start, "end": end, **told})
            continue
        kind = _kind(Span(start, end), analysis)
        if kind is not None:
            anchor = {
                "article": article_id,
                "start": start,
                "end": end,
                "text": article.text[start:end],
            }
            adds.append(
                {"kind": kind, "anchor": anchor, "about": None, "before": None, "why": "not-told"}
            )
    return {"article": article_id, "adds": adds, "repeats": repeats, "sentences": len(sentences)}


def _told_before(article: str, text: str, pile: NewsPile, order: Mapping[str, int]) -> Json | None:
    found: list[tuple[int, str, int, int, str]] = []
    _earlier(found, pile.tellers(text), "repeat", article, order)
    for link in pile.retold_links_of(text):
        other, share = (
            (link.right, link.left_told) if link.left == text else (link.left, link.right_told)
        )
        if share >= _TOLD:
            _earlier(found, pile.tellers(other), link.kind.value, article, order)
    if not found:
        return None
    _, of, start, end, kind = min(found)
    return {"kind": kind, "of": {"article": of, "start": start, "end": end}}


def _earlier(
    found: list[tuple[int, str, int, int, str]],
    places: Sequence[tuple[str, int, int]],
    kind: str,
    article: str,
    order: Mapping[str, int],
) -> None:
    for other, start, end in places:
        if order[other] < order[article]:
            found.append((order[other], other, start, end, kind))


def _kind(sentence: Span, analysis: Analysis) -> str | None:
    for one in analysis.attributions:
        if sentence.start <= one.extent.start < sentence.end and one.source is not None:
            return "statement"
    if any(sentence.start <= one.clause.start < sentence.end for one in analysis.events):
        return "event"
    return None
