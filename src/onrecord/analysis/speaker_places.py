"""Referents of an article at their places: which sentence, and whether in a quotation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.analysis.paragraph_speech import ParagraphSpeech
from onrecord.analysis.speaker_figures import Occurrence
from onrecord.values.spans import Span


def occurrences_of(paragraphs: Sequence[ParagraphSpeech]) -> list[Occurrence]:
    """Every referent of the paragraphs, in order."""
    found: list[Occurrence] = []
    sentence = 0
    for number, paragraph in enumerate(paragraphs):
        quoted = quoted_spans(paragraph)
        numbers = _sentence_numbers(paragraph, quoted, sentence)
        found += _placed(paragraph, number, quoted, numbers)
        sentence = numbers[-1] + 1 if numbers else sentence
    return found


def quoted_spans(paragraph: ParagraphSpeech) -> list[Span]:
    """What stands between the outermost quotation marks, in order."""
    return [one.inner for one in paragraph.quotations if one.depth == 0]


def _sentence_numbers(
    paragraph: ParagraphSpeech, quoted: Sequence[Span], first: int
) -> list[int]:
    """The number of each sentence; one that is all quotation has that of the next."""
    numbers = []
    for sentence in paragraph.sentences:
        numbers.append(first)
        if not _is_quotation(sentence, quoted):
            first += 1
    return numbers


def _is_quotation(sentence: Span, quoted: Sequence[Span]) -> bool:
    inside = sum(
        max(0, min(sentence.end, one.end) - max(sentence.start, one.start)) for one in quoted
    )
    return inside >= 0.9 * (sentence.end - sentence.start) - 2


def _placed(
    paragraph: ParagraphSpeech, number: int, quoted: Sequence[Span], numbers: Sequence[int]
) -> Iterator[Occurrence]:
    starts = [span.start for span in paragraph.sentences]
    opens = [span.start for span in quoted]
    for one in paragraph.referents:
        at = one.head.start
        last = bisect_right(opens, at) - 1
        sentence = bisect_right(starts, at) - 1
        yield Occurrence(
            referent=one,
            offset=paragraph.start,
            paragraph=number,
            sentence=numbers[max(sentence, 0)] if numbers else 0,
            quoted=last >= 0 and at < quoted[last].end,
            text=one.head.slice(paragraph.text),
        )
