"""A link between two texts that may be one utterance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What the words of two texts say."""

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingLink:
    """What two texts have in common; `left` is the smaller id."""

    left: str
    right: str
    verdict: Verdict
    strength: float
    """How alike they are, 0 to 1."""
    run: int
    """Words of the longest run that both have."""
    why: str
    """Name of a reason with its values."""
