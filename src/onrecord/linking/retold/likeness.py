"""What one sentence has of what another one tells: a few numbers, a pure function of the two."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, log1p

from onrecord.linking.retold.sentence_text import SentenceText

_FEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What of one sentence, the told one, stands in another one; shares are 0 to 1."""

    told: float
    """Share of the weight of its words."""
    told_back: float
    """Share of the weight of the other's words that it has."""
    plain_told: float
    """Share of the weight of its words but names, numbers and sources."""
    in_a_row: float
    """Share of its pairs of words in a row."""
    weight: float
    """Logarithm of what the words in common weigh."""
    numbers_missing: int
    """Of its numbers those that the other has not, two at most."""
    length: float
    """Logarithm of how many words it has."""
    quoted: float
    """Share of its words that are quoted, as far as they do not stand there in a row."""
    few: bool
    """Whether three words in common, or fewer, are all there is."""


def likeness(told: SentenceText, other: SentenceText) -> Likeness:
    """What of a sentence stands in another one."""
    ours, theirs = told.content, other.content
    common = [word for word in ours if word in theirs]
    weight = sum(ours[word] for word in common)
    plain = told.plain
    plain_weight = sum(ours[word] for word in ours if word in plain)
    plain_told = sum(ours[word] for word in common if word in plain)
    in_a_row = len(told.beside & other.beside) / max(len(told.beside), 1)
    return Likeness(
        told=weight / told.weight,
        told_back=sum(theirs[word] for word in common) / other.weight,
        plain_told=plain_told / plain_weight if plain_weight else 1.0,
        in_a_row=in_a_row,
        weight=log1p(weight),
        numbers_missing=min(len(told.numbers - other.numbers), 2),
        length=log(len(told.words)),
        quoted=told.quoted * (1 - in_a_row),
        few=len(common) <= _FEW,
    )
