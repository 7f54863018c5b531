"""Bars on the axis of a chart: within which days a report that is not of one day holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.values.days import DayInterval
from onrecord.web.axis import Axis
from onrecord.web.charts_reports import Report, place_of
from onrecord.web.gauge import percent

HEIGHT = 5
_LANE = 7
_LANES = 3
"""Most bars above each other; the others are told by the table."""
_SHORTEST = 9
"""A bar that is no longer than a mark, in px, says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBar:
    """The days of one or more reports; `y` in px is its upper edge.

    Where only one side is known it is an arrow from `x`, of a fixed length.
    """

    x: str
    end: str
    width: str
    y: float
    before: bool
    """It goes on to the left of the chart, or is open there."""
    after: bool
    is_open: bool


def day_bars(
    axis: Axis, reports: Iterable[Report], *, ground: float, width: int
) -> tuple[DayBar, ...]:
    """The bars of reports, each interval once, in as few lanes as keep them apart."""
    wanted = {
        days: None
        for report in reports
        for days in (report.anchor, report.since)
        if days is not None and has_bar(axis, days, width)
    }
    lanes: list[float] = []
    bars: list[DayBar] = []
    for days in sorted(wanted, key=lambda d: (d.first or date.min, d.last or date.max)):
        left, right = _ends(axis, days, width)
        lane = next((n for n, used in enumerate(lanes) if used <= left), len(lanes))
        if lane == _LANES:
            continue
        lanes[lane : lane + 1] = [right + 4 / width]
        bars.append(_bar(axis, days, (left, right), ground - HEIGHT - lane * _LANE))
    return tuple(bars)


def has_bar(axis: Axis, days: DayInterval, width: int) -> bool:
    """Whether days are so uncertain that the axis shows it."""
    if not days.known or days.exact:
        return False
    left, right = _ends(axis, days, width)
    return (right - left) * width >= _SHORTEST


def _ends(axis: Axis, days: DayInterval, width: int) -> tuple[float, float]:
    """Where a bar begins and ends, as shares of the axis."""
    arrow = 27 / width
    if days.first is None or days.last is None:
        at = place_of(axis, days) or 0.0
        return (at - arrow, at) if days.first is None else (at, at + arrow)
    return axis.at(days.first), axis.at(days.last, end=True)


def _bar(axis: Axis, days: DayInterval, ends: Sequence[float], y: float) -> DayBar:
    left, right = ends
    return DayBar(
        x=percent(100 * (right if days.first is None else left)),
        end=percent(100 * right),
        width=percent(100 * max(0.0, right - left)),
        y=y,
        before=days.first is None or days.first < axis.first,
        after=days.last is None or days.last > axis.last,
        is_open=days.first is None or days.last is None,
    )
