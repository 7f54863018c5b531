"""What compiling a record reads: look-ups, not lists, so that a pile need not fit in memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from onrecord.linking.dates.link_values import DateLink
from onrecord.linking.retold.sentence_text import SentenceText
from onrecord.linking.same_event.event_text import EventText
from onrecord.linking.wordings.link_values import WordingLink
from onrecord.record.entity_atoms import NameLookups
from onrecord.values.article import Article
from onrecord.values.decisions import Decision
from onrecord.values.findings import Analysis
from onrecord.values.links import CopyLink, EventLink, OriginGroup, RetoldLink
from onrecord.values.stored import ArticleSummary


class Lookups(NameLookups, Protocol):
    """The pile, as `store` gives it."""

    def summaries(self) -> list[ArticleSummary]:
        """All articles in the order of the record, without their texts."""

    def article(self, article_id: str) -> Article:
        """The article with this id."""

    def analysis(self, article_id: str) -> Analysis:
        """The findings of the article with this id."""

    def origins(self) -> list[OriginGroup]:
        """All groups of copies."""

    def likely_date_links(self, article_id: str) -> list[DateLink]:
        """The date links of an article, on either side, that settle nothing."""

    def held_wordings(self) -> Iterator[tuple[str, int, int, str]]:
        """(article, start, end, text id) of all attributions that can be compared."""

    def wording_links(self) -> Iterator[WordingLink]:
        """All links between the texts of attributions."""

    def copy_links(self) -> list[CopyLink]:
        """What pairs of articles print alike, in order of their ids."""

    def held_sentences(self) -> Iterator[tuple[str, int, int, str]]:
        """(article, start, end, text id) of all sentences that can be compared, in order."""

    def sentence_text(self, text_id: str) -> SentenceText:
        """The sentence with this id, as it is compared."""

    def retold_links(self) -> Iterator[RetoldLink]:
        """All links between sentences, in order of their ids."""

    def event_texts(self) -> Iterator[EventText]:
        """What all articles say of their news events, in order of their ids."""

    def event_links(self) -> Iterator[EventLink]:
        """All pairs of articles that may report one news event, in order of their ids."""

    def decisions(self) -> list[Decision]:
        """Decisions in the order made, those taken back left out."""

    def about(self) -> dict[str, str]:
        """What made the file."""
