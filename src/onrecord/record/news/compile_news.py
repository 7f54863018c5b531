"""What each article adds. `compile_news` conducts; `news_of` is for one article alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from onrecord.linking.retold.sentence_text import SentenceText
from onrecord.record.news.additions import Additions
from onrecord.record.news.first_tellers import FirstTellers
from onrecord.record.news.heard import Heard, Telling
from onrecord.record.news.pile import NewsPile, SentencesInMemory
from onrecord.record.news.views import NewsViews
from onrecord.values.article import Article
from onrecord.values.findings import Analysis
from onrecord.values.links import RetoldLink
from onrecord.values.spans import Span

type Json = dict[str, Any]


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
    pile, first = _Pile(lookups), FirstTellers(views, order)
    return [_news(article, pile, order, first) for article in sorted(order, key=order.__getitem__)]


def news_of(article_id: str, pile: NewsPile, order: Mapping[str, int]) -> Json:
    """What one article adds, from what is stored alone: all kinds but differences.

    Args:
        article_id: its id.
        pile: stored sentences and links.
        order: the place of each article in the record's order.
    """
    return _news(article_id, pile, order, FirstTellers(NewsViews(), order))


def _news(article_id: str, pile: NewsPile, order: Mapping[str, int], first: FirstTellers) -> Json:
    article, analysis = pile.article(article_id), pile.analysis(article_id)
    sentences = pile.told_by(article_id)
    heard = Heard(pile, order)
    adds = Additions(article, analysis, heard, first, pile.article)
    repeats: list[Json] = []
    for start, end, text in adds.headings_last(sentences):
        told = heard.before(article_id, text)
        if told is not None and not adds.told_again(Span(start, end), told):
            told = None
        if told is not None and told.tells:
            repeats.append({"start": start, "end": end, "kind": told.kind.value, "of": _at(told)})
        else:
            adds.take(Span(start, end), text, near=told is not None and told.tells_much)
    return {
        "article": article_id,
        "adds": adds.in_order(),
        "repeats": sorted(repeats, key=lambda one: (one["start"], one["end"])),
        "sentences": len(sentences),
    }


def _at(told: Telling) -> Json:
    article, start, end = told.place
    return {"article": article, "start": start, "end": end}
