"""Referents of an article at their places: which sentence, and whether in a quotation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.analysis.paragraph_speech import ParagraphSpeech
from onrecord.analysis.speaker_figures import Occurrence
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Role

_NOT_TOLD = frozenset(
    {Role.BYLINE, Role.TIMESTAMP, Role.DATELINE, Role.CREDIT, Role.CONTRIBUTOR, Role.TAGS}
)
"""Roles whose names are not those of people that the text speaks of."""


def occurrences_of(paragraphs: Sequence[ParagraphSpeech]) -> list[Occurrence]:
    """Every referent of the paragraphs that tell something, in order."""
    found: list[Occurrence] = []
    first = 0
    for number, paragraph in enumerate(paragraphs):
        if paragraph.role in _NOT_TOLD:
            continue
        quoted = quoted_spans(paragraph)
        numbers, first = _numbers(sentences_of(paragraph), quoted, first)
        found += _placed(paragraph, number, quoted, numbers)
    return found


def quoted_spans(paragraph: ParagraphSpeech) -> list[Span]:
    """What stands between the outermost quotation marks, in order."""
    return [one.inner for one in paragraph.quotations if one.depth == 0]


def sentences_of(paragraph: ParagraphSpeech) -> list[Span]:
    """The sentences that speak of somebody or something, in order."""
    return sorted({one.sentence for one in paragraph.referents})


def _numbers(
    sentences: Sequence[Span], quoted: Sequence[Span], first: int
) -> tuple[dict[Span, int], int]:
    """The number of each sentence, counted from `first`, and that of the next paragraph's first;
    a sentence that is all quotation has the number of the next."""
    numbers = {}
    told = False
    for sentence in sentences:
        numbers[sentence] = first
        told = not _is_quotation(sentence, quoted)
        first += told
    return numbers, first + (1 if sentences and not told else 0)


def _is_quotation(sentence: Span, quoted: Sequence[Span]) -> bool:
    inside = sum(
        max(0, min(sentence.end, one.end) - max(sentence.start, one.start)) for one in quoted
    )
    return inside >= 0.9 * (sentence.end - sentence.start) - 2


def _placed(
    paragraph: ParagraphSpeech, number: int, quoted: Sequence[Span], numbers: dict[Span, int]
) -> Iterator[Occurrence]:
    opens, text = [span.start for span in quoted], paragraph.text
    for one in paragraph.referents:
        head = one.head
        at = head.start
        last = bisect_right(opens, at) - 1 if opens else -1
        yield Occurrence(
            referent=one,
            offset=paragraph.start,
            paragraph=number,
            sentence=numbers[one.sentence],
            quoted=last >= 0 and at < quoted[last].end,
            text=text[at : head.end],
            start=at + paragraph.start,
        )
