"""Whether two texts are one utterance, by their words alone: a pure function of the two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.lexicon.wording_words import wording_words
from onrecord.linking.wordings.link_values import Verdict, WordingLink
from onrecord.linking.wordings.utterance import WordingText

_HALVED_BY = 2.0
"""Times that a word stands elsewhere in the two articles by which its weight is halved."""
_SAME = 0.5
_UNSURE = 0.35
_RUN = 6
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What two texts have in common; weights are those of rare words, names a part of it."""

    shared: int
    """Content words that both have."""
    weight: float
    """What they weigh."""
    containment: float
    """What part of the lighter text's weight they are, 0 to 1."""
    aligned: float
    """The same of those that stand in the same order."""
    near: float
    """What part of the lighter text's pairs of neighbouring content words both have, 0 to 1."""
    pairs: int
    """How many."""
    run: int
    """Words of the longest run that both have, grammar included."""
    run_weight: float
    """What the run weighs."""
    quoted_run: float
    """What the heaviest run weighs that both have between quotation marks."""
    triples: int
    """Runs of three words, grammar included, that both have."""
    triples_share: float
    """What part of the shorter text's they are, 0 to 1."""
    fragment: float
    """What the heaviest quotation inside one text weighs of which all words stand in the other in
    a row; 0 where none is."""
    lightest: float
    """Weight of the lighter text."""
    negated: bool
    """Whether one of them has a word of denial and the other none."""
    numbers: bool
    """Whether each has a number that the other lacks."""


def likeness(left: WordingText, right: WordingText) -> Likeness:
    """What two texts have in common."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415

    by_stem = _weights(left, right)
    ours = [by_stem[stem] for stem in left.stems]
    theirs = [by_stem[stem] for stem in right.stems]
    lightest = max(min(sum(ours), sum(theirs)), 1e-9)
    run, run_weight, aligned, quoted_run = 0, 0.0, 0.0, 0.0
    for block in LCSseq.opcodes(left.stems, right.stems):
        if block.tag == "equal":
            places = range(block.src_start, block.src_end)
            shift = block.dest_start - block.src_start
            weight = sum(ours[n] for n in places)
            aligned += weight
            if (weight, len(places)) > (run_weight, run):
                run, run_weight = len(places), weight
            both = sum(ours[n] for n in places if left.quoted[n] and right.quoted[n + shift])
            quoted_run = max(quoted_run, both)
    counts = _counts(left) & _counts(right)
    weight = sum(by_stem[s] * n for s, n in counts.items())
    one, other = _neighbours(left), _neighbours(right)
    threes = _triples(left) & _triples(right)
    return Likeness(
        shared=counts.total(),
        weight=weight,
        containment=min(weight / lightest, 1.0),
        aligned=min(aligned / lightest, 1.0),
        near=len(one & other) / max(min(len(one), len(other)), 1),
        pairs=len(one & other),
        run=run,
        run_weight=run_weight,
        quoted_run=quoted_run,
        triples=len(threes),
        triples_share=len(threes) / max(min(len(_triples(left)), len(_triples(right))), 1),
        fragment=max(_fragment(left, right, by_stem), _fragment(right, left, by_stem)),
        lightest=lightest,
        negated=bool(_denials(left)) != bool(_denials(right)),
        numbers=bool(_numbers(left) - _numbers(right)) and bool(_numbers(right) - _numbers(left)),
    )


def judge(left: WordingText, right: WordingText) -> WordingLink:
    """What the words of two texts say; the smaller id is left."""
    if right.id < left.id:
        left, right = right, left
    both = likeness(left, right)
    strength = max(both.containment, min(both.run / (2 * _RUN), 1.0))
    if both.run >= _RUN and both.run_weight > 0:
        verdict, why = Verdict.SAME, f"same-run: {both.run} words"
    elif both.shared < _FEWEST:
        verdict, why = Verdict.DIFFERENT, f"few-words: {both.shared}"
    elif both.containment >= _SAME:
        verdict, why = Verdict.SAME, f"same-words: {round(100 * both.containment)} %"
    elif both.containment >= _UNSURE:
        verdict, why = Verdict.UNSURE, f"some-words: {round(100 * both.containment)} %"
    else:
        verdict, why = Verdict.DIFFERENT, f"other-words: {round(100 * both.containment)} %"
    return WordingLink(
        left=left.id,
        right=right.id,
        verdict=verdict,
        strength=round(strength, 4),
        run=both.run,
        why=why,
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


def _neighbours(text: WordingText) -> set[tuple[str, str]]:
    content = [s for s, w in zip(text.stems, text.weights, strict=True) if w > 0]
    return {
        (min(one, other), max(one, other))
        for place, one in enumerate(content)
        for other in content[place + 1 : place + 3]
    }


def _counts(text: WordingText) -> Counter[str]:
    pairs = zip(text.stems, text.weights, strict=True)
    return Counter(stem for stem, weight in pairs if weight > 0)


def _denials(text: WordingText) -> int:
    return sum(word in wording_words().negations for word in text.words)


def _numbers(text: WordingText) -> set[str]:
    return {word for word in text.words if word[0].isdigit()}


def _triples(text: WordingText) -> set[tuple[str, ...]]:
    return {
        text.stems[n : n + 3] for n in range(len(text.stems) - 2) if any(text.weights[n : n + 3])
    }


def _fragment(one: WordingText, other: WordingText, by_stem: Mapping[str, float]) -> float:
    """What the heaviest quotation inside `one` weighs that stands whole in `other`."""
    if all(one.quoted):
        return 0.0
    weights = [by_stem[stem] for stem in one.stems]
    there = f" {' '.join(other.stems)} "
    best, start = 0.0, 0
    for n in range(len(one.stems) + 1):
        if n < len(one.stems) and one.quoted[n]:
            continue
        if n > start and f" {' '.join(one.stems[start:n])} " in there:
            best = max(best, sum(weights[start:n]))
        start = n + 1
    return best
