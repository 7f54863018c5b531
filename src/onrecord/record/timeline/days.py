"""The single days that an article names, and the sentences that name them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.lexicon.words import content_words
from onrecord.text.stems import stem
from onrecord.values.article import Article
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.times import TimeType
from onrecord.values.told_days import tell_days
from onrecord.values.vocabulary import EVENT_ROLES, PROSE_ROLES

_DATING = frozenset({TimeType.DATE, TimeType.TIME})


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedSentence:
    """A sentence of an article with the days that its words name."""

    article: str
    span: Span
    text: str
    days: frozenset[date]
    """Single days only: months and years name no day."""
    place: int | None
    """Number of the sentence in the running text, from 0; None outside of it."""
    stems: tuple[str, ...]
    """Of the content words, in order, each as often as it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDays:
    """What one article says of single days."""

    article: str
    published: DayInterval
    days: frozenset[date]
    """Every day that it mentions, captions and datelines included."""
    sentences: tuple[DatedSentence, ...]
    """Those of headline, dek, lede, body and notices, in order."""


def days_of_article(article: Article, analysis: Analysis) -> ArticleDays:
    """The days that an article mentions, and its sentences."""
    found: list[tuple[Span, date]] = []
    told = tell_days(analysis.times, analysis.attributions, article.published.days)
    for one, result in zip(analysis.times, told.times, strict=True):
        if one.type in _DATING and result.days.exact and result.days.first is not None:
            found.append((one.span, result.days.first))
    return ArticleDays(
        article=article.id,
        published=article.published.days,
        days=frozenset(day for _, day in found),
        sentences=tuple(_sentences(article, analysis, found)),
    )


def _sentences(
    article: Article, analysis: Analysis, found: Sequence[tuple[Span, date]]
) -> Iterable[DatedSentence]:
    starts = [paragraph.start for paragraph in article.paragraphs]
    begins = [span.start for span in analysis.sentences]
    named: dict[int, set[date]] = {}
    for span, day in found:
        named.setdefault(bisect_right(begins, span.start) - 1, set()).add(day)
    place = 0
    for number, span in enumerate(analysis.sentences):
        role = article.paragraphs[bisect_right(starts, span.start) - 1].role
        if role not in EVENT_ROLES:
            continue
        text = article.slice(span)
        yield DatedSentence(
            article=article.id,
            span=span,
            text=text,
            days=frozenset(named.get(number, ())),
            place=place if role in PROSE_ROLES else None,
            stems=tuple(stem(word) for word in content_words(text)),
        )
        place += role in PROSE_ROLES
