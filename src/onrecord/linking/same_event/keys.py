"""Keys by which articles are found that may report one event.

Pairs of the words that tell most of headline, of lede and of all, and of a name with a word of the
headline; the words and names that tell most alone. What many articles hold names the story that
they all belong to, not the event, and falls silent.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from itertools import combinations

from onrecord.linking.same_event.event_text import EventText, Vector

PAIR = "event-pair"
NAME = "event-name"
WORD = "event-word"
SILENT_ABOVE: Mapping[str, int] = {PAIR: 30, NAME: 30, WORD: 25}
"""Kind of key to the number of articles above which a key is silent."""
_PAIRED = 7
_TITLE = 6
_NAMES = 4
_WORDS = 12
_NAMES_ALONE = 5


def event_keys(text: EventText) -> tuple[tuple[str, str], ...]:
    """The keys of a text as (kind, key), sorted, each once."""
    title, names = _most(text.title, _TITLE), _most(text.named, _NAMES_ALONE)
    found = {(WORD, _digest(word)) for word in _most(text.told, _WORDS)}
    found |= {(WORD, _digest(f"name {name}")) for name in names}
    found |= {(NAME, _digest(f"{name} {word}")) for name in names[:_NAMES] for word in title}
    for words in (_most(text.told, _PAIRED), _most(text.led, _PAIRED), title):
        found |= {(PAIR, _digest(" ".join(pair))) for pair in combinations(sorted(words), 2)}
    return tuple(sorted(found))


def _most(vector: Vector, number: int) -> list[str]:
    return sorted(vector, key=lambda one: (-vector[one], one))[:number]


def _digest(words: str) -> str:
    return f"{zlib.crc32(words.encode('utf-8', 'surrogatepass')):08x}"
