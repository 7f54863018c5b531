"""Why tellings are one entry, as names of reasons with values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.record.timeline.telling import Telling

_MOST = 3
"""Words that are named for each reason."""


def why_one(tellings: Sequence[Telling]) -> str:
    """`same-days, participants: a, b, action: c`: what two or more of the tellings share."""
    if len(tellings) == 1:
        return "one-report"
    days = {one.days for one in tellings if one.event.time is not None}
    reasons = ["same-days" if len(days) == 1 else "vaguer-date-holds-finer"]
    for name, values in (
        ("participants", (one.event.participants for one in tellings)),
        ("action", ([one.event.action] for one in tellings)),
        ("places", (one.event.places for one in tellings)),
    ):
        if shared := _shared(values):
            reasons.append(f"{name}: {', '.join(shared)}")
    return "; ".join(reasons)


def _shared(values: Iterable[Iterable[str]]) -> list[str]:
    counts = Counter(one for each in values for one in set(each) if one)
    often = [one for one, count in counts.items() if count > 1]
    return sorted(often, key=lambda one: (-counts[one], one))[:_MOST]
