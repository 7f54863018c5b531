"""Which expressions date an event, and which of several does so best."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.values.times import CountedFrom, Shape, TimeExpression, TimeForm, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_FINENESS = {"D": 0, "TH": 0, "TM": 0, "WE": 1, "W": 2, "M": 3, "Q": 4, "Y": 5, "DE": 6, "CE": 7}
_LAST_RESORT = 8
_BOUNDS = frozenset({"until", "till", "through", "by", "to"})


def dates(one: TimeExpression) -> bool:
    """Whether an expression stands for days: no set, no bare length, no `recently`."""
    if one.type is TimeType.SET or "REF" in one.form.value:
        return False
    return one.type is not TimeType.DURATION or one.form.shape is Shape.STRETCH


def nearest_and_finest(
    predicate: Token, found: Sequence[tuple[TimeExpression, Span]]
) -> TimeExpression | None:
    """Of the expressions of one clause the finest, of equals the nearest; a range by its start."""
    if not found:
        return None
    best = min(
        found,
        key=lambda one: (
            _is_bound(one[1]),
            _coarseness(one[0]),
            abs(one[1].root.i - predicate.i),
            one[0].span,
        ),
    )[0]
    first = next((one for one, _ in found if one.span == best.range), best)
    return min(best, first, key=lambda one: one.span)


def is_of_day(one: TimeExpression) -> bool:
    """Whether an expression is as precise as a day."""
    return _coarseness(one) == 0


def _is_bound(words: Span) -> bool:
    """Whether it only ends what the clause tells: `until Friday`."""
    before = words.doc[words.start - 1].lower_ if words.start else ""
    return before in _BOUNDS


def _coarseness(one: TimeExpression) -> int:
    form = one.form
    if one.type is TimeType.TIME and one.counted_from is CountedFrom.EXPRESSION:
        return _LAST_RESORT  # an hour alone: the day is told elsewhere
    if one.type is TimeType.DURATION:
        return _LAST_RESORT - 1
    if form.unit in _FINENESS:
        return _FINENESS[form.unit]
    return _of_value(form)


def _of_value(form: TimeForm) -> int:
    if form.shape is Shape.WEEKDAY:
        return 0
    value = form.value
    yearly = value if form.shape is Shape.YEARLESS else value[5:]
    if not yearly:
        return 5 if len(value) == 4 else 6
    if yearly[:1] in "QH":
        return 4
    return 0 if len(yearly) > 4 or "W" in value else 3
