"""Distances from a day: three days ago, a week later, six months before something."""

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
from onrecord.analysis.time_numbers import duration, number_value
from onrecord.analysis.time_pieces import UNIT, pieces
from onrecord.lexicon.time_words import time_words
from onrecord.values.times import CountedFrom, Shape, TimeForm, TimeType

_FINER = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "DE": ("Y", 10), "CE": ("Y", 100)}
_WHOLE = {"DE": ("Y", 10), "CE": ("Y", 100), "W": ("D", 7), "2W": ("D", 14)}
_NO_EVENT = re.compile(r"\s*(?:[,.;)]|$|(?:and|in|on|at|but)\b)")
_IN = re.compile(r"\bin\s+$", re.IGNORECASE)
_BACK = frozenset({"ago", "earlier", "before", "previously"})


def make_rules() -> Iterator[Rule]:
    """The rules of this family."""
    p = pieces()
    count = (
        rf"\b(?:{p.count}(?:\s+|-(?=and-a-half)))?(?P<half>and[-\s]a[-\s]half\s+)?"
        rf"(?:more\s+)?{UNIT}"
    )
    yield make_rule(
        "ago",
        "ago",
        rf"{count}(?P<half2>\s+and\s+a\s+half)?(?:\s+or\s+(?:so|two|more))?"
        r"(?:\s+(?P<w>ago|from\s+(?:now|today)|hence)|['’]s?\s+(?P<time>time))\b",
        _ago,
        also="unit",
        after=16,
    )
    yield make_rule(
        "earlier",
        "distance",
        rf"{count}(?P<half2>\s+and\s+a\s+half)?(?:\s+or\s+(?:so|two))?"
        r"\s+(?P<w>earlier|later|before|after(?:wards?)?|previously)\b(?!\s+than)",
        _earlier,
        also="unit",
        after=26,
    )
    yield make_rule(
        "year-earlier",
        "distance",
        r"\b(?P<unit>year|month|week)-(?:earlier|ago)\b",
        lambda m, _: [
            whole(m, TimeType.DATE, distance(1, time_words().units[m["unit"].lower()], -1))
        ],
        before=8,
        after=12,
    )


def distance(number: float, unit: str, sign: int) -> TimeForm:
    """The form of a distance: as exact as its unit, parts of units as exact as the next finer."""
    while number != int(number) and unit in _FINER:
        unit, times = _FINER[unit]
        number *= times
    if unit in _WHOLE:
        unit, times = _WHOLE[unit]
        number *= times
    if unit in ("TS", "TM", "TH"):
        return TimeForm(shape=Shape.FIXED, value=duration(number, unit))
    return TimeForm(shape=Shape.DISTANCE, unit=unit, shift=sign * round(number))


def _number(match: re.Match[str]) -> float | None:
    number = number_value(match["n"]) if match["n"] else 1.0 if match["a"] else None
    if number is not None and (match["half"] or match["half2"]):
        number += 0.5
    return number


def _ago(match: re.Match[str], text: str) -> Iterator[Found]:
    back = not match["time"] and match["w"].lower() in _BACK
    number = _number(match)
    if match["time"] and not _IN.search(words_before(text, match.start())):
        return
    if number is None:
        yield fixed(match, "PAST_REF" if back else "FUTURE_REF")
        return
    form = distance(number, _unit(match), -1 if back else 1)
    yield whole(match, _type(form), form)


def _earlier(match: re.Match[str], text: str) -> Iterator[Found]:
    """From another expression; before or after something that is told, only how long."""
    word, number = match["w"].lower(), _number(match)
    plural = match["unit"].lower().endswith("s")
    if word in ("before", "after") and not _NO_EVENT.match(words_after(text, match.end())):
        if number is not None or plural:
            length = fixed(match, duration(number, _unit(match)), TimeType.DURATION)
            yield replace(length, end=match.start("w") - 1)
    elif number is not None:
        form = distance(number, _unit(match), -1 if word in _BACK else 1)
        found = whole(match, _type(form), form)
        fixed_length = form.shape is Shape.FIXED
        counted = CountedFrom.NOTHING if fixed_length else CountedFrom.EXPRESSION
        yield replace(found, counted_from=counted)
    elif match["few"] or plural:
        yield fixed(match, duration(None, _unit(match)), TimeType.DURATION)


def _type(form: TimeForm) -> TimeType:
    """Of hours and minutes only the length is known."""
    return TimeType.DURATION if form.shape is Shape.FIXED else TimeType.DATE


def _unit(match: re.Match[str]) -> str:
    return time_words().units[match["unit"].lower()]
