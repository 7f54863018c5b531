"""Durations as figures, and which figures may stand in a series."""

from __future__ import annotations

from figure_makers import NORLAND, fact
from onrecord.record.duration_facts import DURATION, duration_facts
from onrecord.record.figure_facts import is_of_series
from onrecord.values.article import Article, Dating, Paragraph
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.times import CountedFrom, Shape, TimeExpression, TimeForm, TimeType
from onrecord.values.vocabulary import Basis, Bound, FigureKind, Role

TEXT = "He served more than two years there. They waited for five months in vain on a Monday."


def _time(words: str, value: str, type_: TimeType = TimeType.DURATION) -> TimeExpression:
    start = TEXT.index(words)
    return TimeExpression(
        span=Span(start, start + len(words)),
        type=type_,
        form=TimeForm(shape=Shape.FIXED, value=value),
        rule="made",
        counted_from=CountedFrom.NOTHING,
    )


def test_durations_are_counted_in_days() -> None:
    """Years and months come to days; `more than` makes a bound; a date is no duration."""
    article = Article(
        id="a" * 16,
        name="a.txt",
        media_type="text/plain",
        sha256="0" * 64,
        text=TEXT,
        paragraphs=(Paragraph(0, len(TEXT), Role.BODY, "made"),),
        language="en",
        published=Dating(DayInterval(), Basis.UNKNOWN),
    )
    cut = TEXT.index(" They")
    times = (
        _time("two years", "P2Y"),
        _time("five months", "P5M"),
        _time("Monday", "2031-05-05", TimeType.DATE),
    )
    analysis = Analysis(
        article=article.id, sentences=(Span(0, cut), Span(cut + 1, len(TEXT))), times=times
    )
    years, months = duration_facts(article, analysis, order=3)
    assert (years.low, years.high, years.bound) == (730, None, Bound.AT_LEAST)
    assert (months.low, months.bound, months.sentence) == (152.5, Bound.EXACT, (cut + 1, len(TEXT)))
    assert {years.unit, months.unit} == {DURATION}
    assert not is_of_series(years)


def test_what_may_stand_in_a_series() -> None:
    """A number of which nothing is told stands in none; money needs to be somebody's."""
    assert is_of_series(fact(0, 24, head="boat"))
    assert not is_of_series(fact(0, 5))
    assert not is_of_series(fact(0, 5, kind=FigureKind.OTHER, head="boat"))
    money = {"kind": FigureKind.MONEY, "unit": "USD"}
    assert not is_of_series(fact(0, 5, **money))
    assert is_of_series(fact(0, 5, owner=NORLAND, **money))
