"""Whether two articles may report one event, by their words and names: a pure function of both.

The odds are those of a logistic regression, fitted on halves of two public sets; `likeness` puts
them between 0 and 1, evenly, so that days can be added when the record is compiled.
"""

from __future__ import annotations

from math import fsum

from onrecord.lexicon.same_event_weights import same_event_weights
from onrecord.linking.same_event.event_text import EventText, cosine
from onrecord.linking.same_event.likeness import likeness
from onrecord.values.links import EventLink

LOWEST, HIGHEST = -9.0, 9.0
"""Odds (natural logarithms) that are likeness 0 and 1."""
LEAST = 0.2
"""Least likeness of what is kept: days may add to it."""

_LEAST_TOLD = 0.06
"""Least likeness of all words or of the lede's; below it nothing else is looked at."""


def judge(left: EventText, right: EventText) -> EventLink | None:
    """How alike two articles are; the smaller id is left. None where they are not alike."""
    if right.article < left.article:
        left, right = right, left
    if cosine(left.told, right.told) < _LEAST_TOLD and cosine(left.led, right.led) < _LEAST_TOLD:
        return None
    found = likeness(left, right)
    known = same_event_weights()
    odds = known.base + fsum([weight * found[name] for name, weight in known.weights.items()])
    alike = round((min(max(odds, LOWEST), HIGHEST) - LOWEST) / (HIGHEST - LOWEST), 4)
    if alike < LEAST:
        return None
    return EventLink(
        left=left.article,
        right=right.article,
        likeness=alike,
        why=f"told-alike: words {round(100 * found['told'])} %, "
        f"headline {round(100 * found['title'])} %, names {round(100 * found['names'])} %",
    )


def odds_of(link: EventLink) -> float:
    """The odds of a link by words and names, as a natural logarithm."""
    return LOWEST + link.likeness * (HIGHEST - LOWEST)
