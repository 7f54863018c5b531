"""Which of several figures a pronoun stands for: the one that the text has in mind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.referent_values import ReferentKind, Standing
from onrecord.analysis.speaker_figures import Figure, Occurrence, Resolved
from onrecord.values.vocabulary import EntityType

W = {
    "subject": 4.0,
    "agent": 2.5,
    "object": 2.0,
    "possessive": 1.6,
    "preposition": 1.4,
    "other": 1.8,
    "modifier": 0.8,
    "decay": 0.5,
    "quoted": 0.3,
    "speaker": 2.0,
    "deep": 0.75,
    "pronoun": 1.15,
    "joined": 0.7,
    "unnamed": 0.7,
    "organisation": 0.4,
    "famous": 0.02,
    "same_paragraph": 1.1,
    "margin": 1.08,
    "margin_described": 1.5,
    "least": 0.25,
    "older": 0.6,
}
_REACH = 8
"""Sentences back in which a pronoun finds its figure."""


@dataclass(frozen=True, slots=True)
class LastSpeaker:
    """Who spoke last, and where that is said."""

    figure: Figure
    at: Occurrence


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun, or a description that is used like one."""

    at: Occurrence
    cued: bool
    """Whether it is the source of an attribution."""
    described: bool = False


def choose(
    pronoun: Pronoun, candidates: Sequence[Figure], last: LastSpeaker | None
) -> Resolved:
    """The figure that a pronoun stands for, or None, and why.

    Args:
        pronoun: what stands for somebody.
        candidates: those that agree with it in gender and number, in the order in which they
            were first spoken of.
        last: who spoke last.
    """
    one = pronoun.at
    weighed = []
    for number, figure in enumerate(candidates):
        weight = _weight(one, figure)
        if pronoun.cued and last is not None and last.figure is figure and weight > 0:
            weight += W["speaker"] * W["decay"] ** (one.sentence - last.at.sentence)
        if weight >= W["least"]:
            weighed.append((weight, -number, figure))
    if not weighed:
        return Resolved(None, "pronoun-unresolved")
    weighed.sort(key=lambda w: w[:2], reverse=True)
    margin = W["margin_described"] if pronoun.described else W["margin"]
    if len(weighed) > 1 and weighed[0][0] < weighed[1][0] * margin:
        return Resolved(None, f"two-candidates: {weighed[0][0]:.1f} {weighed[1][0]:.1f}")
    return Resolved(weighed[0][2], f"pronoun: {one.referent.word}")


def _weight(pronoun: Occurrence, figure: Figure) -> float:
    best: dict[int, float] = {}
    for one in reversed(figure.at):
        gap = pronoun.sentence - one.sentence
        if gap > _REACH:
            break
        if is_fellow(pronoun, one):
            return 0.0
        best[gap] = max(best.get(gap, 0.0), _weight_at(one, pronoun))
    if not best:
        return 0.0
    weights = sorted((weight * W["decay"] ** gap for gap, weight in best.items()), reverse=True)
    total = weights[0] + W["older"] * sum(weights[1:])
    total += W["famous"] * min(len(figure.at), 30)
    if figure.name is None and not figure.members and pronoun.referent.number == "one":
        total *= W["unnamed"]
    if figure.kind is EntityType.ORGANISATION and pronoun.referent.number == "many":
        total *= W["organisation"]
    return total


def _weight_at(one: Occurrence, pronoun: Occurrence) -> float:
    weight = W[one.referent.standing.value]
    if one.quoted:
        weight *= W["quoted"]
    if one.referent.standing is Standing.SUBJECT and one.referent.depth:
        weight *= W["deep"]
    if one.referent.kind is ReferentKind.PRONOUN:
        weight *= W["pronoun"]
    if one.referent.joined is not None and pronoun.referent.number == "one":
        weight *= W["joined"]
    if one.paragraph == pronoun.paragraph:
        weight *= W["same_paragraph"]
    return weight


def is_fellow(pronoun: Occurrence, one: Occurrence) -> bool:
    """Whether both hang on the same verb: `Ada told her` speaks of two."""
    apart = (one.referent.standing, pronoun.referent.standing)
    if one.offset != pronoun.offset or Standing.POSSESSIVE in apart:
        return False
    left, right = one.referent.chain, pronoun.referent.chain
    return bool(left) and bool(right) and left[0] == right[0] and len(left) == len(right) == 1
