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

BEFORE_ANOTHER = "before-another"
"""Name of the rule whose findings count from the expression right after them."""
_SHIFTS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


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
        r"(?P<w>today|yesterday|tomorrow|tonight)\b",
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
        before=12,
        after=12,
    )
    yield from _told_days()


def _told_days() -> Iterator[Rule]:
    """Days and parts of days that what is told before them names."""
    p = pieces()
    yield make_rule(
        "this-morning",
        "daypart",
        rf"\b(?:(?:early|earlier|late|later)\s+)?(?P<w>this|last|that)\s+(?P<dp>{p.daypart})\b",
        _this_morning,
        before=24,
        after=12,
    )
    yield make_rule(
        "the-morning",
        "daypart",
        r"\b(?:(?:in|during|by|of|through|throughout)\s+(?P<x>(?:the\s+)?(?:mid[-\s]?)?"
        rf"(?P<dp>{p.daypart}))|(?:the\s+)?(?P<way>next|following|previous)\s+"
        rf"(?P<dp2>{p.daypart}))\b",
        _the_morning,
        before=34,
        after=12,
    )
    yield make_rule(
        "that-day",
        "unit",
        r"\b(?P<w>that|the\s+(?:very\s+)?same|that\s+same"
        r"|the\s+(?:following|next|previous|preceding))\s+day\b",
        _that_day,
        before=26,
        after=6,
    )
    yield make_rule(
        "day-before",
        "unit",
        r"\bthe\s+(?P<unit>day|night|week|month|year)\s+(?P<w>before|after)(?=\s*[,.;)])",
        _day_before,
        before=6,
        after=16,
    )
    yield from _beside_others()


def _beside_others() -> Iterator[Rule]:
    """Days that the expression after them names, and times of a day named before."""
    p = pieces()
    yield make_rule(
        BEFORE_ANOTHER,
        "unit",
        r"\bthe\s+(?P<unit>day|night|weekend|week|month|year)\s+(?P<w>before|after)"
        r"(?=\s+(?:the\s+)?[A-Z0-9])",
        _day_before,
        before=6,
        after=26,
    )
    yield make_rule(
        "clock",
        "number daypart spelled",
        rf"(?<![\w$.:/-])(?P<clock>{p.clock}){p.zone}(?![\w:])",
        _clock,
        before=16,
        after=40,
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
    if not clock and match["w"].lower() == "tonight":
        return
    form = _day(_SHIFTS[match["w"].lower()], clock)
    yield whole(match, TimeType.TIME if clock else TimeType.DATE, form)


def _this_morning(match: re.Match[str], _: str) -> Iterator[Found]:
    word = match["w"].lower()
    found = whole(match, TimeType.TIME, _day(-(word == "last"), _daypart(match["dp"])))
    yield _counted(found) if word == "that" else found


def _the_morning(match: re.Match[str], _: str) -> Iterator[Found]:
    if match["x"] and match["x"].lower() == "night":  # `by night`
        return
    shift = {"next": 1, "following": 1, "previous": -1}.get((match["way"] or "").lower(), 0)
    form = _day(shift, _daypart(match["dp"] or match["dp2"]))
    found = _counted(whole(match, TimeType.TIME, form))
    yield replace(found, start=match.start("x")) if match["x"] else found


def _that_day(match: re.Match[str], _: str) -> Iterator[Found]:
    word = match["w"].lower().split()[-1]
    shift = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(word, 0)
    yield _counted(whole(match, TimeType.DATE, _day(shift)))


def _day_before(match: re.Match[str], _: str) -> Iterator[Found]:
    shift = -1 if match["w"].lower() == "before" else 1
    unit = match["unit"].lower()
    if unit == "night":
        form = _day(shift, "TNI")
    else:
        form = TimeForm(shape=Shape.UNIT, unit=time_words().units[unit], shift=shift)
    yield _counted(whole(match, TimeType.TIME if form.clock else TimeType.DATE, form))


def _clock(match: re.Match[str], _: str) -> Iterator[Found]:
    clock = clock_value(match["clock"])
    if clock:
        yield _counted(whole(match, TimeType.TIME, _day(0, clock)))
