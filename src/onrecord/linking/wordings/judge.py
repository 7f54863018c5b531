"""Whether two texts are one utterance, by their words alone: a pure function of the two."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.lexicon.wording_words import wording_words
from onrecord.linking.wordings.link_values import Verdict, WordingLink
from onrecord.linking.wordings.utterance import WordingText

_SAME = 0.5
_UNSURE = 0.35
_RUN = 6
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What two texts have in common."""

    shared: int
    """Content words that both have."""
    containment: float
    """What part of the lighter text's weight they are, 0 to 1."""
    aligned: float
    """The same of those that stand in the same order."""
    run: int
    """Words of the longest run that both have, grammar included."""
    run_weight: float
    """What the run weighs."""
    negated: bool
    """Whether one of them has more words of denial than the other."""
    numbers: bool
    """Whether each has a number that the other lacks."""


def likeness(left: WordingText, right: WordingText) -> Likeness:
    """What two texts have in common."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415

    lightest = max(min(left.weight, right.weight), 1e-9)
    run, run_weight, aligned = 0, 0.0, 0.0
    for block in LCSseq.opcodes(left.stems, right.stems):
        if block.tag == "equal":
            weight = sum(left.weights[block.src_start : block.src_end])
            aligned += weight
            length = block.src_end - block.src_start
            if (weight, length) > (run_weight, run):
                run, run_weight = length, weight
    counts = _counts(left) & _counts(right)
    by_stem = dict(zip(left.stems, left.weights, strict=True))
    return Likeness(
        shared=counts.total(),
        containment=min(sum(by_stem[s] * n for s, n in counts.items()) / lightest, 1.0),
        aligned=min(aligned / lightest, 1.0),
        run=run,
        run_weight=run_weight,
        negated=_denials(left) != _denials(right),
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


def _counts(text: WordingText) -> Counter[str]:
    pairs = zip(text.stems, text.weights, strict=True)
    return Counter(stem for stem, weight in pairs if weight > 0)


def _denials(text: WordingText) -> int:
    return sum(word in wording_words().negations for word in text.words)


def _numbers(text: WordingText) -> set[str]:
    return {word for word in text.words if word[0].isdigit()}
