"""How long something took, as figures of days that can be compared; they stand in no series."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.linking.figures.fact import FigureFact
from onrecord.values.article import Article
from onrecord.values.findings import Analysis
from onrecord.values.ids import finding_id
from onrecord.values.spans import Span
from onrecord.values.times import TimeType
from onrecord.values.vocabulary import Bound, FigureKind

DURATION = "duration"
"""Unit of these figures."""
_VALUE = re.compile(r"P(?P<part>T)?(?P<number>\d+(?:\.\d+)?)(?P<unit>[YMWDH])")
_DAYS_OF = {
    ("", "Y"): 365.0,
    ("", "M"): 30.5,
    ("", "W"): 7.0,
    ("", "D"): 1.0,
    ("T", "H"): 1 / 24,
    ("T", "M"): 1 / 1440,
}
"""Days of the units of TIMEX3 durations."""
_LEAST = re.compile(r"\b(?:more than|over|at least)\b")
_NEAR = 12
"""Code points before a duration in which such words stand."""


def duration_facts(
    article: Article, analysis: Analysis, *, order: int, copies: str = ""
) -> Iterator[FigureFact]:
    """The durations of one article that a number tells, in order.

    Args:
        article: with its final date.
        analysis: its findings.
        order: its place in the record.
        copies: id of the group of copies that it is in.
    """
    starts = [one.start for one in analysis.sentences]
    text = article.text.lower()
    for one in analysis.times:
        told = _VALUE.fullmatch(one.form.value) if one.type is TimeType.DURATION else None
        step = _DAYS_OF.get((told["part"] or "", told["unit"])) if told is not None else None
        if told is None or step is None:
            continue
        days = float(told["number"]) * step
        is_least = _LEAST.search(text, max(0, one.span.start - _NEAR), one.span.end)
        sentence = _sentence(one.span, analysis.sentences, starts)
        yield FigureFact(
            id=finding_id(DURATION, article.id, one.span.start, one.span.end),
            article=article.id,
            order=order,
            start=one.span.start,
            end=one.span.end,
            sentence=(sentence.start, sentence.end),
            low=days,
            high=None if is_least else days,
            bound=Bound.AT_LEAST if is_least else Bound.EXACT,
            step=step,
            kind=FigureKind.OTHER,
            unit=DURATION,
            printed=article.published.days,
            copies=copies,
        )


def _sentence(span: Span, sentences: tuple[Span, ...], starts: list[int]) -> Span:
    number = bisect_right(starts, span.start) - 1
    if number >= 0 and span.end <= sentences[number].end:
        return sentences[number]
    return span
