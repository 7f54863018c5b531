"""What speaks for each way to cut the content of a cue, as rows of numbers for the judge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, log1p
from operator import mul

from onrecord.analysis.attribution_arguments import CUE, SOURCE
from onrecord.analysis.attribution_choices import Reading, Way, runs_of, sums_of, total
from onrecord.analysis.attribution_cues import SUBJECTS, Rates, noun_class, rate_key
from onrecord.analysis.attribution_edges import CLASSES, RELATIONS, TAGS, edges
from onrecord.analysis.attribution_words import Words

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the other cues of the paragraph say of one cue."""

    outer: float
    """The greatest chance that the cue is inside the content of another one."""
    others: list[float]
    """Chance of each word of the window to be another cue."""


def surroundings(readings: Sequence[Reading], of: Reading) -> Surroundings:
    """What the other cues of the paragraph say of one."""
    window = of.window
    others = [0.0] * (window.end - window.start)
    outer = 0.0
    for one in readings:
        if one.cue == of.cue:
            continue
        chance = 1 / (1 + exp(-one.logit))
        if window.start <= one.cue < window.end:
            others[one.cue - window.start] = chance
        if one.window.start <= of.cue < one.window.end:
            outer = max(outer, chance * one.content[of.cue - one.window.start])
    return Surroundings(outer, others)


def evidence(
    words: Words, reading: Reading, ways: Sequence[Way], around: Surroundings, rates: Rates
) -> list[list[float]]:
    """One row for each way."""
    if not ways:
        return []
    shared = _of_cue(words, reading, around, rates)
    sums = _Sums(words, reading, around, ways[0].overlap)
    cue, offset = reading.cue, reading.window.start
    return [
        [*shared, *edges(words, cue, offset, way.words), *sums.of(way, rank)]
        for rank, way in enumerate(ways)
    ]


def _of_cue(words: Words, reading: Reading, around: Surroundings, rates: Rates) -> list[float]:
    cue, window = reading.cue, reading.window
    children = words.children[cue]
    deps = {words.dep[child] for child in children}
    subject = next((child for child in children if words.dep[child] in SUBJECTS), -1)
    return [
        reading.logit,
        rates.get(rate_key(words, cue), 0.0),
        TAGS.get(words.tag[cue], 0),
        RELATIONS.get(words.dep[cue], 0),
        words.quotation[cue] > 0,
        around.outer,
        reading.labels.count(CUE),
        log(reading.likelihood + 1e-9),
        window.end - window.start,
        cue - window.start,
        window.end - cue,
        *_of_source(words, reading),
        CLASSES.get(noun_class(words, subject), 0) if subject >= 0 else 0,
        "auxpass" in deps or "nsubjpass" in deps,
        "neg" in deps,
        "ccomp" in deps,
        "xcomp" in deps,
        "dobj" in deps,
        words.sentence[cue] in words.quoted_sentences,
    ]


def _of_source(words: Words, reading: Reading) -> list[float]:
    """How sure the source is, its length, its class, its place."""
    source = reading.words_labelled(SOURCE)
    offset = reading.window.start
    left = (p for p, label in zip(reading.source, reading.labels, strict=True) if label != SOURCE)
    if not source:
        return [0, 0, max(left, default=0), 0, 0]
    return [
        len(source),
        sum(reading.source[n - offset] for n in source) / len(source),
        max(left, default=0),
        CLASSES.get(noun_class(words, source[-1]), 0),
        source[0] - reading.cue,
    ]


class _Sums:
    """What can be summed over the words of a way, for one cue."""

    __slots__ = (
        *("_best", "_by_chance", "_cues", "_finite", "_letters", "_mass", "_most_other"),
        *("_others", "_quotations", "_quoted", "_source"),
    )

    def __init__(self, words: Words, reading: Reading, around: Surroundings, best: float) -> None:
        start, end = reading.window.start, reading.window.end
        letters = words.letters[start:end]
        numbers = words.quotation[start:end]
        self._letters = sums_of(letters)
        self._mass = sums_of(map(mul, reading.content, letters))
        self._source = sums_of(map(mul, reading.source, letters))
        self._quoted = sums_of(n if q else 0 for n, q in zip(letters, numbers, strict=True))
        self._finite = sums_of(tag in _FINITE for tag in words.tag[start:end])
        self._others = sums_of(around.others)
        self._cues = [(n, chance) for n, chance in enumerate(around.others) if chance]
        self._most_other = max(around.others)
        self._by_chance = sorted(
            (chance, n)
            for n, (chance, size) in enumerate(zip(reading.content, letters, strict=True))
            if size
        )
        self._quotations = _quotations(numbers)
        self._best = best

    def of(self, way: Way, rank: int) -> list[float]:
        """The numbers of one way."""
        one, runs = way.words, way.runs
        size = max(total(runs, self._letters), 1.0)
        mass, quoted = total(runs, self._mass), total(runs, self._quoted)
        left = self._left_of_quotations(one)
        return [
            *(way.overlap, way.overlap - self._best, rank),
            *(mass / size, mass / max(self._mass[-1], 1e-6), log(size), log1p(self._mass[-1])),
            next((chance for chance, n in self._by_chance if one >> n & 1), 2.0),
            next((chance for chance, n in reversed(self._by_chance) if not one >> n & 1), -1.0),
            *(quoted / size, quoted / max(self._quoted[-1], 1.0)),
            *(max(left, default=0.0), sum(left)),
            *(total(runs, self._finite), total(runs, self._source) / size),
            total(runs, self._others),
            max((chance for n, chance in self._cues if one >> n & 1), default=0.0),
            *(self._most_other, one.bit_count()),
        ]

    def _left_of_quotations(self, one: int) -> list[float]:
        """Share of each quotation that a way leaves out, where it takes some of it."""
        left = []
        for held in self._quotations:
            if one & held:
                size = total(runs_of(held), self._letters)
                share = total(runs_of(one & held), self._letters) / max(size, 1.0)
                left.append(1 - share if share else 0.0)
        return left


def _quotations(numbers: Sequence[int]) -> list[int]:
    """The words of each quotation of the window as a set."""
    found: dict[int, int] = {}
    for n, number in enumerate(numbers):
        if number:
            found[number] = found.get(number, 0) | 1 << n
    return list(found.values())
