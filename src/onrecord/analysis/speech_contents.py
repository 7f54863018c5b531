"""The bounds of what was said: at quotation marks, without outer marks and marks outside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech_items import holds, meets
from onrecord.lexicon.speech_words import speech_words
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind

_DIRECT_SHARE = 0.95
_LITTLE = 4
"""Letters of a part that says nothing by itself: `But`, `also`."""
_LONGEST_SLIP = 24
"""Code points between two parts of which a reader would not see that they are two."""
_MARKS = "\"“”„‟«»‘’‚‛‹›'`"
_FRAME = re.compile(r"(?P<first>\w+)(?: [\w.’'-]+){0,7}?,? (?P<that>that (?P<next>[\w.]+))")
"""The fewest words up to a `that`."""
_EDGE = " \t\r\n\u00a0\u202f\u2009,;:—–-"
_TAIL = _EDGE + ".?!…"


def snapped(
    parts: Sequence[Span], quotations: Sequence[Quotation], others: Sequence[Span]
) -> list[Span]:
    """The parts, none of which ends inside of a quotation.

    Args:
        parts: of one content, in order.
        quotations: those of the paragraph.
        others: source and cue: a quotation that holds one of them is no bound.
    """
    found: list[Span] = []
    for part in parts:
        start, end = part.start, part.end
        for one in quotations:
            if one.depth or not meets(part, one.span) or any(meets(o, one.inner) for o in others):
                continue
            if one.inner.start < start < one.inner.end:
                start = one.span.start
            if one.inner.start < end < one.inner.end:
                end = one.span.end
        found.append(Span(start, end))
    return merged(found)


def merged(parts: Sequence[Span]) -> list[Span]:
    """Parts in order, those that meet as one."""
    found: list[Span] = []
    for part in sorted(parts):
        if found and part.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, part.end))
        else:
            found.append(part)
    return found


def without_gaps(text: str, parts: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """The parts, those as one between which only a word or two stand that are no cue or source;
    without lone little words beside others.

    Args:
        text: the paragraph.
        parts: of one content, in order.
        others: source and cue.
    """
    found: list[Span] = []
    for part in parts:
        gap = Span(found[-1].end, part.start) if found and found[-1].end < part.start else None
        if gap is not None and _is_slip(text, gap) and not any(meets(o, gap) for o in others):
            found[-1] = Span(found[-1].start, part.end)
        else:
            found.append(part)
    if len(found) == 1:
        return found
    long = [part for part in found if sum(c.isalpha() for c in part.slice(text)) > _LITTLE]
    return long or found


def _is_slip(text: str, gap: Span) -> bool:
    words = gap.slice(text)
    return len(words) <= _LONGEST_SLIP and not any(mark in words for mark in ".?!\n")


def without_frame(text: str, part: Span, cue: Span | None) -> Span:
    """A first part without the time and place of saying that stand between its cue and `that`.

    Args:
        text: the paragraph.
        part: the first part of a content.
        cue: what carries it.
    """
    if cue is None or text[cue.end : part.start].strip():
        return part
    frame = _FRAME.match(part.slice(text))
    words = speech_words()
    if frame is None or frame["first"].lower() not in words.frames:
        return part
    following = frame["next"]
    if following.islower() and following not in words.clause_openers:
        return part  # rather a relative clause: `in a town that ...`
    return Span(part.start + frame.start("that"), part.end)


def trimmed(text: str, part: Span, quotations: Sequence[Quotation]) -> Span | None:
    """A part without outer quotation marks and what stands outside of them; None if empty."""
    start, end = part.start, part.end
    for one in quotations:
        if one.depth == 0 and holds(Span(start, end), one.inner):
            rest = text[start : one.inner.start] + text[one.inner.end : end]
            if not any(c.isalnum() for c in rest):
                return one.inner
    while start < end and not _counts(text[start]) and text[start] in _TAIL:
        start += 1
    opened = [one for one in quotations if one.span.end > one.inner.end]
    closes = {one.span.end for one in opened if holds(Span(start, end), one.inner)}
    while end > start and end not in closes and text[end - 1] in _TAIL + _MARKS:
        end -= 1
    for one in opened:
        if not one.depth and start <= one.span.start and one.inner.end - 3 <= end < one.span.end:
            end = one.span.end  # the last words stand between marks: with what closes them
    while start < end and text[start] in _MARKS and not _opens(start, end, quotations):
        start += 1
    if not any(c.isalnum() for c in text[start:end]):
        return None
    return Span(start, end)


def _counts(char: str) -> bool:
    return char.isalnum()


def _opens(start: int, end: int, quotations: Sequence[Quotation]) -> bool:
    return any(one.span.start == start and one.inner.start < end for one in quotations)


def kind_of(
    texts: Sequence[tuple[int, str]], parts: Sequence[Span], marked: Sequence[Span]
) -> AttributionKind:
    """By the share of the content's letters that stand between marks.

    Args:
        texts: the paragraphs and where each begins, in order; places are counted as these.
        parts: of the content.
        marked: the places between marks.
    """
    letters = inside = 0
    if not any(meets(one, part) for part in parts for one in marked):
        return AttributionKind.INDIRECT
    if all(any(holds(one, part) for one in marked) for part in parts):
        return AttributionKind.DIRECT
    for part in parts:
        near = [one for one in marked if meets(one, part)]
        letters += _letters(texts, part)
        for one in near:
            both = Span(max(one.start, part.start), min(one.end, part.end))
            inside += _letters(texts, both)
    if inside and inside >= _DIRECT_SHARE * letters:
        return AttributionKind.DIRECT
    return AttributionKind.MIXED if inside else AttributionKind.INDIRECT


def _letters(texts: Sequence[tuple[int, str]], place: Span) -> int:
    number = bisect_right(texts, place.start, key=lambda one: one[0]) - 1
    start, text = texts[number]
    return sum(c.isalnum() for c in text[place.start - start : place.end - start])
