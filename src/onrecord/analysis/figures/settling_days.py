"""Days that another sentence of the article gives: when the people of a poll were asked, when
those were killed or hurt of whom it goes on to tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.values.figures import AsOf, Figure
from onrecord.values.spans import Span
from onrecord.values.times import Shape, TimeExpression, TimeType
from onrecord.values.vocabulary import FigureKind, Modality

_ASKED = re.compile(
    r"\b(?:poll|polls|survey|surveys|questionnaire|interviews)\b[^.]{0,80}?"
    r"\b(?:conducted|taken|carried\s+out|fielded|done)\b"
    r"|\b(?:polled|surveyed|interviewed)\b[^.]{0,40}?\d",
    re.IGNORECASE,
)
_TOLD = (Modality.ASSERTED, Modality.REPORTED)
_OPEN = (AsOf.PUBLICATION, AsOf.PAST)


def dated_by_poll(
    figures: Sequence[Figure], times: Sequence[TimeExpression], text: str, sentences: Sequence[Span]
) -> list[Figure]:
    """The figures of an article, its shares without a time of their own with that of its poll.

    An article that tells of polls of several days leaves them open.

    Args:
        figures: in order; places in the article.
        times: of the article, in order.
        text: the article's.
        sentences: of the article, in order.
    """
    found = _poll_times(times, text, sentences)
    if len(found) != 1:
        return list(figures)
    return [_dated(one, found[0], "poll-day") if _is_open(one) else one for one in figures]


def _poll_times(
    times: Sequence[TimeExpression], text: str, sentences: Sequence[Span]
) -> list[Span]:
    """The expressions that say when people were asked, ranges as one span."""
    starts = [sentence.start for sentence in sentences]
    asked: set[int] = {
        place for place, one in enumerate(sentences) if _ASKED.search(text, one.start, one.end)
    }
    found: list[Span] = []
    for one in times:
        place = bisect_right(starts, one.span.start) - 1
        if place not in asked or not _is_day(one) or (found and one.span.end <= found[-1].end):
            continue
        other = one.range
        ends = [one.span, other] if other is not None else [one.span]
        found.append(Span(min(e.start for e in ends), max(e.end for e in ends)))
    return found


def _is_day(one: TimeExpression) -> bool:
    """Whether an expression stands for days near the article's."""
    if one.type not in (TimeType.DATE, TimeType.TIME) or "REF" in one.form.value:
        return False
    return not (one.form.shape is Shape.FIXED and len(one.form.value) < len("2031-05"))


def _is_open(one: Figure) -> bool:
    share = one.kind is FigureKind.SHARE and one.time is None
    return share and one.as_of in _OPEN and one.modality in _TOLD


def _dated(one: Figure, time: Span, reason: str) -> Figure:
    inferred = tuple(sorted({*one.inferred, "time"}))
    why = "; ".join(part for part in (one.why, reason) if part)
    return replace(one, time=time, as_of=AsOf.EXPRESSION, inferred=inferred, why=why)


def dated_by_incident(figures: Sequence[Figure]) -> list[Figure]:
    """The figures of an article, counts of the past without a time with that of the nearest count
    before of the same outcome: `Some 69 bodies were found today. ... Of 50 people`.

    A count that is much larger than that one is of a longer time.
    """
    found: list[Figure] = []
    last: dict[str, tuple[Figure, Span]] = {}
    for one in figures:
        if one.kind is not FigureKind.COUNT or not one.outcome or one.modality not in _TOLD:
            found.append(one)
            continue
        before = last.get(one.outcome)
        if one.time is not None and one.as_of is AsOf.EXPRESSION:
            last[one.outcome] = one, one.time
        goes_on = before is not None and _goes_on(one, before[0])
        found.append(_dated(one, before[1], "incident-day") if before and goes_on else one)
    return found


def _goes_on(one: Figure, before: Figure) -> bool:
    """Whether a count without a time may be of the event of one before."""
    if one.time is not None or one.as_of is not AsOf.PAST:
        return False
    if one.cause and before.cause and one.cause != before.cause:
        return False
    return one.low is None or before.low is None or one.low <= _MOST_LARGER * before.low


_MOST_LARGER = 3
"""Times as large as the count before, above which it is of a longer time."""
