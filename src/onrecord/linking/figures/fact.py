"""A figure as it is compared with others: what it counts, whose and where, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import Bound, FigureKind, Modality


class Mood(StrEnum):
    """Modalities whose figures may stand in one series."""

    ACTUAL = "actual"
    """Asserted by the article or reported in the words of somebody else."""
    PLANNED = "planned"
    PROPOSED = "proposed"
    DENIED = "denied"
    CONDITIONAL = "conditional"


def mood_of(modality: Modality) -> Mood:
    """The mood of a modality."""
    if modality in (Modality.ASSERTED, Modality.REPORTED):
        return Mood.ACTUAL
    return Mood(modality.value)


class ScopeName(NamedTuple):
    """A place or an owner."""

    key: str
    """What makes two of them one: the id of the record's entity, else its folded words."""
    name: str
    """As shown: the entity's name, else as printed."""
    wide: bool = False
    """Whether it is a country or region, which holds finer places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFact:
    """One figure of the pile."""

    id: str
    article: str
    order: int
    """Place of the article in the record."""
    start: int
    end: int
    sentence: tuple[int, int]
    """The sentence that prints it."""
    low: float | None = None
    high: float | None = None
    bound: Bound = Bound.EXACT
    step: float | None = None
    """How finely it is printed."""
    kind: FigureKind = FigureKind.COUNT
    direction: str = ""
    unit: str | None = None
    per: str | None = None
    head: str = ""
    modifiers: tuple[str, ...] = ()
    outcome: str = ""
    cause: str = ""
    counted: str = ""
    """What is counted, as printed, on one line; empty where nothing names it."""
    mood: Mood = Mood.ACTUAL
    place: ScopeName | None = None
    within: tuple[str, ...] = ()
    """Keys of places in which the article says that the place is."""
    owner: ScopeName | None = None
    part: ScopeName | None = None
    """Of which part of the counted, folded and as printed."""
    part_of: str = ""
    """Id of the figure of the whole."""
    days: DayInterval = DayInterval()  # noqa: RUF009 (a frozen value)
    """As of when: of a level the days on which it holds, of a count its period."""
    basis: str = ""
    """What `days` rest on: `expression`, `tense`, `publication`, `incident`."""
    since: DayInterval | None = None
    """The days from which on it is counted, up to the report, where it is so."""
    told: DayInterval = DayInterval()  # noqa: RUF009 (a frozen value)
    """When it was said or, unattributed, published."""
    printed: DayInterval = DayInterval()  # noqa: RUF009 (a frozen value)
    """When the article was published."""
    beside: str = ""
    """Id of the figure before it that the sentence sets it beside as another answer to the same
    question: `from 37 to 71`, `one quarter (25 percent)`."""
    spread: bool = False
    """Whether its sentence counts over several days: `in two days of attacks`."""
    sayer: str = ""
    """Who gives it: id of an entity or folded words; empty without an attribution."""
    sayer_name: str = ""
    outlet: str = ""
    """Medium or, of agency copy, agency that prints it; empty where unknown."""
    near: frozenset[str] = frozenset()
    """Stems of the content words around the number in its sentence."""
    named: frozenset[str] = frozenset()
    """Keys of all places that the article names."""
    copies: str = ""
    """What the copies of one text have in common: the id of their group."""

    @property
    def value(self) -> tuple[float | None, float | None]:
        """The number."""
        return self.low, self.high

    @property
    def place_in_record(self) -> tuple[int, int, int]:
        """Sort key: by article, then by place in it."""
        return self.order, self.start, self.end
