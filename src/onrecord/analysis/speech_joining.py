"""Utterances that go on behind the cue, in the next sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.analysis.paragraph_speech import ParagraphSpeech
from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech_items import Utterance, shared
from onrecord.analysis.speech_quoted import QuotationUse
from onrecord.analysis.speech_stops import stops
from onrecord.values.spans import Span

_LONGEST_SUBHEAD = 60
"""Code points: a shorter paragraph between single marks is a subhead."""
_ENDS = re.compile(r"[.?!…]['’\"”)\]]*\s*$")


def moved(span: Span, offset: int) -> Span:
    """The place, `offset` code points further."""
    return Span(span.start + offset, span.end + offset)


def covered(place: Span, utterances: Sequence[Utterance]) -> bool:
    """Whether half of a place lies in outermost contents."""
    return any(
        2 * shared(one.parts, place) >= place.end - place.start
        for one in utterances
        if not one.inner
    )


def open_quotations(
    paragraph: ParagraphSpeech, utterances: Sequence[Utterance]
) -> list[tuple[Quotation, QuotationUse]]:
    """The outermost quotations of a paragraph that no utterance covers."""
    if not paragraph.quotations:
        return []
    start, end = paragraph.start, paragraph.start + len(paragraph.text)
    near = [u for u in utterances if u.parts[0].start < end and start < u.parts[-1].end]
    return [
        (one, use)
        for one, use in zip(paragraph.quotations, paragraph.uses, strict=True)
        if one.depth == 0 and not covered(moved(one.inner, paragraph.start), near)
    ]


def join_next_sentences(paragraph: ParagraphSpeech, utterances: Sequence[Utterance]) -> None:
    """Quotations that begin where the sentence with the cue ends join its utterance:
    `"A," he said. "B."` is one utterance of two parts.
    """
    for one, use in open_quotations(paragraph, utterances):
        if use is not QuotationUse.SPEECH and not _is_sentence(paragraph.text, one):
            continue
        place = moved(one.span, paragraph.start)
        before = [u for u in utterances if paragraph.start <= reach_of(u) <= place.start]
        last = max((u for u in before if not u.inner), key=reach_of, default=None)
        if last is None or not is_quoted(last, paragraph):
            continue
        reach = reach_of(last) - paragraph.start
        cue_last = last.cue is not None and last.cue.start >= last.parts[-1].end
        gap = paragraph.text[reach : one.span.start]
        if is_one_stop(paragraph.text, reach, one.span.start) if cue_last else is_bare(gap):
            last.parts.append(moved(one.inner, paragraph.start))


def is_said(one: Quotation, use: QuotationUse) -> bool:
    """Whether words between marks were said: not a name, nor a subhead between single marks."""
    short = one.inner.end - one.inner.start <= _LONGEST_SUBHEAD
    return use is QuotationUse.SPEECH and not (one.mark == "single" and short)


def is_quoted(one: Utterance, paragraph: ParagraphSpeech) -> bool:
    """Whether some words of an utterance stand between marks: what was only reported and a
    quotation below it are two utterances.
    """
    return any(shared(one.parts, moved(q.inner, paragraph.start)) for q in paragraph.quotations)


def _is_sentence(text: str, quotation: Quotation) -> bool:
    before = text[: quotation.span.start].rstrip()
    return bool(_ENDS.search(before)) and bool(_ENDS.search(quotation.inner.slice(text)))


def reach_of(one: Utterance) -> int:
    """Where the last of content, source and cue ends."""
    ends = [one.parts[-1].end]
    ends += [place.end for place in (one.source, one.cue) if place is not None]
    return max(ends)


def is_one_stop(text: str, start: int, end: int) -> bool:
    """Whether at most the rest of one sentence stands between two places."""
    found = list(stops(text, start, end))
    return len(found) <= 1 and (bool(found) or is_bare(text[start:end]))


def is_bare(gap: str) -> bool:
    """Whether no word stands there."""
    return not any(c.isalnum() for c in gap)
