"""What of an attribution is looked at when it is compared with another one.

Equal words are one `WordingText`, however many articles print them: pairs of texts are judged,
never pairs of copies.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.analysis.quotations import find_quotations
from onrecord.lexicon.words import stop_words
from onrecord.linking.dates.rarity import rarity
from onrecord.linking.wordings.words import PrintedWord, compared, printed_words, spoken
from onrecord.values.attributions import Attribution
from onrecord.values.ids import finding_id, make_id
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind

_FEWEST_CONTENT = 2
"""Content words: with fewer (`I am`, `No comment`) nothing tells two utterances apart."""
_HEAVIEST = 6.0
"""Weight of a word that hardly any article has; a name that all of a pile have must not decide."""
_NUMBER = 2.0
"""Weight of a number in figures of one digit; more digits tell more."""
_STEPS = (1, 3, 6)
"""Times that a word stands elsewhere in its article, from which on it is told apart."""
_OUTSIDE, _INSIDE = "0123", "abcd"
"""Signs of words outside and inside quotation marks, by those steps."""
_TIMES = (0.0, 1.0, 4.0, 8.0)
"""What the steps stand for."""


@dataclass(frozen=True)
class WordingText:
    """The spoken words of a printing, in order, and how each stands there."""

    words: tuple[str, ...]
    marks: str
    """A sign for each word: whether it stands between quotation marks, and how often elsewhere in
    the article: what an article says again and again is its topic, not what tells an utterance."""

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
        return tuple(map(_weight, self.words, self.stems))

    @cached_property
    def elsewhere(self) -> tuple[float, ...]:
        """How often about each word stands elsewhere in the article."""
        return tuple(_TIMES[(_OUTSIDE + _INSIDE).index(mark) % 4] for mark in self.marks)

    @cached_property
    def quoted(self) -> tuple[bool, ...]:
        """Whether each word stands between quotation marks."""
        return tuple(mark in _INSIDE for mark in self.marks)


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


def utterances(article: str, text: str, found: Sequence[Attribution]) -> Iterator[Utterance]:
    """The attributions of an article that can be compared.

    Args:
        article: its id.
        text: its text.
        found: its attributions.
    """
    if not found:
        return
    counts = Counter(
        compared(word)
        for printed in printed_words(text, 0, len(text))
        for word in spoken(printed.word)
    )
    for one in found:
        made = WordingText(*_words_and_marks(text, one, counts))
        if sum(weight > 0 for weight in made.weights) >= _FEWEST_CONTENT:
            yield Utterance(article, one.extent, made)


def _words_and_marks(
    text: str, one: Attribution, counts: Mapping[str, int]
) -> tuple[tuple[str, ...], str]:
    words: list[str] = []
    quoted: list[bool] = []
    for part in one.content:
        printed = list(printed_words(text, part.start, part.end))
        for shown, inside in zip(printed, _quoted(text, part, printed, one.kind), strict=True):
            told = spoken(shown.word)
            words += told
            quoted += [inside] * len(told)
    own = Counter(map(compared, words))
    marks = []
    for word, inside in zip(words, quoted, strict=True):
        stem = compared(word)
        step = bisect_right(_STEPS, counts[stem] - own[stem]) if _weight(word, stem) else 0
        marks.append((_INSIDE if inside else _OUTSIDE)[step])
    return tuple(words), "".join(marks)


def _weight(word: str, stem: str) -> float:
    if word[0].isdigit():
        return min(_NUMBER * len(word), _HEAVIEST)
    if word in stop_words() or len(word) < 2:
        return 0.0
    return min(rarity(stem), _HEAVIEST)


def _quoted(
    text: str, part: Span, printed: Sequence[PrintedWord], kind: AttributionKind
) -> Iterable[bool]:
    """Whether each word stands between quotation marks."""
    if kind is not AttributionKind.MIXED:
        return [kind is AttributionKind.DIRECT] * len(printed)
    start = text.rfind("\n", 0, part.start) + 1
    end = text.find("\n", part.end)
    line = text[start : end if end >= 0 else len(text)]
    inner = [one.inner for one in find_quotations(line)]
    return [any(one.start <= word.start - start < one.end for one in inner) for word in printed]
