"""Figures: what an article counts, measures or compares, as printed and as read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.values.spans import Span, moved_if_any, moved_span
from onrecord.values.vocabulary import Bound, FigureKind, Modality


class AsOf(StrEnum):
    """How the days that a figure holds for follow from its sentence."""

    EXPRESSION = "expression"
    """The days of its time expression."""
    SINCE = "since"
    """From the first day of the expression to the publication."""
    UNTIL = "until"
    """Up to the last day of the expression, open to the left."""
    FORMER = "former"
    """A level that held before: open to the left, to the day before the expression or, without
    one, before the publication."""
    PUBLICATION = "publication"
    """The days on which the article may have been published."""
    PAST = "past"
    """A count told in the past without an expression: open to the left, up to the publication."""
    FUTURE = "future"
    """From the publication on, or the days of its expression where it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One quantity and what the article tells of it.

    Places are [start, end) in code points of the article's text.
    """

    span: Span
    """From the first word of the number, with its bound word, to its unit or to what is counted
    when that stands next to it."""
    number: Span
    """The number's own words: `5,200`, `half a million`, `$8 billion`, `two dozen`."""
    low: float | None
    """Plain numbers with magnitudes applied; shares in percent. Both null of `dozens`; one null
    where the other is a bound."""
    high: float | None
    bound: Bound
    bound_word: Span | None = None
    """The word that bounds it: `about`, `more than`, `dozens`."""
    step: float | None = None
    """How finely it is printed: 100 of `5,200`, 1 of `24`, 1e9 of `$8 billion`. None without a
    number."""
    unit: str | None = None
    """ISO currency, `percent`, `points` or a unit of measure (singular); None of people and
    things."""
    per: str | None = None
    """Of a rate what it is per: `day`, `barrel`, `person`."""
    counted: Span | None = None
    """What is counted, as printed, the number left out: `American troops`, `rocket attacks`; of an
    elided head the words elsewhere that name it."""
    head: str = ""
    """Class or lemma of what is counted, folded: `troop`, `attack`, `person`; empty without."""
    modifiers: tuple[str, ...] = ()
    """Lemmas before the head that tell one kind from another (`rocket`, `combat`), without
    nationalities and owners; sorted."""
    outcome: str = ""
    """What became of those who are counted, as a class: `killed`, `wounded`, `missing`,
    `arrested`, `displaced`, ...; empty of most."""
    kind: FigureKind = FigureKind.OTHER
    direction: str = ""
    """`up` or `down` of a change; else empty."""
    modality: Modality = Modality.ASSERTED
    as_of: AsOf = AsOf.PUBLICATION
    time: Span | None = None
    """The time expression that `as_of` counts with."""
    place: Span | None = None
    """Words that name where it is counted."""
    owner: Span | None = None
    """Words that name whose it is: a nationality, an organisation, a state."""
    part: Span | None = None
    """Words that say of which part of the counted it is: `in the northern districts`, `of the
    coalition`, where neither place nor owner."""
    inferred: tuple[str, ...] = ()
    """Which of `place`, `owner`, `time`, `counted`, `incident` were taken from another sentence;
    sorted."""
    incident: Span | None = None
    """The words that tell the event in which the counted were killed, arrested and so on: the noun
    or verb (`attack`, `collapsed`)."""
    cause: str = ""
    """Class of that event: `attack`, `shelling`, `earthquake`, ...; empty without."""
    attribution: Span | None = None
    """Extent of the innermost attribution that holds it."""
    part_of: Span | None = None
    """Number of the whole of which it is a part: of `two` in `three soldiers, two of them
    medics`."""
    why: str = ""
    """How it was read: names of rules with their values, joined by `; `."""


def moved_figure(one: Figure, offset: int) -> Figure:
    """The figure with all its places moved by `offset` code points."""
    return replace(
        one,
        span=moved_span(one.span, offset),
        number=moved_span(one.number, offset),
        bound_word=moved_if_any(one.bound_word, offset),
        counted=moved_if_any(one.counted, offset),
        time=moved_if_any(one.time, offset),
        place=moved_if_any(one.place, offset),
        owner=moved_if_any(one.owner, offset),
        part=moved_if_any(one.part, offset),
        incident=moved_if_any(one.incident, offset),
        attribution=moved_if_any(one.attribution, offset),
        part_of=moved_if_any(one.part_of, offset),
    )
