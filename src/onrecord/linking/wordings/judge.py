"""Whether two texts are one utterance, by their words alone: a pure function of the two.

The weights are those of a logistic regression on labelled pairs of one speaker in several outlets'
reports of one event, rounded; `bench/wordings.py` says how often it is right.
"""

from __future__ import annotations

from math import exp, log1p

from onrecord.linking.wordings.likeness import Likeness, likeness
from onrecord.linking.wordings.link_values import Verdict, WordingLink
from onrecord.linking.wordings.utterance import WordingText

_BASE = -4.4
_CONTAINMENT = 2.1
_TRIPLES = 0.45
_TRIPLES_SHARE = 1.2
_FRAGMENT = 1.9
_WEIGHT = 1.9
_DENIED = -0.65
_SAME = 0.62
"""Least strength of one utterance."""
_UNSURE = 0.4
"""Least strength of what a person is asked about."""
_FEWEST = 2
"""Content words in common; one tells nothing."""


def judge(left: WordingText, right: WordingText) -> WordingLink:
    """What the words of two texts say; the smaller id is left."""
    if right.id < left.id:
        left, right = right, left
    both = likeness(left, right)
    strength = _strength(both)
    verdict = Verdict.DIFFERENT
    if strength >= _UNSURE:
        verdict = Verdict.SAME if strength >= _SAME else Verdict.UNSURE
    return WordingLink(
        left=left.id,
        right=right.id,
        verdict=verdict,
        strength=round(strength, 4),
        run=both.run,
        why=_why(both),
    )


def _strength(both: Likeness) -> float:
    if both.equal:
        return 1.0
    if both.shared < _FEWEST and not both.fragment:
        return 0.0
    score = _BASE + _CONTAINMENT * both.containment + _WEIGHT * log1p(both.weight)
    score += _TRIPLES * log1p(both.triples) + _TRIPLES_SHARE * both.triples_share
    score += _FRAGMENT * log1p(both.fragment) + _DENIED * both.denied
    return 1 / (1 + exp(-score))


def _why(both: Likeness) -> str:
    if both.equal:
        return "equal-words"
    words = f"{both.shared} words, {round(100 * both.containment)} % of the lighter"
    if both.fragment:
        return f"same-quotation-inside: {words}"
    return f"same-run: {both.run} in a row, {words}" if both.run > 1 else f"same-words: {words}"
