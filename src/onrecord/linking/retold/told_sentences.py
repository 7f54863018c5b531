"""The sentences of an article that tell something, as they are compared with others'."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.quotations import find_quotations
from onrecord.lexicon.wording_words import wording_words
from onrecord.lexicon.words import stop_words
from onrecord.linking.retold.sentence_text import SentenceText, Sign, make_sentence
from onrecord.linking.wordings.words import PrintedWord, compared, printed_words, spoken
from onrecord.values.article import Article
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.times import TimeType
from onrecord.values.vocabulary import EVENT_ROLES

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
    words, marks, denies = [], [], False
    for shown in printed_words(text, sentence.start, sentence.end):
        if _in_one_of(shown, times):
            continue
        sign = _sign(text, shown, sentence)
        if sign is not Sign.NUMBER and _in_one_of(shown, said):
            sign = Sign.SAID
        elif sign is Sign.PLAIN and _in_one_of(shown, quoted):
            sign = Sign.QUOTED
        for word in spoken(shown.word):
            denies = denies or word in wording_words().negations
            if tells(word):
                words.append(compared(word))
                marks.append(sign)
    return make_sentence(tuple(words), "".join(marks), denies=denies)


def tells(word: str) -> bool:
    """Whether a spoken word tells something: no grammar, no single letter."""
    return word[0].isdigit() or (len(word) > 1 and word not in stop_words())


def _sign(text: str, shown: PrintedWord, sentence: Span) -> Sign:
    if shown.word[0].isdigit() or spoken(shown.word)[0][:1].isdigit():
        return Sign.NUMBER
    opens = shown.start == sentence.start
    return Sign.NAME if text[shown.start].isupper() and not opens else Sign.PLAIN


def _in_one_of(shown: PrintedWord, spans: Sequence[Span]) -> bool:
    return any(one.start <= shown.start < one.end for one in spans)
