"""TIMEX3 values of calendar units and days that move, and the days that they name."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from onrecord.values.days import DayInterval

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""Meteorological, northern: months from to; 13 and 14 are those of the next year."""


def in_year(value: str, year: int) -> str:
    """The value of what is printed without a year, also of a day that moves, in a year."""
    return feast_day(value, year).isoformat() if ":" in value else f"{year:04d}-{value}"


@lru_cache(maxsize=1024)
def feast_day(rule: str, year: int) -> date:
    """The day of `nth:N:WEEKDAY:MONTH` (N -1: the last) or `easter:DAYS` in a year."""
    kind, *numbers = rule.split(":")
    if kind == "easter":
        return _easter(year) + timedelta(int(numbers[0]))
    nth, weekday, month = map(int, numbers)
    length = monthrange(year, month)[1]
    days = [d for n in range(1, length + 1) if (d := date(year, month, n)).isoweekday() == weekday]
    return days[nth - 1 if nth > 0 else nth]


def _easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm; Meeus, Astronomical Algorithms)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def move(day: date, unit: str, count: int) -> date:
    """The day `count` units on; the day of the month is cut to the month's length."""
    if unit in ("D", "TH", "TM"):
        return day + timedelta(count if unit == "D" else 0)
    if unit in ("W", "WE"):
        return day + timedelta(weeks=count)
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit] * count
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def unit_value(unit: str, day: date) -> str:
    """The TIMEX3 value of the unit that holds a day."""
    year, week, _ = day.isocalendar()
    return {
        "D": day.isoformat(),
        "TH": day.isoformat(),
        "TM": day.isoformat(),
        "W": f"{year:04d}-W{week:02d}",
        "WE": f"{year:04d}-W{week:02d}-WE",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month - 1) // 3 + 1}",
        "Y": f"{day.year:04d}",
        "DE": f"{day.year // 10:03d}",
        "CE": f"{day.year // 100:02d}",
    }[unit]


_VALUE = re.compile(
    r"(?P<y>\d{4})(?:-(?:(?P<m>\d\d)(?:-(?P<d>\d\d))?|W(?P<w>\d\d)(?:-(?P<wd>\d|WE))?"
    r"|(?P<s>SP|SU|FA|WI)|Q(?P<q>[1-4])|H(?P<h>[12])))?(?:T.*)?|(?P<de>\d{3})|(?P<ce>\d\d)"
)


@lru_cache(maxsize=4096)
def days_of(value: str) -> DayInterval:
    """The days of a TIMEX3 value; none where it names no calendar unit."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return DayInterval()
    try:
        return _days_of(match)
    except (ValueError, OverflowError):
        return DayInterval()


def _days_of(match: re.Match[str]) -> DayInterval:
    if match["de"] or match["ce"]:
        digits = match["de"] or match["ce"]
        span = 10 ** (4 - len(digits))
        first = int(digits) * span
        return DayInterval(date(first, 1, 1), date(first + span - 1, 12, 31))
    year = int(match["y"])
    if match["d"]:
        return DayInterval.on(date(year, int(match["m"]), int(match["d"])))
    if match["w"]:
        monday = date.fromisocalendar(year, int(match["w"]), 1)
        if match["wd"] == "WE":
            return DayInterval(monday + timedelta(5), monday + timedelta(6))
        if match["wd"]:
            return DayInterval.on(monday + timedelta(int(match["wd"]) - 1))
        return DayInterval(monday, monday + timedelta(6))
    low, high = 1, 12
    if match["m"]:
        low = high = int(match["m"])
    elif match["s"]:
        low, high = _SEASONS[match["s"]]
    elif match["q"]:
        low, high = int(match["q"]) * 3 - 2, int(match["q"]) * 3
    elif match["h"]:
        low, high = int(match["h"]) * 6 - 5, int(match["h"]) * 6
    last_year, last_month = year + (high > 12), (high - 1) % 12 + 1
    return DayInterval(
        date(year, low, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])
    )


def days_in(days: DayInterval) -> Iterator[date]:
    """Every day of a closed interval."""
    if days.first is None or days.last is None:
        return
    for n in range((days.last - days.first).days + 1):
        yield days.first + timedelta(n)
