"""Pairs of sentences that share a key, kept right while sentences come and go.

What few sentences share pairs each with each. What many share (a fact that every report tells
again) pairs each holder with the few first ones by id only, the hubs of the key: that leads from
any telling to any other in two steps, and one more costs the same in any pile. Which pairs are
candidates is a function of the pile alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from onrecord.linking.index import KeyIndex
from onrecord.linking.pairs import Key, Pair

LINE = 24
"""Most sentences that share a key and are paired each with each."""
HUBS = 3
"""Of more, the first ones by id, with which all others are paired."""

type Linked = Callable[[str], Iterable[str]]
"""The texts that the pile has a link to from one."""


@dataclass(slots=True)
class Candidates:
    """What became of pairs; no pair is in both sets."""

    judge: set[Pair] = field(default_factory=set)
    """Candidates that are new or may be."""
    drop: set[Pair] = field(default_factory=set)
    """Linked pairs that are no candidates any more."""


def add_sentences(new: Mapping[str, Iterable[Key]], index: KeyIndex, linked: Linked) -> Candidates:
    """Put the keys of new sentences into the index and tell which pairs are to be judged.

    Args:
        new: keys by the text's id.
        index: what the others hold; it is changed.
        linked: the links of the pile as it was.
    """
    judge: set[Pair] = set()
    doubtful: set[Pair] = set()
    for item in sorted(new):
        keys = sorted(set(new[item]))
        index.put_all(item, keys)
        for key in keys:
            first = index.get(*key, most=LINE + 2)
            if len(first) <= LINE:
                judge |= {_pair(item, other) for other in first if other != item}
                continue
            hubs = first[:HUBS]
            if item in hubs:
                judge |= {_pair(item, other) for other in index.get(*key) if other != item}
            else:
                judge |= {_pair(item, hub) for hub in hubs}
            if len(first) == LINE + 1:
                doubtful |= _pairs_among(first, judge, linked)
            elif item in hubs:
                doubtful |= _pairs_of_hub(first[HUBS], judge, linked)
    left = {pair for pair in doubtful if not is_candidate(pair, index)}
    known = {one: frozenset(linked(one)) for one in {pair[0] for pair in left}}
    return Candidates(judge - left, {pair for pair in left if pair[1] in known[pair[0]]})


def _pairs_among(items: Sequence[str], judge: Collection[Pair], linked: Linked) -> set[Pair]:
    """The pairs of some texts that are linked or about to be judged."""
    before = {_pair(one, other) for one in items for other in linked(one) if other in items}
    return before | {pair for pair in combinations(items, 2) if pair in judge}


def _pairs_of_hub(hub: str, judge: Iterable[Pair], linked: Linked) -> set[Pair]:
    """The pairs of what has ceased to be a hub: those linked, and those about to be judged."""
    before = {_pair(hub, other) for other in linked(hub)}
    return before | {pair for pair in judge if hub in pair}


def forget_sentence(item: str, index: KeyIndex) -> set[Pair]:
    """Take a text out of the index; the pairs of others that are to be judged because of it."""
    pairs: set[Pair] = set()
    for key in index.drop(item):
        first = index.get(*key, most=LINE + 1)
        if len(first) == LINE:
            pairs |= {_pair(*two) for two in combinations(first, 2)}
        elif len(first) > LINE and item < first[HUBS - 1]:
            hub = first[HUBS - 1]
            pairs |= {_pair(hub, other) for other in index.get(*key) if other != hub}
    return pairs


def is_candidate(pair: Pair, index: KeyIndex) -> bool:
    """Whether two texts share a key that few hold, or of which one of them is a hub."""
    for key in sorted(set(index.held(pair[0])) & set(index.held(pair[1]))):
        first = index.get(*key, most=LINE + 1)
        if len(first) <= LINE or not {*first[:HUBS]}.isdisjoint(pair):
            return True
    return False


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
