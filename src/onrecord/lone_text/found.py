"""What the finders give back of one text without a record; fields as in the record's JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression in a text. [start, end) are code points of it."""

    start: int
    end: int
    type: str
    """DATE, TIME, DURATION or SET."""
    value: str
    """TIMEX3 value; X for what the publication would say."""
    first: date | None
    """First day that is meant; None where none is fixed."""
    last: date | None
    rule: str
    """The rule that found it."""
    counted_from: str
    """`nothing`, `publication`, or `expression`."""
    reference: tuple[int, int] | None
    """Place of the expression that it counts from."""
    range: tuple[int, int] | None
    """Place of the other end of the range that it is one end of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """When something was said."""

    first: date | None
    """First day on which it may have been said; None where open."""
    last: date | None
    """Last such day."""
    basis: str
    """expression, occasion or publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """An utterance in a text and who is said to have made it; fields as in the record's JSON.

    Places are (start, end) in code points of the text.
    """

    content: tuple[tuple[int, int], ...]
    """What was said, in parts where the cue interrupts; without outer quotation marks."""
    source: tuple[int, int] | None
    """Who said it, as printed there."""
    cue: tuple[int, int] | None
    """The words that carry it: `said`, `according to`."""
    kind: str
    """direct, indirect or mixed."""
    sourcing: str
    """named, organisation, document, unnamed, outlet or none."""
    speaker_name: str | None
    """Name of the speaker as this text prints it in full; of the unnamed and of documents what is
    printed; None where no source is printed."""
    co_speakers: tuple[tuple[int, int], ...]
    """Names of those who said it too."""
    through: str | None
    """The other medium to which it was said or that reported it, as printed."""
    said: Said
    within: tuple[int, int] | None
    """From the first to the last code point of the content that holds it."""
    stance: str
    """said, negated or hypothetical."""
    speaker_at: tuple[int, int] | None
    """A name of the speaker in the text, which may stand elsewhere than `source`."""
    speaker_why: str
    """How that was found, or why not."""
    description: tuple[int, int] | None
    """What is printed in place of or beside a name."""
    condition: tuple[int, int] | None
    """The condition of an unnamed source."""
    organisation: tuple[int, int] | None
    """For whom the source speaks."""
    time: tuple[int, int] | None
    """The expression that says when it was said."""
    why: str
    """The rule that found it, or the model with its strength."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureScope:
    """Where and whose a figure is, as printed; None where the text does not tell."""

    place: str | None
    owner: str | None
    part: str | None
    """Of which part of the counted it is, where that is neither place nor owner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureDays:
    """The days on which a level held or over which was counted."""

    first: date | None
    """First such day; None where open."""
    last: date | None
    """Last such day."""
    basis: str
    """expression, tense, publication or incident."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity in a text; fields as in the record's JSON.

    Places are (start, end) in code points of the text; start and end run from the first word of the
    number, with what bounds it, to its unit or to what is counted when that is next to it.
    """

    start: int
    end: int
    low: float | None
    """Plain number, magnitudes applied; shares in percent. None without a lower bound."""
    high: float | None
    bound: str
    """exact, about, at-least, at-most, range or dozens-like."""
    unit: str | None
    """ISO currency, percent, points or a unit of measure; None of people and things."""
    counted: str | None
    """What is counted, as printed."""
    scope: FigureScope
    as_of: FigureDays
    kind: str
    """level, change, count, money, share, age or other."""
    modality: str
    """asserted, reported, planned, proposed, denied or conditional."""
    attribution: tuple[int, int] | None
    """From the first to the last code point of the innermost utterance that holds it."""
    counted_at: tuple[int, int] | None
    number: tuple[int, int]
    """The number's own words."""
    bound_word: str | None
    """What bounds it, as printed: `more than`, `dozens`."""
    per: str | None
    """Of a rate what it is per: `day`."""
    direction: str | None
    """up or down of a change."""
    outcome: str | None
    """What became of those counted: `killed`, `wounded`."""
    part_of: tuple[int, int] | None
    """Place of the whole's number."""
    time: tuple[int, int] | None
    """The expression that dates it."""
    incident: tuple[int, int] | None
    """The words that tell the event."""
    inferred: tuple[str, ...]
    """Which of these were taken from another sentence."""
    why: str
    """How it was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFindings:
    """All that the finders find in one text."""

    times: tuple[Time, ...]
    attributions: tuple[Attribution, ...]
    figures: tuple[Figure, ...]
