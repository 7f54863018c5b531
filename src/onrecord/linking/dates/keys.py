"""Keys by which articles are found that may be dated against each other.

Four kinds, each with the number of articles above which a key of it is silent:

- runs of six words inside quotation marks: of all runs the smallest digest in every window, so
  that any eight words in common share a key;
- runs of eight words outside quotation marks: the smallest digests of the text;
- the noun of a numbered round with a rare stem of its sentence;
- pairs of the stems that tell most, by how often the head of the text has them and how rare they
  are. An event is told by few articles of a pile; a pair that many hold names the story that they
  all belong to, not the event.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.linking.dates.facts import UTTERANCE_WORDS, DateFacts, digests
from onrecord.linking.dates.rarity import rarity

UTTERANCE = "date-utterance"
PASSAGE = "date-passage"
EVENT = "date-event"
ROUND = "date-round"
SILENT_ABOVE: Mapping[str, int] = {UTTERANCE: 200, PASSAGE: 200, EVENT: 4, ROUND: 50}
"""Kind of key to the number of articles above which a key is silent."""

_WINDOW = 3
_MOST_PASSAGES = 32
_EVENT_STEMS = 12
_TOLD_FIRST = 1.6
"""How much more a stem weighs that headline, dek or lede has."""
_ROUND_STEMS = 5


def date_keys(facts: DateFacts) -> tuple[tuple[str, str], ...]:
    """The keys of an article as (kind, key), sorted, each once."""
    spoken = (digest for one in facts.utterances for digest in _chosen(one.words))
    found = {(UTTERANCE, f"{digest:08x}") for digest in spoken}
    smallest = sorted(facts.passages)[:_MOST_PASSAGES]
    found |= {(PASSAGE, f"{one:08x}") for one in smallest}
    found |= {(ROUND, f"{r.noun} {one}") for r in facts.rounds for one in _rare_of(r.stems)}
    pairs = combinations(_telling(facts), 2)
    found |= {(EVENT, _digest(f"{one} {other}")) for one, other in pairs}
    return tuple(sorted(found))


def candidates(keys: Mapping[str, Sequence[tuple[str, str]]]) -> frozenset[tuple[str, str]]:
    """The pairs of articles that share a key that is not silent, the smaller id first."""
    holders: dict[tuple[str, str], list[str]] = {}
    for article in sorted(keys):
        for key in keys[article]:
            holders.setdefault(key, []).append(article)
    return frozenset(
        pair
        for (kind, _), articles in holders.items()
        if 1 < len(articles) <= SILENT_ABOVE[kind]
        for pair in combinations(articles, 2)
    )


def _digest(words: str) -> str:
    return f"{zlib.crc32(words.encode('utf-8', 'surrogatepass')):08x}"


def _chosen(words: Sequence[str]) -> Iterator[int]:
    """The smallest digest in every window of runs."""
    runs = digests(words, UTTERANCE_WORDS)
    for start in range(max(1, len(runs) - _WINDOW + 1)):
        yield min(runs[start : start + _WINDOW])


def _rare_of(stems: Iterable[str]) -> list[str]:
    return sorted(stems, key=lambda one: (-rarity(one), one))[:_ROUND_STEMS]


def _telling(facts: DateFacts) -> list[str]:
    """The stems that tell most of headline and running text, in alphabetical order."""

    def weight(one: str) -> tuple[float, str]:
        return -facts.told[one] * (_TOLD_FIRST if one in facts.top else 1.0), one

    return sorted(sorted(facts.told, key=weight)[:_EVENT_STEMS])
