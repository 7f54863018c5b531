"""What a printed number covers: the values that it can stand for."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.linking.figures.fact import FigureFact
from onrecord.values.vocabulary import Bound

_INFINITE = float("inf")
_ABOUT = 0.02
"""Share of a number on either side that `about` covers at least."""


class Covered(NamedTuple):
    """The values that a number stands for, from and to, and how far rounding may have moved it.

    A number is rounded at the precision in which it is printed: the slack of `5,000` is 500 and of
    `5,200` 50, while `24` is 24.
    """

    low: float
    high: float
    slack: float


def covered(fact: FigureFact) -> Covered | None:
    """What a figure's number covers; None of a word without a number."""
    if not is_number(fact):
        return None
    low = fact.low if fact.low is not None else -_INFINITE
    high = fact.high if fact.high is not None else _INFINITE
    if fact.bound is Bound.AT_LEAST:
        return Covered(low, _INFINITE, 0.0)
    if fact.bound is Bound.AT_MOST:
        return Covered(-_INFINITE, high, 0.0)
    return Covered(low, high, _slack(fact, max(abs(low), abs(high))))


def _slack(fact: FigureFact, value: float) -> float:
    step = fact.step or 0.0
    if fact.bound is Bound.ABOUT:
        return max(step / 2, value * _ABOUT)
    return 0.0 if step == 1 else step / 2


def overlap(one: FigureFact, other: FigureFact) -> bool:
    """Whether both numbers can stand for one value; so can a word without a number for any.

    The one that is rounded more must hold the other inside of its slack: `5,000` holds `5,200`,
    but `3,000` does not hold `2,500`.
    """
    left, right = covered(one), covered(other)
    if left is None or right is None:
        return True
    between = max(left.low - right.high, right.low - left.high)
    return between <= 0 or between < max(left.slack, right.slack)


def is_number(fact: FigureFact) -> bool:
    """Whether a number is printed, rather than a word like `dozens`."""
    return fact.low is not None or fact.high is not None


def printed_number(fact: FigureFact) -> tuple[float | None, float | None]:
    """The number without its bound: `at least 24` and `24` print one."""
    low, high = fact.value
    if low is None:
        low = high
    return low, high if high is not None else low
