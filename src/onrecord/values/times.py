"""Time expressions: what was printed, in a form that hangs on no day, and what it comes to.

`analysis` writes a `TimeForm`; `resolve` turns it into a TIMEX3 value and days for the day it
counts from, `resolve_within` for an interval of such days. A new publication date therefore
costs no parsing.
"""

from __future__ import annotations

from onrecord.values.time_forms import (
    CountedFrom,
    Direction,
    Shape,
    TimeExpression,
    TimeForm,
    TimeType,
    moved,
)
from onrecord.values.time_resolution import Resolved, resolve, resolve_all, resolve_within
from onrecord.values.time_values import days_in, days_of, feast_day, move, unit_value

__all__ = [
    "CountedFrom",
    "Direction",
    "Resolved",
    "Shape",
    "TimeExpression",
    "TimeForm",
    "TimeType",
    "days_in",
    "days_of",
    "feast_day",
    "move",
    "moved",
    "resolve",
    "resolve_all",
    "resolve_within",
    "unit_value",
]
