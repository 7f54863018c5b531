"""Two printings of one utterance word by word: what one has and the other lacks.

Words that are equal but for case, accents, kinds of marks or spelling, and marks between equal
words, are the same words written differently (`typography`). Marks at the ends of a part hang on
the sentence around it and are not compared. Runs in common are taken from the longest down, so
that what was left out stays in one piece; a lone `of` between two rewritten stretches is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from onrecord.lexicon.words import stop_words
from onrecord.linking.wordings.words import PrintedWord, in_american, printed_words, spoken
from onrecord.values.spans import Span

_LONGEST = 400
"""Words of a printing up to which the longest runs are looked for."""
_TELLING = 3
"""Words of grammar in a row that are a run of their own."""
_NEAR = 3
"""Words around a shorter one up to which it is one all the same."""


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
    ours, theirs = list(_words(left)), list(_words(right))
    found: list[Difference] = []
    here, there = 0, 0
    for run in [*_runs(ours, theirs), _Run(len(ours), len(theirs), 0)]:
        mine, other = _span(ours[here : run.left]), _span(theirs[there : run.right])
        if mine is not None or other is not None:
            found.append(Difference(mine, other, DifferenceKind.WORDS))
        here, there = run.left + run.length, run.right + run.length
        found += _written_differently(
            left.text, ours[run.left : here], right.text, theirs[run.right : there]
        )
    return found


class _Run(NamedTuple):
    """Words that both have in a row: where it begins on each side, how many."""

    left: int
    right: int
    length: int


def _runs(ours: Sequence[_Word], theirs: Sequence[_Word]) -> list[_Run]:
    """The runs in common, in order, without those that say nothing."""
    one, other = [_key(w) for w in ours], [_key(w) for w in theirs]
    if max(len(one), len(other)) <= _LONGEST:
        blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
        runs = [_Run(*block) for block in blocks if block.size]
    else:
        runs = list(_quick_runs(one, other))
    kept: list[_Run] = []
    for place, run in enumerate(runs):
        before = kept[-1] if kept else _Run(0, 0, 0)
        after = runs[place + 1] if place + 1 < len(runs) else _Run(len(one), len(other), 0)
        if _tells(one[run.left : run.left + run.length]) or _gap(before, run, after) <= _NEAR:
            kept.append(run)
    return kept


def _quick_runs(one: Sequence[str], other: Sequence[str]) -> Iterator[_Run]:
    """As many words as can be, in order: for texts that are too long for the longest runs."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415

    for code in LCSseq.opcodes(one, other):
        if code.tag == "equal":
            yield _Run(code.src_start, code.dest_start, code.src_end - code.src_start)


def _tells(words: Sequence[str]) -> bool:
    return len(words) >= _TELLING or not stop_words().issuperset(words)


def _gap(before: _Run, run: _Run, after: _Run) -> int:
    """Words of the wider of the stretches around a run, on the side where it is wider."""
    return max(
        run.left - before.left - before.length,
        run.right - before.right - before.length,
        after.left - run.left - run.length,
        after.right - run.right - run.length,
    )


def _words(one: Printing) -> Iterator[_Word]:
    for number, part in enumerate(one.parts):
        for printed in printed_words(one.text, part.start, part.end):
            yield _Word(printed, number, one.text[printed.start : printed.end])


def _key(word: _Word) -> str:
    """Equal for words that are the same, written differently: `wins` and `won` are other words."""
    told = spoken(word.printed.word)
    if len(told) != 1 or "'" in word.printed.word:
        return word.printed.word
    return in_american(told[0])


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
