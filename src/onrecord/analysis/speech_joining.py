"""Utterances that go on: behind the cue in the next sentence, and in the next paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.analysis.paragraph_speech import ParagraphSpeech
from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech_items import Utterance, shared
from onrecord.analysis.speech_quoted import QuotationUse
from onrecord.analysis.speech_stops import stops
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Stance

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
    return [
        (one, use)
        for one, use in zip(paragraph.quotations, paragraph.uses, strict=True)
        if one.depth == 0 and not covered(moved(one.inner, paragraph.start), utterances)
    ]


def join_next_sentences(
    number: int, paragraph: ParagraphSpeech, utterances: list[Utterance]
) -> None:
    """Quotations that begin where the sentence with the cue ends join its utterance:
    `"A," he said. "B."` is one utterance of two parts.
    """
    for one, use in open_quotations(paragraph, utterances):
        if use is not QuotationUse.SPEECH and not _is_sentence(paragraph.text, one):
            continue
        place = moved(one.span, paragraph.start)
        before = [u for u in utterances if _reach(u) <= place.start and u.paragraph == number]
        last = max((u for u in before if not u.inner), key=_reach, default=None)
        if last is None:
            continue
        reach = _reach(last) - paragraph.start
        cue_last = last.cue is not None and last.cue.start >= last.parts[-1].end
        gap = paragraph.text[reach : one.span.start]
        if _is_one_stop(paragraph.text, reach, one.span.start) if cue_last else _is_bare(gap):
            last.parts.append(moved(one.inner, paragraph.start))


def join_next_paragraphs(
    paragraphs: Sequence[ParagraphSpeech], utterances: list[Utterance]
) -> None:
    """Quotations at the head of a paragraph with no cue of their own, right below one that ends
    with an utterance, go on with the same speaker; else they are of whom the next one names.
    """
    for number, paragraph in enumerate(paragraphs):
        leading = _leading(paragraph, utterances)
        if not leading:
            continue
        above = paragraphs[number - 1] if number else None
        last = _ending(above, utterances) if above is not None else None
        if last is not None and above is not None and not _asks(above, last):
            last.parts += leading
        elif last is None and number + 1 < len(paragraphs) and _is_all_quoted(paragraph):
            _join_below(leading, paragraphs[number + 1], utterances)


def _leading(paragraph: ParagraphSpeech, utterances: Sequence[Utterance]) -> list[Span]:
    """The quotations at the head of a paragraph, nothing between them, that nothing covers."""
    found: list[Span] = []
    end = 0
    waiting = {one for one, use in open_quotations(paragraph, utterances) if _is_said(one, use)}
    for one in paragraph.quotations:
        if one.depth or one not in waiting or not _is_bare(paragraph.text[end : one.span.start]):
            continue
        found.append(moved(one.inner, paragraph.start))
        end = one.span.end
    return found


def _is_said(one: Quotation, use: QuotationUse) -> bool:
    short = one.inner.end - one.inner.start <= _LONGEST_SUBHEAD
    return use is QuotationUse.SPEECH and not (one.mark == "single" and short)


def _is_all_quoted(paragraph: ParagraphSpeech) -> bool:
    outside = list(paragraph.text)
    for one in paragraph.quotations:
        if one.depth == 0:
            outside[one.span.start : one.span.end] = " " * (one.span.end - one.span.start)
    return not any(c.isalnum() for c in outside)


def _join_below(
    leading: list[Span], below: ParagraphSpeech, utterances: Sequence[Utterance]
) -> None:
    first = _reopened(below)
    if first is None:
        return
    place = moved(first.inner, below.start)
    one = _holder(place, utterances)
    if one is not None and one.parts[0].start == place.start:
        one.parts[:0] = leading


def _ending(paragraph: ParagraphSpeech, utterances: Sequence[Utterance]) -> Utterance | None:
    """The utterance with which a paragraph ends."""
    end = paragraph.start + len(paragraph.text)
    inside = [u for u in utterances if not u.inner and paragraph.start <= u.parts[-1].start < end]
    last = max(inside, key=_reach, default=None)
    if last is None:
        return None
    reach = min(_reach(last), end) - paragraph.start
    return last if _is_one_stop(paragraph.text, reach, len(paragraph.text)) else None


def _asks(paragraph: ParagraphSpeech, last: Utterance) -> bool:
    """Whether the words end with a question, which somebody else answers."""
    end = last.parts[-1].end - paragraph.start
    return paragraph.text[max(0, end - 1) : end + 1].startswith("?")


def _is_sentence(text: str, quotation: Quotation) -> bool:
    before = text[: quotation.span.start].rstrip()
    return bool(_ENDS.search(before)) and bool(_ENDS.search(quotation.inner.slice(text)))


def _reach(one: Utterance) -> int:
    """Where the last of content, source and cue ends."""
    ends = [one.parts[-1].end]
    ends += [place.end for place in (one.source, one.cue) if place is not None]
    return max(ends)


def _is_one_stop(text: str, start: int, end: int) -> bool:
    """Whether at most the rest of one sentence stands between two places."""
    found = list(stops(text, start, end))
    return len(found) <= 1 and (bool(found) or _is_bare(text[start:end]))


def _is_bare(gap: str) -> bool:
    return not any(c.isalnum() for c in gap)


def join_paragraphs(paragraphs: Sequence[ParagraphSpeech], utterances: list[Utterance]) -> None:
    """A quotation that is not closed at the end of its paragraph goes on in the next one, where
    its mark is opened anew; all of it is one utterance.
    """
    for number in range(1, len(paragraphs)):
        first, second = paragraphs[number - 1], paragraphs[number]
        left, right = _left_open(first), _reopened(second)
        if left is None or right is None:
            continue
        one = _holder(moved(left.inner, first.start), utterances)
        two = _holder(moved(right.inner, second.start), utterances)
        if one is None and two is None:
            continue
        if one is None and two is not None:
            two.parts.insert(0, moved(left.inner, first.start))
        elif two is None and one is not None:
            one.parts.append(moved(right.inner, second.start))
        elif one is not None and two is not None and one is not two:
            _join(one, two, utterances)


def _join(one: Utterance, two: Utterance, utterances: list[Utterance]) -> None:
    if one.source is not None and two.source is not None and one.cue is not None:
        return  # each has its own
    one.parts = sorted([*one.parts, *two.parts])
    one.source, one.cue = one.source or two.source, one.cue or two.cue
    utterances.remove(two)


def _holder(place: Span, utterances: Sequence[Utterance]) -> Utterance | None:
    best = max(
        (u for u in utterances if not u.inner), key=lambda u: shared(u.parts, place), default=None
    )
    if best is None or 2 * shared(best.parts, place) < place.end - place.start:
        return None
    return best


def _left_open(paragraph: ParagraphSpeech) -> Quotation | None:
    """The quotation that is not closed where the paragraph ends."""
    end = len(paragraph.text.rstrip())
    for one in paragraph.quotations:
        if one.depth == 0 and one.opened and not one.closed and one.inner.end >= end:
            return one
    return None


def _reopened(paragraph: ParagraphSpeech) -> Quotation | None:
    """The quotation with which the paragraph begins."""
    for one in paragraph.quotations:
        if one.depth == 0 and one.opened and not paragraph.text[: one.span.start].strip():
            return one
    return None


def join_introduced(paragraphs: Sequence[ParagraphSpeech], utterances: list[Utterance]) -> None:
    """A quotation below `She added:` is that of the words above it."""
    for number in range(1, len(paragraphs)):
        introduction = paragraphs[number - 1].introduction
        right = _reopened(paragraphs[number])
        if introduction is None or right is None:
            continue
        start = paragraphs[number].start
        if _holder(moved(right.inner, start), utterances) is not None:
            continue
        above = paragraphs[number - 1].start
        source = introduction.source
        utterances.append(
            Utterance(
                parts=[moved(right.inner, start)],
                source=moved(source, above) if source is not None else None,
                cue=moved(introduction.cue, above),
                stance=Stance.SAID,
                why="marks-below-colon",
                paragraph=number,
            )
        )
