"""Durations: how long something lasted or took."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from onrecord.analysis.time_grammar import Found, Rule, fixed, make_rule, words_after, words_before
from onrecord.analysis.time_numbers import duration, number_value, one_line
from onrecord.analysis.time_pieces import UNIT, pieces
from onrecord.analysis.time_rules.distances import distance
from onrecord.lexicon.time_words import alternation, time_words
from onrecord.values.times import CountedFrom, Shape, TimeForm, TimeType

_PLURALS = r"(?P<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries|quarters)"
_PREPOSITIONS = frozenset({"for", "over", "in", "within", "after", "of"})
_SIDES = {"past": -1, "last": -1, "next": 1, "coming": 1}
"""Words before a length that ends, or begins, on the day of publication."""
_TO_COME = re.compile(r"\b(?:will|would|could|may|might|can|to|'ll|’ll)\s+$", re.IGNORECASE)
_FULL_YEAR = re.compile(r"\d{4}")
_HOURS = {"TS": 86_400, "TM": 1_440, "TH": 24}
"""How many go into a day."""


def make_rules() -> Iterator[Rule]:
    """The rules of this family."""
    p = pieces()
    words = time_words()
    yield make_rule(
        "duration",
        "unit quarter",
        r"\b(?:(?P<lead>(?:the\s+)?(?:past|last|next|coming|first|final|previous|following|latest"
        r"|preceding|recent|opening|another|additional)|the|these|those"
        r"|each\s+of\s+the\s+(?:past|last|next))\s+)?"
        rf"(?:(?P<approx>{p.approx})\s+)?(?:(?P<n>{p.number})|(?P<few>{p.few})|(?P<a>an?|another))"
        rf"(?P<half>[-\s]+and[-\s]+a[-\s]+half)?(?P<to>\s+(?:to|or)\s+{p.number})?\s+"
        rf"(?:(?:{alternation(words.between_number_and_unit)})\s+)*{UNIT}\b(?!-hand|-class|-rate)"
        r"(?P<half2>\s+and\s+a\s+half)?(?:\s+or\s+(?:so|more|less|two))?"
        r"(?!\s*-?old\b)(?!\s+of\s+age)",
        _duration,
        after=40,
    )
    yield make_rule(
        "duration-hyphen",
        "unit quarter",
        rf"(?<![\w$])(?P<n>{p.number}|several|multi)(?P<half>-and-a-half)?(?P<sep>[-–\s])"
        r"(?P<unit>second|minute|hour|day|week|month|quarter|year|decade|century)"
        r"(?:-long)?(?=[-\s.,;:)]|$)(?![-–\s]old)",
        _hyphenated,
        before=40,
        after=20,
    )
    yield from _vague_rules()


def _vague_rules() -> Iterator[Rule]:
    """Units without a number."""
    yield make_rule(
        "duration-vague",
        "unit",
        r"\b(?P<lead>(?:the\s+)?(?:past|last|next|coming|recent|future|first|early|previous"
        rf"|following|ensuing)|for|over|in|within|after|of|the)\s+{_PLURALS}\b(?:-long\b)?(?!\s+ago)",
        _vague,
        before=24,
        after=24,
    )
    yield make_rule(
        "duration-vague",
        "unit",
        r"\b(?:the\s+)?(?P<lead>recent|past|last|coming|future|next)\s+"
        rf"(?P<few>few|several|couple\s+of)\s+{_PLURALS}\b",
        _vague,
        before=32,
        after=12,
    )
    yield make_rule(
        "unit-long",
        "unit",
        r"\b(?P<unit>minute|hour|day|week|month|year|decade|century)-?long\b",
        lambda m, _: [
            fixed(m, duration(1, time_words().units[m["unit"].lower()]), TimeType.DURATION)
        ],
        before=2,
        after=12,
    )
    yield make_rule(
        "units-alone",
        "unit",
        r"(?<![-–\w])(?P<unit>hours|days|weeks|months|years|decades|centuries)\b(?:-long\b)?"
        r"(?!\s+(?:ago|earlier|later|before|after|old)\b)",
        _alone,
        before=0,
        after=24,
    )


def _duration(match: re.Match[str], text: str) -> Iterator[Found]:
    unit = time_words().units[match["unit"].lower()]
    number = _number(match)
    if _is_share(match, text) or match["unit"] == "Second":
        return
    if match["n"] and _is_some_day(match, text):
        yield fixed(match, "FUTURE_REF")
        return
    if match["a"] and (unit == "TS" or _is_rate(match, text)):
        return
    if match["n"] and number is None and not match["n"].lower().endswith("of"):
        return
    plural = match["unit"].lower().endswith("s")
    if match["n"] and _FULL_YEAR.fullmatch(match["n"]) and not plural:
        return  # `the 2014 quarter`
    if match["few"] and one_line(match["few"]) in ("some", "many") and not plural:
        return
    if number is not None and (match["half"] or match["half2"]):
        number += 0.5
    value = duration(number, unit)
    side = _SIDES.get(one_line(match["lead"] or "").removeprefix("the "))
    whole_of = words_after(text, match.end()).lstrip().startswith("of ")
    if side and match["a"]:  # `Coming a week after`: the word before the article is a verb
        yield replace(fixed(match, value, TimeType.DURATION), start=match.start("a"))
    elif side and number and not match["to"] and not whole_of:
        yield stretch(match, value, number, unit, side)
    else:
        yield fixed(match, value, TimeType.DURATION)


def _number(match: re.Match[str]) -> float | None:
    """How many; a couple are two, of `several` and its like it is not said."""
    if match["n"]:
        return number_value(match["n"])
    if match["a"]:
        return 1.0
    return 2.0 if "couple" in (match["few"] or "").lower() else None


def stretch(match: re.Match[str], value: str, number: float, unit: str, side: int) -> Found:
    """A length that begins or ends on the day it counts from: `the past two weeks`."""
    if unit in _HOURS:
        unit, number = "D", ceil(number / _HOURS[unit])
    moved = distance(number, unit, side)
    form = TimeForm(shape=Shape.STRETCH, value=value, unit=moved.unit, shift=moved.shift)
    found = fixed(match, value, TimeType.DURATION)
    return replace(found, form=form, counted_from=CountedFrom.PUBLICATION)


def _is_share(match: re.Match[str], text: str) -> bool:
    """Whether a quarter is the fourth part of something: `three quarters of the voters`."""
    if not match["unit"].lower().startswith("quarter") or match["lead"] or match["few"]:
        return False
    return words_after(text, match.end()).lstrip().startswith("of ")


def _is_some_day(match: re.Match[str], text: str) -> bool:
    """Whether `one day` is a day to come: `will one day be`."""
    if one_line(match.group()) != "one day":
        return False
    return bool(_TO_COME.search(words_before(text, match.start())))


def _is_rate(match: re.Match[str], text: str) -> bool:
    """Whether `a year` says per year: right after an amount."""
    if match["lead"] or match["approx"]:
        return False
    before = words_before(text, match.start()).rstrip()
    if before.endswith(("%", ")")) or before[-1:].isdigit():
        return True
    words = before.rsplit(None, 1)
    return bool(words) and words[-1].lower() in time_words().amounts


def _hyphenated(match: re.Match[str], text: str) -> Iterator[Found]:
    word = match["n"].lower()
    number = None if word in ("several", "multi") else number_value(word)
    if number is None and word not in ("several", "multi"):
        return
    if match["sep"].isspace() and (number == 1 or not text[match.end() : match.end() + 2].strip()):
        return
    if match["unit"] == "Second" or words_after(text, match.end()).startswith("-hand"):
        return
    if _FULL_YEAR.fullmatch(word) and match["sep"].isspace():
        return
    if number is not None and match["half"]:
        number += 0.5
    unit = time_words().units[match["unit"].lower()]
    yield fixed(match, duration(number, unit), TimeType.DURATION)


def _vague(match: re.Match[str], _: str) -> Iterator[Found]:
    lead = one_line(match["lead"]).removeprefix("the ")
    unit = time_words().units[match["unit"].lower()]
    counted = match.groupdict().get("few") is not None
    if lead in ("coming", "ensuing", "future") and not counted:
        yield fixed(match, "FUTURE_REF")
    elif lead == "recent" and unit in ("Y", "Q", "DE"):
        yield fixed(match, "PAST_REF")
    else:
        number = 2 if counted and "couple" in match["few"].lower() else None
        found = fixed(match, duration(number, unit), TimeType.DURATION)
        bare = lead in _PREPOSITIONS or match.group().lower().endswith("-long")
        yield replace(found, start=match.start("unit")) if bare else found


def _alone(match: re.Match[str], text: str) -> Iterator[Found]:
    before = words_before(text, match.start()).rstrip().rsplit(None, 1)
    if before and before[-1].lower() in time_words().not_duration_after:
        return
    value = duration(None, time_words().units[match["unit"].lower()])
    yield fixed(match, value, TimeType.DURATION)
