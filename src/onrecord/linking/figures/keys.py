"""What question a figure answers: the parts that two figures of one series must have equal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from onrecord.linking.figures.fact import FigureFact, Mood
from onrecord.values.vocabulary import FigureKind

PART = "-"
"""Part of a figure that is a part of another one, of nothing that is told."""


_SOME_SIZE = 10
"""The least number that is told again of the same part by more than chance."""


class Thing(NamedTuple):
    """What is counted or measured, and how."""

    kind: FigureKind
    unit: str
    per: str
    head: str
    modifiers: tuple[str, ...]
    outcome: str
    direction: str


class Period(NamedTuple):
    """What a count is of: the days on which it was counted."""

    first: date | None
    last: date | None
    what: str
    """`days`, `since`, or `unknown` and what tells two unknown ones apart."""


class SeriesKey(NamedTuple):
    """One question; slots that are None are not known."""

    thing: Thing
    mood: Mood
    owner: str | None
    place: str | None
    part: str
    period: Period | None = None


def with_slot(key: SeriesKey, slot: str, value: Any) -> SeriesKey:
    """The key with another value in the slot of this name."""
    return key._replace(**{slot: value})


def thing_of(fact: FigureFact) -> Thing:
    """What a figure counts."""
    return Thing(
        fact.kind,
        fact.unit or "",
        fact.per or "",
        fact.head,
        tuple(word for word in fact.modifiers if word != fact.outcome),
        fact.outcome,
        fact.direction,
    )


def key_of(fact: FigureFact, whole: FigureFact | None = None) -> SeriesKey:
    """The question that a figure answers by its own article, without a period.

    Args:
        fact: the figure.
        whole: what it is a part of. A part that is told from its whole by nothing else than being
            one is marked as one.
    """
    key = SeriesKey(
        thing_of(fact),
        fact.mood,
        fact.owner.key if fact.owner else None,
        fact.place.key if fact.place else None,
        fact.part.key if fact.part else "",
    )
    if whole is not None and not key.part and key_of(whole)[:2] == key[:2]:
        return key._replace(part=PART)
    return key


@dataclass(slots=True)
class Placed:
    """A figure under its key, with what was inferred on the way."""

    fact: FigureFact
    key: SeriesKey
    how: list[str] = field(default_factory=list)
    """Reasons besides equal slots: `place-of-article`, `period-near`."""
    words: int = -1
    """Number of those that are told in the same words; negative of none."""


@dataclass(slots=True)
class FactGroup:
    """Figures of one series, in the order of the record."""

    key: SeriesKey
    members: list[Placed]
    split: bool = False
    """Whether it was parted from others of its key because one article gives several numbers."""
    decided: list[tuple[str, str, str]] = field(default_factory=list)
    """(id, id, reason) of pairs that a person joined."""
    apart: list[tuple[str, str]] = field(default_factory=list)
    """Pairs of ids that a person parted."""


def mark_parts(placed: Sequence[Placed]) -> None:
    """Mark what is told again of a part, by its number: in its article, and of a number of some
    size in all that are published on its day."""
    parts = {where for one in placed if one.key.part == PART for where in _where(one)}
    for one in placed:
        if not one.key.part and any(where in parts for where in _where(one)):
            one.key = one.key._replace(part=PART)


def mark_twice(placed: Sequence[Placed]) -> None:
    """Tell shares apart that one sentence prints with one number: `the council (8 percent), the
    ministry (8 percent)` are two."""
    seen: set[tuple[object, ...]] = set()
    for one in placed:
        fact = one.fact
        if fact.kind is not FigureKind.SHARE or fact.low is None or fact.beside:
            continue
        where = fact.article, fact.sentence, fact.low, fact.high
        if where in seen:
            one.key = one.key._replace(part=f"{PART}{fact.start}")
        seen.add(where)


def _where(one: Placed) -> Iterator[tuple[object, ...]]:
    thing, fact = one.key.thing, one.fact
    told = fact.low, fact.high, thing.head, thing.outcome
    yield fact.article, *told
    if fact.low is not None and fact.low >= _SOME_SIZE and fact.printed.first is not None:
        yield fact.printed, *told
