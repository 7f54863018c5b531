"""Weekdays, with parts and times of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.analysis.time_grammar import Found, Rule, fixed, make_rule, words_after, words_before
from onrecord.analysis.time_numbers import clock_value
from onrecord.analysis.time_pieces import SHIFTS, pieces
from onrecord.analysis.time_rules.calendar import DIRECTIONS, WHICH, which_word
from onrecord.lexicon.time_words import part_of, time_words
from onrecord.values.times import CountedFrom, Direction, Shape, TimeForm, TimeType

_LAST_WORD = re.compile(r"([A-Za-z]+)\s+$")
_NAME_AFTER = re.compile(r"\s+([A-Z][a-z]+)")
_POSSESSIVE = ("'s", "’s")


def make_rules() -> Iterator[Rule]:
    """The rules of this family."""
    p = pieces()
    yield make_rule(
        "weekday",
        "weekday",
        rf"\b(?:(?P<which>{WHICH})\s+)?(?:(?P<part>(?:the\s+)?{p.part}(?!\w)[-\s]*))?"
        rf"(?P<wd>{p.weekday})(?!s\b)(?:['’]s)?(?:\s+(?P<dp>{p.daypart})(?!s\b))?"
        rf"(?:\s+(?:of\s+)?(?P<week>last|next|this)\s+week)?"
        rf"(?:\s+(?:at|by)\s+(?P<clock>{p.clock}){p.zone})?",
        _weekday,
    )
    yield make_rule(
        "clock-weekday",
        "weekday",
        rf"\b(?P<clock>{p.clock}){p.zone}(?:,|\s+on|\s+(?P<which>last|this|next))?\s+"
        rf"(?P<wd>{p.weekday})(?:\s+(?P<dp>{p.daypart}))?",
        _weekday,
    )
    yield make_rule(
        "daypart-weekday",
        "weekday",
        rf"\b(?:(?P<dp>{p.daypart})\s+(?:on|of)|(?P<overnight>overnight)(?:\s+on)?)\s+"
        rf"(?P<wd>{p.weekday})\b",
        _weekday,
    )
    yield make_rule(
        "weekdays",
        "weekday",
        rf"\b(?:(?:every|each)\s+(?P<wd>{p.weekday})(?:\s+(?P<dp>{p.daypart}))?"
        rf"|(?P<wds>{p.weekday})(?:s|\s+(?P<dps>{p.daypart})s))\b",
        _weekdays,
    )


def _is_name(match: re.Match[str], text: str) -> bool:
    """Whether a weekday is part of a name: `Black Friday`, `the Sunday Herald`."""
    words = time_words()
    before = _LAST_WORD.search(words_before(text, match.start("wd")))
    after = _NAME_AFTER.match(words_after(text, match.end()))
    if before and before[1][0].isupper() and before[1].lower() in words.day_names_before:
        return True
    return after is not None and after[1].lower() in words.day_names_after


def _number(word: str) -> int:
    return time_words().weekdays[word.lower().rstrip(".")]


def _weekdays(match: re.Match[str], _: str) -> Iterator[Found]:
    part = match["dp"] or match["dps"]
    clock = time_words().dayparts[part.lower()] if part else ""
    yield fixed(match, f"XXXX-WXX-{_number(match['wd'] or match['wds'])}{clock}", TimeType.SET)


def _weekday(match: re.Match[str], text: str) -> Iterator[Found]:
    groups = match.groupdict()
    if not match["wd"][0].isupper() or _is_name(match, text):
        return
    which, week = which_word(groups.get("which")), groups.get("week")
    form = TimeForm(
        shape=Shape.WEEKDAY,
        number=_number(match["wd"]),
        direction=DIRECTIONS.get(which, Direction.PAST),
        part=part_of(groups.get("part")),
    )
    if which == "this":
        form = replace(form, direction=Direction.NEAREST)
    if week:
        form = replace(form, direction=Direction.SHIFTED, shift=SHIFTS[week.lower()])
    clock = time_words().dayparts[match["dp"].lower()] if match["dp"] else ""
    clock = "TNI" if groups.get("overnight") else clock
    if groups.get("clock"):
        clock = clock_value(match["clock"]) or ""
    counted = CountedFrom.EXPRESSION if which in ("previous", "following", "same") else None
    yield Found(
        start=match.start(),
        end=match.end() - (2 if match.group().endswith(_POSSESSIVE) else 0),
        type=TimeType.TIME if clock else TimeType.DATE,
        form=replace(form, clock=clock),
        counted_from=counted or CountedFrom.PUBLICATION,
        open_direction=not which and not week,
    )
