"""Days and their parts as seen from a day: today, last night, that day, noon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.analysis.time_grammar import Found, Rule, make_rule, whole
from onrecord.analysis.time_numbers import clock_value
from onrecord.analysis.time_pieces import pieces
from onrecord.lexicon.time_words import time_words
from onrecord.values.times import CountedFrom, Shape, TimeForm, TimeType

_SHIFTS = {"today": 0, "yesterday": -1, "tomorrow": 1}


def make_rules() -> Iterator[Rule]:
    """The rules of this family."""
    p = pieces()
    yield make_rule(
        "today",
        "deictic",
        r"\b(?:(?:early|earlier|late|later)\s+)?(?P<w>today|yesterday|tomorrow)\b"
        rf"(?:\s+(?P<dp>{p.daypart}))?(?:\s+at\s+(?P<clock>{p.clock}){p.zone})?",
        _today,
    )
    yield make_rule(
        "clock-today",
        "deictic",
        rf"\b(?:(?P<clock>{p.clock}){p.zone}|(?:mid-?)?(?P<dp>{p.daypart}))\s+"
        r"(?P<w>today|yesterday|tomorrow)\b",
        _today,
    )
    yield make_rule(
        "day-before-yesterday",
        "deictic",
        r"\bthe\s+day\s+(?:(?P<past>before\s+yesterday)|after\s+tomorrow)\b",
        lambda m, _: [whole(m, TimeType.DATE, _day(-2 if m["past"] else 2))],
    )
    yield make_rule(
        "tonight",
        "deictic",
        r"\b(?:later?\s+)?(?:tonight|overnight)\b",
        lambda m, _: [whole(m, TimeType.TIME, _day(0, "TNI"))],
    )
    yield make_rule(
        "this-morning",
        "daypart",
        rf"\b(?:(?:early|earlier|late|later)\s+)?(?P<w>this|last|that)\s+(?P<dp>{p.daypart})\b",
        _this_morning,
    )
    yield make_rule(
        "the-morning",
        "daypart",
        r"\b(?:in|during|by|of|through|throughout)\s+"
        rf"(?P<x>the\s+(?:(?:next|following)\s+)?(?P<dp>{p.daypart}))\b",
        _the_morning,
    )
    yield make_rule(
        "that-day",
        "unit",
        r"\b(?P<w>that|the\s+(?:very\s+)?same|that\s+same"
        r"|the\s+(?:following|next|previous|preceding))\s+day\b",
        _that_day,
    )
    yield make_rule(
        "clock",
        "number daypart spelled",
        rf"(?<![\w$.:/-])(?P<clock>{p.clock}){p.zone}(?![\w:])",
        _clock,
    )


def _day(shift: int, clock: str = "") -> TimeForm:
    return TimeForm(shape=Shape.UNIT, unit="D", shift=shift, clock=clock)


def _counted(found: Found) -> Found:
    return replace(found, counted_from=CountedFrom.EXPRESSION)


def _daypart(word: str) -> str:
    return time_words().dayparts[word.lower()]


def _today(match: re.Match[str], _: str) -> Iterator[Found]:
    clock = _daypart(match["dp"]) if match["dp"] else ""
    if match["clock"]:
        clock = clock_value(match["clock"]) or ""
    form = _day(_SHIFTS[match["w"].lower()], clock)
    yield whole(match, TimeType.TIME if clock else TimeType.DATE, form)


def _this_morning(match: re.Match[str], _: str) -> Iterator[Found]:
    word = match["w"].lower()
    found = whole(match, TimeType.TIME, _day(-(word == "last"), _daypart(match["dp"])))
    yield _counted(found) if word == "that" else found


def _the_morning(match: re.Match[str], _: str) -> Iterator[Found]:
    shift = int(len(match["x"].split()) > 2)
    found = whole(match, TimeType.TIME, _day(shift, _daypart(match["dp"])))
    yield _counted(replace(found, start=match.start("x")))


def _that_day(match: re.Match[str], _: str) -> Iterator[Found]:
    word = match["w"].lower().split()[-1]
    shift = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(word, 0)
    yield _counted(whole(match, TimeType.DATE, _day(shift)))


def _clock(match: re.Match[str], _: str) -> Iterator[Found]:
    clock = clock_value(match["clock"])
    if clock:
        yield _counted(whole(match, TimeType.TIME, _day(0, clock)))
