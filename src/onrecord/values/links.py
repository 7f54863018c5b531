"""What belongs together across articles."""

from __future__ import annotations

from dataclasses import dataclass

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
class Links:
    """What linking made again because of some articles."""

    origins: tuple[OriginGroup, ...] = ()
