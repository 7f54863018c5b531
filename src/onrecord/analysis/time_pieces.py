"""Pieces of the patterns of time expressions: how months, numbers and clocks are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.time_words import alternation, time_words

NOT_BEFORE = r"(?<![\w$£€.,/:-])"
"""Before a number that may be a day or a year: no part of a longer number or an amount."""
YEAR = r"(?:1[4-9]\d\d|20\d\d|21\d\d)(?!\d|,\d|\.\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%])"
RANGE = r"(?:\s*[-–—]\s*|\s+(?:to|and|through|until|till|or)\s+)"
"""Between the two ends of a range."""
UNIT = (
    r"(?P<unit>seconds?|minutes?|hours?|days?|weekends?|weeks?|fortnights?|months?|quarters?"
    r"|years?|decades?|centur(?:y|ies))"
)
REL_YEAR = r"(?:(?P<y>" + YEAR + r")|(?P<rel>last|this|next)\s+year)"
_ZONE_NAME = r"(?-i:(?:(?!(?:\w+day|The|In|At)\b)[A-Z][a-z]+\s+){1,3}[Tt]ime)"
"""`Pacific time`, `Central European Summer Time`."""
SHIFTS = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Alternations of word classes, ready to stand in a pattern. None holds a named group."""

    month: str
    weekday: str
    weekday_any: str
    """Also abbreviated."""
    ordinal: str
    part: str
    daypart: str
    season: str
    number: str
    few: str
    approx: str
    clock: str
    zone: str
    """An optional zone after a time of the day."""
    count: str
    """A number, a vague number or an article, as groups `n`, `few` and `a`."""


def _month_pattern(months: Iterable[str]) -> str:
    """Any month; a full stop belongs to the shortened ones only."""
    ordered = sorted(months, key=lambda m: (-len(m), m))
    short = [m for m in ordered if any(o != m and o.startswith(m) for o in ordered)]
    full = [m for m in ordered if m not in short]
    return rf"(?:(?:{'|'.join(full)})(?![a-z])|(?:{'|'.join(short)})(?![a-z])\.?)"


@cache
def pieces() -> Pieces:
    """The pieces, made from the words of the lexicon."""
    words = time_words()
    full = [day for day in words.weekdays if day.endswith("day")]
    cardinal = alternation(words.cardinals)
    number = (
        rf"(?:\d{{1,3}}(?:,\d{{3}})+|(?:0|[1-9]\d*)(?:\.\d+)?(?:\s+\d/[1-9])?"
        rf"|{cardinal}(?:[-\s](?:{cardinal}|hundred|thousand|million)(?:\s+and)?)*"
        r"|an?\s+(?:hundred|thousand|million|dozen|half)|two\s+dozen|half\s+an?"
        r"|(?:hundreds|thousands|dozens|millions)\s+of)"
    )
    zone = (
        r"(?:(?:GMT|UTC)[+−-]\d{1,2}(?::?[0-5]\d)?(?![\d:]|\s?[ap]\.?m)"
        rf"|{alternation(words.zones)}|local\s+time|{_ZONE_NAME}|eastern)(?![a-z])"
    )
    few, approx = alternation(words.few), alternation(words.approximators)
    return Pieces(
        month=_month_pattern(words.months),
        weekday=rf"(?:{'|'.join(full)})",
        weekday_any=(rf"(?:{'|'.join(full)}|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)(?![a-z])\.?)"),
        ordinal=alternation(words.ordinals),
        part=alternation(words.parts),
        daypart=alternation(words.dayparts),
        season=alternation(words.seasons),
        number=number,
        few=few,
        approx=approx,
        clock=(
            r"(?:(?:[01]?\d|2[0-4])(?:[:.][0-5]\d(?:[:.][0-5]\d)?)?\s?(?:[ap]\.m\b\.?|[ap]m\b)"
            r"|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?"
            r"|(?:[01]\d|2[0-3])\.?[0-5]\d(?=\s*(?:GMT|UTC|BST|CET|hours|hrs|local))"
            r"|(?<!high\s)noon|midday|midnight|(?:[a-z]+|\d\d?)\s+o['’]clock"
            r"|(?:[1-9]|1[0-2])(?:[:.][0-5]\d)?\s+in\s+the\s+(?:morning|afternoon|evening))"
        ),
        zone=(rf"(?:\s*(?:{zone}|\({zone}\)))?(?:\s*\(\d\d[:.]?\d\d\s*(?:{zone})\))?"),
        count=rf"(?:(?:{approx}\s+)?(?:(?P<n>{number})|(?P<few>{few})|(?P<a>an?|another)))",
    )
