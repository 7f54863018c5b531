"""Figures with the words around them, by which those of two articles are known to tell one thing.

Words of the clause tell most, the nearer to the number the more; those of the whole sentence help.
Not read are numbers that are no quantities of one thing: results (`65-53`), times of day, ranks.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.words import stop_words
from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.readings import is_number
from onrecord.text.folding import fold
from onrecord.text.stems import stem

type Vector = Mapping[str, float]
type Weight = Callable[[str], float]

_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"(?<![\w.])[A-Z][\w’'-]*[\w]")
_CUT = re.compile(
    r"[;:()\[\]\n\u2013\u2014]|\s--?\s|,?\s(?:while|but|whereas|although)\s|,\s(?:and|or)\s"
)
"""Where a clause ends, as far as it shows without a parser."""
_APART = re.compile(r"\d{1,3}(?:, \d{3})+(?![\d,])")
"""A number whose thousands stand apart: `2, 116`."""
_BEFORE = re.compile(r"(?:\d\s?[-\u2013]\s?|\d\s?:\s?|\d\.\s?|\bNo\.?\s|#|\$?\d, )$")
_BEHIND = re.compile(r"\s?[-\u2013]\s?\d|\s?:\s?\d\d|,?\s?[ap]\.\s?m\b|\.\s?\d")
"""What stands beside numbers of results, times and ranks, and beside parts of numbers."""
_REACH = 6
"""Content words from the number at which a word of the clause tells half."""
_BESIDE = 24
"""Code points beside a number in which such signs are looked for."""


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """A figure and what stands around it."""

    fact: FigureFact
    near: Vector
    """Stems of its clause, as a unit vector."""
    far: Vector
    """Stems of its sentence, likewise."""
    names: frozenset[str]
    """Folded words of its clause with a capital, the first of the sentence left out."""


def told_figures(
    facts: Iterable[FigureFact], text: str, weight: Weight
) -> Iterator[ToldFigure]:
    """The figures of one article that can be compared by their words.

    Args:
        facts: its figures.
        text: its text.
        weight: how much a stem tells.
    """
    for fact in facts:
        whole = _whole(fact, text)
        if whole is None or not is_number(whole):
            continue
        clause = _clause(whole, text)
        near = _vector(_stems(whole, text, clause), weight)
        far = _vector(((s, 1.0) for s, _ in _stems(whole, text, whole.sentence)), weight)
        yield ToldFigure(whole, near, far, _names(text, clause, whole.sentence[0]))


def count_words(texts: Iterable[str]) -> tuple[Counter[str], int]:
    """In how many texts each stem stands, and how many texts there are."""
    counts: Counter[str] = Counter()
    number = 0
    for text in texts:
        counts.update({stem(word) for word in set(_WORD.findall(fold(text)))})
        number += 1
    return counts, number


def likeness_of(one: Vector, other: Vector) -> float:
    """The cosine of two unit vectors."""
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other[key] for key, value in one.items() if key in other)


def _whole(fact: FigureFact, text: str) -> FigureFact | None:
    """The figure, its number put together where its thousands stand apart; None of what is no
    quantity."""
    start, end = fact.sentence
    for match in _APART.finditer(text, start, end):
        if match.start() < fact.end and fact.start < match.end():
            value = float(re.sub(r"\D", "", match[0]))
            first, last = min(fact.start, match.start()), max(fact.end, match.end())
            return replace(fact, start=first, end=last, low=value, high=value, step=1.0)
    number = re.search(r"\d", text[fact.start : fact.end])
    at = fact.start + (number.start() if number else 0)
    if _BEFORE.search(text, max(start, at - _BESIDE), at):
        return None
    behind = re.compile(r"[\d,.]*\d").match(text, at)
    return None if _BEHIND.match(text, behind.end() if behind else fact.end) else fact


def _clause(fact: FigureFact, text: str) -> tuple[int, int]:
    start, end = fact.sentence
    for match in _CUT.finditer(text, start, fact.start):
        start = match.end()
    cut = _CUT.search(text, fact.end, end)
    return start, cut.start() if cut else end


def _stems(
    fact: FigureFact, text: str, span: tuple[int, int]
) -> Iterator[tuple[str, float]]:
    """Stems of the content words of a stretch, with how much their place tells."""
    yield from ((one, 1.0) for one in _contents(text[fact.start : fact.end]))
    before, behind = text[span[0] : fact.start], text[fact.end : span[1]]
    for words in (_contents(before)[::-1], _contents(behind)):
        for distance, one in enumerate(words):
            yield one, 1 / (1 + distance / _REACH)


def _contents(text: str) -> Sequence[str]:
    stops = stop_words()
    return [
        stem(word)
        for word in _WORD.findall(fold(text))
        if word not in stops and len(word) > 1 and not word[0].isdigit()
    ]


def _vector(stems: Iterable[tuple[str, float]], weight: Weight) -> Vector:
    found: dict[str, float] = {}
    for one, share in stems:
        found[one] = max(found.get(one, 0.0), share * weight(one))
    length = math.sqrt(sum(found[key] ** 2 for key in sorted(found))) or 1.0
    return {key: value / length for key, value in found.items()}


def _names(text: str, clause: tuple[int, int], sentence: int) -> frozenset[str]:
    stops = stop_words()
    found = (
        fold(re.sub(r"[’']s?$", "", match[0]))
        for match in _NAME.finditer(text, *clause)
        if match.start() > sentence
    )
    return frozenset(name for name in found if name not in stops)
