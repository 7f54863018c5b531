"""References: what an expression counts from, found among the expressions before it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.time_references import link_references
from onrecord.values.spans import Span
from onrecord.values.times import (
    CountedFrom,
    Direction,
    Shape,
    TimeExpression,
    TimeForm,
    TimeType,
    resolve,
)

PUBLICATION, EXPRESSION, NOTHING = (
    CountedFrom.PUBLICATION,
    CountedFrom.EXPRESSION,
    CountedFrom.NOTHING,
)
WEEKDAY = TimeForm(shape=Shape.WEEKDAY, number=1)
LATER = TimeForm(shape=Shape.DISTANCE, unit="D", shift=2)
EARLIER = TimeForm(shape=Shape.DISTANCE, unit="D", shift=-2)
QUARTER = TimeForm(shape=Shape.YEARLESS, value="Q3")


def fixed(value: str) -> TimeForm:
    return TimeForm(shape=Shape.FIXED, value=value)


def at(
    place: int,
    form: TimeForm,
    counted: CountedFrom = PUBLICATION,
    type_: TimeType = TimeType.DATE,
    rule: str = "test",
) -> TimeExpression:
    """An expression of five letters at a place."""
    return TimeExpression(
        span=Span(place, place + 5), type=type_, form=form, rule=rule, counted_from=counted
    )


def test_it_counts_from_the_one_before_it() -> None:
    """Of several expressions before it the last one counts, at its place."""
    times = link_references(
        [at(0, fixed("2020-06-12"), NOTHING), at(20, WEEKDAY), at(40, LATER, EXPRESSION)]
    )
    assert [t.reference for t in times] == [None, None, Span(20, 25)]
    assert times[2].counted_from is EXPRESSION


@pytest.mark.parametrize(
    ("before", "reference"),
    [
        ([at(0, fixed("2014"), NOTHING)], None),
        ([at(0, fixed("2014-05"), NOTHING)], Span(0, 5)),
        ([at(0, fixed("2014-05"), NOTHING), at(300, fixed("2013"), NOTHING)], Span(0, 5)),
        ([at(0, fixed("2014-05-03"), NOTHING)], Span(0, 5)),
    ],
)
def test_a_month_counts_from_no_year(before: list[TimeExpression], reference: Span | None) -> None:
    """`The previous month` counts from a month or day before it, not from a whole year."""
    month = TimeForm(shape=Shape.UNIT, unit="M", shift=-1)
    *_, last = link_references([*before, at(350, month, EXPRESSION)])
    assert last.reference == reference


def test_chains() -> None:
    """What counts from another may be counted from itself."""
    times = link_references([at(0, WEEKDAY), at(20, LATER, EXPRESSION), at(40, LATER, EXPRESSION)])
    assert [t.reference for t in times] == [None, Span(0, 5), Span(20, 25)]


@pytest.mark.parametrize(
    ("form", "type_"),
    [
        (fixed("P2W"), TimeType.DURATION),
        (fixed("PAST_REF"), TimeType.DATE),
        (fixed("P1D"), TimeType.SET),
        (fixed("XXXX-WXX-1"), TimeType.SET),
    ],
)
def test_only_days_are_counted_from(form: TimeForm, type_: TimeType) -> None:
    """Lengths, vague words and sets are passed over."""
    first = at(0, fixed("2020-06-12"), NOTHING)
    times = link_references([first, at(20, form, NOTHING, type_), at(40, LATER, EXPRESSION)])
    assert times[2].reference == first.span


def test_what_lay_before_counts_from_publication() -> None:
    """Where nothing is named before it, or nothing near it."""
    (alone,) = link_references([at(0, EARLIER, EXPRESSION)])
    assert (alone.counted_from, alone.reference) == (PUBLICATION, None)
    far = link_references([at(0, WEEKDAY), at(2_000, EARLIER, EXPRESSION)])
    assert (far[1].counted_from, far[1].reference) == (PUBLICATION, None)
    near = link_references([at(0, WEEKDAY), at(200, EARLIER, EXPRESSION)])
    assert near[1].reference == Span(0, 5)


@pytest.mark.parametrize(
    ("form", "value"),
    [
        (LATER, "XXXX-XX-XX"),
        (TimeForm(shape=Shape.UNIT, unit="Y", shift=1), "XXXX"),
        (TimeForm(shape=Shape.UNIT, unit="D", shift=1, clock="TMO"), "XXXX-XX-XXTMO"),
    ],
)
def test_what_came_after_something_undated_is_open(form: TimeForm, value: str) -> None:
    """`two days later` is not two days after the publication, which nothing told is after."""
    (one,) = link_references([at(0, form, EXPRESSION)])
    assert one.counted_from is NOTHING
    assert resolve(one.form, None).value == value


def test_in_a_report_on_a_quarter() -> None:
    """`the quarter` is the one that is reported on, and `a year earlier` its like of that year."""
    quarter = at(0, QUARTER)
    times = link_references(
        [
            quarter,
            at(100, TimeForm(shape=Shape.UNIT, unit="Q", shift=-1)),
            at(200, TimeForm(shape=Shape.DISTANCE, unit="Y", shift=-1), EXPRESSION),
            at(300, TimeForm(shape=Shape.UNIT, unit="Q", shift=-5), rule="year-ago-quarter"),
        ]
    )
    forms = [(t.form.shape, t.form.unit, t.form.shift) for t in times[1:]]
    assert forms == [(Shape.UNIT, "Q", 0), (Shape.UNIT, "Q", -4), (Shape.UNIT, "Q", -4)]
    assert all(t.counted_from is EXPRESSION and t.reference is not None for t in times[1:])


def test_without_a_quarter_they_stay() -> None:
    """Where no quarter is named, or far away, a year is a year."""
    year = TimeForm(shape=Shape.DISTANCE, unit="Y", shift=-1)
    (alone,) = link_references([at(0, year)])
    far = link_references([at(0, QUARTER), at(5_000, year)])
    assert alone.form == far[1].form == year


def test_beside_an_outlook_the_latest_quarter_is_the_last_one() -> None:
    """`the fourth quarter` may lie ahead; a fiscal one is told, and is the latest."""
    latest = at(100, TimeForm(shape=Shape.UNIT, unit="Q", shift=-1), rule="latest-period")
    ahead = replace(QUARTER, direction=Direction.NEAREST)
    assert link_references([at(0, ahead), latest])[1] == latest
    told = replace(QUARTER, direction=Direction.PAST)
    assert link_references([at(0, told), latest])[1].reference == Span(0, 5)


def test_of_nine_months_a_year_earlier_is_a_year() -> None:
    """After them, and after a week, `a year earlier` is no longer said of the quarter."""
    year = TimeForm(shape=Shape.DISTANCE, unit="Y", shift=-1)
    for between in (
        at(20, fixed("P9M"), NOTHING, TimeType.DURATION),
        at(20, TimeForm(shape=Shape.UNIT, unit="W")),
    ):
        assert link_references([at(0, QUARTER), between, at(40, year)])[2].form == year


def test_the_quarter_of_another_year() -> None:
    """`the 2014 quarter` is the one reported on, of that year; alone it is the year."""
    other = at(100, fixed("2014"), NOTHING, rule="period-of-year")
    assert link_references([at(0, QUARTER), other])[1].form.value == "2014-Q3"
    assert link_references([other])[0].form.value == "2014"


def test_a_week_counts_from_a_week() -> None:
    """`the prior week` counts from the week before it, though a distance stands between."""
    week = at(0, TimeForm(shape=Shape.UNIT, unit="W", shift=-1))
    ago = at(40, TimeForm(shape=Shape.DISTANCE, unit="D", shift=-70))
    prior = at(80, TimeForm(shape=Shape.UNIT, unit="W", shift=-1), EXPRESSION)
    assert link_references([week, ago, prior])[2].reference == week.span


def test_a_time_of_the_day_counts_from_a_day() -> None:
    """`at 6 a.m.` is said of the last day, not of the month after it."""
    clock = at(60, TimeForm(shape=Shape.UNIT, unit="D", clock="T06:00"), EXPRESSION)
    month = at(30, TimeForm(shape=Shape.YEARLESS, value="05"))
    assert link_references([at(0, WEEKDAY), month, clock])[2].reference == Span(0, 5)
    assert link_references([month, clock])[1].counted_from is PUBLICATION


@pytest.mark.parametrize(("unit", "value"), [("W", "XXXX-WXX"), ("M", "XXXX-XX"), ("Y", "XXXX")])
def test_the_same_year_as_something_undated_is_open(unit: str, value: str) -> None:
    """`the same year she won`: nothing is said of which."""
    (one,) = link_references([at(0, TimeForm(shape=Shape.UNIT, unit=unit), EXPRESSION)])
    assert (one.form.value, one.counted_from) == (value, NOTHING)


FORMS = st.sampled_from([WEEKDAY, LATER, QUARTER, fixed("2020"), fixed("P2W"), fixed("2020-Q1")])


@st.composite
def articles(draw: st.DrawFn) -> list[TimeExpression]:
    place, times = 0, []
    for _ in range(draw(st.integers(0, 8))):
        times.append(at(place, draw(FORMS), draw(st.sampled_from([PUBLICATION, EXPRESSION]))))
        place += draw(st.integers(6, 900))
    return times


@given(articles())
def test_references_look_back(times: list[TimeExpression]) -> None:
    """Each reference is the place of an expression before; who counts from one has one."""
    linked = link_references(times)
    assert [t.span for t in linked] == [t.span for t in times]
    for number, one in enumerate(linked):
        assert (one.reference is not None) == (one.counted_from is EXPRESSION)
        if one.reference is not None:
            assert one.reference in [t.span for t in times[:number]]
