"""What other sentences of an article name for figures that leave it out: who was asked in a poll,
what holds a sum or a share, what a further sum is of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from onrecord.analysis.figures.head_words import class_named, lemma
from onrecord.lexicon.counted_words import counted_words
from onrecord.values.figures import Figure
from onrecord.values.spans import Span
from onrecord.values.vocabulary import FigureKind

_QUOTED = re.compile(r"[\"“][^\"“”]{0,200}[\"”]")
_FURTHER = re.compile(r"\b(?:another|a\s+further|an\s+additional|an\s+extra)\s+$", re.IGNORECASE)
_ELIDED = re.compile(r"counted: (answers|held|deal)(?:;|$)")
_LISTS = {"answers": "polled", "held": "holders", "deal": "deals"}
_BACK = {"held": 1_500, "deal": 600}
"""Code points back to the words that name it, at most."""
_FURTHER_BACK = 600
_BESIDE = 100
"""Code points between two shares of one whole in a list."""
_REMAINS = re.compile(
    r"(?:\s?%|\s+per\s?cent)?\s+(?:(?:still|also)\s+)?"
    r"(?:remain|(?:is|was|were)\s+(?:still\s+)?left\b|that\s+(?:has|have|had|was|were)\b)",
    re.IGNORECASE,
)
"""What follows a share of a whole that was told of before."""


def settle_bases(figures: Sequence[Figure], text: str) -> list[Figure]:
    """The figures of an article, those that leave out whose or of what they are with it.

    Args:
        figures: the figures, in order; places in the article.
        text: the article's text.
    """
    named: dict[str, list[Span]] = {}
    found: list[Figure] = []
    money: Figure | None = None
    share: Figure | None = None
    for figure in figures:
        one = figure
        if one.counted is None:
            how = match[1] if (match := _ELIDED.search(one.why)) else ""
            if how:
                if how not in named:
                    named[how] = _named(text, how)
                one = _given(one, _nearest(named[how], one, how), text)
            elif money is not None and _is_further(one, text):
                one = _as(one, money)
            elif share is not None and _is_of_whole(one, share, text):
                one = _as(one, share)
        if one.kind is FigureKind.MONEY and one.counted is not None:
            money = one
        if one.kind is FigureKind.SHARE and one.counted is not None:
            share = one
        found.append(one)
    return found


def _named(text: str, how: str) -> list[Span]:
    """Where words of a list stand in the text, with the adjective before; not in quotations."""
    quoted = [Span(*one.span()) for one in _QUOTED.finditer(text)]
    starts = [one.start for one in quoted]
    found = []
    for one in _pattern(how).finditer(text):
        before = bisect_right(starts, one.start()) - 1
        if before < 0 or quoted[before].end <= one.start():
            found.append(Span(*one.span()))
    if how != "answers":
        return found
    names = [one.slice(text).split()[-1].lower() for one in found]
    most = max(names, key=names.count, default="")
    return [one for one, name in zip(found, names, strict=True) if name == most]


@cache
def _pattern(how: str) -> re.Pattern[str]:
    words = sorted(getattr(counted_words(), _LISTS[how]), key=len, reverse=True)
    plural = "" if how == "answers" else "(?:s|es)?"
    which = r"(?:(?:registered|likely|eligible)\s+)?" if how == "answers" else ""
    return re.compile(
        rf"\b{which}(?:{'|'.join(words)}){plural}\b", re.IGNORECASE if how == "answers" else 0
    )


def _nearest(spans: Sequence[Span], one: Figure, how: str) -> Span | None:
    """The last one before the figure; of people who were asked the nearest.

    Those of a poll are called by one name mostly: that one is taken.
    """
    if how != "answers":
        place = bisect_right([span.start for span in spans], one.span.start) - 1
        near = place >= 0 and one.span.start - spans[place].end <= _BACK[how]
        return spans[place] if near else None
    return min(spans, key=lambda span: abs(span.start - one.span.start), default=None)


def _given(one: Figure, span: Span | None, text: str) -> Figure:
    if span is None:
        return one
    base = lemma(span.slice(text).split()[-1])
    return replace(
        one,
        counted=span,
        head=class_named(base),
        inferred=tuple(sorted({*one.inferred, "counted"})),
    )


def _is_further(one: Figure, text: str) -> bool:
    """`Another $64 million came from a trust`."""
    return one.kind is FigureKind.MONEY and bool(
        _FURTHER.search(text, max(one.span.start - 20, 0), one.span.start)
    )


def _is_of_whole(one: Figure, share: Figure, text: str) -> bool:
    """Whether a share goes on with those of one whole: `Another 25 percent evaporated`."""
    if one.kind is not FigureKind.SHARE:
        return False
    if "counted: means" in one.why or _REMAINS.match(text, one.number.end):
        return True
    if _FURTHER.search(text, max(one.span.start - 20, 0), one.span.start):
        return True
    beside = one.number.start - share.number.end <= _BESIDE
    return beside and "counted" in share.inferred


def _as(one: Figure, given: Figure) -> Figure:
    if one.number.start - given.number.end > _FURTHER_BACK:
        return one
    return replace(
        one,
        counted=given.counted,
        head=given.head,
        modifiers=given.modifiers,
        inferred=tuple(sorted({*one.inferred, "counted"})),
    )
