"""What of an article is looked at when it is dated against another one.

`date_facts` is a function of the article, its findings and what pass 1 left possible; two such
values are all that a date link is judged by.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.lexicon.date_link_words import date_link_words
from onrecord.lexicon.words import stop_words
from onrecord.linking.dates.rarity import rarity
from onrecord.linking.dates.rounds import Round, find_rounds
from onrecord.linking.dates.words import (
    TOP_ROLES,
    Word,
    prose,
    quotations,
    words_in,
)
from onrecord.text.stems import stem
from onrecord.values.article import Article, Paragraph
from onrecord.values.datings import PossibleDays
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.times import Direction, Shape, TimeExpression

UTTERANCE_WORDS = 6
"""Consecutive words inside quotation marks that make two printings one utterance."""
PASSAGE_WORDS = 8
"""Consecutive words outside quotation marks that make two texts a copy."""
_TOLD_WORDS = 400
"""Words of the running text that tell what an article is about."""
_TOP_WORDS = 80
_NEWS_WORDS = 120
"""Words of the running text in which a weekday is that of the news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """A quotation of six words or more that somebody is said to have said."""

    span: Span
    """The words between the marks."""
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFacts:
    """What of an article bears on the date of another one."""

    article: str
    outlet: str
    possible: PossibleDays | None
    """What pass 1 left; None where that contradicts itself."""
    words: int
    """Words of the running text."""
    utterances: tuple[Utterance, ...]
    spoken: Mapping[int, int]
    """Digest of six words of an utterance to its number."""
    passages: Mapping[int, tuple[int, int]]
    """Digest of eight words of running text outside quotation marks to their place."""
    top: Mapping[str, Span]
    """Stems of the content words of headline, dek and lede to their first place."""
    counts: Mapping[str, int]
    """Stems of headline and first 400 words to how often they are told."""
    told: Mapping[str, float]
    """The same, weighted, as a vector of length one (`told_vector`)."""
    news_weekdays: Mapping[int, Span]
    """Weekdays, told as past, of headline and first 120 words, to their first place."""
    weekdays: frozenset[int]
    """All weekdays that the text names without a date."""
    days: frozenset[str]
    """All calendar days that the text names, as printed: with or without a year."""
    rounds: tuple[Round, ...]
    """Numbered rounds that it reports."""


def date_facts(
    article: Article, analysis: Analysis, possible: PossibleDays | None = None
) -> DateFacts:
    """The facts of one article.

    Args:
        article: with its paragraphs and their roles.
        analysis: its findings.
        possible: the days that pass 1 left, None where it left none.
    """
    running = prose(article)
    quoted = {one.start: quotations(article.text, one) for one in running}
    utterances = tuple(_utterances(article.text, running, quoted))
    words = [w for one in running for w in words_in(article.text, one.start, one.end)]
    counts = _told(article, words)
    return DateFacts(
        article=article.id,
        outlet=article.outlet.value if article.outlet else "",
        possible=possible,
        words=len(words),
        utterances=utterances,
        spoken=spoken_in(utterances),
        passages=_passages(article.text, running, quoted),
        top=_top(article, running),
        counts=counts,
        told=told_vector(counts),
        news_weekdays=_news_weekdays(analysis, words),
        weekdays=frozenset(
            one.form.number for one in analysis.times if one.form.shape is Shape.WEEKDAY
        ),
        days=frozenset(one.form.value for one in analysis.times if _is_calendar_day(one)),
        rounds=_rounds(article.text, running, quoted, analysis),
    )


def spoken_in(utterances: Sequence[Utterance]) -> dict[int, int]:
    """Digest of six words of an utterance to the number of the first that has them."""
    return {
        digest: number
        for number, one in reversed(list(enumerate(utterances)))
        for digest in digests(one.words, UTTERANCE_WORDS)
    }


def digests(words: Sequence[str], length: int) -> list[int]:
    """Digests of all runs of `length` words, in their order."""
    return [
        zlib.crc32(" ".join(words[n : n + length]).encode("utf-8", "surrogatepass"))
        for n in range(len(words) - length + 1)
    ]


def _is_content(word: str) -> bool:
    return len(word) > 1 and word not in stop_words()


def _utterances(
    text: str,
    running: Sequence[Paragraph],
    quoted: Mapping[int, Sequence[Span]],
) -> Iterable[Utterance]:
    said = date_link_words().said
    for paragraph in running:
        inside = quoted[paragraph.start]
        if not inside:
            continue
        around = {word.word for word in _outside(text, paragraph, inside)}
        if around and not around & said:
            continue
        for span in inside:
            words = tuple(word.word for word in words_in(text, span.start, span.end))
            if len(words) >= UTTERANCE_WORDS:
                yield Utterance(span=span, words=words)


def _outside(text: str, paragraph: Paragraph, inside: Sequence[Span]) -> Iterable[Word]:
    start = paragraph.start
    for span in inside:
        yield from words_in(text, start, span.start)
        start = span.end
    yield from words_in(text, start, paragraph.end)


def _passages(
    text: str, running: Sequence[Paragraph], quoted: Mapping[int, Sequence[Span]]
) -> dict[int, tuple[int, int]]:
    words = [w for one in running for w in _outside(text, one, quoted[one.start])]
    found: dict[int, tuple[int, int]] = {}
    for number, digest in enumerate(digests([word.word for word in words], PASSAGE_WORDS)):
        if digest not in found:
            found[digest] = (words[number].start, words[number + PASSAGE_WORDS - 1].end)
    return found


def _top(article: Article, running: Sequence[Paragraph]) -> dict[str, Span]:
    top = [one for one in article.paragraphs if one.role in TOP_ROLES] or running[:1]
    found: dict[str, Span] = {}
    for paragraph in top:
        for word in islice(words_in(article.text, paragraph.start, paragraph.end), _TOP_WORDS):
            if _is_content(word.word):
                found.setdefault(stem(word.word), Span(word.start, word.end))
    return found


def _told(article: Article, words: Sequence[Word]) -> Counter[str]:
    counts: Counter[str] = Counter()
    if article.headline is not None:
        headline = article.headline.value
        counts.update(w.word for w in words_in(headline, 0, len(headline)))
        counts.update(counts)
    counts.update(word.word for word in words[:_TOLD_WORDS])
    stems: Counter[str] = Counter()
    for word, count in counts.items():
        if _is_content(word):
            stems[stem(word)] += count
    return stems


def told_vector(counts: Mapping[str, int]) -> dict[str, float]:
    """Stems, by how often they are told, weighted, as a vector of length one."""
    weights = {one: (1 + math.log(n)) * rarity(one) for one, n in counts.items()}
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {one: weight / length for one, weight in weights.items()} if length else {}


def _news_weekdays(analysis: Analysis, words: Sequence[Word]) -> dict[int, Span]:
    end = words[min(len(words), _NEWS_WORDS) - 1].end if words else 0
    found: dict[int, Span] = {}
    for one in analysis.times:
        past = one.form.shape is Shape.WEEKDAY and one.form.direction is Direction.PAST
        if past and one.span.end <= end:
            found.setdefault(one.form.number, one.span)
    return found


def _rounds(
    text: str,
    running: Sequence[Paragraph],
    quoted: Mapping[int, Sequence[Span]],
    analysis: Analysis,
) -> tuple[Round, ...]:
    sentences = [
        one for one in analysis.sentences if any(p.start <= one.start < p.end for p in running)
    ]
    inside = [span for spans in quoted.values() for span in spans]
    return tuple(find_rounds(text, sentences, inside))


def _is_calendar_day(one: TimeExpression) -> bool:
    return one.form.shape in (Shape.FIXED, Shape.YEARLESS) and len(one.form.value) in (5, 10)
