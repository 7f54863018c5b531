"""Calendar units as seen from a day: this week, last year, the end of the month, the quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.analysis.time_grammar import (
    Found,
    Rule,
    fixed,
    make_rule,
    whole,
    words_after,
    words_before,
)
from onrecord.analysis.time_numbers import duration
from onrecord.analysis.time_pieces import pieces
from onrecord.analysis.time_rules.durations import stretch
from onrecord.lexicon.time_words import part_of, time_words
from onrecord.values.times import CountedFrom, Direction, Shape, TimeForm, TimeType

_SHIFTS = {
    "this": 0, "current": 0, "last": -1, "latest": -1, "next": 1, "coming": 1,
    "previous": -1, "prior": -1, "preceding": -1, "following": 1, "that": 0, "same": 0,
}  # fmt: skip
_FROM_EXPRESSION = frozenset(
    {"previous", "prior", "preceding", "following", "that", "same", "that same"}
)
_ENDS = re.compile(r"\s+(?:that\s+)?(?:ended|ending|to\s+end|(?:in)?to\s+(?=[A-Z]))\b")
_OVER = re.compile(r"\b(?:over|during|within|for|in|throughout)\s+$", re.IGNORECASE)
"""Before `the next decade`, which is then one from now on, not that of the calendar."""
_POSSESSIVE = ("'s", "’s")


def make_rules() -> Iterator[Rule]:
    """The rules of this family."""
    p = pieces()
    yield make_rule(
        "unit",
        "unit quarter",
        rf"\b(?:(?P<part>(?:the\s+)?{p.part}(?!\w)[-\s]*))?"
        r"(?P<which>this(?:\s+past)?|last|next|the\s+(?:past|last|next|previous|following|coming|current|same"
        r"|preceding|prior|latest)|previous|following|past|coming|that(?:\s+same)?|same|current|latest|the)\s+"
        r"(?:(?:calendar|fiscal|full|business|school|academic)\s+)?"
        r"(?P<unit>weekend|week|month|quarter|year|decade|century)"
        r"(?!\s*-?\s*(?:old|long|ago|earlier|later)\b)(?![-\w])(?:['’]s)?",
        _unit,
        before=50,
        after=26,
    )
    yield make_rule(
        "year-end",
        "end",
        r"\b(?:the\s+)?(?:(?:calendar|fiscal)[-\s])?(?P<unit>year|month)(?:['’]s|[-\s])\s?end\b",
        _year_end,
        before=24,
        after=6,
    )
    yield make_rule(
        "mid-year",
        "unit",
        r"\bmid-(?P<unit>year|month|week)\b(?!-)",
        lambda m, _: [whole(m, TimeType.DATE, _middle_of(m["unit"]))],
        before=6,
        after=6,
    )


def _middle_of(unit: str) -> TimeForm:
    return TimeForm(shape=Shape.UNIT, unit=time_words().units[unit.lower()], part="mid")


def _unit(match: re.Match[str], text: str) -> Iterator[Found]:
    which = " ".join(match["which"].lower().split())
    which = which.removeprefix("the ") if which != "the" else which
    which = "same" if which == "that same" else which
    unit = time_words().units[match["unit"].lower()]
    end = match.end() - (2 if match.group().endswith(_POSSESSIVE) else 0)
    long = unit in ("DE", "CE") and _OVER.search(words_before(text, match.start()))
    if long and which in ("last", "next", "coming"):
        side = -1 if which == "last" else 1
        yield replace(stretch(match, duration(1, unit), 1, unit, side), end=end)
        return
    if which in ("past", "this past") and unit != "WE":
        yield replace(stretch(match, duration(1, unit), 1, unit, -1), end=end)
        return
    if which == "the" and unit != "Q" and _ENDS.match(words_after(text, match.end())):
        yield replace(fixed(match, duration(1, unit), TimeType.DURATION), end=end)
        return
    form = TimeForm(shape=Shape.UNIT, unit=unit, part=part_of(match["part"]))
    form = replace(form, shift=_SHIFTS.get(which, -1 if unit == "Q" else 0))
    if which == "the" and unit == "WE":
        form = replace(form, direction=Direction.PAST)
    found = whole(match, TimeType.DATE, form, open_direction=which == "the" and unit == "WE")
    if which in _FROM_EXPRESSION:
        found = replace(found, counted_from=CountedFrom.EXPRESSION)
    yield replace(found, end=end)


def _year_end(match: re.Match[str], _: str) -> Iterator[Found]:
    if match.group().lower().endswith("year-end"):  # in print the last day, of an account
        form = TimeForm(shape=Shape.YEARLESS, value="12-31", direction=Direction.NEAREST)
        yield whole(match, TimeType.DATE, form, open_direction=True)
        return
    unit = "M" if match["unit"].lower() == "month" else "Y"
    yield whole(match, TimeType.DATE, TimeForm(shape=Shape.UNIT, unit=unit, part="late"))
