"""Quotations with no cue beside them: whose they are by what stands before and below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.analysis.paragraph_speech import ParagraphSpeech
from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech_items import Utterance
from onrecord.analysis.speech_joining import is_bare, is_said, moved, open_quotations
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Stance

_SIGNATURE = re.compile(r"^\s*[-—–―~]\s*(?P<name>[A-Z][^.:;!?\"“”]{2,80}?)\.?\s*$")
_FEWEST_LETTERS = 15
"""Of a quotation whose speaker nothing tells: fewer are a slogan or a subhead."""


def add_floating(paragraphs: Sequence[ParagraphSpeech], utterances: list[Utterance]) -> None:
    """Utterances for quotations of whole sentences that nothing covers."""
    for number, paragraph in enumerate(paragraphs):
        for one, use in open_quotations(paragraph, utterances):
            if not is_said(one, use) or not _is_free(paragraph.text, one):
                continue
            found = _floating(number, one, paragraphs, utterances)
            if found is not None:
                utterances.append(found)


def _is_free(text: str, quotation: Quotation) -> bool:
    """Whether it stands as sentences of its own."""
    before = text[: quotation.span.start].rstrip()
    after = text[quotation.span.end :].lstrip()
    inner = quotation.inner.slice(text)
    starts = not before or before[-1] in ".?!:…\"”'’)"
    ends = not after or inner[-1:] in ".?!…" or after[0] in ".?!"
    return starts and ends


def _floating(
    number: int,
    quotation: Quotation,
    paragraphs: Sequence[ParagraphSpeech],
    utterances: Sequence[Utterance],
) -> Utterance | None:
    paragraph = paragraphs[number]
    place = moved(quotation.inner, paragraph.start)
    below = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
    source = _signature(paragraph, quotation, below)
    why = "marks-above-name"
    if source is None:
        source = _speaker_before(number, place, paragraphs, utterances)
        why = "marks-after-speaker"
    if source is None:
        why = "marks-alone"
        letters = sum(c.isalpha() for c in quotation.inner.slice(paragraph.text))
        if letters < _FEWEST_LETTERS:
            return None
    return Utterance(
        parts=[place],
        source=source,
        cue=None,
        stance=Stance.SAID,
        why=why,
    )


def _signature(
    paragraph: ParagraphSpeech, quotation: Quotation, below: ParagraphSpeech | None
) -> Span | None:
    """The name behind a dash after the quotation, or in the paragraph below it."""
    rest = paragraph.text[quotation.span.end :]
    offset = paragraph.start + quotation.span.end
    if is_bare(rest) and below is not None:
        rest, offset = below.text, below.start
    name = _SIGNATURE.match(rest)
    return Span(name.start("name") + offset, name.end("name") + offset) if name else None


def _speaker_before(
    number: int,
    place: Span,
    paragraphs: Sequence[ParagraphSpeech],
    utterances: Sequence[Utterance],
) -> Span | None:
    """The last that speaks or acts before the quotation, in its paragraph or the one above; not
    who has just asked a question.
    """
    floor = paragraphs[max(0, number - 1)].start
    told = [u for u in utterances if not u.inner and u.source is not None]
    told = [u for u in told if u.extent.end <= place.start]
    last = max(told, key=lambda u: u.parts[-1].end, default=None)
    asked = last is not None and _asks(last, paragraphs, place)
    if asked and last is not None:
        told = [u for u in told if _words(u, paragraphs) != _words(last, paragraphs)]
        before = max(told, key=lambda u: u.parts[-1].end, default=None)
        return before.source if before is not None else None
    found = [u.source for u in told if u.source is not None and floor <= u.extent.end]
    for one in paragraphs[max(0, number - 1) : number + 1]:
        found += [moved(s, one.start) for s in one.subjects if s.end + one.start <= place.start]
    return max(found, default=None)


def _asks(one: Utterance, paragraphs: Sequence[ParagraphSpeech], place: Span) -> bool:
    """Whether an utterance ends with a question right before a place."""
    end = one.parts[-1].end
    for paragraph in paragraphs:
        if paragraph.start <= end - 1 < paragraph.start + len(paragraph.text):
            near = place.start - end <= _NEAR
            return near and paragraph.text[end - 1 - paragraph.start] == "?"
    return False


_NEAR = 200
"""Code points between a question and its answer."""


def _words(one: Utterance, paragraphs: Sequence[ParagraphSpeech]) -> str:
    if one.source is None:
        return ""
    for paragraph in paragraphs:
        if paragraph.start <= one.source.start < paragraph.start + len(paragraph.text):
            return moved(one.source, -paragraph.start).slice(paragraph.text)
    return ""
