"""Keys by which articles are found that may report one event.

Pairs of the words that tell most of headline and lede, of those that tell most of all, and of a
name with such a word. A pair that many articles hold names the story that they all belong to, not
the event, and falls silent.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from itertools import combinations

from onrecord.linking.same_event.event_text import EventText, Vector

TOLD = "event-told"
LEDE = "event-lede"
NAME = "event-name"
SILENT_ABOVE: Mapping[str, int] = {TOLD: 12, LEDE: 12, NAME: 12}
"""Kind of key to the number of articles above which a key is silent."""
_WORDS = 9
_NAMES = 4


def event_keys(text: EventText) -> tuple[tuple[str, str], ...]:
    """The keys of a text as (kind, key), sorted, each once."""
    told, led, named = (
        _most(text.told, _WORDS),
        _most(text.led, _WORDS),
        _most(text.named, _NAMES),
    )
    found = {(TOLD, _digest(*pair)) for pair in combinations(sorted(told), 2)}
    found |= {(LEDE, _digest(*pair)) for pair in combinations(sorted(led), 2)}
    found |= {(NAME, _digest(name, word)) for name in named for word in led}
    return tuple(sorted(found))


def _most(vector: Vector, number: int) -> list[str]:
    return sorted(vector, key=lambda one: (-vector[one], one))[:number]


def _digest(one: str, other: str) -> str:
    return f"{zlib.crc32(f'{one} {other}'.encode('utf-8', 'surrogatepass')):08x}"
