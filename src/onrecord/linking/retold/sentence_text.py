"""The words of a sentence that tell something: all that two sentences are judged by.

Equal sentences are one `SentenceText`, however many articles print them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import fsum

from onrecord.linking.dates.rarity import rarity
from onrecord.values.ids import make_id

_HEAVIEST = 6.0
"""Weight of a word that hardly any article has."""
_NUMBER = 2.0
"""Weight of a number of one digit; more digits tell more."""
_DENIES = "-"
_PLAIN, _NAME, _NUMBER_MARK, _QUOTED = "w", "N", "d", "q"


@dataclass(frozen=True)
class SentenceText:
    """What a sentence tells, as its content words in order."""

    id: str
    """16 hex digits over the words and their marks."""
    words: tuple[str, ...]
    """Stems of the content words, in order."""
    marks: str
    """A sign for each word: `N` of a name, `d` a number, `q` between quotation marks, `w` other."""
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
    def weights(self) -> tuple[float, ...]:
        """How much each word tells."""
        return tuple(map(weight_of, self.words))

    @cached_property
    def content(self) -> Mapping[str, float]:
        """The words, each once, with their weights."""
        return dict(zip(self.words, self.weights, strict=True))

    @cached_property
    def weight(self) -> float:
        """What all of its words weigh together, each once."""
        return fsum(self.content.values())

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers among its words."""
        return self._marked(_NUMBER_MARK)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of names among its words."""
        return self._marked(_NAME)

    def _marked(self, sign: str) -> frozenset[str]:
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
