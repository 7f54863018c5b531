"""The spoken words of a printing: all that two utterances are judged by.

Equal words are one `WordingText`, however many articles print them: pairs of texts are judged,
never pairs of copies.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import fsum
from typing import NamedTuple

from onrecord.lexicon.wording_words import wording_words
from onrecord.lexicon.words import stop_words
from onrecord.linking.dates.rarity import rarity
from onrecord.linking.wordings.words import compared
from onrecord.values.ids import make_id

_HEAVIEST = 6.0
"""Weight of a word that hardly any article has; a name that all of a pile have must not decide."""
_NUMBER = 2.0
"""Weight of a number in figures of one digit; more digits tell more."""
_HALVED_BY = 2.0
"""Times that a word stands elsewhere in the two articles by which its weight is halved."""
_STEPS = (1, 3, 6)
"""Times that a word stands elsewhere in its article, from which on it is told apart."""
_TIMES = (0.0, 1.0, 4.0, 8.0)
"""What these steps stand for."""
_SIGNS = "0123abcd4567efgh"
"""Signs of words: by those steps; the second four between quotation marks; the second eight at the
beginning of a sentence that is not the first."""
_ELSEWHERE = {sign: _TIMES[place % 4] for place, sign in enumerate(_SIGNS)}
_QUOTED = frozenset(sign for place, sign in enumerate(_SIGNS) if place % 8 >= 4)
_OPENING = frozenset(_SIGNS[8:])
_SHORTEST = 6
"""Words of a sentence that is looked at alone."""


def mark_of(elsewhere: int, *, quoted: bool, opens: bool) -> str:
    """The sign of a word.

    Args:
        elsewhere: how often it stands elsewhere in its article: what an article says again and
            again is its topic, not what tells an utterance.
        quoted: whether it stands between quotation marks.
        opens: whether it begins a sentence that is not the first.
    """
    return _SIGNS[bisect_right(_STEPS, elsewhere) + 4 * quoted + 8 * opens]


class ContentWord(NamedTuple):
    """A word that tells something, in one text."""

    times: int
    weight: float
    elsewhere: float
    """How often about it stands elsewhere in the article."""


@dataclass(frozen=True)
class WordingText:
    """The spoken words of a printing, in order, and how each stands there."""

    words: tuple[str, ...]
    marks: str
    """A sign for each word (`mark_of`)."""

    @classmethod
    def kept(cls, text_id: str, words: str, marks: str) -> WordingText:
        """A text as the record keeps it: its words with a space between."""
        text = cls(tuple(words.split(" ")), marks)
        text.__dict__["id"] = text_id  # known: no digest is to be made again
        return text

    @cached_property
    def id(self) -> str:
        """16 hex digits over words and marks."""
        return make_id("wording", " ".join(self.words), self.marks)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """By what the words are compared, each at its place."""
        return tuple(compared(word) for word in self.words)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """How much each word tells: 0 for grammar, more the rarer it is."""
        return tuple(map(weight_of, self.words, self.stems))

    @cached_property
    def elsewhere(self) -> tuple[float, ...]:
        """How often about each word stands elsewhere in the article."""
        return tuple(map(_ELSEWHERE.__getitem__, self.marks))

    @cached_property
    def content(self) -> Mapping[str, ContentWord]:
        """The words that tell something, by their stems."""
        found: dict[str, ContentWord] = {}
        for stem, weight, times in zip(self.stems, self.weights, self.elsewhere, strict=True):
            if weight > 0:
                before = found.get(stem)
                if before is None:
                    found[stem] = ContentWord(1, weight, times)
                else:
                    found[stem] = ContentWord(
                        1 + before.times, max(weight, before.weight), max(times, before.elsewhere)
                    )
        return found

    @cached_property
    def own_weight(self) -> float:
        """What its words weigh together, as its own article has them."""
        return fsum(one.times * weighed(one.weight, one.elsewhere) for one in self.content.values())

    @cached_property
    def triples(self) -> frozenset[tuple[str, ...]]:
        """The runs of three words that are not grammar only."""
        stems, weights = self.stems, self.weights
        runs = zip(stems, stems[1:], stems[2:], strict=False)
        tell = zip(weights, weights[1:], weights[2:], strict=False)
        return frozenset(run for run, (a, b, c) in zip(runs, tell, strict=True) if a or b or c)

    @cached_property
    def line(self) -> str:
        """The stems with a space around each."""
        return f" {' '.join(self.stems)} "

    @cached_property
    def fragments(self) -> tuple[tuple[int, int], ...]:
        """Where quotations inside it begin and end, as places of words; none of a whole one."""
        if _QUOTED.isdisjoint(self.marks) or _QUOTED.issuperset(self.marks):
            return ()
        found, start = [], 0
        for n, inside in enumerate((*self.quoted, False)):
            if not inside:
                if n > start:
                    found.append((start, n))
                start = n + 1
        return tuple(found)

    @cached_property
    def denies(self) -> bool:
        """Whether it has a word of denial."""
        return not wording_words().negations.isdisjoint(self.words)

    @cached_property
    def quoted(self) -> tuple[bool, ...]:
        """Whether each word stands between quotation marks."""
        return tuple(mark in _QUOTED for mark in self.marks)

    @cached_property
    def segments(self) -> tuple[WordingText, ...]:
        """Its sentences, a short one with the one before it."""
        if _OPENING.isdisjoint(self.marks):
            return (self,)
        starts = [n for n, mark in enumerate(self.marks) if mark in _OPENING]
        cuts = [0]
        for start in starts:
            if start - cuts[-1] >= _SHORTEST and len(self.words) - start >= _SHORTEST:
                cuts.append(start)
        if len(cuts) == 1:
            return (self,)
        ends = [*cuts[1:], len(self.words)]
        return tuple(
            WordingText(self.words[a:b], self.marks[a:b]) for a, b in zip(cuts, ends, strict=True)
        )


def weighed(weight: float, elsewhere: float) -> float:
    """The weight of a word that stands elsewhere in the articles so often."""
    return weight / (1 + elsewhere / _HALVED_BY)


@lru_cache(maxsize=1 << 16)
def weight_of(word: str, stem: str) -> float:
    """How much a spoken word tells: 0 for grammar, more the rarer it is."""
    if word[0].isdigit():
        return min(_NUMBER * len(word), _HEAVIEST)
    if word in stop_words() or len(word) < 2:
        return 0.0
    return min(rarity(stem), _HEAVIEST)
