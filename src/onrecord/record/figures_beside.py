"""Which figures that follow each other answer one question: `from 37 to 71`."""

from __future__ import annotations

import re

from onrecord.values.figures import Figure
from onrecord.values.vocabulary import FigureKind

_RISE = re.compile(r"\s+to\s+(?:just\s+|about\s+)?")
_DOWN_FROM = re.compile(r"[^.;()\n]{0,30},?\s+(?:up|down)\s+from\s+(?:about\s+|nearly\s+)?")
_BRACKET = re.compile(r"[^.;()\n]{0,24}\(\s*(?:about\s+|some\s+)?")
"""Words between two numbers of one question: `from 37 to 71`, `71, up from 37`, `$17bn (£11bn)`."""
_FROM = 6
"""Code points before a figure in which `from` stands."""
_ROUNDED = 0.05
"""Share by which the same number in other words may differ."""


def are_beside(text: str, before: Figure, one: Figure) -> bool:
    """Whether two figures that follow each other answer one question: `from 37 to 71`, `71, up from
    37`, the same number in brackets in other words or in another currency."""
    between = text[before.number.end : one.number.start]
    if _BRACKET.fullmatch(between) and one.kind is before.kind:
        if one.kind is FigureKind.MONEY:
            return one.unit != before.unit
        return one.unit == before.unit and _is_about(before, one)
    if one.unit != before.unit or before.unit in ("percent", "points"):
        return False
    if _DOWN_FROM.fullmatch(between):
        return True
    told = text[max(0, before.span.start - _FROM) : before.span.start].split()
    return bool(_RISE.fullmatch(between)) and told[-1:] == ["from"]


def _is_about(before: Figure, one: Figure) -> bool:
    if before.low is None or one.low is None:
        return False
    return abs(before.low - one.low) <= _ROUNDED * max(abs(before.low), abs(one.low))
