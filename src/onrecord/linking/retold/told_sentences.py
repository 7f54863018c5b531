"""The sentences of an article that tell something, as they are compared with others'."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.analysis.quotations import find_quotations
from onrecord.lexicon.wording_words import wording_words
from onrecord.lexicon.words import stop_words
from onrecord.linking.retold.sentence_text import SentenceText, make_sentence
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
    times = [one.span for one in analysis.times if one.form.type is not TimeType.DURATION]
    found = []
    for sentence in analysis.sentences:
        if article.paragraphs[bisect_right(starts, sentence.start) - 1].role not in EVENT_ROLES:
            continue
        text = sentence_text(article.text, sentence, times)
        if len(text.words) >= _FEWEST:
            found.append(ToldSentence(sentence.start, sentence.end, text))
    return tuple(found)


def sentence_text(text: str, sentence: Span, times: Sequence[Span]) -> SentenceText:
    """What a sentence tells, by its words alone.

    Args:
        text: the article's.
        sentence: its place there.
        times: the words there that name days: they turn with the day of publication.
    """
    quoted = [
        Span(one.inner.start + sentence.start, one.inner.end + sentence.start)
        for one in find_quotations(sentence.slice(text))
    ]
    words, marks, denies = [], [], False
    for shown in printed_words(text, sentence.start, sentence.end):
        if any(one.start <= shown.start < one.end for one in times):
            continue
        for place, word in enumerate(spoken(shown.word)):
            denies = denies or word in wording_words().negations
            if tells(word):
                words.append(compared(word))
                marks.append(_mark(text, shown, sentence, quoted) if place == 0 else "w")
    return make_sentence(tuple(words), "".join(marks), denies=denies)


def tells(word: str) -> bool:
    """Whether a spoken word tells something: no grammar, no single letter."""
    return word[0].isdigit() or (len(word) > 1 and word not in stop_words())


def _mark(text: str, shown: PrintedWord, sentence: Span, quoted: Sequence[Span]) -> str:
    if shown.word[0].isdigit() or spoken(shown.word)[0].isdigit():
        return "d"
    if text[shown.start].isupper() and shown.start > sentence.start:
        return "N"
    return "q" if any(one.start <= shown.start < one.end for one in quoted) else "w"
