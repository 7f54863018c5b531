"""References: what an expression counts from, found among the expressions before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.time_references import link_references
from onrecord.values.spans import Span
from onrecord.values.times import CountedFrom, Shape, TimeExpression, TimeForm, TimeType

PUBLICATION, EXPRESSION, NOTHING = (
    CountedFrom.PUBLICATION,
    CountedFrom.EXPRESSION,
    CountedFrom.NOTHING,
)
WEEKDAY = TimeForm(shape=Shape.WEEKDAY, number=1)
LATER = TimeForm(shape=Shape.DISTANCE, unit="D", shift=2)
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


def test_without_one_it_counts_from_publication() -> None:
    """Nothing before it, or nothing near it."""
    (alone,) = link_references([at(0, LATER, EXPRESSION)])
    assert (alone.counted_from, alone.reference) == (PUBLICATION, None)
    far = link_references([at(0, WEEKDAY), at(2_000, LATER, EXPRESSION)])
    assert (far[1].counted_from, far[1].reference) == (PUBLICATION, None)
    near = link_references([at(0, WEEKDAY), at(200, LATER, EXPRESSION)])
    assert near[1].reference == Span(0, 5)


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
