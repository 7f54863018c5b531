"""Pairs of articles that share a key, kept right while articles come and go.

A pair is a candidate while it shares a key that is not silent; a key is silent when more articles
hold it than its kind allows. Which pairs are candidates is a function of the pile alone: when a
key crosses that line, either way, the pairs that hang on it are looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from onrecord.linking.index import KeyIndex

type Pair = tuple[str, str]
"""Two ids, the smaller first."""
type Key = tuple[str, str]
"""Kind and key."""
type Lines = Mapping[str, int]
"""Kind of key to the most articles that may hold one that is not silent; all kinds of keys by
which these pairs are made."""


@dataclass(slots=True)
class PairChanges:
    """What became of pairs; no pair is in both sets."""

    judge: set[Pair] = field(default_factory=set)
    """Candidates that are new or may be."""
    drop: set[Pair] = field(default_factory=set)
    """Pairs that are no candidates any more."""


def add_keys(new: Mapping[str, Iterable[Key]], index: KeyIndex, lines: Lines) -> PairChanges:
    """Put the keys of new articles into the index and tell which pairs are to be judged.

    Args:
        new: keys by the article's id.
        index: what the articles before them hold; it is changed.
        lines: when keys fall silent.
    """
    judge: set[Pair] = set()
    crossed: set[Key] = set()
    for item in sorted(new):
        keys = sorted(set(new[item]))
        index.put_all(item, keys)
        for key in keys:
            line = lines[key[0]]
            holders = index.get(*key, line + 2)  # of loud keys no more than tells that they are
            if len(holders) <= line:
                judge |= {_pair(item, other) for other in holders if other != item}
            elif len(holders) == line + 1:
                crossed.add(key)
    heard = _Heard(index, lines)
    drop = {pair for pair in _pairs_of(crossed, index) if not heard.by(pair[0]) & heard.by(pair[1])}
    return PairChanges(judge - drop, drop)


def speaking_again(dropped: Iterable[Key], index: KeyIndex, lines: Lines) -> set[Pair]:
    """The pairs to be judged because keys speak again: those of an article that has gone.

    Args:
        dropped: keys that the index has just forgotten for one article, of any kind.
        index: without that article.
        lines: when keys fall silent.
    """
    spoken = [key for key in dropped if key[0] in lines and _is_at_line(key, index, lines)]
    return set(_pairs_of(spoken, index))


def _pairs_of(keys: Iterable[Key], index: KeyIndex) -> Iterable[Pair]:
    for key in sorted(keys):
        for left, right in combinations(index.get(*key), 2):
            yield _pair(left, right)


class _Heard:
    """The keys of articles that are not silent, each read once; the index stays as it is."""

    def __init__(self, index: KeyIndex, lines: Lines) -> None:
        self._index, self._lines = index, lines
        self._keys: dict[str, frozenset[Key]] = {}
        self._silent: dict[Key, bool] = {}

    def by(self, item: str) -> frozenset[Key]:
        """Those that an article holds."""
        if item not in self._keys:
            held = self._index.held(item, self._lines.keys())
            self._keys[item] = frozenset(key for key in held if not self._is_silent(key))
        return self._keys[item]

    def _is_silent(self, key: Key) -> bool:
        if key not in self._silent:
            line = self._lines[key[0]]
            self._silent[key] = self._index.count(*key, line + 1) > line
        return self._silent[key]


def _is_at_line(key: Key, index: KeyIndex, lines: Lines) -> bool:
    line = lines[key[0]]
    return index.count(*key, line + 1) == line


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
