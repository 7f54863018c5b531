"""What the expressions of one article count from, where it is another expression in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
_AHEAD = frozenset({Direction.FUTURE, Direction.PRESENT, Direction.AFTER})
_QUARTER_REACH = 1_500
"""Code points back in which `the quarter` finds the quarter that is meant."""


def link_references(times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The expressions of an article, in order, each with the place of what it counts from.

    An expression that counts from another one and finds none counts from the publication.
    """
    linked: list[TimeExpression] = []
    last: TimeExpression | None = None
    last_told: TimeExpression | None = None  # the last that does not lie ahead
    quarter: TimeExpression | None = None
    for one in times:
        if quarter is not None and one.span.start - quarter.span.end < _QUARTER_REACH:
            one = _in_quarter(one, quarter)  # noqa: PLW2901 - the expression as it stands there
        if one.counted_from is CountedFrom.EXPRESSION and one.reference is None:
            from_ = last_told or last if one.form.shift < 0 else last
            if from_ is not None and one.span.start - from_.span.end < _REACH:
                one = replace(one, reference=from_.span)  # noqa: PLW2901
            else:
                one = replace(one, counted_from=CountedFrom.PUBLICATION)  # noqa: PLW2901
        linked.append(one)
        if _has_days(one):
            last = one
            last_told = last_told if one.form.direction in _AHEAD else one
            if one.form.value.startswith("Q") or "-Q" in one.form.value:
                quarter = one
    return tuple(linked)


def _in_quarter(one: TimeExpression, quarter: TimeExpression) -> TimeExpression:
    """In a report on a quarter, `the quarter` is that one and `a year earlier` its like."""
    form = one.form
    if one.rule == "year-ago-quarter":
        shift = -4
    elif form.shape is Shape.DISTANCE and form.unit == "Y" and abs(form.shift) == 1:
        shift = 4 * form.shift
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
