"""Inside a quotation an expression counts from the day on which that was said."""

from __future__ import annotations

from datetime import date

from onrecord.values.attributions import Attribution
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.time_forms import CountedFrom, Shape, TimeForm, TimeType
from onrecord.values.times import TimeExpression
from onrecord.values.told_days import tell_days
from onrecord.values.vocabulary import AttributionKind, Sourcing

PUBLISHED = DayInterval.on(date(2022, 5, 12))  # a Thursday


def days_before(start: int, days: int) -> TimeExpression:
    """An expression for some days before what it counts from."""
    return TimeExpression(
        span=Span(start, start + 5),
        type=TimeType.DATE,
        form=TimeForm(shape=Shape.DISTANCE, unit="D", shift=-days),
        rule="test",
        counted_from=CountedFrom.PUBLICATION,
    )


def said(start: int, end: int, *, kind: AttributionKind, time: Span | None = None) -> Attribution:
    """An attribution with this content."""
    return Attribution(
        content=(Span(start, end),),
        source=None,
        cue=None,
        kind=kind,
        sourcing=Sourcing.NONE,
        time=time,
    )


def test_a_quotation_counts_from_the_day_on_which_it_was_said() -> None:
    """`two days ago, "we met yesterday"`: three days before the publication."""
    two_days_ago, yesterday = days_before(0, 2), days_before(20, 1)
    quotation = said(10, 40, kind=AttributionKind.DIRECT, time=two_days_ago.span)
    told = tell_days([two_days_ago, yesterday], [quotation], PUBLISHED)
    assert told.times[0].days == DayInterval.on(date(2022, 5, 10))
    assert told.times[1].days == DayInterval.on(date(2022, 5, 9))
    assert told.said[0].days == DayInterval.on(date(2022, 5, 10))
    assert told.said[0].basis == "expression"


def test_outside_of_quotations_nothing_changes() -> None:
    """A paraphrase is told in the article's own time."""
    two_days_ago, yesterday = days_before(0, 2), days_before(20, 1)
    paraphrase = said(10, 40, kind=AttributionKind.INDIRECT, time=two_days_ago.span)
    told = tell_days([two_days_ago, yesterday], [paraphrase], PUBLISHED)
    assert told.times[1].days == DayInterval.on(date(2022, 5, 11))


def test_without_a_day_it_was_said_within_a_week_of_the_publication() -> None:
    """So an expression inside has seven days that it may count from."""
    yesterday = days_before(20, 1)
    told = tell_days([yesterday], [said(10, 40, kind=AttributionKind.DIRECT)], PUBLISHED)
    assert told.said[0].basis == "publication"
    assert told.said[0].days == DayInterval(date(2022, 5, 6), date(2022, 5, 12))
    assert told.times[0].days == DayInterval(date(2022, 5, 5), date(2022, 5, 11))


def test_the_innermost_attribution_counts() -> None:
    """A quotation within a quotation counts from when the inner words were said."""
    outer_day, inner_day, yesterday = days_before(0, 1), days_before(15, 3), days_before(30, 1)
    outer = said(10, 60, kind=AttributionKind.DIRECT, time=outer_day.span)
    inner = said(25, 50, kind=AttributionKind.DIRECT, time=inner_day.span)
    told = tell_days([outer_day, inner_day, yesterday], [outer, inner], PUBLISHED)
    assert told.said[0].days == DayInterval.on(date(2022, 5, 11))
    assert told.said[1].days == DayInterval.on(date(2022, 5, 8))
    assert told.times[2].days == DayInterval.on(date(2022, 5, 7))
