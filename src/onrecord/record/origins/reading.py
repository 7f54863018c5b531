"""What each article tells of its origin, read once: `read_articles`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from onrecord.lexicon.media import Medium, medium_of
from onrecord.lexicon.source_words import SourceNoun, noun_kind
from onrecord.lexicon.words import stop_words
from onrecord.record.origins.claims import Claim, claims_of
from onrecord.record.origins.descent import Descent, descent_of
from onrecord.record.origins.interviews import interview_of
from onrecord.text.folding import fold_words
from onrecord.text.stems import stem
from onrecord.values.article import Article
from onrecord.values.attributions import Attribution
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.stored import ArticleSummary
from onrecord.values.vocabulary import PROSE_ROLES, AttributionKind, Sourcing

_SOMEBODY = frozenset({SourceNoun.PERSON, SourceNoun.CROWD})


class ArticlePile(Protocol):
    """The articles of a pile, one at a time."""

    def article(self, article_id: str) -> Article:
        """The article with this id."""

    def analysis(self, article_id: str) -> Analysis:
        """Its findings."""


@dataclass(frozen=True, slots=True)
class Sourced:
    """What one attribution holds, and whether its source has a name."""

    span: Span
    quoted: bool
    """Whether it stands between quotation marks."""
    unnamed: frozenset[str] | None
    """Of a source without a name the stems of what is printed of it and its organisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRead:
    """One article, as far as its origin is concerned."""

    article: str
    outlet: Medium | None
    descent: Descent | None
    claims: tuple[Claim, ...]
    """What it has from other media, in order."""
    published: DayInterval
    at: str | None
    """Time stamp with its zone."""
    words: int
    prose: tuple[Span, ...]
    """Its own running text, paragraph by paragraph."""
    sourced: tuple[Sourced, ...]
    """What somebody is said to have said, in order."""

    @property
    def credits(self) -> Medium | None:
        """Whom it credits with its copy."""
        return self.descent.medium if self.descent is not None and self.descent.credited else None

    def is_of(self, medium: Medium | None) -> bool:
        """Whether it stands on a page of a medium."""
        return medium is not None and self.outlet is not None and self.outlet.key == medium.key


def read_articles(pile: ArticlePile, summaries: Iterable[ArticleSummary]) -> Iterator[ArticleRead]:
    """Every article as it was read, in the order of the record."""
    for one in summaries:
        yield read_article(pile.article(one.id), pile.analysis(one.id), one.words)


def read_article(article: Article, analysis: Analysis, words: int) -> ArticleRead:
    """What one article tells of its origin.

    Args:
        article: with its final date.
        analysis: its findings.
        words: tokens of its text.
    """
    interview = interview_of(article, analysis)
    return ArticleRead(
        article=article.id,
        outlet=medium_of(article.outlet.value) if article.outlet is not None else None,
        descent=descent_of(article, analysis, interview),
        claims=tuple(claims_of(article, analysis, interview)),
        published=article.published.days,
        at=article.published.at,
        words=words,
        prose=tuple(Span(p.start, p.end) for p in article.paragraphs if p.role in PROSE_ROLES),
        sourced=tuple(
            Sourced(one.extent, one.kind is AttributionKind.DIRECT, _unnamed(article, one))
            for one in analysis.attributions
        ),
    )


def _unnamed(article: Article, one: Attribution) -> frozenset[str] | None:
    """What tells one unnamed source from another: `a senior ministry official`.

    None too of a group with a name of its own, and of one that nothing is told of.
    """
    if one.sourcing is not Sourcing.UNNAMED:
        return None
    place = one.description or one.source
    if place is None or not any(map(_is_somebody, article.slice(place).split())):
        return None
    printed = (article.slice(span) for span in (place, one.organisation) if span is not None)
    return frozenset(
        stem(word) for words in printed for word in fold_words(words) if word not in stop_words()
    )


def _is_somebody(word: str) -> bool:
    """Whether a word in small letters is a noun for people: `officials`, `witness`."""
    return word.islower() and noun_kind((word.strip(",.;:'’"),)) in _SOMEBODY
