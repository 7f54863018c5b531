"""Possible days: sets that shrink, and what of them tells something."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.values.datings import ALL_WEEKDAYS, PossibleDays, telling_weekdays
from onrecord.values.days import DayInterval

MONDAY = date(2031, 5, 5)
DAYS = st.integers(-40, 40).map(lambda n: MONDAY + timedelta(n))
INTERVALS = st.tuples(st.none() | DAYS, st.none() | DAYS).map(
    lambda ends: DayInterval(*sorted(ends)) if None not in ends else DayInterval(*ends)  # type: ignore[type-var]
)
WEEKDAYS = st.frozensets(st.integers(1, 7), min_size=1)
SETS = st.builds(PossibleDays.of, INTERVALS, WEEKDAYS).filter(lambda one: one is not None)
AROUND = [MONDAY + timedelta(n) for n in range(-60, 60)]


@given(SETS, SETS)
def test_both_is_what_is_in_both(one: PossibleDays, other: PossibleDays) -> None:
    """A day is in the intersection when it is in both sets, and only then."""
    both = one.intersect(other)
    for day in AROUND:
        assert (both is not None and day in both) == (day in one and day in other)


@given(SETS)
def test_ends_are_possible_themselves(one: PossibleDays) -> None:
    """Equal sets are equal values: an end is a day of the set, and making it again changes nothing."""
    assert all(day in one for day in (one.days.first, one.days.last) if day is not None)
    assert PossibleDays.of(one.days, one.weekdays) == one


def test_nothing_left_is_none() -> None:
    """No weekday, or none within the days."""
    assert PossibleDays.of(DayInterval(), frozenset()) is None
    assert PossibleDays.of(DayInterval.on(MONDAY), frozenset({2})) is None


@pytest.mark.parametrize(
    ("length", "weekdays", "shown"),
    [
        (30, ALL_WEEKDAYS, ()),
        (30, {5}, (5,)),
        (2, {1, 2, 3}, ()),
        (2, {1, 3}, (1, 3)),
        (0, {1}, ()),
        (2, ALL_WEEKDAYS, ()),
    ],
)
def test_weekdays_are_told_where_they_leave_a_day_out(
    length: int, weekdays: set[int], shown: tuple[int, ...]
) -> None:
    """Of three days in a row that are all possible the weekdays tell nothing."""
    days = DayInterval(MONDAY, MONDAY + timedelta(length))
    assert telling_weekdays(days, frozenset(weekdays)) == shown
