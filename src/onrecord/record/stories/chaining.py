"""Events joined into stories over time. `stories_of` conducts:

1. what each event tells: the names and words that its reports share;
2. how alike two events are, by the names and words that are rare in the news; where no names
   were found, by words alone;
3. stories: events joined on the average of all that each story holds.

The words of a long story change from month to month; its names and subject do not. What days lie
between two events is no matter: a story may rest for a year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from onrecord.linking.dates.rarity import rarity
from onrecord.linking.same_event.event_text import Vector, name_rarity, unit_of
from onrecord.record.stories.alike_rows import AlikeRows
from onrecord.record.stories.chain_link import join_alike
from onrecord.record.stories.event_groups import Reports

_WORDS, _NAMES = 60, 20
"""Words and names by which an event is compared: those that tell most."""
_NAMES_WEIGH = 0.3
"""What part of the likeness of two events their names are."""
LEAST = 0.05
"""Least likeness of the events of one story, on the average."""


def stories_of(reports: Reports, events: Sequence[Sequence[int]]) -> list[list[int]]:
    """Places of the events of each story; every event in one, by the first."""
    # 1. what they tell
    told = [_told(reports, event) for event in events]
    # 2. how alike they are
    alike = AlikeRows(told, names_weigh=_NAMES_WEIGH)
    # 3. stories
    weights = [log(1 + len({reports.copies[place] for place in event})) for event in events]
    return join_alike(alike.row, weights, LEAST)


def _told(reports: Reports, event: Sequence[int]) -> tuple[Vector, Vector]:
    """The words and names of an event; all copies of one report count once."""
    seen: set[str] = set()
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for place in event:
        if reports.copies[place] not in seen:
            seen.add(reports.copies[place])
            text = reports.texts[place]
            words.update(dict.fromkeys(text.counts, 1))
            words.update(dict.fromkeys(text.lede, 1))
            names.update({key: min(name.times, 3) for key, name in text.names.items()})
    return (
        _most({w: n * rarity(w) for w, n in words.items() if not w[0].isdigit()}, _WORDS),
        _most({key: n * name_rarity(key) for key, n in names.items()}, _NAMES),
    )


def _most(weights: Mapping[str, float], number: int) -> Vector:
    chosen = sorted(weights, key=lambda one: (-weights[one], one))[:number]
    return unit_of({one: weights[one] for one in chosen})
