"""The days that a figure holds for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.values.days import DayInterval
from onrecord.values.figure_days import figure_days
from onrecord.values.figures import AsOf, Figure, moved_figure
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Bound

PUBLISHED = DayInterval(date(2031, 5, 10), date(2031, 5, 12))
MARCH = DayInterval(date(2031, 3, 1), date(2031, 3, 31))
MAY = DayInterval(date(2031, 5, 1), date(2031, 5, 31))
JUNE = DayInterval(date(2031, 6, 1), date(2031, 6, 30))
TIME = Span(20, 25)


def figure(as_of: AsOf, time: Span | None = None, inferred: tuple[str, ...] = ()) -> Figure:
    """A figure with this as-of."""
    return Figure(
        span=Span(0, 5),
        number=Span(0, 5),
        low=300,
        high=300,
        bound=Bound.EXACT,
        as_of=as_of,
        time=time,
        inferred=inferred,
    )


WITH_TIME = [
    (AsOf.EXPRESSION, MARCH, MARCH),
    (AsOf.EXPRESSION, MAY, DayInterval(MAY.first, PUBLISHED.last)),
    (AsOf.SINCE, MARCH, DayInterval(MARCH.first, PUBLISHED.last)),
    (AsOf.UNTIL, MARCH, DayInterval(None, MARCH.last)),
    (AsOf.FORMER, MARCH, DayInterval(None, MARCH.last)),
    (AsOf.FUTURE, JUNE, JUNE),
    (AsOf.FUTURE, MARCH, DayInterval(MARCH.first, None)),
    (AsOf.PAST, MARCH, MARCH),
]


@pytest.mark.parametrize(("as_of", "days", "expected"), WITH_TIME)
def test_days_by_an_expression(as_of: AsOf, days: DayInterval, expected: DayInterval) -> None:
    """From the expression on, up to it, in it; what is over ends with the publication."""
    assert figure_days(figure(as_of, TIME), {TIME: days}, PUBLISHED) == (expected, "expression")


WITHOUT = [
    (AsOf.PUBLICATION, PUBLISHED, "publication"),
    (AsOf.EXPRESSION, PUBLISHED, "publication"),
    (AsOf.PAST, DayInterval(None, PUBLISHED.last), "tense"),
    (AsOf.FUTURE, DayInterval(PUBLISHED.first, None), "tense"),
    (AsOf.FORMER, DayInterval(None, date(2031, 5, 11)), "tense"),
    (AsOf.SINCE, DayInterval(None, PUBLISHED.last), "tense"),
]


@pytest.mark.parametrize(("as_of", "expected", "basis"), WITHOUT)
@pytest.mark.parametrize("time", [None, TIME])
def test_days_without_an_expression(
    as_of: AsOf, expected: DayInterval, basis: str, time: Span | None
) -> None:
    """By tense and publication, also where an expression comes to no days."""
    known = {} if time is None else {time: DayInterval()}
    assert figure_days(figure(as_of, time), known, PUBLISHED) == (expected, basis)


def test_a_range_runs_from_its_first_to_its_last_day() -> None:
    """The time of a range covers both ends."""
    both = {Span(20, 25): MARCH, Span(29, 33): MAY, Span(50, 55): JUNE}
    days, basis = figure_days(
        figure(AsOf.EXPRESSION, Span(20, 33)), both, DayInterval.on(date(2032, 1, 1))
    )
    assert (days, basis) == (DayInterval(MARCH.first, MAY.last), "expression")


def test_what_another_sentence_dates_rests_on_the_incident() -> None:
    """A time that was taken from elsewhere says so."""
    found = figure_days(figure(AsOf.PAST, TIME, ("time",)), {TIME: MARCH}, PUBLISHED)
    assert found == (MARCH, "incident")


DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31)) | st.none()


@st.composite
def intervals(draw: st.DrawFn) -> DayInterval:
    """Any interval, open sides included."""
    one, other = draw(DAYS), draw(DAYS)
    if one is not None and other is not None and one > other:
        one, other = other, one
    return DayInterval(one, other)


@given(st.sampled_from(list(AsOf)), intervals(), intervals(), st.integers(0, 500))
def test_days_hang_on_no_place_and_run_forward(
    as_of: AsOf, days: DayInterval, published: DayInterval, offset: int
) -> None:
    """Moving a figure changes no day; what is past ends no later than the publication, or than an
    expression that lies wholly after it."""
    one = figure(as_of, TIME)
    found, basis = figure_days(one, {TIME: days}, published)
    moved = {Span(TIME.start + offset, TIME.end + offset): days}
    assert figure_days(moved_figure(one, offset), moved, published) == (found, basis)
    assert basis in ("expression", "tense", "publication")
    if as_of is AsOf.PAST and published.last is not None and not days.known:
        assert found.last is not None
        assert found.last <= published.last


@given(st.integers(0, 40))
def test_a_count_of_the_past_never_ends_after_the_publication(shift: int) -> None:
    """An expression that reaches over the publication is cut there."""
    days = DayInterval(PUBLISHED.first, date(2031, 5, 10) + timedelta(shift))
    found, _ = figure_days(figure(AsOf.EXPRESSION, TIME), {TIME: days}, PUBLISHED)
    assert found.last is not None
    assert PUBLISHED.last is not None
    assert found.last <= PUBLISHED.last
