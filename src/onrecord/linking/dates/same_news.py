"""Whether two articles tell the same news for sure, so that the date of one settles the other's.

A pile is most often one running story: its articles share words, people, weekdays and old
quotations through months, the more so the rarer its names. What two of them have in common is then
background far more often than news, so words alone never settle a date: an utterance in common
does, and a sign that it is news of both, one of their first quotations or a weekday of the news.

How often links hold, by kind and outlets, over all pairs of the sets, as few articles of a story
would meet them (two outlets: of timeline17 its one pile of five outlets, allsides_roundups, basil;
the published days of some are those of a crawl):

- several utterances: 98 % of 133, 100 % of 231, 100 % of 89 within three days; those that have
  neither sign of news and are less alike: 76 % of 46;
- one: 98 % of 111, 98 % of 162, 100 % of 45;
- by likeness alone: 24 % of 3,876 in the story, 77 % of 256 and 100 % of 31 where a pile is one of
  many stories. It settles nothing.
"""

from __future__ import annotations

from enum import Enum

from onrecord.linking.dates.facts import DateFacts
from onrecord.linking.dates.likeness import Likeness
from onrecord.linking.dates.link_values import LinkKind

_LEAST_FIRST = 2
"""Stems that headline and lede of both have, where fewer than two utterances are in common."""
_LIKELY = 0.58
"""Least likeness of what is worth a look."""
_SURE_SEVERAL = 0.5
"""Two utterances or more, and one of the signs of news or the next."""
_TOLD = 0.5
_SURE_LEADING_ON_A_DAY = 0.7
_SURE_LEADING = 0.9
_SURE_ON_A_DAY = 0.93
_SURE_NOT_TWO = 0.97
"""Where two outlets are not known to be two: one seldom tells the same news twice, and what looks
so is the next turn of a story."""
_SURE_NOT_TWO_SEVERAL = 0.95
_NEVER = 2.0
_DAYS = 3
_DAYS_OF_UNKNOWN_OUTLETS = 7
_DAYS_OF_ONE_OUTLET = 15


class Outlets(Enum):
    """Whether two articles are of one outlet."""

    TWO = "two"
    ONE = "one"
    UNKNOWN = "unknown"


def outlets_of(left: DateFacts, right: DateFacts) -> Outlets:
    """Whether two articles are of one outlet; unknown where an outlet is not known."""
    if not left.outlet or not right.outlet:
        return Outlets.UNKNOWN
    return Outlets.ONE if left.outlet == right.outlet else Outlets.TWO


def same_news(left: DateFacts, right: DateFacts, both: Likeness) -> tuple[LinkKind, int] | None:
    """The kind of link that two articles have by their news, and within how many days it holds.

    Args:
        left: one article.
        right: the other one.
        both: what the two have in common.
    """
    several = both.utterances > 1
    if not several and len(left.top.keys() & right.top.keys()) < _LEAST_FIRST:
        return None
    outlets = outlets_of(left, right)
    if both.sure >= _least(both, outlets):
        return (LinkKind.UTTERANCE if several else LinkKind.EVENT), _days(both, outlets)
    if outlets is not Outlets.ONE and both.sure >= _LIKELY:
        return LinkKind.LIKELY, _DAYS
    return None


def _least(both: Likeness, outlets: Outlets) -> float:
    """The least likeness at which the news of both is the same for sure."""
    several, on_a_day = both.utterances > 1, both.weekday > 0
    if not both.utterances:
        return _NEVER
    if outlets is not Outlets.TWO:
        if not on_a_day:
            return _NEVER
        return _SURE_NOT_TWO_SEVERAL if several else _SURE_NOT_TWO
    if several:
        is_news = both.leading or on_a_day or both.told >= _TOLD
        return _SURE_SEVERAL if is_news else _NEVER
    if both.leading:
        return _SURE_LEADING_ON_A_DAY if on_a_day else _SURE_LEADING
    return _SURE_ON_A_DAY if on_a_day else _NEVER


def _days(both: Likeness, outlets: Outlets) -> int:
    if outlets is Outlets.ONE:
        return _DAYS_OF_ONE_OUTLET
    if outlets is Outlets.UNKNOWN and both.utterances < 2:
        return _DAYS_OF_UNKNOWN_OUTLETS
    return _DAYS
