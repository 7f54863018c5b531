"""What belongs together across articles, as linking keeps it.

These links hang on no date: which report was first and what that makes of the other is told when
the record is compiled, as a date may change.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.values.spans import Span
from onrecord.values.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class OriginMember:
    """One article of a group and how it stands to the group's origin."""

    article: str
    relation: Relation
    why: str


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Articles that descend from one report; an article alone is a group of one."""

    id: str
    members: tuple[OriginMember, ...]
    """In order of their ids."""


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A run of words that two articles print alike, but for small edits."""

    left: Span
    """Its place in the text of the left article, whole words."""
    right: Span
    words: int
    """Words that are equal on both sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLink:
    """What two articles print alike; `left` is the smaller id. It hangs on no date."""

    left: str
    right: str
    relation: Relation
    """same-text, pickup (of a whole or a part), or independent where what they share is no sign
    of a copy but worth showing (quotations)."""
    left_share: float
    """Share of the left article's own running words that the right one prints too, 0 to 1."""
    right_share: float
    passages: tuple[SharedPassage, ...]
    """In order of the left places."""
    why: str
    """Name of a reason with its values."""


class Retold(StrEnum):
    """How a sentence tells what another one tells."""

    REPEAT = "repeat"
    """Nearly in the same words."""
    RETELLING = "retelling"
    """In other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetoldLink:
    """Two sentence texts that tell the same; `left` is the smaller id."""

    left: str
    right: str
    kind: Retold
    left_told: float
    """Share of what the left one tells that the right one tells too, 0 to 1."""
    right_told: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLink:
    """Two articles that may report one news event; `left` is the smaller id. No date in it."""

    left: str
    right: str
    likeness: float
    """How alike they are by words, names and headline, 0 to 1."""
    why: str
