"""Which pairs of articles share keys enough to be compared, kept right while articles come and go.

A key that many articles hold pairs each of them with the few that have the smallest ids alone, so
that a report printed by hundreds hangs together and one more article costs the same in any pile.
Which pairs are candidates is a function of the pile alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from onrecord.linking.copies.keys import KINDS, WHOLE
from onrecord.linking.index import KeyIndex
from onrecord.linking.pairs import Key, Pair

LOUD_ABOVE = 16
"""Articles that hold a key, from which on it is loud."""
HUBS = 3
"""Articles that every other holder of a loud key is paired with."""
_FEWEST_KEYS = 2
"""Keys that a pair must share; one of all running words is enough."""


@dataclass(slots=True)
class CopyPairs:
    """What became of pairs; no pair is in both sets."""

    judge: set[Pair] = field(default_factory=set)
    drop: set[Pair] = field(default_factory=set)


def add_copy_keys(new: Mapping[str, Iterable[Key]], index: KeyIndex) -> CopyPairs:
    """Put the keys of new articles into the index and tell which pairs change.

    Args:
        new: keys by the article's id; the index holds none of theirs.
        index: what the articles before them hold; it is changed.
    """
    keys = {item: sorted(set(new[item])) for item in sorted(new)}
    for item, held in keys.items():
        for key in held:
            index.put(*key, item)
    pile = _Pile(index)
    shared: Counter[Pair] = Counter()
    lost: set[Pair] = set()
    for key in sorted({key for held in keys.values() for key in held}):
        holders = pile.holders(key)
        fresh = keys.keys() & set(holders)
        weight = _weight(key)
        for pair in _speaking(holders, fresh):
            shared[pair] += weight
        if len(holders) > LOUD_ABOVE:
            lost |= _lost(holders, fresh)
    found = CopyPairs({pair for pair, count in shared.items() if count >= _FEWEST_KEYS})
    found.drop = {pair for pair in lost - shared.keys() if not pile.is_candidate(pair)}
    return found


def pairs_again(dropped: Iterable[Key], index: KeyIndex) -> set[Pair]:
    """The pairs to be judged because an article has gone: they may be candidates now.

    Args:
        dropped: keys that the index has just forgotten for one article, of any kind.
        index: without that article.
    """
    pile = _Pile(index)
    found: set[Pair] = set()
    for key in sorted(dropped):
        if key[0] in KINDS and pile.count(key) >= LOUD_ABOVE:
            holders = pile.holders(key)
            if len(holders) == LOUD_ABOVE:
                found.update(combinations(holders, 2))
            else:
                found.update(_speaking(holders, {holders[HUBS - 1]}))
    return {pair for pair in found if pile.is_candidate(pair)}


def _speaking(holders: Sequence[str], some: set[str]) -> Iterable[Pair]:
    """The pairs that a key makes of its holders, in order, with one of some of them."""
    if len(holders) <= LOUD_ABOVE:
        for one in holders:
            if one in some:
                for other in holders:
                    if other != one and (other not in some or other > one):
                        yield _pair(one, other)
        return
    hubs = holders[:HUBS]
    for number, hub in enumerate(hubs):
        for other in holders[number + 1 :]:
            if hub in some or other in some:
                yield hub, other


def _lost(holders: Sequence[str], fresh: set[str]) -> set[Pair]:
    """Pairs of older holders that a loud key made before some fresh ones came."""
    older = [one for one in holders if one not in fresh]
    hubs = set(holders[:HUBS])
    if len(older) <= LOUD_ABOVE:
        return {pair for pair in combinations(older, 2) if hubs.isdisjoint(pair)}
    gone = set(older[:HUBS]) - hubs
    return {pair for pair in _speaking(older, gone) if hubs.isdisjoint(pair)}


class _Pile:
    """Keys and their holders, each read once; the index stays as it is."""

    def __init__(self, index: KeyIndex) -> None:
        self._index = index
        self._holders: dict[Key, list[str]] = {}
        self._keys: dict[str, frozenset[Key]] = {}

    def count(self, key: Key) -> int:
        return self._index.count(*key)

    def holders(self, key: Key) -> list[str]:
        if key not in self._holders:
            self._holders[key] = self._index.get(*key)
        return self._holders[key]

    def is_candidate(self, pair: Pair) -> bool:
        count = 0
        for key in self._held(pair[0]) & self._held(pair[1]):
            holders = self.holders(key)
            if len(holders) <= LOUD_ABOVE or not set(pair).isdisjoint(holders[:HUBS]):
                count += _weight(key)
                if count >= _FEWEST_KEYS:
                    return True
        return False

    def _held(self, item: str) -> frozenset[Key]:
        if item not in self._keys:
            self._keys[item] = frozenset(k for k in self._index.held(item) if k[0] in KINDS)
        return self._keys[item]


def _weight(key: Key) -> int:
    return _FEWEST_KEYS if key[0] == WHOLE else 1


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
