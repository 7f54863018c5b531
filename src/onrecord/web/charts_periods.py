"""Counts over periods: a bar as long as the period, a row each, never summed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.values.days import DayInterval
from onrecord.web.axis import Axis
from onrecord.web.charts_labels import HIGH
from onrecord.web.flags import shorten, text_width
from onrecord.web.gauge import percent

ROW = 46
_BAR = 26
"""From the top of a row to its bar, in px."""
_PRINTED = 8.6
_FOOT = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A count to draw."""

    days: DayInterval
    """Over which days it counts; an open side is not stated."""
    reported: DayInterval
    """When it was reported."""
    words: str
    """As printed, with what is counted; empty where the page may not show it."""
    computed: str
    source: str
    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodBar:
    """One row; `y` in px is its top."""

    y: int
    x: str
    width: str
    label_x: str
    at_end: bool
    """The label ends there."""
    stated: bool
    before: bool
    """The period began before the axis."""
    words: str
    source: str
    serif: bool
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class PeriodTick:
    """A line through the rows with its label; no label where there is no room."""

    x: str
    label: str
    strong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodDrawing:
    """The chart, drawn for one size."""

    name: str
    """`full`, `wide` or `narrow`."""
    height: int
    ground: int
    bars: tuple[PeriodBar, ...]
    ticks: tuple[PeriodTick, ...]


def draw_periods(
    periods: Sequence[Period], *, name: str, width: int, days: int
) -> PeriodDrawing | None:
    """The bars of counts on one axis; None where no day is known.

    Args:
        periods: in the order of their rows.
        name: `full`, `wide` or `narrow`.
        width: the narrowest at which it is shown, in px.
        days: most labels of the axis.
    """
    axis = _axis(periods)
    if axis is None:
        return None
    ground = ROW * len(periods) + 4
    ticks = [
        PeriodTick(
            percent(100 * tick.at),
            tick.label if (1 - tick.at) * width >= text_width(tick.label) + 6 else "",
            tick.strong,
        )
        for tick in axis.ticks(days)
    ]
    return PeriodDrawing(
        name=name,
        height=ground + _FOOT,
        ground=ground,
        bars=tuple(_bar(axis, p, n, width) for n, p in enumerate(periods)),
        ticks=tuple(ticks),
    )


def _axis(periods: Sequence[Period]) -> Axis | None:
    """From the first day of all periods to the last, or to the last report of one not stated."""
    known = [d for p in periods for d in (p.days.first, p.days.last or p.reported.last) if d]
    if not known:
        return None
    first, last = min(known), max(known)
    room = timedelta(days=1 + (last - first).days // 30)
    return Axis(first, last + room if date.max - last > room else last)


def _bar(axis: Axis, period: Period, number: int, width: int) -> PeriodBar:
    stated = period.days.first is not None and period.days.last is not None
    left = axis.at(period.days.first) if period.days.first else 0.0
    last: date | None = period.days.last or period.reported.last
    right = max(left, axis.at(last, end=True) if last else 1.0)
    words = shorten(period.words or period.computed, 44 if width > 400 else 26)
    source = shorten(period.source, 22 if width > 400 else 12)
    source += "" if stated else ", period not stated"
    long = len(words) * _PRINTED + text_width(source) + 10
    at_end = left * width + long > width
    return PeriodBar(
        y=number * ROW + 2,
        x=percent(100 * left),
        width=percent(100 * max(right - left, 4 / width)),
        label_x=percent(100 * (max(right, long / width) if at_end else left)),
        at_end=at_end,
        stated=stated,
        before=period.days.first is not None and period.days.first < axis.first,
        words=words,
        source=source,
        serif=bool(period.words),
        title=period.title,
        href=period.href,
    )


LABEL, BAR = HIGH - 3, _BAR
"""From the top of a row to its label's baseline and to its bar, in px."""
