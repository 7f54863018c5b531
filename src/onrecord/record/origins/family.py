"""Families: articles that descend from one report, and how each stands to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.lexicon.media import Medium
from onrecord.record.origins.versions import Changes
from onrecord.values.links import SharedPassage
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class SharedWith:
    """What an article prints like another one of its family."""

    article: str
    """The other one."""
    passages: tuple[SharedPassage, ...]
    """Left in the other one, right in the article; in order of the left places."""
    share: float
    """Share of the article's own running words that the other one prints too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One article of a family."""

    article: str
    outlet: Medium | None
    relation: Relation
    why: str
    source: str | None = None
    """The article that it derives from, where that is in the pile and known."""
    shared: SharedWith | None = None
    """What it prints like that one, else like the one that it has most in common with."""
    changes: Changes | None = None
    """Of a version what it took out and added."""
    covered: tuple[Span, ...] = ()
    """What it prints like others of the family, in order, none overlapping."""
    whole: bool = True
    """Whether all of it is told by the family's medium, also what no other article prints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Articles that descend from one report; of one article that stands alone too."""

    id: str
    medium: Medium | None
    """Agency or outlet whose report it is, also where that report is not in the pile."""
    members: tuple[Member, ...]
    """In the order of the record."""
    rivals: tuple[Medium, ...] = ()
    """Where nothing tells whose report it is, the outlets of which one is the first."""


@dataclass(frozen=True, slots=True)
class Families:
    """All families of a pile, in the order of their first articles."""

    families: tuple[Family, ...]
    of: Mapping[str, Family] = field(default_factory=dict)
    """By article."""
    member: Mapping[str, Member] = field(default_factory=dict)
    """By article."""

    @classmethod
    def of_all(cls, families: tuple[Family, ...]) -> Families:
        """With the look-ups by article."""
        return cls(
            families,
            {one.article: family for family in families for one in family.members},
            {one.article: one for family in families for one in family.members},
        )
