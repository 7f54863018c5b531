"""Quotations with no cue beside them: whose they are by what stands before and after."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.analysis.paragraph_speech import ParagraphSpeech
from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech_items import Utterance
from onrecord.analysis.speech_joining import moved, open_quotations
from onrecord.analysis.speech_quoted import QuotationUse
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Stance


def add_floating(paragraphs: Sequence[ParagraphSpeech], utterances: list[Utterance]) -> None:
    """Utterances for quotations of whole sentences that nothing covers."""
    for number, paragraph in enumerate(paragraphs):
        for one, use in open_quotations(paragraph, utterances):
            if use is QuotationUse.SPEECH and _is_free(paragraph.text, one):
                utterances.append(_floating(number, moved(one.inner, paragraph.start), utterances))


def _is_free(text: str, quotation: Quotation) -> bool:
    """Whether it stands as sentences of its own."""
    before = text[: quotation.span.start].rstrip()
    after = text[quotation.span.end :].lstrip()
    inner = quotation.inner.slice(text)
    starts = not before or before[-1] in ".?!:…\"”'’)"
    ends = not after or inner[-1:] in ".?!…" or after[0] in ".?!"
    return starts and ends


def _floating(number: int, place: Span, utterances: Sequence[Utterance]) -> Utterance:
    before = [
        u
        for u in utterances
        if not u.inner and u.source is not None and u.extent.end <= place.start
    ]
    near = [u for u in before if number - u.paragraph <= 1]
    last = max(near, key=lambda u: u.extent.end, default=None)
    return Utterance(
        parts=[place],
        source=last.source if last is not None else None,
        cue=None,
        stance=Stance.SAID,
        why="marks-after-speaker" if last is not None else "marks-alone",
        paragraph=number,
    )
