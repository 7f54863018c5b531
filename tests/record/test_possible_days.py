"""The days that are possible, counted and in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.possible_days import count_days, few_days, possible_words, read_weekdays
from onrecord.values.datings import ALL_WEEKDAYS
from onrecord.values.days import DayInterval

DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))


@pytest.mark.parametrize(
    ("first", "last", "weekdays", "words"),
    [
        ("2031-05-02", "2031-08-15", {5}, "16 Fridays, 2 May – 15 Aug 2031"),
        ("2031-05-02", "2031-05-02", {5}, "1 Friday, 2 May 2031"),
        ("2031-05-01", "2031-05-31", ALL_WEEKDAYS, "31 days, May 2031"),
        ("2031-05-01", "2031-05-10", {6, 7}, "3 days (Saturday, Sunday), 1–10 May 2031"),
        ("2001-01-01", "2031-12-31", ALL_WEEKDAYS, "11,322 days, 1 Jan 2001 – 31 Dec 2031"),
        (None, "2031-05-02", ALL_WEEKDAYS, "until 2 May 2031"),
        (None, "2031-05-02", {5}, "Fridays, until 2 May 2031"),
        ("2031-05-02", None, {3, 5}, "days (Wednesday, Friday), from 2 May 2031"),
    ],
)
def test_words(first: str | None, last: str | None, weekdays: set[int], words: str) -> None:
    """How many days of which kind, and within which bounds."""
    days = DayInterval(*(date.fromisoformat(d) if d else None for d in (first, last)))
    assert possible_words(days, frozenset(weekdays)) == words


@given(DAYS, st.integers(0, 400), st.frozensets(st.integers(1, 7), min_size=1))
def test_the_count_is_that_of_the_days(first: date, length: int, weekdays: frozenset[int]) -> None:
    """As many days are counted as there are, each on one of the weekdays and within the bounds."""
    days = DayInterval(first, first + timedelta(length))
    listed = list(few_days(days, weekdays))
    assert count_days(days, weekdays) == len(listed)
    assert listed == sorted(
        d for n in range(length + 1) if (d := first + timedelta(n)).isoweekday() in weekdays
    )


def test_the_last_day_of_all() -> None:
    """The calendar's end is an end."""
    assert list(few_days(DayInterval.on(date.max), ALL_WEEKDAYS)) == [date.max]


@pytest.mark.parametrize("named", [None, [], [9], [0]])
def test_no_weekdays_named_are_all(named: list[int] | None) -> None:
    """Null, nothing and nonsense leave every weekday possible."""
    assert read_weekdays({"weekdays": named}) == read_weekdays({}) == ALL_WEEKDAYS
    assert read_weekdays({"weekdays": [5, 9]}) == {5}
