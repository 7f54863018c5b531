"""The form of a time expression: what was printed, without the day that it counts from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.values.spans import Span, moved_span


class TimeType(StrEnum):
    """The types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Shape(StrEnum):
    """How a form is turned into days."""

    FIXED = "fixed"
    """`value` is the TIMEX3 value as it stands; it hangs on nothing."""
    WEEKDAY = "weekday"
    """The weekday `number` (Monday 1) on the side that `direction` says, `shift` weeks on."""
    YEARLESS = "yearless"
    """`value` is what follows the year (`06-12`, `06`, `SU`, `Q3`); the year is found by
    `direction`, or is that of the reference moved by `shift` when `direction` is `shifted`."""
    UNIT = "unit"
    """The calendar unit `unit` that holds the reference, moved by `shift` units."""
    DISTANCE = "distance"
    """The reference moved by `shift` of `unit`, as exact as that unit is."""
    STRETCH = "stretch"
    """`value` is a length as it stands; its days run from the reference to `shift` of `unit`
    before or after it: `the past two weeks`."""


class Direction(StrEnum):
    """On which side of the reference a form lies."""

    PAST = "past"
    """The latest not after the reference."""
    FUTURE = "future"
    """The earliest not before the reference."""
    PRESENT = "present"
    """As future, for what is told in the present tense: `the talks open Thursday`; but a day of a
    month that was within the last thirty days is meant itself. A caption tells so of what its
    picture shows, and there it is past."""
    NEAREST = "nearest"
    RATHER_PAST = "rather-past"
    """As past, but the next one where that comes within a hundred days: `payable Dec. 1`."""
    SHIFTED = "shifted"
    """`shift` units from the one that holds the reference."""
    BEFORE = "before"
    """The latest before the reference."""
    AFTER = "after"
    """The earliest after the reference."""


class CountedFrom(StrEnum):
    """What an expression counts from."""

    NOTHING = "nothing"
    PUBLICATION = "publication"
    EXPRESSION = "expression"
    """The expression at `reference`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeForm:
    """An expression without its reference; see `Shape` for which fields count."""

    shape: Shape
    value: str = ""
    other: str = ""
    """The value in the other order of day and month, where that is open."""
    number: int = 0
    """The weekday; of a yearless day the weekday that is printed with it, else 0."""
    unit: str = ""
    """`D`, `W`, `M`, `Q`, `Y`, `DE` (decade), `CE` (century), `WE` (weekend), or `TH`, `TM` for
    hours and minutes. Of a fixed or yearless day `W`: the week that holds it is meant."""
    shift: int = 0
    direction: Direction = Direction.SHIFTED
    clock: str = ""
    """What is appended to a day: `TMO`, `T17:00`."""
    part: str = ""
    """`early`, `mid` or `late`: which third of the days is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """One expression at its place."""

    span: Span
    type: TimeType
    form: TimeForm
    rule: str
    """Name of the rule that found it."""
    counted_from: CountedFrom = CountedFrom.PUBLICATION
    reference: Span | None = None
    """Place of the expression that this one counts from."""
    range: Span | None = None
    """Place of the other end, where it is one end of a range."""


def moved(one: TimeExpression, offset: int) -> TimeExpression:
    """The expression with all its places moved by `offset` code points."""
    return replace(
        one,
        span=moved_span(one.span, offset),
        reference=moved_span(one.reference, offset) if one.reference else None,
        range=moved_span(one.range, offset) if one.range else None,
    )
