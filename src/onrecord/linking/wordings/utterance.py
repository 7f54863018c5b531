"""What of an attribution is looked at when it is compared with another one.

Equal words are one `WordingText`, however many articles print them: pairs of texts are judged,
never pairs of copies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.lexicon.words import stop_words
from onrecord.linking.dates.rarity import rarity
from onrecord.linking.wordings.words import compared, printed_words, spoken
from onrecord.values.attributions import Attribution
from onrecord.values.ids import finding_id, make_id
from onrecord.values.spans import Span

_FEWEST_CONTENT = 2
"""Content words: with fewer (`I am`, `No comment`) nothing tells two utterances apart."""
_HEAVIEST = 6.0
"""Weight of a word that hardly any article has; a name that all of a pile have must not decide."""


@dataclass(frozen=True)
class WordingText:
    """The spoken words of a printing, in order."""

    words: tuple[str, ...]

    @cached_property
    def id(self) -> str:
        """16 hex digits over the words."""
        return make_id("wording", " ".join(self.words))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """By what the words are compared, each at its place."""
        return tuple(compared(word) for word in self.words)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """How much each word tells: 0 for grammar, more the rarer it is."""
        return tuple(map(_weight, self.words, self.stems))

    @cached_property
    def weight(self) -> float:
        """That of all words."""
        return sum(self.weights)


@dataclass(frozen=True, slots=True)
class Utterance:
    """One attribution and its words."""

    article: str
    extent: Span
    text: WordingText

    @property
    def id(self) -> str:
        """The id of the attribution."""
        return finding_id("attribution", self.article, self.extent.start, self.extent.end)


def utterance(article: str, text: str, one: Attribution) -> Utterance | None:
    """The words of an attribution; None where they are too few to be compared.

    Args:
        article: the article's id.
        text: its text.
        one: an attribution in it.
    """
    words = tuple(
        word
        for part in one.content
        for printed in printed_words(text, part.start, part.end)
        for word in spoken(printed.word)
    )
    made = WordingText(words)
    if sum(weight > 0 for weight in made.weights) < _FEWEST_CONTENT:
        return None
    return Utterance(article, one.extent, made)


def utterances(article: str, text: str, found: Sequence[Attribution]) -> Iterator[Utterance]:
    """The attributions of an article that can be compared."""
    for one in found:
        made = utterance(article, text, one)
        if made is not None:
            yield made


def _weight(word: str, stem: str) -> float:
    if word in stop_words() or len(word) < 2:
        return 1.0 if word.isdigit() else 0.0
    return min(rarity(stem), _HEAVIEST)
