"""When an attribution was said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

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
            return days, "occasion" if attribution.by_occasion else "expression"
    first = published.first
    if first is not None:
        first = first - _BACK if first - date.min >= _BACK else date.min
    return DayInterval(first, published.last), "publication"
