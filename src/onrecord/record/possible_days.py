"""The days on which an article may have been published, counted and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from onrecord.record.day_words import interval_words
from onrecord.values.datings import ALL_WEEKDAYS
from onrecord.values.days import DayInterval

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def read_weekdays(dating: Mapping[str, Any]) -> frozenset[int]:
    """The weekdays that a date of the JSON names as possible, Monday 1; all where it names none."""
    named = dating.get("weekdays")
    return (frozenset(named) & ALL_WEEKDAYS if named else frozenset()) or ALL_WEEKDAYS


def count_days(days: DayInterval, weekdays: frozenset[int]) -> int | None:
    """How many days are possible; None where a side is open."""
    if days.first is None or days.last is None:
        return None
    weeks, rest = divmod((days.last - days.first).days + 1, 7)
    after = days.first + timedelta(weeks * 7)
    left = sum((after + timedelta(n)).isoweekday() in weekdays for n in range(rest))
    return weeks * len(weekdays) + left


def few_days(days: DayInterval, weekdays: frozenset[int]) -> Iterator[date]:
    """The possible days of a closed interval, in order."""
    day, last = days.first, days.last
    while day is not None and last is not None and day <= last:
        if day.isoweekday() in weekdays:
            yield day
        if day == date.max:
            return
        day += timedelta(1)


def possible_words(days: DayInterval, weekdays: frozenset[int]) -> str:
    """`16 Fridays, 1 May – 14 Aug 2020`, `31 days, May 2020`, `until 14 Aug 2020`, also
    `Fridays, until 14 Aug 2020`."""
    within, count = interval_words(days).words, count_days(days, weekdays)
    names = [_NAMES[n - 1] for n in sorted(weekdays)]
    if len(names) == 1:
        noun = names[0] if count == 1 else f"{names[0]}s"
    else:
        noun = "day" if count == 1 else "days"
        if len(names) < 7:
            noun += f" ({', '.join(names)})"
    if count is not None:
        return f"{count:,} {noun}, {within}"
    return within if len(names) == 7 else f"{noun}, {within}"
