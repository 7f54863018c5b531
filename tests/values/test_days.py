"""Intervals of days: an algebra in which knowledge only grows or only widens."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.values.days import DayInterval
from onrecord.values.stored import day_order

DAYS = st.dates(date(1990, 1, 1), date(1990, 2, 20))


@st.composite
def intervals(draw: st.DrawFn) -> DayInterval:
    first, last = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if first is not None and last is not None and first > last:
        first, last = last, first
    return DayInterval(first, last)


def holds(interval: DayInterval, day: date) -> bool:
    after = interval.first is None or interval.first <= day
    return after and (interval.last is None or day <= interval.last)


@given(intervals(), intervals(), DAYS)
def test_the_intersection_is_what_lies_in_both(a: DayInterval, b: DayInterval, day: date) -> None:
    """A day is in the intersection exactly when it is in both; none where they have none."""
    both = a.intersect(b)
    assert (both is not None and holds(both, day)) == (holds(a, day) and holds(b, day))


@given(intervals(), intervals(), DAYS)
def test_the_hull_holds_both(a: DayInterval, b: DayInterval, day: date) -> None:
    """Every day of either is in the hull."""
    if holds(a, day) or holds(b, day):
        assert holds(a.hull(b), day)


@given(intervals(), intervals())
def test_the_hull_is_the_smallest_such(a: DayInterval, b: DayInterval) -> None:
    """The hull's ends are ends of the two, and open only where one of them is."""
    hull = a.hull(b)
    assert hull.first in {a.first, b.first}
    assert hull.last in {a.last, b.last}
    assert (hull.first is None) == (a.first is None or b.first is None)


@given(intervals(), intervals())
def test_order_does_not_matter(a: DayInterval, b: DayInterval) -> None:
    """Intersection and hull are commutative."""
    assert a.intersect(b) == b.intersect(a)
    assert a.hull(b) == b.hull(a)


@given(intervals(), intervals(), intervals())
def test_grouping_does_not_matter(a: DayInterval, b: DayInterval, c: DayInterval) -> None:
    """The hull is associative, so that a set of intervals has one hull."""
    assert a.hull(b).hull(c) == a.hull(b.hull(c))


@given(intervals())
def test_an_interval_with_itself_and_with_nothing_known(a: DayInterval) -> None:
    """Both are idempotent; nothing known narrows nothing and widens to nothing known."""
    assert a.intersect(a) == a == a.hull(a)
    assert a.intersect(DayInterval()) == a
    assert a.hull(DayInterval()) == DayInterval()


def test_an_interval_runs_forward() -> None:
    """A first day after the last is refused."""
    with pytest.raises(ValueError, match="forward"):
        DayInterval(date(2022, 3, 9), date(2022, 3, 8))


@given(DAYS)
def test_one_day_is_exact(day: date) -> None:
    """An interval of one day is exact, a longer or open one is not."""
    assert DayInterval.on(day).exact
    assert not DayInterval(day, day + timedelta(days=1)).exact
    assert not DayInterval(day, None).exact
    assert not DayInterval().known
    assert DayInterval(None, day).known


def test_undated_comes_last() -> None:
    """Articles stand by their first known day, then the last, then the id; undated ones last."""
    early, late = date(2022, 3, 1), date(2022, 3, 9)
    wanted = [
        (DayInterval.on(early), "b"),
        (DayInterval(early, late), "a"),
        (DayInterval(None, late), "a"),
        (DayInterval.on(late), "b"),
        (DayInterval(), "a"),
        (DayInterval(), "b"),
    ]
    assert sorted([*wanted[3:], *wanted[:3]], key=lambda pair: day_order(*pair)) == wanted
