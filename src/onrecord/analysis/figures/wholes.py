"""Parts of a whole that another sentence counts: `Fourteen were hurt. Three of them ...`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.figures.counted_bases import settle_bases
from onrecord.analysis.figures.counted_persons import settle_persons
from onrecord.analysis.figures.head_words import is_people
from onrecord.values.figures import Figure
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.vocabulary import FigureKind

_BACK = 400
"""Code points from a part back to the whole, at most."""
_OF_THEM = re.compile(r"\s*(?:of|among)\s+(?:them|those|these|whom)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s")
_THINGS = frozenset({FigureKind.LEVEL, FigureKind.COUNT})


def settle_wholes(
    figures: Sequence[Figure],
    text: str,
    mentions: Sequence[Mention] = (),
    speakers: Sequence[Span] = (),
) -> list[Figure]:
    """The figures of an article, with the wholes that stand in sentences before.

    Args:
        figures: the figures, in order; places in the article.
        text: the article's text.
        mentions: of the article.
        speakers: who says something in it, as printed.
    """
    found: list[Figure] = []
    for figure in settle_persons(settle_bases(figures, text), text, mentions, speakers):
        one = figure
        if one.part_of is None and _is_part(one, text):
            one = _with_whole(one, found)
        elif not one.head and one.counted is None and one.kind in _THINGS and one.unit is None:
            one = _with_head(one, found, text)
        found.append(one)
    return found


def _is_part(one: Figure, text: str) -> bool:
    """Whether it counts some of those who were counted before: `three of them`, `11 were women`."""
    if one.kind not in _THINGS and one.kind is not FigureKind.SHARE:
        return False
    return "counted: are" in one.why or _OF_THEM.match(text, one.number.end) is not None


def _with_whole(one: Figure, before: Sequence[Figure]) -> Figure:
    """The part with the nearest whole that is as large, and its head where it has none."""
    for whole in reversed(before):
        if one.number.start - whole.number.end > _BACK:
            break
        if whole.part_of is not None or whole.unit is not None or whole.kind not in _THINGS:
            continue
        if not _is_larger(whole, one):
            continue
        why = f"{one.why}; whole-before" if one.why else "whole-before"
        part = replace(one, part_of=whole.number, why=why)
        if not part.outcome:
            part = replace(part, outcome=whole.outcome)
        if part.counted is not None or whole.counted is None:
            return part if part.head else replace(part, head=whole.head)
        return _given(part, whole)
    return one


def _with_head(one: Figure, before: Sequence[Figure], text: str) -> Figure:
    """A bare number with the head of the last figure of the sentence before it."""
    if not before or not (one.outcome or "counted: silent" in one.why):
        return one
    last = before[-1]
    between = text[last.number.end : one.number.start]
    if len(between) > _BACK or len(_SENTENCE_END.findall(between)) > 1:
        return one
    if last.unit is not None or last.kind not in _THINGS or last.counted is None:
        return one
    if one.outcome and not is_people(last.head):
        return one
    return _given(one, last)


def _given(one: Figure, whole: Figure) -> Figure:
    return replace(
        one,
        counted=whole.counted,
        head=whole.head,
        modifiers=whole.modifiers,
        inferred=tuple(sorted({*one.inferred, "counted"})),
    )


def _is_larger(whole: Figure, part: Figure) -> bool:
    if part.unit is not None or part.low is None or whole.low is None:
        return True
    high = whole.high if whole.high is not None else whole.low
    return part.low <= high
