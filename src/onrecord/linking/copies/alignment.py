"""Two texts sentence by sentence: which of one tell in the same words what one of the other tells.

Sentences are compared by what they hold of each other, never by what both have together, so that a
sentence that was cut, lengthened or joined with another one is found as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.linking.copies.copy_text import CopySentence, CopyText
from onrecord.values.links import SharedPassage
from onrecord.values.spans import Span

LEAST_HELD = 0.6
"""Share of the weight of the shorter sentence that the other one must hold."""
LEAST_PAIRS = 0.34
"""Share of the shorter one's neighbouring words that must be neighbours in the other one."""
_FEWEST = 4
"""Words that tell: a shorter sentence is like others by chance."""
_SKIPPED = 2
"""Sentences from one of a passage to the next, at most, on either side."""


@dataclass(frozen=True, slots=True)
class SentenceMatch:
    """Two sentences in the same words."""

    left: int
    right: int
    """Numbers of the sentences."""
    held: float
    """Share of the weight of the shorter one that both have."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Matches that follow each other in both texts."""

    matches: tuple[SentenceMatch, ...]
    words: int
    """Words that tell that both sides have."""
    passage: SharedPassage

    @property
    def sentences(self) -> int:
        """Sentences of the side that has fewer."""
        return min(len({m.left for m in self.matches}), len({m.right for m in self.matches}))


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two texts print alike."""

    left_share: float
    """Share of the left one's own words that tell, 0 to 1."""
    right_share: float
    chains: tuple[Chain, ...]
    """In order of the left places."""


def align(left: CopyText, right: CopyText) -> Alignment:
    """What two texts print alike."""
    matches = _matches(left, right)
    return Alignment(
        _share(left, right, [(m.left, m.right) for m in matches]),
        _share(right, left, [(m.right, m.left) for m in matches]),
        tuple(_chain(left, right, chain) for chain in _chains(matches)),
    )


def _matches(left: CopyText, right: CopyText) -> list[SentenceMatch]:
    found: list[SentenceMatch] = []
    for number, sentence in enumerate(left.sentences):
        shared_pairs: dict[int, int] = {}
        for pair in sentence.pairs:
            for other in right.holders.get(pair, ()):
                shared_pairs[other] = shared_pairs.get(other, 0) + 1
        for other, shared in shared_pairs.items():
            held = _held(sentence, right.sentences[other], shared)
            if held is not None:
                found.append(SentenceMatch(number, other, held))
    return _best(found)


def _held(one: CopySentence, other: CopySentence, shared: int) -> float | None:
    """Share of the shorter sentence that the other one has; None where they are no match."""
    shorter = one if one.weight <= other.weight else other
    if len(shorter.stems) < _FEWEST or shared < LEAST_PAIRS * len(shorter.pairs):
        return None
    longer = other if shorter is one else one
    weight = 0.0
    left = dict(longer.counts)
    for stem, heavy in zip(shorter.stems, shorter.weights, strict=True):
        if left.get(stem, 0):
            left[stem] -= 1
            weight += heavy
    held = weight / shorter.weight
    return held if held >= LEAST_HELD else None


def _best(found: Sequence[SentenceMatch]) -> list[SentenceMatch]:
    """Of matches of one sentence those that are about as good as its best one."""
    left: dict[int, float] = {}
    right: dict[int, float] = {}
    for match in found:
        left[match.left] = max(match.held, left.get(match.left, 0.0))
        right[match.right] = max(match.held, right.get(match.right, 0.0))
    return sorted(
        (m for m in found if m.held >= 0.9 * min(left[m.left], right[m.right])),
        key=lambda m: (m.left, m.right),
    )


def _share(one: CopyText, other: CopyText, pairs: Sequence[tuple[int, int]]) -> float:
    """Share of one text's words that tell that stand in matching sentences of the other."""
    held: dict[int, Counter[str]] = {}
    for mine, theirs in pairs:
        counts = other.sentences[theirs].counts
        held[mine] = held[mine] | counts if mine in held else counts
    covered = 0
    for mine, counts in held.items():
        ours = one.sentences[mine].counts
        covered += sum(min(count, counts[stem]) for stem, count in ours.items() if stem in counts)
    return covered / len(one.stems) if one.stems else 0.0


def _chains(matches: Sequence[SentenceMatch]) -> tuple[tuple[SentenceMatch, ...], ...]:
    chains: list[list[SentenceMatch]] = []
    for match in matches:
        for chain in reversed(chains):
            last = chain[-1]
            if (
                0 <= match.left - last.left <= _SKIPPED
                and 0 <= match.right - last.right <= _SKIPPED
            ):
                chain.append(match)
                break
        else:
            chains.append([match])
    return tuple(tuple(chain) for chain in chains)


def _chain(left: CopyText, right: CopyText, matches: tuple[SentenceMatch, ...]) -> Chain:
    ours = [left.sentences[n] for n in sorted({m.left for m in matches})]
    theirs = [right.sentences[n] for n in sorted({m.right for m in matches})]
    both = {s for one in ours for s in one.stems} & {s for one in theirs for s in one.stems}
    words = _equal(ours, theirs)
    printed = min(_printed(ours, words), _printed(theirs, words))
    return Chain(matches, words, SharedPassage(_extent(ours, both), _extent(theirs, both), printed))


def _printed(sentences: Sequence[CopySentence], words: int) -> int:
    """Printed words of which so many that tell are a part: grammar goes with them."""
    telling = sum(len(one.stems) for one in sentences)
    return round(sum(one.printed for one in sentences) * words / telling)


def _extent(sentences: Sequence[CopySentence], both: set[str]) -> Span:
    places = [
        place
        for one in sentences
        for stem, place in zip(one.stems, one.places, strict=True)
        if stem in both
    ]
    return Span(places[0][0], places[-1][1])


def _equal(ours: Sequence[CopySentence], theirs: Sequence[CopySentence]) -> int:
    """Words that tell that both have."""
    mine = Counter(stem for one in ours for stem in one.stems)
    other = Counter(stem for one in theirs for stem in one.stems)
    return sum(min(count, other[stem]) for stem, count in mine.items() if stem in other)
