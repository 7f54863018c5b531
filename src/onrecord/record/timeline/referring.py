"""Tellings that only refer to an event by a noun: `after Tuesday's earthquake`.

They say too little to be compared. Such a telling joins the group of the same days that most of
what is told with its noun on these days is in; where no group has most of it, as with several
attacks on one day, it stays apart. Only within days: `the visit` of a year may be any.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.record.timeline.content import Contents, start_of
from onrecord.record.timeline.precision import length_of
from onrecord.record.timeline.telling import Telling
from onrecord.values.days import DayInterval

_MOST_DAYS = 3
"""Days within which one event is meant by a noun alone."""


def join_references(groups: Sequence[list[Telling]], contents: Contents) -> list[list[Telling]]:
    """The groups, those of mere references joined to the one that they refer to."""
    bare = [
        place
        for place, group in enumerate(groups)
        if all(t.reference for t in group) and length_of(_days(group)) <= _MOST_DAYS
    ]
    wanted = {(_days(groups[place]), _noun(groups[place])) for place in bare}
    told = _told(groups, contents, wanted)
    joined = [list(group) for group in groups]
    for place in bare:
        counts = told.get((_days(groups[place]), _noun(groups[place])))
        if not counts:
            continue
        (best, most), total = counts.most_common(1)[0], counts.total()
        if 2 * most > total:
            joined[best] += joined[place]
            joined[place] = []
    return [group for group in joined if group]


def _days(group: Sequence[Telling]) -> DayInterval:
    return group[0].days


def _noun(group: Sequence[Telling]) -> str:
    return start_of(group[0].event.action)


def _told(
    groups: Sequence[list[Telling]], contents: Contents, wanted: set[tuple[DayInterval, str]]
) -> dict[tuple[DayInterval, str], Counter[int]]:
    """How many articles of each group tell something of the days with the noun."""
    told: dict[tuple[DayInterval, str], Counter[int]] = defaultdict(Counter)
    nouns: dict[DayInterval, set[str]] = defaultdict(set)
    for days, noun in wanted:
        nouns[days].add(noun)
    for place, group in enumerate(groups):
        articles: set[tuple[DayInterval, str, str]] = set()
        for one in group:
            if one.days in nouns and not one.bare:
                starts = contents.of(one.event).starts
                articles.update(
                    (one.days, noun, one.article) for noun in nouns[one.days] if noun in starts
                )
        for days, noun, _ in articles:
            told[days, noun][place] += 1
    return told
