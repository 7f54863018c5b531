"""The words of a sentence that tell something: all that two sentences are judged by.

Equal sentences are one `SentenceText`, however many articles print them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import pairwise
from math import fsum

from onrecord.linking.dates.rarity import rarity
from onrecord.values.ids import make_id

_HEAVIEST = 6.0
"""Weight of a word that hardly any article has."""
_NUMBER = 2.0
"""Weight of a number of one digit; more digits tell more."""
_SAID = 0.25
"""Share of its weight that a word has that only tells who said it."""
_DENIES = "-"


class Sign(StrEnum):
    """How a word stands in a sentence."""

    NAME = "N"
    NUMBER = "d"
    SAID = "s"
    """It only tells who said it: source and cue."""
    QUOTED = "q"
    PLAIN = "w"


@dataclass(frozen=True)
class SentenceText:
    """What a sentence tells, as its content words in order."""

    id: str
    """16 hex digits over the words and their marks."""
    words: tuple[str, ...]
    """Stems of the content words, in order."""
    marks: str
    """The `Sign` of each word."""
    denies: bool
    """Whether it has a word of denial."""

    def stored(self) -> str:
        """The sentence as one string, for keeping."""
        sign = _DENIES if self.denies else ""
        return " ".join((f"{sign}{self.marks}", *self.words))

    @classmethod
    def from_stored(cls, id_: str, stored: str) -> SentenceText:
        """The sentence that was kept as this string."""
        marks, *words = stored.split(" ")
        denies = marks.startswith(_DENIES)
        return cls(id_, tuple(words), marks.removeprefix(_DENIES), denies)

    @cached_property
    def content(self) -> Mapping[str, float]:
        """The words, each once, with what they weigh."""
        found: dict[str, float] = {}
        for word, sign in zip(self.words, self.marks, strict=True):
            weight = weight_of(word) * (_SAID if sign == Sign.SAID else 1.0)
            if weight > found.get(word, 0.0):
                found[word] = weight
        return found

    @cached_property
    def weight(self) -> float:
        """What all of its words weigh together, each once."""
        return fsum(self.content.values())

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers among its words."""
        return self._marked(Sign.NUMBER)

    @cached_property
    def plain(self) -> frozenset[str]:
        """Its words but names, numbers and what only tells who said it."""
        return self._marked(Sign.PLAIN) | self._marked(Sign.QUOTED)

    @cached_property
    def beside(self) -> frozenset[tuple[str, str]]:
        """Pairs of words that follow each other."""
        return frozenset(pairwise(self.words))

    @cached_property
    def quoted(self) -> float:
        """Share of its words that stand between quotation marks."""
        return self.marks.count(Sign.QUOTED) / max(len(self.marks), 1)

    def _marked(self, sign: Sign) -> frozenset[str]:
        pairs = zip(self.words, self.marks, strict=True)
        return frozenset(word for word, mark in pairs if mark == sign)


def make_sentence(words: tuple[str, ...], marks: str, *, denies: bool) -> SentenceText:
    """A sentence of these words, with its id."""
    plain = SentenceText("", words, marks, denies)
    return SentenceText(make_id("sentence", plain.stored()), words, marks, denies)


@lru_cache(maxsize=1 << 16)
def weight_of(word: str) -> float:
    """How much a word tells: more the rarer it is."""
    if word[0].isdigit():
        return min(_NUMBER * len(word), _HEAVIEST)
    return min(rarity(word), _HEAVIEST)
