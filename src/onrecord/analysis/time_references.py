"""What the expressions of one article count from, where it is another expression in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.analysis.time_rules.seasons import OF_YEAR
from onrecord.values.times import (
    CountedFrom,
    Direction,
    Shape,
    TimeExpression,
    TimeForm,
    TimeType,
    days_of,
)

_REACH = 400
"""Code points back in which an expression such as `a day later` finds what it counts from."""
_NEAR = 200
"""Code points by which the last of the same unit may lie before the last expression."""
_OPEN = {
    unit: TimeForm(shape=Shape.FIXED, value=value)
    for unit, value in (("D", "XXXX-XX-XX"), ("W", "XXXX-WXX"), ("M", "XXXX-XX"), ("Y", "XXXX"))
}
"""Days, weeks, months and years of which nothing is known."""
_AHEAD = frozenset({Direction.FUTURE, Direction.PRESENT, Direction.AFTER})
_LONGER_THAN_QUARTERS = frozenset({"P6M", "P9M"})
_DAYS_REACH = 600
"""The same for `a day earlier`."""
_QUARTER_REACH = 1_500
"""Code points back in which `the quarter` finds the quarter that is meant."""


def link_references(times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The expressions of an article, in order, each with the place of what it counts from.

    An expression that counts from another one and finds none counts from the publication.
    """
    read = _Read()
    linked: list[TimeExpression] = []
    for one in times:
        found = _linked(one, read)
        linked.append(found)
        read.add(found)
    return tuple(linked)


@dataclass(slots=True)
class _Read:
    """What an article has named so far."""

    last: TimeExpression | None = None
    told: TimeExpression | None = None
    """The last that does not lie ahead."""
    day: TimeExpression | None = None
    """The last that is one day."""
    quarter: TimeExpression | None = None
    of_unit: dict[str, TimeExpression] = field(default_factory=dict)
    """The last week, month and year."""

    def add(self, one: TimeExpression) -> None:
        """Take note of an expression."""
        form = one.form
        if one.type is TimeType.DURATION and form.value in _LONGER_THAN_QUARTERS:
            self.quarter = None  # `a year earlier` is now said of these months
        if form.shape is Shape.UNIT and form.unit == "W":
            self.quarter = None  # no longer about the report
        if not _has_days(one):
            return
        self.last = one
        if _is_one_day(one):
            self.day = one
        if not _lies_ahead(form):
            self.told = one
        if (form.value.startswith("Q") or "-Q" in form.value) and one.rule != OF_YEAR:
            self.quarter = one
        if unit := _unit(form):
            self.of_unit[unit] = one

    def base(self, form: TimeForm) -> TimeExpression | None:
        """What a form counts from: `at 6 a.m.` from a day, `the week before` from a week."""
        if form.clock:
            return self.day
        last = self.told or self.last if form.shift < 0 else self.last
        if last and _is_coarser(last.form, form):
            return self.of_unit.get(form.unit)
        like = self.of_unit.get(form.unit) if form.shape is Shape.UNIT else None
        near = like and last and last.span.start - like.span.end < _NEAR
        return like if near else last


def _linked(one: TimeExpression, read: _Read) -> TimeExpression:
    quarter = read.quarter
    if quarter is not None and one.span.start - quarter.span.end < _QUARTER_REACH:
        one = _in_quarter(one, quarter)
    if one.counted_from is not CountedFrom.EXPRESSION or one.reference is not None:
        return one
    base = read.base(one.form)
    reach = _DAYS_REACH if one.form.unit == "D" and one.form.shift < 0 else _REACH
    if base is not None and one.span.start - base.span.end < reach:
        return replace(one, reference=base.span)
    if _is_undated(one.form):
        form = replace(_OPEN[one.form.unit], clock=one.form.clock)
        return replace(one, form=form, counted_from=CountedFrom.NOTHING)
    return replace(one, counted_from=CountedFrom.PUBLICATION)


_ORDER = ("W", "M", "Y")


def _is_coarser(base: TimeForm, form: TimeForm) -> bool:
    """Whether a week or month would count from a year: beside `2014`, `the previous month`."""
    unit = _unit(base)
    if form.shape is not Shape.UNIT or not form.shift or {unit, form.unit} - set(_ORDER):
        return False
    return _ORDER.index(unit) > _ORDER.index(form.unit)


def _is_undated(form: TimeForm) -> bool:
    """Whether it hangs on something told in no date: `the same year she won`, `the next day`."""
    if form.shape not in (Shape.UNIT, Shape.DISTANCE) or form.unit not in _OPEN:
        return False
    return form.shift > 0 or (form.shift == 0 and form.unit != "D")


def _lies_ahead(form: TimeForm) -> bool:
    if form.shape is Shape.FIXED:
        return form.direction is Direction.FUTURE
    return form.direction in _AHEAD


def _unit(form: TimeForm) -> str:
    """The unit that a form is one of: a week, a month, a year; empty for others."""
    if form.shape in (Shape.UNIT, Shape.DISTANCE):
        return form.unit
    if form.unit == "W":
        return "W"
    value = form.value if form.shape is Shape.FIXED else f"0000-{form.value}"
    if not value.replace("-", "").isdigit():
        return ""
    return {len("2014"): "Y", len("2014-05"): "M"}.get(len(value), "")


def _in_quarter(one: TimeExpression, quarter: TimeExpression) -> TimeExpression:
    """In a report on a quarter, `the quarter` is that one and `a year earlier` its like."""
    form = one.form
    if one.rule == OF_YEAR:
        number = quarter.form.value[-len("Q1") :]
        return replace(one, form=replace(form, value=f"{form.value}-{number}"))
    if one.rule == "year-ago-quarter":
        shift = -4
    elif form.shape is Shape.DISTANCE and form.unit == "Y" and abs(form.shift) == 1:
        shift = 4 * form.shift
    elif one.rule == "latest-period" and quarter.form.direction is Direction.NEAREST:
        return one  # beside an outlook for `the fourth quarter` it is still the last one
    elif form.shape is Shape.UNIT and form.unit == "Q" and form.shift == -1:
        shift = 0
    else:
        return one
    return replace(
        one,
        form=TimeForm(shape=Shape.UNIT, unit="Q", shift=shift),
        counted_from=CountedFrom.EXPRESSION,
        reference=quarter.span,
    )


def _has_days(one: TimeExpression) -> bool:
    if one.type not in (TimeType.DATE, TimeType.TIME):
        return False
    return one.form.shape is not Shape.FIXED or days_of(one.form.value).known


def _is_one_day(one: TimeExpression) -> bool:
    """Whether it names one day, not a week or a month."""
    form = one.form
    if form.shape is Shape.FIXED:
        days = days_of(form.value)
        return days.first == days.last
    if form.shape is Shape.YEARLESS:
        return not form.unit and (":" in form.value or len(form.value) == len("12-31"))
    return form.shape is Shape.WEEKDAY or form.unit == "D"
