"""The date gauge: where in its year an interval of days lies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.values.days import DayInterval


@dataclass(frozen=True, slots=True)
class Gauge:
    """A dot (one day) or a bar on a year's width; positions in percent."""

    year: int | None = None
    dot: str | None = None
    start: str | None = None
    width: str | None = None
    before: bool = False
    """The interval goes on before this year, or is open on that side."""
    after: bool = False
    """The interval goes on after this year, or is open on that side."""


def gauge(days: DayInterval) -> Gauge:
    """The gauge of an interval, in the year of its first known day."""
    anchor = days.first or days.last
    if anchor is None:
        return Gauge()
    year = anchor.year
    if days.exact:
        return Gauge(year=year, dot=percent(_share(anchor) + 50 / _length(year)))
    before = days.first is None
    after = days.last is None or days.last.year > year
    start = 0.0 if days.first is None else _share(days.first)
    end = 100.0 if after or days.last is None else _share(days.last) + 100 / _length(year)
    return Gauge(
        year=year, start=percent(start), width=percent(end - start), before=before, after=after
    )


def percent(value: float) -> str:
    """A position for an SVG attribute, with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def _length(year: int) -> int:
    return 366 if (year % 4 == 0 and year % 100 != 0) or year % 400 == 0 else 365


def _share(day: date) -> float:
    return (day.timetuple().tm_yday - 1) * 100 / _length(day.year)
