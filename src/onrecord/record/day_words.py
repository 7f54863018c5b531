"""Days as documents and the page write them: computed words, never a sentence."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.values.days import DayInterval

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNKNOWN = "date unknown"


@dataclass(frozen=True, slots=True)
class DateWords:
    """An interval of days in words, with the machine form where HTML has one."""

    words: str
    iso: str | None = None
    """For `<time datetime>`: a day, a month or a year; None for any other interval."""


def read_days(dating: Mapping[str, Any] | None) -> DayInterval:
    """The interval of an object with `first` and `last`; what is no day counts as open."""
    if not dating:
        return DayInterval()
    first, last = _day(dating.get("first")), _day(dating.get("last"))
    if first and last and first > last:
        return DayInterval()
    return DayInterval(first, last)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def day_words(day: date) -> str:
    """`7 Apr 2021`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """`7 Apr`."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def interval_words(days: DayInterval) -> DateWords:
    """A day, a whole month or year, a stretch, or an open side, in words."""
    first, last = days.first, days.last
    if first is None:
        return DateWords(f"until {day_words(last)}" if last else UNKNOWN)
    if last is None:
        return DateWords(f"from {day_words(first)}")
    if first == last:
        return DateWords(day_words(first), first.isoformat())
    return _stretch(first, last)


def _stretch(first: date, last: date) -> DateWords:
    starts, ends = first.day == 1, last.day == calendar.monthrange(last.year, last.month)[1]
    if starts and ends and first.year == last.year:
        if (first.month, last.month) == (1, 12):
            return DateWords(str(first.year), f"{first.year:04}")
        if first.month == last.month:
            month = f"{MONTHS[first.month - 1]} {first.year}"
            return DateWords(month, f"{first.year:04}-{first.month:02}")
    if (first.year, first.month) == (last.year, last.month):
        return DateWords(f"{first.day}–{day_words(last)}")
    left = short_day(first) if first.year == last.year else day_words(first)
    return DateWords(f"{left} – {day_words(last)}")


def day_count(days: DayInterval) -> int | None:
    """How many days the interval holds; None where a side is open."""
    if days.first is None or days.last is None:
        return None
    return (days.last - days.first).days + 1
