"""Which of several figures a pronoun stands for: the one that the text has in mind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.referent_values import ReferentKind, Standing
from onrecord.analysis.speaker_figures import Figure, Occurrence, Resolved
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType

_STANDINGS = {
    Standing.SUBJECT: 4.0,
    Standing.AGENT: 2.5,
    Standing.OBJECT: 1.5,
    Standing.POSSESSIVE: 1.8,
    Standing.PREPOSITION: 1.4,
    Standing.OTHER: 1.8,
    Standing.MODIFIER: 0.8,
}
"""What being spoken of weighs. These and the weights below were chosen by hand and then tried one
by one on labelled pronouns (`bench/speakers.py`)."""
_DECAY = 0.5
"""By which what was said a sentence earlier weighs less."""
_OLDER = 0.6
"""By which all sentences but the one that weighs most count less."""
_QUOTED = 0.48
"""By which what stands in a quotation weighs less."""
_DEEP = 0.75
"""By which the subject of a clause inside another weighs less."""
_PRONOUN = 1.15
_COORDINATED = 0.78
"""By which one of several weighs less for `he`."""
_SAME_PARAGRAPH = 1.1
_UNNAMED = 0.53
"""By which somebody without a name weighs less."""
_BODY = 0.3
"""By which an organisation weighs less for `they`."""
_NAMED_INSIDE = 0.1
"""By which one weighs less who is named in the quotation itself."""
_SPEAKER = 2.3
"""What having spoken last adds for the source of an attribution."""
_FAMOUS = 0.02
"""What each place adds where one was spoken of, up to thirty."""
_LEAST = 0.36
"""What the best must weigh at least."""
_MARGIN = 1.08
"""By which the best must outweigh the next."""
_MARGIN_DESCRIBED = 1.45
"""The same for a description that says something new."""
REACH = 8
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
    unlikely: frozenset[int] = frozenset()
    """The figures (by `id`) that it hardly stands for."""
    said: tuple[Span, ...] = ()
    """Where the words stand that it is the source of."""


def choose(pronoun: Pronoun, candidates: Sequence[Figure], last: LastSpeaker | None) -> Resolved:
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
        weight = _weight(pronoun, figure) * (_NAMED_INSIDE if id(figure) in pronoun.unlikely else 1)
        if pronoun.cued and last is not None and last.figure is figure and weight > 0:
            weight += _SPEAKER * _DECAY ** (one.sentence - last.at.sentence)
        if weight >= _LEAST:
            weighed.append((weight, -number, figure))
    if not weighed:
        return Resolved(None, "pronoun-unresolved")
    weighed.sort(key=lambda w: w[:2], reverse=True)
    margin = _MARGIN_DESCRIBED if pronoun.described else _MARGIN
    if len(weighed) > 1 and weighed[0][0] < weighed[1][0] * margin:
        return Resolved(None, f"two-candidates: {weighed[0][0]:.1f} {weighed[1][0]:.1f}")
    return Resolved(weighed[0][2], f"pronoun: {one.referent.word}")


def _weight(pronoun: Pronoun, figure: Figure) -> float:
    here = pronoun.at
    best: dict[int, float] = {}
    for one in reversed(figure.at):
        gap = here.sentence - one.sentence
        if gap > REACH:
            break
        if is_fellow(here, one):
            return 0.0
        if one.quoted and any(one.within(part) for part in pronoun.said):
            continue
        best[gap] = max(best.get(gap, 0.0), _weight_at(one, here))
    if not best:
        return 0.0
    weights = sorted((weight * _DECAY**gap for gap, weight in best.items()), reverse=True)
    total = weights[0] + _OLDER * sum(weights[1:])
    total += _FAMOUS * min(len(figure.at), 30)
    if figure.name is None and not figure.members and here.referent.number == "one":
        total *= _UNNAMED
    if figure.kind is EntityType.ORGANISATION and here.referent.number == "many":
        total *= _BODY
    return total


def _weight_at(one: Occurrence, pronoun: Occurrence) -> float:
    weight = _STANDINGS[one.referent.standing]
    if one.quoted:
        weight *= _QUOTED
    if one.referent.standing is Standing.SUBJECT and one.referent.depth:
        weight *= _DEEP
    if one.referent.kind is ReferentKind.PRONOUN:
        weight *= _PRONOUN
    if one.referent.coordinated and pronoun.referent.number == "one":
        weight *= _COORDINATED
    if one.paragraph == pronoun.paragraph:
        weight *= _SAME_PARAGRAPH
    return weight


def is_fellow(pronoun: Occurrence, one: Occurrence) -> bool:
    """Whether both hang on the same verb: `Ada told her` speaks of two."""
    apart = (one.referent.standing, pronoun.referent.standing)
    if one.offset != pronoun.offset or Standing.POSSESSIVE in apart:
        return False
    left, right = one.referent.chain, pronoun.referent.chain
    return bool(left) and bool(right) and left[0] == right[0] and len(left) == len(right) == 1
