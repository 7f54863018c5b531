"""Days of a month with their weekday but without a year: `Monday, Oct. 26`.

A day falls on a weekday in one year of five to eleven, so that among the years which other
evidence leaves there often is a single one.
"""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.linking.dates.own_text import OwnText
from onrecord.values.datings import DateEvidence
from onrecord.values.days import DayInterval
from onrecord.values.times import Direction, Shape, TimeExpression, days_of
from onrecord.values.vocabulary import Role

_YEAR = timedelta(366)
_MOST_YEARS = 30
"""Years between bounds; wider ones leave too many."""
_JUST_OVER = timedelta(60)
"""So long after a day it may still be told as to come: `due by Jan. 14`, on the 15th."""


def weekday_dates(text: OwnText, within: DayInterval) -> list[DateEvidence]:
    """One piece of evidence for each such day that fits in a single year within the bounds."""
    if within.first is None or within.last is None:
        return []
    found = []
    for one in text.times:
        days = _near_the_day(one, within.first, within.last)
        if days is None or text.role(one.span.start) is Role.NOTICE:
            continue
        why = f"weekday-of-date: {one.form.value} {one.form.number}"
        found.append(text.evidence(days, why, one.span))
    return found


def _near_the_day(one: TimeExpression, first: date, last: date) -> DayInterval | None:
    """The days within a year of the one year's day; None where several years fit."""
    form = one.form
    if form.shape is not Shape.YEARLESS or not form.number or last.year - first.year > _MOST_YEARS:
        return None
    fitting = []
    for year in range(first.year - 1, last.year + 2):
        day = days_of(f"{year:04d}-{form.value}")
        if day.first is None or not day.exact or day.first.isoweekday() != form.number:
            continue
        around = _around(day.first, form.direction)
        if around.intersect(DayInterval(first, last)) is not None:
            fitting.append(around)
    return fitting[0] if len(fitting) == 1 else None


def _around(day: date, direction: Direction) -> DayInterval:
    """When an article may have been written that prints the day without its year."""
    before = timedelta(0) if direction is Direction.PAST else _YEAR
    after = _JUST_OVER if direction is Direction.FUTURE else _YEAR
    return DayInterval(day - before, day + after)
