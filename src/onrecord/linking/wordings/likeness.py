"""What two texts have in common: a few numbers, each a pure function of the two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.lexicon.wording_words import wording_words
from onrecord.linking.wordings.utterance import WordingText

_HALVED_BY = 2.0
"""Times that a word stands elsewhere in the two articles by which its weight is halved."""

_ONE_WORD = 0.5
"""What part of its weight a quotation of one word has: it may be anybody's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What two texts have in common; weights are those of rare words off the topic."""

    equal: bool
    """Whether all words are, but for such as turn in indirect speech."""
    shared: int
    """Content words that both have."""
    weight: float
    """What they weigh."""
    containment: float
    """What part of the lighter text's weight they are, 0 to 1."""
    triples: int
    """Runs of three words, grammar included, that both have."""
    triples_share: float
    """What part of the shorter text's they are, 0 to 1."""
    run: int
    """Words of the longest run that both have, grammar included."""
    fragment: float
    """What the heaviest quotation inside one text weighs of which all words stand in the other in
    a row; 0 where none does."""
    denied: bool
    """Whether one of them has a word of denial and the other none."""


def likeness(left: WordingText, right: WordingText) -> Likeness:
    """What two texts have in common."""
    by_stem = _weights(left, right)
    ours, theirs = Counter(_content(left)), Counter(_content(right))
    both = ours & theirs
    weight = sum(by_stem[stem] * n for stem, n in both.items())
    lightest = min(_weight_of(ours, by_stem), _weight_of(theirs, by_stem))
    our_triples, their_triples = _triples(left), _triples(right)
    triples = len(our_triples & their_triples)
    return Likeness(
        equal=left.stems == right.stems,
        shared=both.total(),
        weight=weight,
        containment=min(weight / lightest, 1.0) if lightest else 0.0,
        triples=triples,
        triples_share=triples / max(min(len(our_triples), len(their_triples)), 1),
        run=_run(left, right) if triples else min(both.total(), 1),
        fragment=max(_fragment(left, right, by_stem), _fragment(right, left, by_stem)),
        denied=_denies(left) != _denies(right),
    )


def _weights(left: WordingText, right: WordingText) -> dict[str, float]:
    """How much each stem tells: less the more often the two articles have it elsewhere."""
    found: dict[str, float] = {}
    times: dict[str, float] = {}
    for text in (left, right):
        there: dict[str, float] = {}
        for stem, weight, n in zip(text.stems, text.weights, text.elsewhere, strict=True):
            found[stem] = max(weight, found.get(stem, 0.0))
            there[stem] = max(n, there.get(stem, 0.0))
        for stem, n in there.items():
            times[stem] = times.get(stem, 0.0) + n
    return {stem: weight / (1 + times[stem] / _HALVED_BY) for stem, weight in found.items()}


def _content(text: WordingText) -> Iterator[str]:
    return (stem for stem, weight in zip(text.stems, text.weights, strict=True) if weight > 0)


def _weight_of(counts: Mapping[str, int], by_stem: Mapping[str, float]) -> float:
    return sum(by_stem[stem] * n for stem, n in counts.items())


def _triples(text: WordingText) -> set[tuple[str, ...]]:
    """The runs of three words that are not grammar only."""
    stems, weights = text.stems, text.weights
    return {stems[n : n + 3] for n in range(len(stems) - 2) if any(weights[n : n + 3])}


def _run(left: WordingText, right: WordingText) -> int:
    """Words of the longest run that both have."""
    places: dict[str, list[int]] = {}
    for n, stem in enumerate(right.stems):
        places.setdefault(stem, []).append(n)
    longest = 0
    before: dict[int, int] = {}
    for stem in left.stems:
        here = {n: before.get(n - 1, 0) + 1 for n in places.get(stem, ())}
        longest = max(longest, max(here.values(), default=0))
        before = here
    return longest


def _fragment(one: WordingText, other: WordingText, by_stem: Mapping[str, float]) -> float:
    """What the heaviest quotation inside `one` weighs that stands whole in `other`."""
    if all(one.quoted) or not any(one.quoted):
        return 0.0
    there = f" {' '.join(other.stems)} "
    best, start = 0.0, 0
    for n in range(len(one.stems) + 1):
        if n < len(one.stems) and one.quoted[n]:
            continue
        if n > start and f" {' '.join(one.stems[start:n])} " in there:
            weighed = zip(one.stems[start:n], one.weights[start:n], strict=True)
            weight = sum(by_stem[stem] for stem, weight in weighed if weight > 0)
            best = max(best, weight if n - start > 1 else weight * _ONE_WORD)
        start = n + 1
    return best


def _denies(text: WordingText) -> bool:
    return not wording_words().negations.isdisjoint(text.words)
