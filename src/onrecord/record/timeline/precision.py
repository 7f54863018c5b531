"""How precisely days are known: the finest calendar unit that holds them, never a finer one."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.values.days import DayInterval

OPEN_DAYS = 1_000_000
"""Stands for the length of an interval that is open on a side."""


def length_of(days: DayInterval) -> int:
    """How many days the interval holds."""
    if days.first is None or days.last is None:
        return OPEN_DAYS
    return (days.last - days.first).days + 1


def unit_of(days: DayInterval) -> str:
    """TIMEX3 value of the day, month or year that holds the days; empty where there is none."""
    first, last = days.first, days.last
    if first is None or last is None:
        return ""
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    return f"{first.year:04}" if first.year == last.year else ""


def holds(outer: DayInterval, inner: DayInterval) -> bool:
    """Whether every day of `inner` is one of `outer`."""
    first = outer.first is None or (inner.first is not None and inner.first >= outer.first)
    last = outer.last is None or (inner.last is not None and inner.last <= outer.last)
    return first and last


def months_of(days: DayInterval, most: int) -> list[str]:
    """The months that the days touch, as `2020-03`; none where they are more than `most`."""
    if length_of(days) > 31 * most or days.first is None or days.last is None:
        return []
    months, day = [], days.first.replace(day=1)
    while day <= days.last:
        months.append(f"{day.year:04}-{day.month:02}")
        day = next_month(day)
    return months


def next_month(first: date) -> date:
    """The first day of the month after the one that begins on `first`."""
    return (first + timedelta(31)).replace(day=1)
