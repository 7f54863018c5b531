"""One axis of time: the days it spans, where a day lies on it, and its labels."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from onrecord.values.days import DayInterval
from onrecord.web.datewords import MONTHS, day_words, short_day

_STEPS = (
    *(("day", n) for n in (1, 2, 7, 14)),
    *(("month", n) for n in (1, 2, 3, 6)),
    *(("year", n) for n in (1, 2, 5, 10, 20, 50, 100, 200, 500)),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the axis; `at` is a share of its length from 0 to 1."""

    at: float
    label: str
    strong: bool
    """The label names the year."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last`, both inclusive."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Length in days."""
        return (self.last - self.first).days + 1

    def at(self, day: date, *, end: bool = False) -> float:
        """Where a day begins (or ends) as a share of the length, kept between 0 and 1."""
        number = (day - self.first).days + (1 if end else 0)
        return min(1.0, max(0.0, number / self.days))

    def ticks(self, most: int) -> list[Tick]:
        """At most `most` labels, at the finest step that allows it."""
        for unit, step in _STEPS:
            days = list(islice(_tick_days(self.first, self.last, unit, step), most + 1))
            if len(days) <= most:
                return self._labels(days, unit)
        return []

    def _labels(self, days: Sequence[date], unit: str) -> list[Tick]:
        ticks: list[Tick] = []
        year = None
        for day in days:
            ticks.append(Tick(self.at(day), _label(day, unit, day.year != year), day.year != year))
            year = day.year
        return ticks


def _label(day: date, unit: str, with_year: bool) -> str:
    if unit == "year" or (with_year and unit == "month" and day.month == 1):
        return str(day.year)
    if unit == "month":
        return MONTHS[day.month - 1] + (f" {day.year}" if with_year else "")
    return day_words(day) if with_year else short_day(day)


def _tick_days(first: date, last: date, unit: str, step: int) -> Iterator[date]:
    if unit == "day":
        day = first
        while day <= last:
            yield day
            if last - day < timedelta(days=step):
                return
            day += timedelta(days=step)
        return
    months = step if unit == "month" else 12 * step
    number = first.year * 12 + first.month - 1 + (1 if first.day > 1 else 0)
    number = -(-number // months) * months
    while 12 <= number < 12 * 10_000:
        day = date(number // 12, number % 12 + 1, 1)
        if day > last:
            return
        yield day
        number += months


def span_axis(intervals: Sequence[DayInterval], others: Sequence[DayInterval] = ()) -> Axis | None:
    """An axis over all single days, and the ends of intervals that do not dwarf these.

    Args:
        intervals: what the axis is made for.
        others: what it takes in as far as it lies near; all of it that is not far from most
            where nothing else is known.

    Returns:
        None where no interval has a known side.
    """
    days = [i.first for i in intervals if i.exact and i.first]
    ends = _known_ends(intervals)
    near = _known_ends(others)
    if not ends and not near:
        return None
    if days:
        days += _within_reach(ends, days)
    else:
        days = ends or _most_of(near)
    days += _within_reach(near, days)
    return _padded(min(days), max(days))


def _known_ends(intervals: Sequence[DayInterval]) -> list[date]:
    return [day for i in intervals for day in (i.first, i.last) if day]


def _within_reach(ends: Sequence[date], days: Sequence[date]) -> list[date]:
    """The ends that lie no further from the days than these reach themselves."""
    first, last = min(days), max(days)
    reach = max(60, (last - first).days)
    return [d for d in ends if min(abs((d - first).days), abs((d - last).days)) <= reach]


def _most_of(days: Sequence[date]) -> list[date]:
    """The middle of the days, a tenth left out at each end."""
    ordered = sorted(days)
    rest = len(ordered) // 10
    return ordered[rest : len(ordered) - rest]


def _padded(first: date, last: date) -> Axis:
    if (last - first).days <= 45:
        return Axis(_shift(first, -2), _shift(last, 2))
    end = calendar.monthrange(last.year, last.month)[1]
    return Axis(first.replace(day=1), last.replace(day=end))


def _shift(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
