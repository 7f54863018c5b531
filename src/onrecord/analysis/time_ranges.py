"""Ranges: two expressions that the words around them make the ends of one stretch of time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.time_rules.days import BEFORE_ANOTHER
from onrecord.values.times import (
    CountedFrom,
    Direction,
    Shape,
    TimeExpression,
    TimeForm,
    TimeType,
)

_BETWEEN = re.compile(r"\s*(?:-|–|—|\s(?:to|until|till|through|thru)\s)\s*", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_OPENED = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_THROUGH = re.compile(r"\s+(?:through|thru)\s+|\s*[-–—]\s*", re.IGNORECASE)
_ENDED = re.compile(r"\s+(?:that\s+)?(?:ended|ending)\s+(?:on\s+)?", re.IGNORECASE)
_NEXT = re.compile(r"\s+(?:the\s+)?")
_LONGEST_GAP = 10
_SIDED = frozenset({Shape.WEEKDAY, Shape.YEARLESS})
_AHEAD = frozenset({Direction.FUTURE, Direction.PRESENT, Direction.AFTER})


def link_ranges(text: str, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The expressions of a paragraph, those that are two ends of a range with each other's place.

    Where a range gives no year, or only names weekdays, one end counts from the other: the
    first from the second where it is over, the second from the first where it lies ahead.
    """
    linked = list(times)
    for n in range(len(linked) - 1):
        left, right = linked[n], linked[n + 1]
        gap = text[left.span.end : right.span.start]
        if _is_quarter(left) and _ENDED.fullmatch(gap):
            form = replace(left.form, shift=0, direction=Direction.SHIFTED)
            linked[n] = _counting_from(form, left, right)
        elif left.rule == BEFORE_ANOTHER and _NEXT.fullmatch(
            text[left.span.end : right.span.start]
        ):
            linked[n] = _counting_from(left.form, left, right)
        elif left.range is None and right.range is None and _is_range(text, left, right):
            linked[n : n + 2] = _ends(left, right)
    return [one for one in linked if one.rule != BEFORE_ANOTHER or one.reference is not None]


def _is_quarter(one: TimeExpression) -> bool:
    if one.form.shape is Shape.YEARLESS:
        return one.form.value.startswith("Q")
    return one.form.shape is Shape.UNIT and one.form.unit == "Q"


def _counting_from(form: TimeForm, one: TimeExpression, after: TimeExpression) -> TimeExpression:
    """`the quarter ended Sept. 30`, `the week before Christmas`."""
    return replace(one, form=form, counted_from=CountedFrom.EXPRESSION, reference=after.span)


def _is_range(text: str, left: TimeExpression, right: TimeExpression) -> bool:
    if right.span.start - left.span.end > _LONGEST_GAP or not (_is_day(left) and _is_day(right)):
        return False
    gap = text[left.span.end : right.span.start]
    before = text[max(0, left.span.start - 12) : left.span.start]
    if _AND.fullmatch(gap):
        return bool(_OPENED.search(before)) and "from" not in before.lower()
    if _THROUGH.fullmatch(gap):
        return True
    return bool(_BETWEEN.fullmatch(gap)) and bool(_FROM.search(before))


def _is_day(one: TimeExpression) -> bool:
    if one.type not in (TimeType.DATE, TimeType.TIME):
        return False
    return not one.form.value.endswith("_REF")


def _ends(left: TimeExpression, right: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    left, right = replace(left, range=right.span), replace(right, range=left.span)
    if CountedFrom.EXPRESSION in (left.counted_from, right.counted_from):
        return left, right
    both = left.form.shape in _SIDED and left.form.shape is right.form.shape
    fixed_left, fixed_right = (
        one.form.shape is Shape.FIXED and other.form.shape is Shape.YEARLESS
        for one, other in ((left, right), (right, left))
    )
    if fixed_right or (both and right.form.direction not in _AHEAD and _is_open(left)):
        return _counted(left, right, Direction.BEFORE), right
    if fixed_left or (both and _is_open(right)):
        return left, _counted(right, left, Direction.AFTER)
    return left, right


def _is_open(one: TimeExpression) -> bool:
    """Whether nothing but the clause says which one is meant: no `last`, no `next year`."""
    return one.form.direction not in (Direction.SHIFTED, Direction.BEFORE, Direction.AFTER)


def _counted(one: TimeExpression, other: TimeExpression, direction: Direction) -> TimeExpression:
    form = replace(one.form, direction=direction)
    return replace(one, form=form, counted_from=CountedFrom.EXPRESSION, reference=other.span)
