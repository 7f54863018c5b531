"""Figures with the words around them, by which those of two articles are known to tell one thing.

Words of the clause tell most, the nearer to the number the more; those of the whole sentence help.
Not read are numbers that are no quantities of one thing: results (`65-53`), times of day, ranks.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.lexicon.difference_words import difference_words
from onrecord.lexicon.time_words import time_words
from onrecord.lexicon.words import stop_words
from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.readings import is_number
from onrecord.text.folding import fold
from onrecord.text.stems import stem
from onrecord.values.vocabulary import FigureKind

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
_BEHIND = re.compile(r"\s?[-\u2010\u2011\u2013]\s?\d|\s?:\s?\d\d|,?\s?[ap]\.\s?m\b|\.\s?\d")
"""What stands beside numbers of results, times and ranks, and beside parts of numbers."""
_LABELLED = re.compile(
    r"[a-z,] (?!(?:In|On|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)[A-Z]\w+ $"
)
"""A name right before digits, which name one of several: `Version 9`, `Runway 27`."""
_WORDS_OF_SOURCE = 8
_NEXT = 2
"""Content words on either side of a number that tell what it measures."""
_MORE_THAN = re.compile(r"\b[Mm]ore than\b")
_REACH = 6
"""Content words from the number at which a word of the clause tells half."""
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{2,9}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SMALL = 12
_YEARS = ("19", "20")
"""Numbers that tell nobody: those up to a dozen, and years."""
_BESIDE = 24
_BESIDE_NAME = 40
"""Code points beside a number in which such signs, and names, are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFigure:
    """A figure and what stands around it."""

    fact: FigureFact
    near: Vector
    """Stems of its clause, as a unit vector."""
    far: Vector
    """Stems of its sentence, likewise."""
    marks: frozenset[str]
    """What tells of whom it is: folded names of its clause and other numbers of its sentence."""
    years: frozenset[str]
    """Years that its sentence names."""
    beside: frozenset[str]
    """Folded names that stand right before it, but for a word or two; of an age in it too."""
    ordinal: str
    """A word before it that tells a part by its order: `first`, `last`; empty of none."""
    next_to: frozenset[str]
    """Stems of the few content words of its clause right before and behind it."""
    is_more: bool
    """Whether it is what comes to others: `13 more`, not `more than 13`."""
    is_former: bool
    """Whether its sentence calls it an earlier number."""
    days: frozenset[str]
    """Weekdays and months that its sentence names."""
    when: frozenset[str]
    """Weekdays and words of its sentence that tell one event from another: `later`, `another`."""


def told_figures(facts: Iterable[FigureFact], text: str, weight: Weight) -> Iterator[ToldFigure]:
    """The figures of one article that can be compared by their words.

    Args:
        facts: its figures.
        text: its text.
        weight: how much a stem tells.
    """
    named = _named_within(text)
    wholes = (_whole(fact, text) for fact in facts)
    for whole in _each_once(one for one in wholes if one is not None and is_number(one)):
        clause = _clause(whole, text)
        near = _vector(_stems(whole, text, clause), weight)
        far = _vector(((s, 1.0) for s, _ in _stems(whole, text, whole.sentence)), weight)
        marks = _names(text, clause, named) | _numbers(text, whole)
        of_age = whole.kind is FigureKind.AGE  # `the 61-year-old Ada Finch`
        if of_age:
            stretch = max(clause[0], whole.start - _BESIDE), whole.end
            beside = _names(text, stretch, frozenset(_NAME.findall(text, *stretch)))
        else:
            beside = _names(text, (max(clause[0], whole.start - _BESIDE_NAME), whole.start), named)
        when = _words_of(text, whole.sentence)
        yield ToldFigure(
            fact=whole,
            near=near,
            far=far,
            marks=marks,
            years=frozenset(_YEAR.findall(text, *whole.sentence)),
            beside=beside,
            ordinal=_ordinal(text, whole),
            next_to=_next_to(text, whole, clause),
            is_more=_is_more(text, whole),
            is_former=bool(when & difference_words().former_number),
            days=when & difference_words().day_names,
            when=when & _another(),
        )


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
    after = behind.end() if behind else fact.end
    if fact.unit is None and _LABELLED.search(text, max(start, at - _BESIDE), at) and behind:
        return None
    return None if _BEHIND.match(text, after) else fact


def _each_once(facts: Iterable[FigureFact]) -> Iterator[FigureFact]:
    """Of two figures that were read in one number the one that says what is counted."""
    last: FigureFact | None = None
    for fact in facts:
        if last is not None and fact.start < last.end:
            last = fact if fact.head and not last.head else last
            continue
        if last is not None:
            yield last
        last = fact
    if last is not None:
        yield last


def _clause(fact: FigureFact, text: str) -> tuple[int, int]:
    start, end = fact.sentence
    before = text[start : fact.start].rstrip()
    # A number in brackets belongs to the words before them.
    stop = start + len(before) - 1 if before.endswith(("(", "[")) else fact.start
    for match in _CUT.finditer(text, start, stop):
        start = match.end()
    cut = _CUT.search(text, fact.end, end)
    return start, cut.start() if cut else end


def _stems(fact: FigureFact, text: str, span: tuple[int, int]) -> Iterator[tuple[str, float]]:
    """Stems of the content words of a stretch, with how much their place tells."""
    yield from ((one, 1.0) for one in _contents(text[fact.start : fact.end]))
    before, behind = text[span[0] : fact.start], text[fact.end : span[1]]
    for words in (_contents(before)[::-1], _contents(behind)):
        for distance, one in enumerate(words):
            yield one, 1 / (1 + distance / _REACH)


def _next_to(text: str, fact: FigureFact, clause: tuple[int, int]) -> frozenset[str]:
    before = _contents(text[clause[0] : fact.start])[-_NEXT:]
    behind = _contents(text[fact.end : clause[1]])[:_NEXT]
    return frozenset((*before, *behind))


def _is_more(text: str, fact: FigureFact) -> bool:
    part = fact.part is not None and fact.part.key == "+"
    return part and not _MORE_THAN.search(text, fact.start, fact.end)


def _contents(text: str) -> Sequence[str]:
    stops, deeds = stop_words(), _deeds()
    return [
        deeds.get(stem(word), stem(word))
        for word in _WORD.findall(fold(text))
        if word not in stops and len(word) > 1 and not word[0].isdigit()
    ]


@cache
def _deeds() -> Mapping[str, str]:
    """Stems of words to that of the name of the deed that they tell."""
    return {stem(word): stem(name) for word, name in difference_words().deeds.items()}


def _vector(stems: Iterable[tuple[str, float]], weight: Weight) -> Vector:
    found: dict[str, float] = {}
    for one, share in stems:
        found[one] = max(found.get(one, 0.0), share * weight(one))
    length = math.sqrt(sum(found[key] ** 2 for key in sorted(found))) or 1.0
    return {key: value / length for key, value in found.items()}


def with_sayers(facts: Iterable[FigureFact], text: str) -> Iterator[FigureFact]:
    """The figures of one article, those without a source with the one who gives a toll: `the
    observatory put the toll at 31`."""
    for one in facts:
        if one.sayer or one.kind is not FigureKind.COUNT:
            yield one
            continue
        found = _given().match(text, *one.sentence)
        name = " ".join(found["who"].split()[:_WORDS_OF_SOURCE]) if found else ""
        yield replace(one, sayer=f"~{fold(name)}", sayer_name=name) if name else one


@cache
def _given() -> re.Pattern[str]:
    """Somebody gives a toll."""
    verbs = "|".join(sorted(difference_words().giving_toll))
    return re.compile(rf"\s*(?P<who>[^.;]{{3,120}}?)\s(?:{verbs})\s[^.;]{{0,60}}\btoll\b")


@cache
def _another() -> frozenset[str]:
    """Weekdays, and words that tell one event from another."""
    return difference_words().another_event | set(time_words().weekdays)


def _words_of(text: str, span: tuple[int, int]) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text[span[0] : span[1]])))


def _ordinal(text: str, fact: FigureFact) -> str:
    words = text[max(fact.sentence[0], fact.start - _BESIDE) : fact.start].lower().split()[-1:]
    inside = text[fact.start : fact.end].lower().split()[:1]
    return next((word for word in (*inside, *words) if word in difference_words().ordinals), "")


def _named_within(text: str) -> frozenset[str]:
    """Words that stand with a capital where no sentence begins."""
    return frozenset(
        match[0]
        for match in _NAME.finditer(text)
        if match.start() > 1 and text[match.start() - 2 : match.start()].strip(" \"“'‘").isalpha()
    )


def _names(text: str, clause: tuple[int, int], named: frozenset[str]) -> frozenset[str]:
    stops = stop_words()
    found = (
        fold(re.sub(r"[’']s?$", "", match[0]))
        for match in _NAME.finditer(text, *clause)
        if match[0] in named
    )
    return frozenset(name for name in found if name not in stops)


def _numbers(text: str, fact: FigureFact) -> frozenset[str]:
    """Other numbers of the sentence that are large enough to tell something, as their digits."""
    start, end = fact.sentence
    found = (
        re.sub(r"\D", "", match[0])
        for match in _DIGITS.finditer(text, start, end)
        if not (match.start() < fact.end and fact.start < match.end())
    )
    return frozenset(one for one in found if int(one) > _SMALL and not one.startswith(_YEARS))
