"""Which pairs of articles share keys enough to be compared, kept right while articles come and go.

A key that many articles hold pairs each of them with the few that have the smallest ids alone, so
that a report printed by hundreds hangs together and one more article costs the same in any pile.
Which pairs are candidates is a function of the pile alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
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
    holding: dict[Key, set[str]] = {}
    for item in sorted(new):
        keys = sorted(set(new[item]))
        index.put_all(item, keys)
        for key in keys:
            holding.setdefault(key, set()).add(item)
    shared: Counter[Pair] = Counter()
    lost: set[Pair] = set()
    for key in sorted(holding):
        made, broken = _changed(key, holding[key], index)
        shared.update(dict.fromkeys(made, _weight(key)))
        lost |= broken
    pile = _Pile(index)
    return CopyPairs(
        {pair for pair, count in shared.items() if count >= _FEWEST_KEYS},
        {pair for pair in lost - shared.keys() if not pile.is_candidate(pair)},
    )


def pairs_again(dropped: Iterable[Key], index: KeyIndex) -> set[Pair]:
    """The pairs to be judged because an article has gone: they may be candidates now.

    Args:
        dropped: keys that the index has just forgotten for one article, of any kind.
        index: without that article.
    """
    found: set[Pair] = set()
    for key in sorted(dropped):
        if key[0] in KINDS and index.count(*key, LOUD_ABOVE) == LOUD_ABOVE:
            holders = index.get(*key)
            if len(holders) == LOUD_ABOVE:
                found.update(combinations(holders, 2))
            else:  # the last of the hubs may be one since that article has gone
                found.update(_pairs_with(holders[HUBS - 1], holders))
    pile = _Pile(index)
    return {pair for pair in found if pile.is_candidate(pair)}


def _changed(key: Key, fresh: set[str], index: KeyIndex) -> tuple[set[Pair], set[Pair]]:
    """The pairs that a key makes of fresh holders and others, and those of others that it made
    before these came and makes no more."""
    most = LOUD_ABOVE + 1 + len(fresh)
    holders = index.get(*key, most)
    if len(holders) <= LOUD_ABOVE:
        return {pair for one in fresh for pair in _pairs_with(one, holders)}, set()
    was_loud = len(holders) == most
    hubs = holders[:HUBS]
    if was_loud and not fresh.isdisjoint(hubs):
        holders = index.get(*key)
    made = {pair for hub in hubs for pair in _pairs_with(hub, fresh)}
    made |= {pair for hub in hubs if hub in fresh for pair in _pairs_with(hub, holders)}
    older = [one for one in holders if one not in fresh]
    before = set(older[:HUBS]) if was_loud else set(older)
    gone = before.difference(hubs)
    broken = {pair for one in gone for pair in _pairs_with(one, older)}
    return made, {pair for pair in broken if not set(pair) & set(hubs)}


def _pairs_with(one: str, others: Iterable[str]) -> Iterable[Pair]:
    return ((one, other) if one < other else (other, one) for other in others if other != one)


class _Pile:
    """Keys and their first holders, each read once; the index stays as it is."""

    def __init__(self, index: KeyIndex) -> None:
        self._index = index
        self._holders: dict[Key, list[str]] = {}
        self._keys: dict[str, frozenset[Key]] = {}

    def _first(self, key: Key) -> list[str]:
        if key not in self._holders:
            self._holders[key] = self._index.get(*key, LOUD_ABOVE + 1)
        return self._holders[key]

    def is_candidate(self, pair: Pair) -> bool:
        count = 0
        for key in self._held(pair[0]) & self._held(pair[1]):
            holders = self._first(key)
            if len(holders) <= LOUD_ABOVE or not set(pair).isdisjoint(holders[:HUBS]):
                count += _weight(key)
                if count >= _FEWEST_KEYS:
                    return True
        return False

    def _held(self, item: str) -> frozenset[Key]:
        if item not in self._keys:
            self._keys[item] = frozenset(self._index.held(item, KINDS))
        return self._keys[item]


def _weight(key: Key) -> int:
    return _FEWEST_KEYS if key[0] == WHOLE else 1
