"""Which of several figures a pronoun stands for: the one that the text has in mind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.referent_values import Standing
from onrecord.analysis.speaker_figures import Figure, Occurrence

_WEIGHTS = {
    Standing.SUBJECT: 4.0,
    Standing.AGENT: 2.5,
    Standing.OBJECT: 2.0,
    Standing.POSSESSIVE: 1.6,
    Standing.PREPOSITION: 1.4,
    Standing.OTHER: 1.8,
    Standing.MODIFIER: 0.8,
}
_DECAY = 0.55
"""By which what was said a sentence earlier weighs less."""
_QUOTED = 0.25
"""By which what stands in a quotation weighs less."""
_LAST_SPEAKER = 2.5
_REACH = 8
"""Sentences back in which a pronoun finds its figure."""
_LEAST = 0.25
_MARGIN = 1.12
"""By which the best must outweigh the next."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure, and where it was spoken of before the pronoun."""

    figure: Figure
    at: Sequence[Occurrence]


def choose(
    pronoun: Occurrence,
    candidates: Sequence[Candidate],
    last_speaker: tuple[Figure, Occurrence] | None,
    *,
    cued: bool,
) -> tuple[Figure | None, str]:
    """The figure that a pronoun stands for, or None, and why.

    Args:
        pronoun: the pronoun, between no quotation marks.
        candidates: those that agree with it in gender and number.
        last_speaker: who spoke last, and where that is said.
        cued: whether the pronoun is the source of an attribution.
    """
    weighed = []
    for number, one in enumerate(candidates):
        weight = _weight(pronoun, one)
        if cued and last_speaker is not None and last_speaker[0] is one.figure:
            gap = pronoun.sentence - last_speaker[1].sentence
            weight += _LAST_SPEAKER * _DECAY**gap
        if weight >= _LEAST:
            weighed.append((weight, -number, one.figure))
    if not weighed:
        return None, "pronoun-unresolved"
    weighed.sort(key=lambda w: w[:2], reverse=True)
    if len(weighed) > 1 and weighed[0][0] < weighed[1][0] * _MARGIN:
        return None, f"two-candidates: {weighed[0][0]:.1f} {weighed[1][0]:.1f}"
    return weighed[0][2], f"pronoun: {pronoun.referent.word}"


def _weight(pronoun: Occurrence, candidate: Candidate) -> float:
    best: dict[int, float] = {}
    for one in reversed(candidate.at):
        gap = pronoun.sentence - one.sentence
        if gap > _REACH:
            break
        if _is_fellow(pronoun, one):
            return 0.0
        weight = _WEIGHTS[one.referent.standing] * (_QUOTED if one.quoted else 1.0)
        best[gap] = max(best.get(gap, 0.0), weight)
    return sum(weight * _DECAY**gap for gap, weight in best.items())


def _is_fellow(pronoun: Occurrence, one: Occurrence) -> bool:
    """Whether both hang on the same verb: `Ada told her` speaks of two."""
    if one.offset != pronoun.offset or Standing.POSSESSIVE in (
        one.referent.standing,
        pronoun.referent.standing,
    ):
        return False
    left, right = one.referent.chain, pronoun.referent.chain
    return bool(left) and bool(right) and left[0] == right[0] and len(left) == len(right) == 1
