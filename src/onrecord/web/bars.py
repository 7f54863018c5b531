"""Counts of articles by day, week or month, for records with too many to name each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from onrecord.values.days import DayInterval
from onrecord.web.axis import Axis
from onrecord.web.datewords import interval_words
from onrecord.web.gauge import percent
from onrecord.web.index import RecordIndex

HEIGHT = 72
"""Height of the highest bar in px; the baseline is zero."""
_TOP = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The articles of one period; `y` and `height` in px."""

    x: str
    width: str
    y: int
    height: int
    title: str
    href: str
    """The first of its articles."""


def count_bars(
    index: RecordIndex, axis: Axis, days: Mapping[date, Sequence[Mapping[str, Any]]]
) -> tuple[tuple[Bar, ...], str, int]:
    """Bars of the periods that have articles, what the highest is, and the baseline's `y`."""
    periods: dict[DayInterval, list[Mapping[str, Any]]] = {}
    for day in sorted(days):
        periods.setdefault(_period(axis, day), []).extend(days[day])
    most = max(len(articles) for articles in periods.values())
    ground = _TOP + HEIGHT
    bars = tuple(_bar(index, axis, period, articles, most) for period, articles in periods.items())
    peak = next(p for p, articles in periods.items() if len(articles) == most)
    return bars, f"{most} · {interval_words(peak).words}", ground


def _period(axis: Axis, day: date) -> DayInterval:
    if axis.days <= 150:
        return DayInterval.on(day)
    if axis.days <= 1100:
        first = axis.first + timedelta(days=(day - axis.first).days // 7 * 7)
        return DayInterval(first, min(axis.last, first + timedelta(days=6)))
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return DayInterval(first, last)


def _bar(
    index: RecordIndex,
    axis: Axis,
    period: DayInterval,
    articles: Sequence[Mapping[str, Any]],
    most: int,
) -> Bar:
    left = axis.at(period.first) if period.first else 0.0
    right = axis.at(period.last, end=True) if period.last else 1.0
    height = max(2, round(HEIGHT * len(articles) / most))
    return Bar(
        x=percent(100 * left),
        width=percent(100 * (right - left)),
        y=_TOP + HEIGHT - height,
        height=height,
        title=f"{len(articles)} · {interval_words(period).words}",
        href=f"#{index.keys[articles[0]['id']]}",
    )
