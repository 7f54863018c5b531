"""The date gauge: where in its year an interval of days lies, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.values.days import DayInterval

LOOKS = {
    "scheduled": "hollow",
    "anticipated": "dashed",
    "cancelled": "struck",
    "denied": "struck",
}
"""How a mark of an event is drawn, by status; what happened or goes on is filled."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """A dot (one day) or a bar on a year's width; positions in percent."""

    year: int | None = None
    dot: str | None = None
    start: str | None = None
    width: str | None = None
    end: str | None = None
    before: bool = False
    """The interval goes on before this year, or is open on that side."""
    after: bool = False
    """The interval goes on after this year, or is open on that side."""
    fade: str = ""
    """Where the border is not stated: `l`, `r`, `b` (both), or nowhere."""
    look: str = ""
    """One of `LOOKS`; filled where empty."""


def gauge(days: DayInterval, part: str | None = None, status: str = "") -> Gauge:
    """The gauge of an interval, in the year of its first known day.

    Args:
        days: the interval.
        part: `early`, `mid` or `late`, where the borders of such a part are not stated.
        status: of an event; draws the mark hollow, dashed or struck.
    """
    look = LOOKS.get(status, "")
    anchor = days.first or days.last
    if anchor is None:
        return Gauge()
    year = anchor.year
    if days.exact:
        at = percent(_share(anchor) + 50 / _length(year))
        return Gauge(year=year, dot=at, look=look)
    before = days.first is None
    after = days.last is None or days.last.year > year
    start = 0.0 if days.first is None else _share(days.first)
    end = 100.0 if after or days.last is None else _share(days.last) + 100 / _length(year)
    return Gauge(
        year=year,
        start=percent(start),
        width=percent(end - start),
        end=percent(end),
        before=before,
        after=after,
        fade=faded_ends(days, part),
        look=look,
    )


def faded_ends(days: DayInterval, part: str | None) -> str:
    """Which ends of an interval have no stated border: `l`, `r`, `b` or none."""
    left = days.first is None or part in ("mid", "late")
    right = days.last is None or part in ("early", "mid")
    return "b" if left and right else "l" if left else "r" if right else ""


def percent(value: float) -> str:
    """A position for an SVG attribute, with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def _length(year: int) -> int:
    return 366 if (year % 4 == 0 and year % 100 != 0) or year % 400 == 0 else 365


def _share(day: date) -> float:
    return (day.timetuple().tm_yday - 1) * 100 / _length(day.year)
