"""From the form of a time expression and the days it counts from to a value and days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.time_forms import Direction, Shape, TimeExpression, TimeForm
from onrecord.values.time_values import days_in, days_of, in_year, move, unit_value


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a form comes to: a TIMEX3 value and the days, where it fixes any."""

    value: str
    days: DayInterval = DayInterval()  # noqa: RUF009 (a frozen value)


_THIRDS = {"early": 0, "mid": 1, "late": 2}


def resolve(form: TimeForm, reference: date | None) -> Resolved:
    """The value and days of a form for a day it counts from; without one, what is sure anyway."""
    if form.shape is Shape.FIXED and form.other:
        return Resolved(f"{form.value[:4]}-XX-XX", days_of(form.value).hull(days_of(form.other)))
    if form.shape is Shape.FIXED:
        value = _around(form, form.value)
        return Resolved(value + form.clock, _part_of(days_of(value), form.part))
    if form.shape is Shape.STRETCH:
        return Resolved(form.value, _stretch(form, reference))
    if reference is None:
        return Resolved(_open_value(form))
    try:
        value = _value(form, reference)
    except (ValueError, OverflowError):  # before year 1, after year 9999, 30 February
        return Resolved(_open_value(form))
    days = days_of(value)
    return Resolved(value + form.clock, _part_of(days, form.part))


def _stretch(form: TimeForm, reference: date | None) -> DayInterval:
    if reference is None:
        return DayInterval()
    try:
        other = move(reference, form.unit, form.shift)
    except (ValueError, OverflowError):
        return DayInterval()
    return DayInterval(min(reference, other), max(reference, other))


def resolve_within(form: TimeForm, references: DayInterval) -> Resolved:
    """The value and the hull of days over all days that it may count from.

    The value is full when all days give the same one; else what they differ in is X.
    """
    if form.shape is Shape.FIXED or not references.known:
        return resolve(form, None)
    if not _is_narrow(references):
        return _open_ended(form, references)
    return _joined(form, [resolve(form, day) for day in days_in(references)])


def resolve_all(times: Sequence[TimeExpression], published: DayInterval) -> tuple[Resolved, ...]:
    """What the expressions of one article come to, in their order.

    `published` are the days on which it may have been published. An expression that counts
    from another one counts from the first of its days.
    """
    linked = {one.span for one in times if one.reference is not None}
    linked |= {one.reference for one in times if one.reference is not None}
    chained = _bases_first([one for one in times if one.span in linked])
    days = list(days_in(published)) if _is_narrow(published) else []
    passes = [_pass(chained, DayInterval.on(day)) for day in days] or [_pass(chained, published)]
    return tuple(
        _joined(one.form, [found[one.span] for found in passes])
        if one.span in linked
        else resolve_within(one.form, published)
        for one in times
    )


def _bases_first(times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The expressions, each after the one that it counts from, which may stand later."""
    if not any(t.reference is not None and t.reference > t.span for t in times):
        return list(times)
    at = {one.span: one for one in times}
    placed: dict[Span, TimeExpression] = {}
    for one in times:
        chain = [one]
        while (base := chain[-1].reference) in at and base not in placed:
            if at[base] in chain:  # references make no circle; where they do, it is cut
                break
            chain.append(at[base])
        placed.update((link.span, link) for link in reversed(chain))
    return list(placed.values())


def _is_narrow(days: DayInterval) -> bool:
    if days.first is None or days.last is None:
        return False
    return (days.last - days.first).days <= _MOST_REFERENCES


def _pass(times: Sequence[TimeExpression], published: DayInterval) -> dict[Span, Resolved]:
    """What expressions come to, each after the one that it counts from."""
    found: dict[Span, Resolved] = {}
    for one in times:
        references = published
        if one.reference is not None and one.reference in found:
            references = found[one.reference].days
            if references.first is not None and one.form.unit != "D":
                references = DayInterval.on(references.first)
        found[one.span] = resolve_within(one.form, references)
    return found


def _joined(form: TimeForm, every: Sequence[Resolved]) -> Resolved:
    """One result for all days of reference: the value where it is the same, the hull of days."""
    value = every[0].value if len({r.value for r in every}) == 1 else _open_value(form)
    days = every[0].days
    for other in every[1:]:
        days = days.hull(other.days)
    return Resolved(value, days)


_MOST_REFERENCES = 800
"""Days of reference that are gone through one by one; wider intervals by their ends."""


_EITHER_SIDE = (Direction.NEAREST, Direction.RATHER_PAST)


def _open_ended(form: TimeForm, references: DayInterval) -> Resolved:
    """Bounds for a reference that is open on a side, or very wide: those of its ends."""
    low = resolve(form, references.first).days.first if references.first else None
    high = resolve(form, references.last).days.last if references.last else None
    if form.direction in _EITHER_SIDE:
        low = low - timedelta(366) if low and low.year > 1 else None
        high = high + timedelta(366) if high and high.year < _LAST_YEAR else None
    return Resolved(_open_value(form), DayInterval(low, high))


def _open_value(form: TimeForm) -> str:
    """The value with X for what hangs on the reference."""
    if form.shape is Shape.STRETCH:
        return form.value
    if form.shape is Shape.WEEKDAY:
        return f"XXXX-WXX-{form.number}{form.clock}"
    if form.shape is Shape.YEARLESS and form.unit != "W":
        return f"XXXX-{'XX-XX' if ':' in form.value else form.value}{form.clock}"
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
        return _around(form, _yearless(form, reference))
    if form.unit == "WE" and form.direction is Direction.PAST and reference.isoweekday() < 6:
        return unit_value("WE", move(reference, "W", form.shift - 1))
    if form.shape is Shape.UNIT:
        return unit_value(form.unit, move(reference, form.unit, form.shift))
    return unit_value(form.unit, move(reference, form.unit, form.shift))


def _around(form: TimeForm, value: str) -> str:
    """Of a day the week that holds it, where that is meant: `the week of March 6`."""
    day = days_of(value).first
    return unit_value("W", day) if form.unit == "W" and day else value


def _weekday(form: TimeForm, reference: date) -> date:
    ahead = (form.number - reference.isoweekday()) % 7
    if form.direction in (Direction.FUTURE, Direction.PRESENT):
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
    if form.direction is Direction.SHIFTED:
        # Printed in January or February, `this winter` began in the year before.
        begun = int(form.value == "WI" and form.shift == 0 and reference.month <= 2)
        return in_year(form.value, reference.year + form.shift - begun)
    reach = 8 if form.value == "02-29" else 2
    dated: list[tuple[str, date, date]] = []
    for year in range(reference.year - reach, reference.year + reach + 1):
        if not 1 <= year <= _LAST_YEAR:
            continue
        value = in_year(form.value, year + form.shift)
        days = days_of(in_year(form.value, year))
        if days.first is not None and days.last is not None:  # else 29 February in other years
            dated.append((value, days.first, days.last))
    if form.number:  # `Monday, Oct. 26`: a year in which that day is a Monday, where one is near
        dated = [d for d in dated if d[1].isoweekday() == form.number] or dated
    if not dated:
        raise ValueError(form.value)
    return _chosen(dated, form.direction, reference)


def _chosen(dated: list[tuple[str, date, date]], direction: Direction, reference: date) -> str:
    """The value on the side that the direction says; the nearest where there is none."""
    nearest = min(dated, key=lambda d: _distance(d[1], d[2], reference))
    past = [d for d in dated if d[1] <= reference]
    future = [d for d in dated if d[2] >= reference]
    if direction is Direction.BEFORE:
        past = [d for d in past if d[2] < reference]
    if direction is Direction.AFTER:
        future = [d for d in future if d[1] > reference]
    if direction is Direction.RATHER_PAST and _is_within(_NEAR_DAYS, future[:1], reference):
        return nearest[0]
    if direction is Direction.PRESENT and _is_just_over(past, reference):
        return past[-1][0]
    if past and direction in _BEHIND:
        return past[-1][0]
    if future and direction in _AHEAD:
        return future[0][0]
    return nearest[0]


_BEHIND = (Direction.PAST, Direction.BEFORE, Direction.RATHER_PAST)
_AHEAD = (Direction.FUTURE, Direction.PRESENT, Direction.AFTER)
_NEAR_DAYS = 100
_JUST_OVER = 30
_LAST_YEAR = 9999


def _is_just_over(past: Sequence[tuple[str, date, date]], reference: date) -> bool:
    """Whether the last one was a day within a month."""
    return _is_within(_JUST_OVER, [d for d in past[-1:] if d[1] == d[2]], reference)


def _is_within(days: int, dated: Sequence[tuple[str, date, date]], reference: date) -> bool:
    return any(_distance(first, last, reference) <= days for _, first, last in dated)


def _distance(first: date, last: date, reference: date) -> int:
    if first <= reference <= last:
        return 0
    return min(abs((first - reference).days), abs((last - reference).days))


def _part_of(days: DayInterval, part: str) -> DayInterval:
    """The first, middle or last third of the days; of one day the day."""
    if part not in _THIRDS or days.first is None or days.last is None:
        return days
    length = (days.last - days.first).days + 1
    low, high = (length * n // 3 for n in (_THIRDS[part], _THIRDS[part] + 1))
    return DayInterval(days.first + timedelta(low), days.first + timedelta(max(high - 1, low)))
