"""Whether two texts are one utterance, by their words alone: a pure function of the two.

The weights are those of a logistic regression on labelled pairs of one speaker in several outlets'
reports of one event, rounded; `bench/wordings.py` says how often it is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, log1p

from onrecord.linking.wordings.likeness import NOTHING, Likeness, likeness, longest_run
from onrecord.linking.wordings.link_values import Verdict, WordingLink
from onrecord.linking.wordings.wording_text import WordingText

_BASE = -4.4
_CONTAINMENT = 2.1
_TRIPLES = 0.45
_TRIPLES_SHARE = 1.2
_FRAGMENT = 1.9
_WEIGHT = 1.9
_DENIED = -0.65
_SAME = 0.62
"""Least strength of one utterance."""
_UNSURE = 0.48
"""Least strength of what a person is asked about."""
_RUN = 6
_CONTAINED = 0.4
_FEW = 3
_FEW_RUN = 4
_SCATTERED = 0.6
"""Most strength of words in common that stand in no row of so many, are under that part of the
lighter text and in no quotation inside: long reports of one matter share many words. Fewer than
three words must stand in a row of four."""
_LONG = 45
"""Words of a text that is compared as a whole."""
_FEWEST = 2
"""Content words in common; one tells nothing."""


def judge(left: WordingText, right: WordingText) -> WordingLink:
    """What the words of two texts say; the smaller id is left.

    Long texts are compared sentence by sentence: what two of them have in common is one utterance,
    whatever else was said before and after.
    """
    if right.id < left.id:
        left, right = right, left
    strength, both, one, other = max(_compared(left, right), key=lambda found: found[0])
    run = longest_run(one, other) if strength >= _UNSURE else 0
    if not both.equal and not both.fragment and _is_scattered(both, run):
        strength = min(strength, _SCATTERED)
    verdict = Verdict.DIFFERENT
    if strength >= _UNSURE:
        verdict = Verdict.SAME if strength >= _SAME else Verdict.UNSURE
    return WordingLink(
        left=left.id,
        right=right.id,
        verdict=verdict,
        strength=round(strength, 4),
        run=run,
        why=_why(both, run),
    )


def _is_scattered(both: Likeness, run: int) -> bool:
    if both.shared < _FEW:
        return run < _FEW_RUN
    return run < _RUN and both.containment < _CONTAINED


type _Found = tuple[float, Likeness, WordingText, WordingText]
"""Strength of two texts or parts of them."""


def _compared(left: WordingText, right: WordingText) -> Iterator[_Found]:
    lengths = sorted((len(left.words), len(right.words)))
    parts = [(one, other) for one in left.segments for other in right.segments]
    if lengths[1] <= _LONG or left.stems == right.stems or len(parts) == 1:
        parts = [(left, right)]
    elif lengths[0] <= _LONG and sum(lengths) <= 3 * _LONG:
        parts.append((left, right))
    for one, other in parts:
        if (
            len(one.content.keys() & other.content.keys()) >= _FEWEST
            or one.fragments
            or (other.fragments or one.stems == other.stems)
        ):
            both = likeness(one, other)
            yield _strength(both), both, one, other
    yield 0.0, NOTHING, left, right


def _strength(both: Likeness) -> float:
    if both.equal:
        return 1.0
    if both.shared < _FEWEST and not both.fragment:
        return 0.0
    score = _BASE + _CONTAINMENT * both.containment + _WEIGHT * log1p(both.weight)
    score += _TRIPLES * log1p(both.triples) + _TRIPLES_SHARE * both.triples_share
    score += _FRAGMENT * log1p(both.fragment) + _DENIED * both.denied
    return 1 / (1 + exp(-score))


def _why(both: Likeness, run: int) -> str:
    if both.equal:
        return "equal-words"
    words = f"{both.shared} words, {round(100 * both.containment)} % of the lighter"
    if both.fragment:
        return f"same-quotation-inside: {words}"
    return f"same-run: {run} in a row, {words}" if run > 1 else f"same-words: {words}"
