"""Time expressions: what was printed, in a form that hangs on no day, and what it comes to.

`analysis` writes a `TimeForm`; `resolve` turns it into a TIMEX3 value and days for the day it
counts from, `resolve_within` for an interval of such days. A new publication date therefore
costs no parsing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from onrecord.values.days import DayInterval
from onrecord.values.spans import Span


class TimeType(StrEnum):
    """The types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Shape(StrEnum):
    """How a form is turned into days."""

    FIXED = "fixed"
    """`value` is the TIMEX3 value as it stands; it hangs on nothing."""
    WEEKDAY = "weekday"
    """The weekday `number` (Monday 1) on the side that `direction` says, `shift` weeks on."""
    YEARLESS = "yearless"
    """`value` is what follows the year (`06-12`, `06`, `SU`, `Q3`); the year is found by
    `direction`, or is that of the reference moved by `shift` when `direction` is `shifted`."""
    UNIT = "unit"
    """The calendar unit `unit` that holds the reference, moved by `shift` units."""
    DISTANCE = "distance"
    """The reference moved by `shift` of `unit`, as exact as that unit is."""


class Direction(StrEnum):
    """On which side of the reference a form lies."""

    PAST = "past"
    """The latest not after the reference."""
    FUTURE = "future"
    """The earliest not before the reference."""
    NEAREST = "nearest"
    SHIFTED = "shifted"
    """`shift` units from the one that holds the reference."""
    BEFORE = "before"
    """The latest before the reference."""
    AFTER = "after"
    """The earliest after the reference."""


class CountedFrom(StrEnum):
    """What an expression counts from."""

    NOTHING = "nothing"
    PUBLICATION = "publication"
    EXPRESSION = "expression"
    """The expression at `reference`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeForm:
    """An expression without its reference; see `Shape` for which fields count."""

    shape: Shape
    value: str = ""
    other: str = ""
    """The value in the other order of day and month, where that is open."""
    number: int = 0
    unit: str = ""
    """`D`, `W`, `M`, `Q`, `Y`, `DE` (decade), `CE` (century), `WE` (weekend), or `TH`, `TM` for
    hours and minutes."""
    shift: int = 0
    direction: Direction = Direction.SHIFTED
    clock: str = ""
    """What is appended to a day: `TMO`, `T17:00`."""
    part: str = ""
    """`early`, `mid` or `late`: which third of the days is meant."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a form comes to: a TIMEX3 value and the days, where it fixes any."""

    value: str
    days: DayInterval = DayInterval()  # noqa: RUF009 (a frozen value)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """One expression at its place."""

    span: Span
    type: TimeType
    form: TimeForm
    rule: str
    """Name of the rule that found it."""
    counted_from: CountedFrom = CountedFrom.PUBLICATION
    reference: Span | None = None
    """Place of the expression that this one counts from."""
    range: Span | None = None
    """Place of the other end, where it is one end of a range."""


def moved(one: TimeExpression, offset: int) -> TimeExpression:
    """The expression with all its places moved by `offset` code points."""
    return replace(
        one,
        span=_moved(one.span, offset),
        reference=_moved(one.reference, offset) if one.reference else None,
        range=_moved(one.range, offset) if one.range else None,
    )


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""Meteorological, northern: months from to; 13 and 14 are those of the next year."""
_THIRDS = {"early": 0, "mid": 1, "late": 2}


def resolve(form: TimeForm, reference: date | None) -> Resolved:
    """The value and days of a form for a day it counts from; without one, what is sure anyway."""
    if form.shape is Shape.FIXED and form.other:
        return Resolved(f"{form.value[:4]}-XX-XX", days_of(form.value).hull(days_of(form.other)))
    if form.shape is Shape.FIXED:
        return Resolved(form.value, _part_of(days_of(form.value), form.part))
    if reference is None:
        return Resolved(_open_value(form))
    try:
        value = _value(form, reference)
    except (ValueError, OverflowError):  # before year 1, after year 9999, 30 February
        return Resolved(_open_value(form))
    days = days_of(value)
    return Resolved(value + form.clock, _part_of(days, form.part))


def resolve_within(form: TimeForm, references: DayInterval) -> Resolved:
    """The value and the hull of days over all days that it may count from.

    The value is full when all days give the same one; else what they differ in is X.
    """
    if form.shape is Shape.FIXED or not references.known:
        return resolve(form, None)
    first, last = references.first, references.last
    if first is None or last is None or (last - first).days > _MOST_REFERENCES:
        return _open_ended(form, references)
    every = [resolve(form, first + timedelta(n)) for n in range((last - first).days + 1)]
    value = every[0].value if len({r.value for r in every}) == 1 else _open_value(form)
    days = every[0].days
    for other in every[1:]:
        days = days.hull(other.days)
    return Resolved(value, days)


def resolve_all(times: Sequence[TimeExpression], published: DayInterval) -> tuple[Resolved, ...]:
    """What the expressions of one article come to, in their order.

    `published` are the days on which it may have been published. An expression that counts
    from another one counts from the first of its days.
    """
    by_place: dict[Span, Resolved] = {}
    resolved: list[Resolved] = []
    for one in times:
        references = published
        if one.reference is not None and one.reference in by_place:
            references = by_place[one.reference].days
            if references.first is not None and one.form.unit != "D":
                references = DayInterval.on(references.first)
        result = resolve_within(one.form, references)
        by_place[one.span] = result
        resolved.append(result)
    return tuple(resolved)


_MOST_REFERENCES = 800
"""Days of reference that are gone through one by one; wider intervals by their ends."""


def _open_ended(form: TimeForm, references: DayInterval) -> Resolved:
    """Bounds for a reference that is open on a side, or very wide: those of its ends."""
    low = resolve(form, references.first).days.first if references.first else None
    high = resolve(form, references.last).days.last if references.last else None
    if form.direction is Direction.NEAREST:
        low = low - timedelta(366) if low else None
        high = high + timedelta(366) if high else None
    return Resolved(_open_value(form), DayInterval(low, high))


def _open_value(form: TimeForm) -> str:
    """The value with X for what hangs on the reference."""
    if form.shape is Shape.WEEKDAY:
        return f"XXXX-WXX-{form.number}{form.clock}"
    if form.shape is Shape.YEARLESS:
        return f"XXXX-{form.value}{form.clock}"
    opened = {
        "D": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
        "WE": "XXXX-WXX-WE",
    }
    return opened.get(form.unit, "XXXX") + form.clock


def _value(form: TimeForm, reference: date) -> str:
    if form.shape is Shape.WEEKDAY:
        return _weekday(form, reference).isoformat()
    if form.shape is Shape.YEARLESS:
        return _yearless(form, reference)
    if form.unit == "WE" and form.direction is Direction.PAST and reference.isoweekday() < 6:
        return unit_value("WE", move(reference, "W", form.shift - 1))
    if form.shape is Shape.UNIT:
        return unit_value(form.unit, move(reference, form.unit, form.shift))
    return unit_value(form.unit, move(reference, form.unit, form.shift))


def _weekday(form: TimeForm, reference: date) -> date:
    ahead = (form.number - reference.isoweekday()) % 7
    if form.direction is Direction.FUTURE:
        days = ahead
    elif form.direction is Direction.AFTER:
        days = ahead or 7
    elif form.direction is Direction.BEFORE:
        days = ahead - 7
    elif form.direction is Direction.SHIFTED:  # of the week that holds the reference
        days = form.number - reference.isoweekday()
    elif form.direction is Direction.NEAREST:
        days = ahead if ahead <= 3 else ahead - 7
    else:
        days = ahead - 7 if ahead else 0
    return reference + timedelta(days + 7 * form.shift)


def _yearless(form: TimeForm, reference: date) -> str:
    if ":" in form.value:
        return _feast(form, reference)
    if form.direction is Direction.SHIFTED:
        return f"{reference.year + form.shift:04d}-{form.value}"
    years = [reference.year + n for n in (-2, -1, 0, 1, 2)]
    found = [(y, days_of(f"{y:04d}-{form.value}")) for y in years]
    dated = [(y, d) for y, d in found if d.first is not None and d.last is not None]
    if not dated:  # 29 February in other years
        raise ValueError(form.value)
    past = [(y, d) for y, d in dated if d.first <= reference]  # type: ignore[operator]
    future = [(y, d) for y, d in dated if d.last >= reference]  # type: ignore[operator]
    if form.direction is Direction.BEFORE:
        past = [(y, d) for y, d in past if d.last < reference]  # type: ignore[operator]
    if form.direction is Direction.AFTER:
        future = [(y, d) for y, d in future if d.first > reference]  # type: ignore[operator]
    if form.direction in (Direction.PAST, Direction.BEFORE):
        year = past[-1][0] + form.shift
    elif form.direction in (Direction.FUTURE, Direction.AFTER):
        year = future[0][0] + form.shift
    else:
        year = min(dated, key=lambda pair: _distance(pair[1], reference))[0]
    return f"{year:04d}-{form.value}"


def _feast(form: TimeForm, reference: date) -> str:
    """A day of the calendar that moves: the nth weekday of a month, or a distance from Easter."""
    if form.direction is Direction.SHIFTED:
        return feast_day(form.value, reference.year + form.shift).isoformat()
    days = [feast_day(form.value, reference.year + n) for n in (-1, 0, 1)]
    if form.direction in (Direction.FUTURE, Direction.AFTER):
        return next(d for d in days if d >= reference).isoformat()
    if form.direction is Direction.NEAREST:
        return min(days, key=lambda d: abs((d - reference).days)).isoformat()
    return next(d for d in reversed(days) if d <= reference).isoformat()


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


def _distance(days: DayInterval, reference: date) -> int:
    assert days.first is not None
    assert days.last is not None
    if days.first <= reference <= days.last:
        return 0
    return min(abs((days.first - reference).days), abs((days.last - reference).days))


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


def _part_of(days: DayInterval, part: str) -> DayInterval:
    """The first, middle or last third of the days; of one day the day."""
    if part not in _THIRDS or days.first is None or days.last is None:
        return days
    length = (days.last - days.first).days + 1
    low, high = (length * n // 3 for n in (_THIRDS[part], _THIRDS[part] + 1))
    return DayInterval(days.first + timedelta(low), days.first + timedelta(max(high - 1, low)))


def days_in(days: DayInterval) -> Iterator[date]:
    """Every day of a closed interval."""
    if days.first is None or days.last is None:
        return
    for n in range((days.last - days.first).days + 1):
        yield days.first + timedelta(n)
