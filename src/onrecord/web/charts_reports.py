"""The reports of a series as a chart places them: a number on days, under an axis of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import Bound
from onrecord.web.axis import Axis, span_axis

_ANYWHERE = 0.6
"""Days that take more of the axis than this tell no place on it."""
_SHORTER = 6
"""An axis without its last or first few reports is drawn where it is so many times shorter."""
_FEW, _MOST_LEFT_OUT = 5, 40
"""These are at most one in five, and at most so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One figure of a series."""

    id: str
    href: str
    low: float | None
    high: float | None
    bound: str
    days: DayInterval
    """For which days it is told: of a level its as-of days, of a count those of the report."""
    since: DayInterval | None = None
    """Where a source says that it held since then: the days of that expression."""
    printed: str = ""
    """The number as printed; empty where the page may not show the words."""
    computed: str = ""
    source: str = ""
    title: str = ""

    @property
    def ends(self) -> tuple[float, float] | None:
        """The least and the greatest number that it prints; None where it has none."""
        low = self.high if self.low is None else self.low
        high = self.low if self.high is None else self.high
        return None if low is None or high is None else (float(low), float(high))

    @property
    def anchor(self) -> DayInterval:
        """The days at which its mark stands: of what held, the last."""
        if self.since is not None and self.days.last is not None:
            return DayInterval.on(self.days.last)
        return self.days


def shape_of(report: Report) -> str:
    """How its mark is drawn: a filled point, a ring, a triangle, a bar."""
    if report.bound == Bound.RANGE and report.low != report.high:
        return "range"
    if report.bound == Bound.AT_LEAST:
        return "least"
    if report.bound == Bound.AT_MOST:
        return "most"
    return "ring" if report.bound == Bound.ABOUT else "full"


def report_axis(reports: Sequence[Report]) -> Axis | None:
    """The axis of the reports' days, without a few that lie far from all others."""
    days = sorted(d for r in reports if (d := r.anchor.first or r.anchor.last))
    if not days:
        return None
    first, last = _main_stretch(days)
    here = [r for r in reports if _touches(r.anchor, first, last)]
    intervals = [r.anchor for r in here] + [r.since for r in here if r.since is not None]
    axis = span_axis(intervals)
    return None if axis is None else _roomy(axis, [d for d in days if first <= d <= last])


def _main_stretch(days: Sequence[date]) -> tuple[date, date]:
    """The days that hold all but a few that would squeeze the others together."""
    most = min(len(days) // _FEW, _MOST_LEFT_OUT)
    whole = (days[-1] - days[0]).days
    best = (days[0], days[-1])
    for left in range(most + 1):
        for right in range(most + 1 - left):
            first, last = days[left], days[len(days) - 1 - right]
            if max(7, (last - first).days) * _SHORTER < min(whole, (best[1] - best[0]).days):
                best = (first, last)
    return best


def _touches(days: DayInterval, first: date, last: date) -> bool:
    ends = [d for d in (days.first, days.last) if d]
    return bool(ends) and min(ends) <= last and max(ends) >= first


def _roomy(axis: Axis, days: Sequence[date]) -> Axis:
    """The axis with some room left of the first and right of the last report."""
    room = max(1, axis.days // 30)
    first, last = axis.first, axis.last
    if (days[0] - first).days < room and (first - date.min).days > room:
        first -= timedelta(days=room)
    if (last - days[-1]).days < room and (date.max - last).days > room:
        last += timedelta(days=room)
    return Axis(first, last)


def place_of(axis: Axis, days: DayInterval) -> float | None:
    """Where a report stands from 0 to 1: the middle of its days, or the side that is known.

    None where it lies beyond the axis, or anywhere on most of it.
    """
    first, last = days.first or days.last, days.last or days.first
    if first is None or last is None or last < axis.first or first > axis.last:
        return None
    left, right = axis.at(first), axis.at(last, end=True)
    if not days.exact and right - left > _ANYWHERE:
        return None
    return (left + right) / 2
