"""What of an attribution is looked at when it is compared with another one.

Equal words are one `WordingText`, however many articles print them: pairs of texts are judged,
never pairs of copies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
_CAPITALS = 0.6
"""Share of words in capitals from which on capitals are no sign of a name (a headline)."""
_ENDS = ".?!:;“”\"'‘’()[]—–"
"""Marks after which a word has a capital by grammar."""

PLAIN, NAME, QUOTED, QUOTED_NAME = "-", "N", "q", "Q"
"""How a word stands there: in capitals inside a sentence, between quotation marks."""


@dataclass(frozen=True)
class WordingText:
    """The spoken words of a printing, in order, and how each stands there."""

    words: tuple[str, ...]
    marks: str
    """One of `PLAIN`, `NAME`, `QUOTED`, `QUOTED_NAME` for each word."""

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
    def names(self) -> frozenset[str]:
        """Stems of the words that stand there as names."""
        marked = zip(self.stems, self.marks, strict=True)
        return frozenset(one for one, mark in marked if mark in (NAME, QUOTED_NAME))

    @cached_property
    def quoted(self) -> tuple[bool, ...]:
        """Whether each word stands between quotation marks."""
        return tuple(mark in (QUOTED, QUOTED_NAME) for mark in self.marks)


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
    words: list[str] = []
    marks: list[str] = []
    for part in one.content:
        printed = list(printed_words(text, part.start, part.end))
        quoted = _quoted(text, part, printed, one.kind)
        for word, name, inside in zip(printed, _names(text, printed), quoted, strict=True):
            told = spoken(word.word)
            words += told
            marks += (_mark(name=name, quoted=inside),) * len(told)
    made = WordingText(tuple(words), "".join(marks))
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
    if word[0].isdigit():
        return min(_NUMBER * len(word), _HEAVIEST)
    if word in stop_words() or len(word) < 2:
        return 0.0
    return min(rarity(stem), _HEAVIEST)


def _mark(*, name: bool, quoted: bool) -> str:
    if quoted:
        return QUOTED_NAME if name else QUOTED
    return NAME if name else PLAIN


def _names(text: str, printed: Sequence[PrintedWord]) -> Iterator[bool]:
    """Whether each word is in capitals without a need of grammar."""
    capital = [text[word.start].isupper() for word in printed]
    if sum(capital) > _CAPITALS * len(capital) and len(capital) > 1:
        yield from (False for _ in printed)
        return
    before = ""
    for word, large in zip(printed, capital, strict=True):
        opens = not before or text[before_end(text, word.start) - 1] in _ENDS
        yield large and not opens and word.word != "i"
        before = word.word


def before_end(text: str, start: int) -> int:
    """Where what stands before a word ends, white space left out."""
    while start > 0 and text[start - 1].isspace():
        start -= 1
    return max(start, 1)


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
