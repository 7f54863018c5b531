"""The lane of events on the score: squares by month, long spans as bars, older ones counted.

Marks link to the first entry that they stand for.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.values.days import DayInterval
from onrecord.web.axis import Axis
from onrecord.web.datewords import interval_words
from onrecord.web.entries import Json
from onrecord.web.event_spans import STEP, SpanBar, ends_on, first_of, mark_title, place_spans
from onrecord.web.gauge import LOOKS, percent
from onrecord.web.index import RecordIndex

SIDE = 9
"""Side of a square in px."""
MOST_SQUARES = 8
"""Most squares above each other; a period with more has some side by side, and where this does
not help all periods are bars of counts."""
_BAR_HEIGHT = 72
_TOP, _NOTE = 8, 18

_DAYS = {"day": 1, "week": 7, "month": 28, "quarter": 90, "year": 365, "decade": 3652}
"""Fewest days of a whole period."""
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """An entry in its period; `y` in px is its upper edge, `x` the period's middle in percent."""

    x: str
    aside: int
    """How far its middle lies right of the period's middle, in px."""
    y: int
    look: str
    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountBar:
    """The entries of a period, where these are too many to draw each."""

    x: str
    width: str
    y: int
    height: int
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Beyond:
    """Entries before or after the axis."""

    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLane:
    """One drawing of the lane; heights and `y` in px from its top."""

    height: int
    ground: int
    """Where the squares or bars stand."""
    unit: str
    """`day`, `week`, `month`, `quarter`, `year` or `decade`."""
    squares: tuple[Square, ...]
    bars: tuple[CountBar, ...]
    most: str
    """What the highest bar stands for; empty where there are no bars."""
    spans: tuple[SpanBar, ...]
    more_spans: int
    note: int
    """Base line of the notes at the ends."""
    older: Beyond | None
    later: Beyond | None


def draw_events(index: RecordIndex, axis: Axis, width: int) -> EventLane | None:
    """The lane for a strip of `width` px; None where no entry has a date."""
    days = index.timeline.days
    dated = [entry for entry in index.timeline.all if days[entry["id"]].known]
    if not dated:
        return None
    older = [e for e in dated if (last := days[e["id"]].last) and last < axis.first]
    later = [e for e in dated if (first := days[e["id"]].first) and first > axis.last]
    beyond = {entry["id"] for entry in (*older, *later)}
    unit = _unit(axis, width)
    periods: dict[DayInterval, list[Json]] = {}
    long: list[Json] = []
    for entry in dated:
        if entry["id"] not in beyond:
            period = _period(days[entry["id"]], unit)
            (long if period is None else periods.setdefault(period, [])).append(entry)
    stack = max((len(entries) for entries in periods.values()), default=0)
    across = _across(axis, unit, width, stack)
    counted = stack > MOST_SQUARES * across
    ground = _TOP + (_BAR_HEIGHT + 14 if counted else max(1, -(-stack // across)) * STEP)
    spans, more, foot = place_spans(index, axis, long, ground + 6)
    ends = _beyond(index, older, earlier=True), _beyond(index, later, earlier=False)
    return EventLane(
        height=foot + (_NOTE if any(ends) else 4),
        ground=ground,
        unit=unit,
        squares=() if counted else tuple(_squares(index, axis, periods, ground, across)),
        bars=tuple(_bars(index, axis, periods, ground, stack)) if counted else (),
        most=_most(periods, stack) if counted else "",
        spans=spans,
        more_spans=more,
        note=foot + 11,
        older=ends[0],
        later=ends[1],
    )


def _unit(axis: Axis, width: int) -> str:
    """The finest unit whose periods hold a square; days and weeks on short axes only."""
    room = max(1, width // (SIDE + 1))
    if axis.days <= min(62, room):
        return "day"
    if axis.days <= min(190, 7 * room):
        return "week"
    lengths = (("month", 30), ("quarter", 91), ("year", 365))
    return next((unit for unit, days in lengths if axis.days <= days * room), "decade")


def _period(days: DayInterval, unit: str) -> DayInterval | None:
    """The period that holds the whole interval, or None."""
    if days.first is None or days.last is None:
        return None
    period = _around(days.first, unit)
    return period if period.last is not None and days.last <= period.last else None


def _around(day: date, unit: str) -> DayInterval:
    if unit == "day":
        return DayInterval.on(day)
    if unit == "week":
        monday = day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
        return DayInterval(monday, min(date.max - timedelta(6), monday) + timedelta(6))
    months = _MONTHS[unit]
    if unit == "decade":
        first = max(1, day.year // 10 * 10)
        return DayInterval(date(first, 1, 1), date(day.year // 10 * 10 + 9, 12, 31))
    start = (day.month - 1) // months * months + 1
    end = start + months - 1
    last = calendar.monthrange(day.year, end)[1]
    return DayInterval(date(day.year, start, 1), date(day.year, end, last))


def _across(axis: Axis, unit: str, width: int, stack: int) -> int:
    """How many squares side by side keep the highest stack low, as far as a period has room."""
    room = width * _DAYS[unit] // axis.days // STEP
    return max(1, min(room, -(-stack // MOST_SQUARES)))


def _squares(
    index: RecordIndex,
    axis: Axis,
    periods: dict[DayInterval, list[Json]],
    ground: int,
    across: int,
) -> Iterable[Square]:
    for period, entries in periods.items():
        left, right = ends_on(axis, period)
        for number, entry in enumerate(entries):
            row, column = divmod(number, across)
            yield Square(
                x=percent(50 * (left + right)),
                aside=(2 * column - across + 1) * STEP // 2,
                y=ground - STEP * (row + 1) + STEP - SIDE,
                look=LOOKS.get(entry["status"], ""),
                title=mark_title(entry),
                href=first_of(index, [entry]),
            )


def _bars(
    index: RecordIndex,
    axis: Axis,
    periods: dict[DayInterval, list[Json]],
    ground: int,
    most: int,
) -> Iterable[CountBar]:
    for period, entries in periods.items():
        left, right = ends_on(axis, period)
        height = max(2, round(_BAR_HEIGHT * len(entries) / most))
        yield CountBar(
            x=percent(100 * left),
            width=percent(100 * (right - left)),
            y=ground - height,
            height=height,
            title=f"{len(entries)} · {interval_words(period).words}",
            href=first_of(index, entries),
        )


def _most(periods: dict[DayInterval, list[Json]], most: int) -> str:
    peak = next(period for period, entries in periods.items() if len(entries) == most)
    return f"{most} · {interval_words(peak).words}"


def _beyond(index: RecordIndex, entries: Sequence[Json], *, earlier: bool) -> Beyond | None:
    if not entries:
        return None
    days = [index.timeline.days[entry["id"]] for entry in entries]
    years = [day.year for each in days for day in (each.first, each.last) if day]
    first, last = min(years), max(years)
    when = f"in {first}" if first == last else f"from {first} to {last}"
    if earlier and any(each.first is None for each in days):
        when = f"until {last}"
    elif not earlier and any(each.last is None for each in days):
        when = f"from {first}"
    words = f"+ {len(entries):,} {when}"
    return Beyond(words, first_of(index, entries))
