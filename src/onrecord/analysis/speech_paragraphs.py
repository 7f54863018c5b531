"""Utterances that go on in the next paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.analysis.paragraph_speech import ParagraphSpeech
from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech_contents import merged
from onrecord.analysis.speech_items import Utterance, holds, shared
from onrecord.analysis.speech_joining import (
    is_bare,
    is_one_stop,
    is_quoted,
    is_said,
    moved,
    open_quotations,
    reach_of,
)
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Stance

_LONGEST_BRIDGE = 8
"""Paragraphs over which a quotation goes whose mark is not opened anew in each."""


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


def join_bridged(paragraphs: Sequence[ParagraphSpeech], utterances: list[Utterance]) -> list[Span]:
    """A quotation opened in one paragraph and closed in a later one, no mark between them, is one
    utterance: text with one sentence a line. Gives what stands between its marks.
    """
    bridged: list[Span] = []
    first: tuple[int, Quotation] | None = None
    for number, paragraph in enumerate(paragraphs):
        closing = _closes_only(paragraph)
        if first is not None and closing is not None:
            bridged.append(
                _bridge(paragraphs[first[0] : number + 1], first[1], closing, utterances)
            )
        if paragraph.quotations or (first is not None and number - first[0] >= _LONGEST_BRIDGE):
            left = _left_open(paragraph)
            first = (number, left) if left is not None else None
    return bridged


def _closes_only(paragraph: ParagraphSpeech) -> Quotation | None:
    """The quotation at the head of a paragraph whose opening mark is not in it."""
    for one in paragraph.quotations:
        if one.depth == 0:
            head = is_bare(paragraph.text[: one.inner.start])
            return one if head and one.closed and not one.opened else None
    return None


def _bridge(
    held: Sequence[ParagraphSpeech],
    left: Quotation,
    right: Quotation,
    utterances: list[Utterance],
) -> Span:
    place = Span(held[0].start + left.inner.start, held[-1].start + right.inner.end)
    tellers = [
        _holder(moved(right.inner, held[-1].start), utterances),
        _holder(moved(left.inner, held[0].start), utterances),
    ]
    teller = next((one for one in tellers if one is not None), None)
    for one in utterances:
        if one is not teller and holds(place, one.extent):
            one.inner, one.asserted = True, False
    if teller is None:
        utterances.append(
            Utterance(parts=[place], source=None, cue=None, stance=Stance.SAID, why="marks-alone")
        )
    else:
        teller.parts = merged([*teller.parts, place])
    return place


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
            )
        )


def join_next_paragraphs(
    paragraphs: Sequence[ParagraphSpeech], utterances: Sequence[Utterance]
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
            if is_quoted(last, above):
                last.parts += leading
        elif number + 1 < len(paragraphs) and _is_whole(paragraph):
            _join_below(leading, paragraphs[number + 1], utterances)


def _leading(paragraph: ParagraphSpeech, utterances: Sequence[Utterance]) -> list[Span]:
    """The quotations at the head of a paragraph, nothing between them, that nothing covers."""
    found: list[Span] = []
    end = 0
    waiting = {one for one, use in open_quotations(paragraph, utterances) if is_said(one, use)}
    for one in paragraph.quotations:
        if one.depth or one not in waiting or not is_bare(paragraph.text[end : one.span.start]):
            continue
        found.append(moved(one.inner, paragraph.start))
        end = one.span.end
    return found


def _is_whole(paragraph: ParagraphSpeech) -> bool:
    """Whether a paragraph is nothing but quotations, and does not end with a question."""
    if "?" in paragraph.text.rstrip()[-2:]:
        return False
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
    last = max(inside, key=reach_of, default=None)
    if last is None:
        return None
    reach = min(reach_of(last), end) - paragraph.start
    return last if is_one_stop(paragraph.text, reach, len(paragraph.text)) else None


def _asks(paragraph: ParagraphSpeech, last: Utterance) -> bool:
    """Whether the words end with a question, which somebody else answers."""
    end = last.parts[-1].end - paragraph.start
    return paragraph.text[max(0, end - 1) : end + 1].startswith("?")
