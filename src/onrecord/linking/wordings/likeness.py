"""What two texts have in common: a few numbers, each a pure function of the two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from onrecord.linking.wordings.wording_text import ContentWord, WordingText, weighed

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
    fragment: float
    """What the heaviest quotation inside one text weighs of which all words stand in the other in
    a row; 0 where none does."""
    denied: bool
    """Whether one of them has a word of denial and the other none."""


NOTHING = Likeness(
    equal=False,
    shared=0,
    weight=0.0,
    containment=0.0,
    triples=0,
    triples_share=0.0,
    fragment=0.0,
    denied=False,
)
"""Of texts that have no word in common."""


def likeness(left: WordingText, right: WordingText) -> Likeness:
    """What two texts have in common."""
    ours, theirs = left.content, right.content
    common = ours.keys() & theirs.keys()
    weights = {stem: _weight(ours[stem], theirs[stem]) for stem in common}
    shared = {stem: min(ours[stem].times, theirs[stem].times) for stem in common}
    weight = fsum(weights[stem] * n for stem, n in shared.items())
    lightest = min(_weight_of(left, weights), _weight_of(right, weights))
    triples = len(left.triples & right.triples)
    return Likeness(
        equal=left.stems == right.stems,
        shared=sum(shared.values()),
        weight=weight,
        containment=min(weight / lightest, 1.0) if lightest > 0 else 0.0,
        triples=triples,
        triples_share=triples / max(min(len(left.triples), len(right.triples)), 1),
        fragment=max(_fragment(left, right, weights), _fragment(right, left, weights)),
        denied=left.denies != right.denies,
    )


def _weight(one: ContentWord, other: ContentWord | None = None) -> float:
    """How much a word tells: less the more often the two articles have it elsewhere."""
    if other is None:
        return weighed(one.weight, one.elsewhere)
    return weighed(max(one.weight, other.weight), one.elsewhere + other.elsewhere)


def _weight_of(text: WordingText, common: Mapping[str, float]) -> float:
    """What all words of a text weigh, those in common as the two articles have them."""
    content = text.content
    moved = fsum(content[stem].times * (w - _weight(content[stem])) for stem, w in common.items())
    return text.own_weight + moved


def longest_run(left: WordingText, right: WordingText) -> int:
    """Words of the longest run that both have, grammar included."""
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


def _fragment(one: WordingText, other: WordingText, weights: Mapping[str, float]) -> float:
    """What the heaviest quotation inside `one` weighs that stands whole in `other`."""
    best = 0.0
    for start, end in one.fragments:
        stems = one.stems[start:end]
        if f" {' '.join(stems)} " in other.line:
            weight = fsum(weights.get(stem, 0.0) for stem in stems)
            best = max(best, weight if len(stems) > 1 else weight * _ONE_WORD)
    return best
