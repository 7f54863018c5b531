"""Two printings of one utterance word by word: what one has and the other lacks.

Words that are equal but for case, accents, kinds of marks or spelling, and marks between equal
words, are the same words written differently (`typography`). Marks at the ends of a part hang on
the sentence around it and are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.linking.wordings.words import PrintedWord, printed_words, spoken
from onrecord.values.spans import Span


class DifferenceKind(StrEnum):
    """How two printings differ at one place."""

    WORDS = "words"
    TYPOGRAPHY = "typography"


@dataclass(frozen=True, slots=True)
class Difference:
    """One place at which two printings differ; a side without words is None.

    Places are [start, end) in code points, each side in its own article's text.
    """

    left: Span | None
    right: Span | None
    kind: DifferenceKind


@dataclass(frozen=True, slots=True)
class Printing:
    """The parts of one utterance in its article's text."""

    text: str
    """The article's."""
    parts: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    printed: PrintedWord
    part: int
    shown: str
    """As it stands there."""


def differences(left: Printing, right: Printing) -> list[Difference]:
    """Where two printings of one utterance differ, in the order of the left one."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    ours, theirs = list(_words(left)), list(_words(right))
    found: list[Difference] = []
    for code in Levenshtein.opcodes([_key(w) for w in ours], [_key(w) for w in theirs]):
        mine = ours[code.src_start : code.src_end]
        other = theirs[code.dest_start : code.dest_end]
        if code.tag == "equal":
            found += _written_differently(left.text, mine, right.text, other)
        else:
            found.append(Difference(_span(mine), _span(other), DifferenceKind.WORDS))
    return _joined(found)


def _words(one: Printing) -> Iterator[_Word]:
    for number, part in enumerate(one.parts):
        for printed in printed_words(one.text, part.start, part.end):
            yield _Word(printed, number, one.text[printed.start : printed.end])


def _key(word: _Word) -> str:
    """Equal for words that are the same, written differently."""
    told = spoken(word.printed.word)
    if len(told) != 1 or "'" in word.printed.word:
        return word.printed.word
    whole = told[0]
    # Only spelling is folded here, not the form: `wins` and `won` are other words.
    return _spelt(whole)


def _spelt(word: str) -> str:
    from onrecord.lexicon.wording_words import wording_words  # noqa: PLC0415

    if len(word) >= 5:
        for british, american in wording_words().spellings.items():
            if word.endswith(british):
                return word[: -len(british)] + american
    return word


def _span(words: Sequence[_Word]) -> Span | None:
    return Span(words[0].printed.start, words[-1].printed.end) if words else None


def _written_differently(
    left: str, ours: Sequence[_Word], right: str, theirs: Sequence[_Word]
) -> Iterator[Difference]:
    before: tuple[_Word, _Word] | None = None
    for mine, other in zip(ours, theirs, strict=True):
        if before is not None and before[0].part == mine.part and before[1].part == other.part:
            one = _marks(left, before[0].printed.end, mine.printed.start)
            two = _marks(right, before[1].printed.end, other.printed.start)
            if _plain(left, one) != _plain(right, two):
                yield Difference(one, two, DifferenceKind.TYPOGRAPHY)
        if mine.shown != other.shown:
            yield Difference(_span([mine]), _span([other]), DifferenceKind.TYPOGRAPHY)
        before = mine, other


def _marks(text: str, start: int, end: int) -> Span | None:
    """What stands between two words, without the white space around it."""
    between = text[start:end]
    marks = between.strip()
    if not marks:
        return None
    first = start + between.index(marks)
    return Span(first, first + len(marks))


def _plain(text: str, span: Span | None) -> str:
    return "".join(span.slice(text).split()) if span is not None else ""


def _joined(found: Sequence[Difference]) -> list[Difference]:
    return list(found)
