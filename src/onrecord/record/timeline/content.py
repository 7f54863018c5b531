"""What a telling says, as weighted words: who, what, where, and all of it together.

The four parts are kept apart, so that two tellings can be asked on how many of participants,
action and place they agree. A `Content` is a sum: that of a group is the sum of its members', and
the agreement of two groups is the mean over all pairs across (average linkage).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from onrecord.lexicon.event_words import event_words
from onrecord.text.folding import fold_words
from onrecord.text.stems import stem
from onrecord.values.events import Event

_START = 5
"""Letters."""

type Vector = dict[str, float]
type Weight = Callable[[str], float]
type Signature = tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@dataclass(slots=True)
class Content:
    """Sums of unit vectors over `size` tellings."""

    size: int = 0
    words: Vector = field(default_factory=dict)
    who: Vector = field(default_factory=dict)
    action: Vector = field(default_factory=dict)
    where: Vector = field(default_factory=dict)
    starts: Vector = field(default_factory=dict)
    """How many of the tellings have a word that begins so."""
    placed: int = 0
    """How many of the tellings name a place."""

    def add(self, other: Content) -> None:
        """Take another group in."""
        self.size += other.size
        self.placed += other.placed
        for mine, theirs in (
            (self.words, other.words),
            (self.who, other.who),
            (self.action, other.action),
            (self.where, other.where),
            (self.starts, other.starts),
        ):
            for key, value in theirs.items():
                mine[key] = mine.get(key, 0.0) + value


@dataclass(frozen=True, slots=True)
class Agreement:
    """Means over all pairs across two groups, each from 0 to 1."""

    words: float
    who: float
    action: float
    where: float
    likeness: float
    """As `words`, as a share of what the groups agree on within themselves."""
    elsewhere: bool
    """Whether most on both sides name places and the sides share none."""


def start_of(stem_: str) -> str:
    """What a verb and the noun made of it have in common: `explo` of exploded and explosion."""
    return stem_[:_START]


@cache
def _says_little() -> frozenset[str]:
    words = event_words()
    return frozenset(stem(one) for one in words.light_verbs | words.states)


def _says_what(action: str) -> bool:
    """Whether an action tells events apart: `be` and `have` do not."""
    return bool(action) and action not in _says_little()


def stems_of(event: Event) -> set[str]:
    """The stems of all that an event says, names word by word."""
    return {event.action, *event.words, *_tokens(event.participants), *_tokens(event.places)} - {""}


class Contents:
    """The contents of events, each made once; they are shared and not to be added to."""

    def __init__(self, weight: Weight) -> None:
        self._weight = weight
        self._made: dict[Signature, Content] = {}

    def of(self, event: Event) -> Content:
        """The content of one telling."""
        key = signature_of(event)
        if key not in self._made:
            where = set(_tokens(event.places))
            self._made[key] = Content(
                size=1,
                words=_unit(stems_of(event), self._weight),
                who=_unit(_tokens(event.participants), self._weight),
                action={start_of(event.action): 1.0} if _says_what(event.action) else {},
                where=_unit(where, self._weight),
                starts=dict.fromkeys((start_of(one) for one in stems_of(event)), 1.0),
                placed=1 if where else 0,
            )
        return self._made[key]


def signature_of(event: Event) -> Signature:
    """All that the content of an event is made of."""
    return (event.action, event.participants, event.places, event.words)


def heaviest_words(content: Content, most: int) -> list[str]:
    """The words that weigh most in a group."""
    words = content.words
    return sorted(words, key=lambda word: (-words[word], word))[:most]


def words_agreement(one: Content, other: Content) -> float:
    """On how much two groups agree in all that they say."""
    return _dot(one.words, other.words) / (one.size * other.size)


def agreement(one: Content, other: Content) -> Agreement:
    """On how much two groups agree."""
    pairs = one.size * other.size
    words = words_agreement(one, other)
    within = math.sqrt(words_agreement(one, one) * words_agreement(other, other))
    where = _dot(one.where, other.where) + _dot(one.where, other.who) + _dot(one.who, other.where)
    placed = 2 * one.placed > one.size and 2 * other.placed > other.size
    return Agreement(
        words=words,
        who=_dot(one.who, other.who) / pairs,
        action=(_dot(one.action, other.starts) + _dot(other.action, one.starts)) / (2 * pairs),
        where=min(1.0, where / pairs),
        likeness=words / within if within else 0.0,
        elsewhere=placed and not any(key in other.where for key in one.where),
    )


def _unit(stems: Iterable[str], weight: Weight) -> Vector:
    weights = {one: weight(one) for one in sorted(set(stems))}
    length = math.sqrt(sum(value * value for value in weights.values()))
    return {one: value / length for one, value in weights.items() if value > 0} if length else {}


def _dot(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    total = 0.0
    for key, value in one.items():
        if key in other:
            total += value * other[key]
    return total


def _tokens(names: Iterable[str]) -> list[str]:
    return [token for name in names for token in _name_tokens(name)]


@lru_cache(maxsize=1 << 14)
def _name_tokens(name: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in fold_words(name))
