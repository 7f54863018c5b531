"""What expressions count from inside one article: the publication day, or another expression."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.values.times import (
    CountedFrom,
    Resolved,
    Shape,
    TimeExpression,
    days_of,
    resolve,
)


def settle_references(
    expressions: Sequence[TimeExpression], published: date | None, text: str
) -> list[tuple[TimeExpression, Resolved]]:
    """Each expression with what it comes to, in order."""
    out: list[tuple[TimeExpression, Resolved]] = []
    last: tuple[TimeExpression, Resolved] | None = None
    quarter: tuple[int, str] | None = None
    for one in expressions:
        reference, from_ = published, None
        near = last is not None and one.span.start - last[0].span.end < 400
        if one.counted_from is CountedFrom.EXPRESSION and last is not None and near:
            reference, from_ = last[1].days.first or reference, last[0].span
        resolved = resolve(one.form, reference)
        if quarter is not None and one.span.start - quarter[0] < _QUARTER_REACH:
            resolved = _in_quarter(one, resolved, quarter[1])
        settled = replace(one, reference=from_)
        out.append((settled, resolved))
        if resolved.days.first is not None and one.type.value in ("DATE", "TIME"):
            last = (settled, resolved)
            if one.rule in ("quarter", "latest-period") and _QUARTER.fullmatch(resolved.value):
                quarter = (one.span.end, resolved.value)
    return out


_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_QUARTER_REACH = 1_500


def _in_quarter(one: TimeExpression, resolved: Resolved, quarter: str) -> Resolved:
    """In a report on a quarter, `the quarter` is that one, and a year before it its like."""
    form = one.form
    year_on = form.shape is Shape.DISTANCE and form.unit == "Y" and abs(form.shift) == 1
    if year_on or one.rule == "year-ago-quarter":
        step = -1 if one.rule == "year-ago-quarter" else form.shift
        value = f"{int(quarter[:4]) + step:04d}{quarter[4:]}"
        return Resolved(value, days_of(value))
    if one.rule in ("latest-period", "unit-deictic") and form.unit == "Q" and form.shift == -1:
        return Resolved(quarter, days_of(quarter))
    return resolved
