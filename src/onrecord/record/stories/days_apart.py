"""What the days between two articles say of whether they report one event."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from onrecord.lexicon.same_event_weights import SameEventWeights
from onrecord.values.days import DayInterval

MOST_DAYS = 31
"""Days between two reports of one event, at most: what is told alike later is told again."""


def days_odds(left: DayInterval, right: DayInterval, weights: SameEventWeights) -> float:
    """What the days of publication add to the odds; nothing where one of them is not known.

    Days that are not exact can only speak against it: by the fewest days that lie between.
    """
    if not left.known or not right.known:
        return 0.0
    between = fewest_days(left, right)
    place = bisect_left([most for most, _ in weights.days], between)
    odds = weights.days[place][1] if place < len(weights.days) else weights.later
    return odds if left.exact and right.exact else min(odds, 0.0)


def fewest_days(left: DayInterval, right: DayInterval) -> int:
    """The fewest days that may lie between two dates."""
    apart = max(_days(left.last, right.first), _days(right.last, left.first))
    return max(apart, 0)


def _days(earlier: date | None, later: date | None) -> int:
    return (later - earlier).days if earlier is not None and later is not None else 0
