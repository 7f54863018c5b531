"""The sentences of an article that tell something, as they are compared with others'."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from onrecord.analysis.quotations import find_quotations
from onrecord.lexicon.wording_words import wording_words
from onrecord.lexicon.words import stop_words
from onrecord.linking.retold.sentence_text import SentenceText, Sign, make_sentence
from onrecord.linking.wordings.words import compared, printed_words, spoken
from onrecord.values.article import Article
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.times import TimeType
from onrecord.values.vocabulary import EVENT_ROLES

_NAME, _NUMBER, _PLAIN = Sign.NAME.value, Sign.NUMBER.value, Sign.PLAIN.value
_QUOTED, _SAID = Sign.QUOTED.value, Sign.SAID.value

_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[.:]?[0-5]\d:?\s*(?=[\"“A-Z])")
"""The hour before an entry of a running report: `0915 The rain has stopped`."""
_FEWEST = 3
"""Content words: with fewer a sentence tells nothing that can be compared."""


@dataclass(frozen=True, slots=True)
class ToldSentence:
    """One sentence of an article: [start, end) in code points of its text, and what it tells."""

    start: int
    end: int
    text: SentenceText


def told_sentences(article: Article, analysis: Analysis) -> tuple[ToldSentence, ...]:
    """The sentences of headline, dek, running text and notices that tell something, in order.

    Args:
        article: its text and the roles of its paragraphs.
        analysis: its findings.
    """
    starts = [paragraph.start for paragraph in article.paragraphs]
    aside = _Aside(analysis)
    found = []
    for sentence in analysis.sentences:
        if article.paragraphs[bisect_right(starts, sentence.start) - 1].role not in EVENT_ROLES:
            continue
        text = sentence_text(article.text, sentence, aside.times(sentence), aside.said(sentence))
        if len(text.words) >= _FEWEST:
            found.append(ToldSentence(sentence.start, sentence.end, text))
    return tuple(found)


class _Aside:
    """Words of an article that name days, and words that only tell who said it."""

    def __init__(self, analysis: Analysis) -> None:
        days = [one.span for one in analysis.times if one.type is not TimeType.DURATION]
        self._times = sorted(days)
        said = (span for one in analysis.attributions for span in (one.source, one.cue) if span)
        self._said = sorted(set(said))

    def times(self, sentence: Span) -> list[Span]:
        """The words of a sentence that name days."""
        return _within(self._times, sentence)

    def said(self, sentence: Span) -> list[Span]:
        """The words of a sentence that tell who said it."""
        return _within(self._said, sentence)


def _within(spans: Sequence[Span], sentence: Span) -> list[Span]:
    first = bisect_left(spans, Span(sentence.start, sentence.start + 1))
    last = bisect_left(spans, Span(sentence.end, sentence.end + 1))
    return list(spans[first:last])


def sentence_text(
    text: str, sentence: Span, times: Sequence[Span] = (), said: Sequence[Span] = ()
) -> SentenceText:
    """What a sentence tells, by its words alone.

    Args:
        text: the article's.
        sentence: its place there.
        times: the words there that name days: they turn with the day of publication.
        said: the words there that tell who said it.
    """
    quoted = [
        Span(one.inner.start + sentence.start, one.inner.end + sentence.start)
        for one in find_quotations(sentence.slice(text))
    ]
    words: list[str] = []
    marks: list[str] = []
    denies = False
    clock = _CLOCK.match(text, sentence.start)
    start = clock.end() if clock is not None else sentence.start
    for shown in printed_words(text, start, sentence.end):
        if times and _in_one_of(shown.start, times):
            continue
        told = _read(shown.word)
        denies = denies or told.denies
        if not told.stems:
            continue
        if told.number:
            sign = _NUMBER
        elif said and _in_one_of(shown.start, said):
            sign = _SAID
        elif text[shown.start].isupper() and shown.start > start:
            sign = _NAME
        else:
            sign = _QUOTED if quoted and _in_one_of(shown.start, quoted) else _PLAIN
        words += told.stems
        marks += [sign] * len(told.stems)
    return make_sentence(tuple(words), "".join(marks), denies=denies)


class _Read(NamedTuple):
    """What a printed word tells."""

    stems: tuple[str, ...]
    """None of a word of grammar."""
    number: bool
    denies: bool


@lru_cache(maxsize=1 << 16)
def _read(word: str) -> _Read:
    """What a folded printed word tells."""
    said = spoken(word)
    stems = tuple(compared(one) for one in said if tells(one))
    denies = not wording_words().negations.isdisjoint(said)
    return _Read(stems, bool(stems) and stems[0][0].isdigit(), denies)


def tells(word: str) -> bool:
    """Whether a spoken word tells something: no grammar, no single letter."""
    return word[0].isdigit() or (len(word) > 1 and word not in stop_words())


def _in_one_of(place: int, spans: Sequence[Span]) -> bool:
    return any(one.start <= place < one.end for one in spans)
