"""Ways to cut the content of a cue: what the sequence model is sure of, with and without each
phrase of which it is not, and the quotations beside the cue. Which is best is judged apart.

A set of words of the window is a number whose bits are the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from onrecord.analysis.attribution_arguments import CONTENT, SOURCE, Window
from onrecord.analysis.attribution_words import Words

MOST = 10
"""Ways kept for each cue."""
NEAR = 0.7
"""A way whose expected overlap is under this share of the best one's is never chosen, so it is not
judged; the judge is fitted with such ways too, to learn what is wrong."""
_UNSURE = (0.04, 0.96)
_LEVELS = (0.25, 0.75)
"""Chances from which a word is taken in, besides an even one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the sequence model says of the words of one window."""

    cue: int
    """Number of the cue's word."""
    logit: float
    """Logarithm of the odds that it is a cue."""
    window: Window
    content: Sequence[float]
    """Probability of each word of the window to be content."""
    source: Sequence[float]
    labels: Sequence[str]
    """The likeliest labels of all words together."""
    likelihood: float
    """Probability of these labels."""

    def words_labelled(self, label: str) -> list[int]:
        """Numbers of the words with this label."""
        return [n for n, one in enumerate(self.labels, self.window.start) if one == label]


type Runs = list[tuple[int, int]]
"""A set as runs [start, end) of words of the window."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to cut the content of a cue."""

    words: int
    """The set of its words."""
    runs: Runs
    overlap: float
    """Expected share of letters in common with the content."""


def ways_to_cut(words: Words, reading: Reading, *, near: float = NEAR) -> list[Way]:
    """The ways to cut the content of a cue, the most expected overlap first.

    Args:
        words: the paragraph.
        reading: what the sequence model says around the cue.
        near: a way whose expected overlap is under this share of the best one's is left out.
    """
    letters = words.letters[reading.window.start : reading.window.end]
    sizes = sums_of(letters)
    masses = sums_of(chance * n for chance, n in zip(reading.content, letters, strict=True))
    ways = []
    for one in dict.fromkeys(_sets(words, reading, sizes, masses)):
        runs = runs_of(one)
        inside, size = total(runs, masses), total(runs, sizes)
        ways.append(Way(one, runs, inside / max(size, masses[-1], 1)))
    ways.sort(key=lambda way: -way.overlap)
    return [way for way in ways[:MOST] if way.overlap >= near * ways[0].overlap]


def sums_of(values: Iterable[float]) -> list[float]:
    """The sum of the first n values at n."""
    return list(accumulate(values, initial=0.0))


def runs_of(one: int) -> Runs:
    """The runs of a set."""
    runs = []
    while one:
        start = (one & -one).bit_length() - 1
        rest = one >> start
        end = start + (rest ^ (rest + 1)).bit_length() - 1
        runs.append((start, end))
        one = one >> end << end
    return runs


def total(runs: Runs, sums: list[float]) -> float:
    """The sum of the values of all words of a set."""
    value = 0.0
    for start, end in runs:
        value += sums[end] - sums[start]
    return value


def _sets(words: Words, reading: Reading, sizes: list[float], masses: list[float]) -> Iterator[int]:
    """Every way, the likeliest first; none is empty."""
    likeliest = base = low = high = wordy = 0
    bit = 1
    letters = words.letters[reading.window.start : reading.window.end]
    for label, chance, size in zip(reading.labels, reading.content, letters, strict=True):
        if size:
            wordy |= bit
            if label == CONTENT:
                likeliest |= bit
            if chance > _LEVELS[0]:
                low |= bit
                if chance > 0.5:
                    base |= bit
                    if chance > _LEVELS[1]:
                        high |= bit
        bit <<= 1
    taken = 1 << (reading.cue - reading.window.start)
    for number in reading.words_labelled(SOURCE):
        taken |= 1 << (number - reading.window.start)
    usable = wordy & ~taken
    found = [likeliest, base, low, high]
    found += _changed(words, reading, base or likeliest, usable, sizes, masses)
    found += [one & usable for one in _quoted(words, reading, base)]
    yield from filter(None, found)


def _changed(
    words: Words,
    reading: Reading,
    base: int,
    usable: int,
    sizes: list[float],
    masses: list[float],
) -> Iterator[int]:
    """The base with and without each phrase that the model is unsure of; the phrases alone."""
    start, end = reading.window.start, reading.window.end
    for word in range(start, end):
        first, after = max(words.first[word], start) - start, min(words.last[word] + 1, end) - start
        size = sizes[after] - sizes[first]
        if not size:
            continue
        mean = (masses[after] - masses[first]) / size
        if not _UNSURE[0] < mean < _UNSURE[1]:
            continue
        phrase = ((1 << after) - (1 << first)) & usable
        if phrase & base:
            yield base & ~phrase
        yield base | phrase
        if mean > 0.3:
            yield phrase
            yield phrase & -(1 << (reading.cue - start))


def _quoted(words: Words, reading: Reading, base: int) -> Iterator[int]:
    """The base with its quotations whole, and the quotations next to the cue."""
    start, end = reading.window.start, reading.window.end
    quotations: dict[int, int] = {}
    for n, number in enumerate(words.quotation[start:end]):
        if number:
            quotations[number] = quotations.get(number, 0) | 1 << n
    if not quotations:
        return
    whole = base
    for one in quotations.values():
        held = (one & base).bit_count() * 2 >= one.bit_count()
        whole = whole | one if held else whole & ~one
    yield whole
    at = reading.cue - start
    before = [one for one in quotations.values() if one < 1 << at]
    after = [one for one in quotations.values() if one & -one > 1 << at]
    if before:
        yield before[-1]
    if after:
        yield after[0]
        yield sum(after)
    if before and after:
        yield before[-1] | after[0]
        yield before[-1] | sum(after)
