"""What the readers of a paragraph's figures hand to each other, before a `Figure` is made.

Places are [start, end) in code points of the paragraph; words are numbers of `ParsedWords`.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.values.figures import AsOf
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Bound, FigureKind, Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as printed."""

    first: int
    """First and last word of the number itself, with magnitude and currency sign."""
    last: int
    number: Span
    span: Span
    """With its bound word and, when next to it, its unit."""
    low: float | None
    high: float | None
    bound: Bound
    bound_word: Span | None = None
    step: float | None = None
    unit: str | None = None
    per: str | None = None
    form: str = "cardinal"
    """`cardinal`, `fraction` (`a third of`, `half`), `multiple` (`twice`, `tenfold`), `word`
    (`dozens`), `age`, `score`."""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What one number counts."""

    kind: FigureKind
    word: int | None = None
    """The head noun (or participle: `24 killed`); None where nothing names it."""
    span: Span | None = None
    adjacent: bool = False
    """Whether the number's own phrase names it, so that the figure's span runs to it."""
    head: str = ""
    modifiers: tuple[str, ...] = ()
    outcome: str = ""
    governor: int | None = None
    """The verb or noun that the number's phrase hangs on: `killed`, `stood`, `reduction`."""
    direction: str = ""
    former: bool = False
    """Whether it is what something was before: `down from 3,000`."""
    part_of: int | None = None
    """Position, in the list of numbers, of the whole."""
    elided: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstance:
    """How and as of when one number is meant."""

    modality: Modality = Modality.ASSERTED
    as_of: AsOf = AsOf.PUBLICATION
    time: Span | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where and whose one number is."""

    place: Span | None = None
    owner: Span | None = None
    part: Span | None = None
    incident: Span | None = None
    cause: str = ""
    why: str = ""
