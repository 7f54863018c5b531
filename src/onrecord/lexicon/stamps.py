"""Date stamps: how pages print the day and time of an article.

Only whole stamps with a day are read here (`Tue 8 Mar 2022, 5:20 AM`, `2022-03-08`,
`March 8, 2022 5:30 a.m. ET`); expressions inside sentences are the work of the analysis.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.lexicon.data_files import load_data


@dataclass(frozen=True, slots=True)
class Stamp:
    """One printed stamp: [start, end) in the text that was read."""

    start: int
    end: int
    days: tuple[date, ...]
    """One day, or two where the order of day and month is open, earlier first."""
    clock: str | None = None
    """The time as printed, where there is one."""


@cache
def month_numbers() -> dict[str, int]:
    """Lower-case name or abbreviation of a month -> its number."""
    return {form: int(n) for n, forms in load_data("calendar")["months"].items() for form in forms}


@cache
def month_alternation() -> str:
    """A regular expression for any month's name, an abbreviation's full stop included."""
    forms = sorted(month_numbers(), key=lambda f: (-len(f), f))
    return "(?:" + "|".join(rf"{f}(?![a-z])\.?" for f in forms) + ")"


@cache
def weekday_alternation() -> str:
    """A regular expression for any weekday's name, an abbreviation's full stop included."""
    forms = [form for forms in load_data("calendar")["weekdays"].values() for form in forms]
    forms.sort(key=lambda f: (-len(f), f))
    return "(?:" + "|".join(rf"{f}(?![a-z])\.?" for f in forms) + ")"


_CLOCK = (
    r"(?:(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:[:.][0-5]\d(?:\.\d+)?)?\s?(?:[ap]\.?\s?m\b\.?)?"
    r"|(?:[01]\d|2[0-3])[0-5]\d(?=\s(?:GMT|UTC|BST|CET|EST|EDT|IST|HKT))"
    r"|(?:1[0-2]|0?[1-9])\s?[ap]\.?\s?m\b\.?)"
    r"(?:\s?\(?(?:[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|Z|[+-]\d\d:?\d\d"
    r"|[A-Z]?[a-z]+ (?:time|standard time|daylight time))\)?(?!\w))?"
    r"(?:\s?\(\d{1,2}:?\d\d [A-Z]{2,4}\))?"
)
_YEAR = r"(?:19|20)\d\d"


@cache
def _date_pattern() -> str:
    month = month_alternation()
    day = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
    return (
        rf"(?:(?P<y1>{_YEAR})[-/.](?P<m1>0?[1-9]|1[0-2])[-/.](?P<d1>3[01]|[12]\d|0?[1-9])(?!\d)"
        rf"|(?P<n2>{month})\s?(?P<d2>{day}),?\s?(?P<y2>{_YEAR})(?!\d)"
        rf"|(?P<d3>{day})[\s-]?(?:of )?(?P<n3>{month}),?[\s-]?(?P<y3>{_YEAR})(?!\d)"
        rf"|(?P<a4>\d{{1,2}})[/.-](?P<b4>\d{{1,2}})[/.-](?P<y4>{_YEAR}|\d\d)(?!\d))"
    )


@cache
def dated_stamp_alternation() -> str:
    """A regular expression for a stamp with day, month and year; no group is captured."""
    bare = re.sub(r"\(\?P<\w+>", "(?:", _date_pattern())
    join = r"\s*(?:,|\||at|@|-|–|—|•|·)?\s*"
    return rf"(?:(?:{_CLOCK}{join})?(?:{weekday_alternation()},?\s*)?{bare}(?:{join}{_CLOCK})?)"


@cache
def clocked_stamp_alternation() -> str:
    """As `dated_stamp_alternation`, but a day without its year counts too if a time follows."""
    month, join = month_alternation(), r"\s*(?:,|\||at|@|-|–|—|•|·)\s*"
    return rf"(?:{dated_stamp_alternation()}|{month}\s?(?:3[01]|[12]\d|0?[1-9]){join}{_CLOCK})"


@cache
def stamp_alternation() -> str:
    """A regular expression for a stamp as it stands alone in a line; no group is captured."""
    bare = re.sub(r"\(\?P<\w+>", "(?:", _date_pattern())
    month, weekday = month_alternation(), weekday_alternation()
    number = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
    yearless = rf"{month}\s?{number}|{number}\s{month}"
    day = rf"(?:{weekday},?\s*)?(?:the )?(?:{bare}|{yearless}|{month} {_YEAR})"
    join = r"\s*(?:,|\||at|@|-|–|—|•|·|/|T)?\s*"
    return (
        rf"(?:(?:{_CLOCK}{join})?(?:on )?{day}(?:{join}{_CLOCK})?(?:{join}{weekday})?"
        rf"|(?:{weekday},?\s*)?{_CLOCK}|{weekday})"
    )


@cache
def _finder() -> re.Pattern[str]:
    join = r"\s{0,3}(?:,|\||at|@|-|–|—|•|·|T)?\s{0,3}"
    return re.compile(
        rf"(?<![\d/])(?:(?P<c1>{_CLOCK}){join})?(?:{weekday_alternation()},?\s?)?{_date_pattern()}"
        rf"(?:{join}(?P<c2>{_CLOCK}))?",
        re.IGNORECASE,
    )


def find_stamps(text: str) -> list[Stamp]:
    """All stamps with a full date in `text`, in order."""
    stamps = []
    for match in _finder().finditer(text):
        days = _days(match)
        if days:
            clock = match["c2"] or match["c1"]
            stamps.append(Stamp(match.start(), match.end(), days, clock))
    return stamps


def _days(match: re.Match[str]) -> tuple[date, ...]:
    if match["y1"]:
        return _valid((int(match["y1"]), int(match["m1"]), int(match["d1"])))
    for number in ("2", "3"):
        if match[f"y{number}"]:
            month = month_numbers()[match[f"n{number}"].lower().rstrip(".")]
            day = int(re.sub(r"\D", "", match[f"d{number}"]))
            return _valid((int(match[f"y{number}"]), month, day))
    year = int(match["y4"]) if len(match["y4"]) == 4 else 2000 + int(match["y4"])
    left, right = int(match["a4"]), int(match["b4"])
    if f"{match['a4']}.{match['b4']}." in match.group():
        return _valid((year, right, left))  # full stops: the day comes first
    return _valid((year, left, right), (year, right, left))


def _valid(*readings: tuple[int, int, int]) -> tuple[date, ...]:
    days = set()
    for year, month, day in readings:
        try:
            days.add(date(year, month, day))
        except ValueError:
            continue
    return tuple(sorted(days))
