"""Whether one sentence tells what another one tells, by their words: a function of the two.

The weights are those of a logistic regression on labelled pairs; `docs/model-cards/retellings.md`
says of which, and `bench/news.py` how often it is right.
"""

from __future__ import annotations

from math import exp

from onrecord.lexicon.retold_weights import retold_weights
from onrecord.linking.retold.likeness import Likeness, likeness
from onrecord.linking.retold.sentence_text import SentenceText
from onrecord.values.links import Retold, RetoldLink

_FEWEST = 2
"""Words in common; one tells nothing."""
_LEAST = 0.2
"""Share of the lighter sentence's words below which nothing else is looked at."""
_REPEAT, _REPEAT_ROW = 0.85, 0.6
"""Least share of the words, and of the pairs in a row, of a sentence that is repeated."""


def judge(left: SentenceText, right: SentenceText) -> RetoldLink | None:
    """How one of two sentences tells the other; None where neither tells much of it.

    The shares of the link are strengths: from `retold_weights().retelling` on, one tells what the
    other tells.
    """
    if right.id < left.id:
        left, right = right, left
    if _has_little(left, right):
        return None
    ours, theirs = likeness(left, right), likeness(right, left)
    left_told, right_told = strength(left, right, ours), strength(right, left, theirs)
    if max(left_told, right_told) < retold_weights().near:
        return None
    repeats = _repeats(ours) or _repeats(theirs)
    more = ours if left_told >= right_told else theirs
    return RetoldLink(
        left=left.id,
        right=right.id,
        kind=Retold.REPEAT if repeats else Retold.RETELLING,
        left_told=round(left_told, 4),
        right_told=round(right_told, 4),
        why=_why(more, repeats=repeats),
    )


def told_in(told: SentenceText, other: SentenceText) -> float:
    """How surely another sentence tells what one tells, 0 to 1."""
    return 0.0 if _has_little(told, other) else strength(told, other, likeness(told, other))


def strength(told: SentenceText, other: SentenceText, of: Likeness) -> float:
    """How surely a sentence is told by another one, 0 to 1."""
    known = retold_weights()
    weights = known.weights
    score = (
        weights["base"]
        + weights["told"] * of.told
        + weights["told_back"] * of.told_back
        + weights["plain_told"] * of.plain_told
        + weights["in_a_row"] * of.in_a_row
        + weights["weight"] * of.weight
        + weights["numbers_missing"] * of.numbers_missing
        + weights["length"] * of.length
        + weights["quoted"] * of.quoted
        + weights["few"] * of.few
    )
    found = 1 / (1 + exp(-score))
    if told.denies != other.denies:
        found = min(found, known.denied)
    if of.numbers_missing:
        other_has = other.numbers - told.numbers
        found = min(found, known.other_numbers if other_has else known.more_numbers)
    return found


def _has_little(left: SentenceText, right: SentenceText) -> bool:
    ours, theirs = left.content, right.content
    if len(ours.keys() & theirs.keys()) < _FEWEST:
        return True
    common = [word for word in ours if word in theirs]
    return (
        sum(ours[word] for word in common) < _LEAST * left.weight
        and sum(theirs[word] for word in common) < _LEAST * right.weight
    )


def _repeats(of: Likeness) -> bool:
    return of.told >= _REPEAT and of.in_a_row >= _REPEAT_ROW and not of.numbers_missing


def _why(of: Likeness, *, repeats: bool) -> str:
    name = "nearly-the-same-words" if repeats else "same-words"
    return f"{name}: {round(100 * of.told)} % of the words, {round(100 * of.in_a_row)} % in a row"
