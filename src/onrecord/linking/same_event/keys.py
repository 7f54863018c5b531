"""Keys by which articles are found that may report one event: pairs of stems that tell much."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from itertools import combinations

from onrecord.linking.same_event.event_text import EventText

PAIR = "event-pair"
TITLE = "event-title"
SILENT_ABOVE: Mapping[str, int] = {PAIR: 12, TITLE: 12}
"""Kind of key to the number of articles above which a key is silent."""
_TELLING = 10
_TITLE_WORDS = 6


def event_keys(text: EventText) -> tuple[tuple[str, str], ...]:
    """The keys of a text as (kind, key), sorted, each once."""
    telling = sorted(text.vector, key=lambda one: (-text.vector[one], one))[:_TELLING]
    title = sorted(text.title, key=lambda one: (-text.title[one], one))[:_TITLE_WORDS]
    found = {(PAIR, _digest(pair)) for pair in combinations(sorted(telling), 2)}
    found |= {(TITLE, _digest(pair)) for pair in combinations(sorted(title), 2)}
    return tuple(sorted(found))


def _digest(pair: tuple[str, str]) -> str:
    return f"{zlib.crc32(' '.join(pair).encode('utf-8', 'surrogatepass')):08x}"
