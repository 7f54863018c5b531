"""When an attribution was said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from onrecord.values.attributions import Attribution
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span

_BACK = timedelta(days=6)
"""What is reported without a day was said within a week of being published."""


def said_days(
    attribution: Attribution, days_at: Mapping[Span, DayInterval], published: DayInterval
) -> tuple[DayInterval, str]:
    """The days on which it was said, and what that rests on: `expression`, `occasion` or
    `publication`.

    Args:
        attribution: what was said.
        days_at: the days that each time expression of its article comes to.
        published: when the article was published.
    """
    if attribution.time is not None:
        days = days_at.get(attribution.time)
        if days is not None and days.known:
            return days, "occasion" if getattr(attribution, "by_occasion", False) else "expression"
    first = published.first - _BACK if published.first else None
    return DayInterval(first, published.last), "publication"
