"""A link bounds each of its articles by the other."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.dates.link_values import DateLink, LinkKind
from onrecord.values.datings import PossibleDays
from onrecord.values.days import DayInterval

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def link(low: int | None, high: int | None) -> DateLink:
    return DateLink(left="a", right="b", kind=LinkKind.EVENT, low=low, high=high, why="test")


@given(days, days, st.integers(-40, 40), st.integers(0, 40))
def test_both_sides_say_the_same(left: date, right: date, low: int, width: int) -> None:
    """A day of the right article is allowed by the left one's exactly when it is the other way."""
    one = link(low, low + width)
    of_right = one.bounds("b", PossibleDays(DayInterval.on(left)))
    of_left = one.bounds("a", PossibleDays(DayInterval.on(right)))
    holds = low <= (right - left).days <= low + width
    assert (right in PossibleDays(of_right)) == holds
    assert (left in PossibleDays(of_left)) == holds


def test_an_open_side_stays_open() -> None:
    """No upper side of the link, or no last day of the other, gives no last day."""
    known = PossibleDays(DayInterval(date(2031, 5, 1), None))
    assert link(2, None).bounds("b", known) == DayInterval(date(2031, 5, 3), None)
    assert link(2, 4).bounds("b", known) == DayInterval(date(2031, 5, 3), None)
    assert link(2, None).bounds("a", known) == DayInterval()


def test_the_ends_of_the_calendar_are_no_bounds() -> None:
    """A bound beyond the first or last year is none."""
    last = PossibleDays(DayInterval.on(date.max))
    assert link(0, 3).bounds("b", last) == DayInterval(date.max, None)
    first = PossibleDays(DayInterval.on(date.min + timedelta(1)))
    assert link(-3, 0).bounds("b", first) == DayInterval(None, date.min + timedelta(1))


def test_the_other_end() -> None:
    """From each article the other one."""
    assert link(0, 0).other("a") == "b"
    assert link(0, 0).other("b") == "a"
