"""How sure it is that two articles tell the same news: one number from a few facts of both.

The weights are those of a logistic regression of "published within three days" on pairs that
share a key, over three public sets, rounded; `bench/publication_dates.py` says how often links
hold.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.linking.dates.facts import DateFacts

_BASE = -5.35
_TOLD = 8.1
_SPOKEN = 1.0
_SEVERAL = 0.9
_SAME_WEEKDAY = 2.75
_OTHER_WEEKDAY = -0.15
_WEEKDAYS = 0.9
_NO_WEEKDAY = -0.7
_DAYS = 0.2
_FIRST = 0.9
_MOST_DAYS = 3
_LEADING = 3
"""Utterances from the first on that lead an article."""
LONGEST = 5_000
"""Words: a longer text (a log of many days, comments) is no report of one event."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two articles have in common, and how sure it is that they tell the same news."""

    told: float
    """Cosine of what the two tell, 0 to 1."""
    spoken: int
    """Runs of six words that both print inside quotation marks."""
    utterances: int
    """Utterances in common."""
    leading: bool
    """Whether in both one of them is among the first three: news, where later ones are recalled."""
    passages: int
    """Runs of eight words that both print outside quotation marks."""
    share: float
    """What part of the shorter text they are, 0 to 1."""
    weekday: int
    """The weekday of the news that both name (Monday 1), 0 where none."""
    sure: float
    """0 to 1."""


def likeness(left: DateFacts, right: DateFacts) -> Likeness:
    """What two articles have in common."""
    told = _cosine(left, right)
    spoken = left.spoken.keys() & right.spoken.keys()
    utterances = min(len({one.spoken[d] for d in spoken}) for one in (left, right))
    passages = len(left.passages.keys() & right.passages.keys())
    weekdays = left.news_weekdays.keys() & right.news_weekdays.keys()
    score = _BASE + _TOLD * told + _SPOKEN * math.log1p(len(spoken)) + _weekdays(left, right)
    score += _SEVERAL * (utterances > 1) + _DAYS * min(len(left.days & right.days), _MOST_DAYS)
    score += _FIRST * math.log1p(len(left.top.keys() & right.top.keys()))
    if weekdays:
        score += _SAME_WEEKDAY * told
    elif left.news_weekdays and right.news_weekdays:
        score += _OTHER_WEEKDAY
    too_long = min(left.words, right.words) > LONGEST
    return Likeness(
        told=told,
        spoken=len(spoken),
        utterances=utterances,
        leading=bool(spoken) and all(_leads(one, spoken) for one in (left, right)),
        passages=passages,
        share=passages / max(min(len(left.passages), len(right.passages)), 1),
        weekday=min(weekdays, default=0),
        sure=0.0 if too_long else 1 / (1 + math.exp(-score)),
    )


def _leads(one: DateFacts, spoken: Iterable[int]) -> bool:
    return min(one.spoken[digest] for digest in spoken) < _LEADING


def _weekdays(left: DateFacts, right: DateFacts) -> float:
    if not left.weekdays or not right.weekdays:
        return 0.0
    both = left.weekdays & right.weekdays
    return _WEEKDAYS * len(both) / len(left.weekdays | right.weekdays) if both else _NO_WEEKDAY


def _cosine(left: DateFacts, right: DateFacts) -> float:
    few, many = sorted((left.told, right.told), key=len)
    return math.fsum(weight * many[one] for one, weight in few.items() if one in many)
