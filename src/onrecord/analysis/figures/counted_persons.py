"""Whose an age is that only stands for its person: `The 24-year-old, who lives in Mere, ...`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.values.figures import Figure
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType, FigureKind

_OLD = re.compile(r"[\s-]*(?:years?|yrs?|months?)[\s-]+olds?\b", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|this|that)\s+(?:now[\s-]+|then[\s-]+)?$", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:][\"”’')]*\s|\n")
_BACK = 3_000
"""Code points from an age back to the name of its person, at most."""


def settle_persons(
    figures: Sequence[Figure], text: str, mentions: Sequence[Mention], speakers: Sequence[Span]
) -> list[Figure]:
    """The figures of an article, ages that stand for somebody with the person last named before.

    Args:
        figures: the figures, in order; places in the article.
        text: the article's text.
        mentions: of the article.
        speakers: who says something, as printed: they are told of only as speakers there.
    """
    if not any(_stands_alone(one, text) for one in figures):
        return list(figures)
    told = {(one.start, one.end) for one in speakers}
    people = sorted(
        (one.span for one in mentions if one.type is EntityType.PERSON),
        key=lambda span: span.start,
    )
    others = [one for one in people if not any(_holds(each, one) for each in told)]
    starts = [one.start for one in others]
    found = []
    for one in figures:
        place = bisect_left(starts, one.number.start) - 1 if _stands_alone(one, text) else -1
        while place >= 0 and not _ENDS.search(text, others[place].end, one.span.start):
            place -= 1  # who acts in the sentence is somebody else: `Dolan hit the 24-year-old`
        near = place >= 0 and one.number.start - others[place].end <= _BACK
        found.append(_of(one, others[place], text) if near else one)
    return found


def _holds(outer: tuple[int, int], inner: Span) -> bool:
    return outer[0] <= inner.start and inner.end <= outer[1]


def _stands_alone(one: Figure, text: str) -> bool:
    if one.kind is not FigureKind.AGE or one.counted is not None:
        return False
    if _OLD.match(text, one.number.end) is None:
        return False
    return _DEFINITE.search(text, max(one.span.start - 20, 0), one.span.start) is not None


def _of(one: Figure, person: Span, text: str) -> Figure:
    return replace(
        one,
        counted=person,
        head=person.slice(text).split()[-1].lower(),
        inferred=tuple(sorted({*one.inferred, "counted"})),
    )
