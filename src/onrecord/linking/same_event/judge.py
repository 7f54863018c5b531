"""Whether two articles may report one event, by their words and names: a pure function of both."""

from __future__ import annotations

import math
from collections.abc import Mapping

from onrecord.linking.same_event.event_text import EventText
from onrecord.values.links import EventLink

LEAST = 0.1
"""Least likeness of what is kept: dates are looked at when the record is compiled."""
_BASE = -6.0
_TOLD = 12.0
_TITLE = 4.0
_NAMED = 3.0


def judge(left: EventText, right: EventText) -> EventLink | None:
    """How alike two articles are; the smaller id is left. None where they are not alike."""
    if right.article < left.article:
        left, right = right, left
    told = cosine(left.vector, right.vector)
    title = cosine(left.title, right.title)
    named = cosine(left.named, right.named)
    score = _BASE + _TOLD * told + _TITLE * title + _NAMED * named
    likeness = round(1 / (1 + math.exp(-score)), 4)
    if likeness < LEAST:
        return None
    return EventLink(
        left=left.article,
        right=right.article,
        likeness=likeness,
        why=f"same-event: words {round(100 * told)} %, headline {round(100 * title)} %, "
        f"names {round(100 * named)} %",
    )


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Of two vectors of length one."""
    few, many = sorted((left, right), key=len)
    return math.fsum(weight * many[one] for one, weight in few.items() if one in many)
