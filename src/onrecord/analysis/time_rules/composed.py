"""Days named by way of others: the night of March 3, the week of June 6, the last Sunday in May."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.analysis.time_grammar import Found, Rule, fixed, make_rule, whole
from onrecord.analysis.time_numbers import clock_value, day_number
from onrecord.analysis.time_pieces import DAY, YEAR, pieces
from onrecord.analysis.time_rules.calendar import at_clock, day_of_month, month_number
from onrecord.lexicon.time_words import time_words
from onrecord.values.times import Direction, Shape, TimeForm, TimeType, feast_day

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


def make_rules() -> Iterator[Rule]:
    """The rules of this family."""
    p = pieces()
    weekday = rf"(?:(?P<wd>{p.weekday_any}),?\s+)?"
    date = (
        rf"{weekday}(?:(?P<mo>{p.month})\s+(?P<d>{DAY})|(?P<d2>{DAY})\s+(?P<mo2>{p.month}))"
        rf"(?![/:]\d)(?:,?\s+(?P<y>{YEAR}))?"
    )
    yield make_rule(
        "daypart-date",
        "daypart hours",
        rf"\b(?:the\s+)?(?:early\s+|late\s+)?(?P<dp>{p.daypart})\s+(?:of|on)\s+{date}",
        _dated,
        also="month",
        before=12,
    )
    yield make_rule(
        "clock-date",
        "month",
        rf"(?<![\w$.:/-])(?P<clock>{p.clock}){p.zone}(?:,?\s+on|,)?\s+{date}",
        _dated,
    )
    yield make_rule(
        "week-of-date",
        "unit",
        rf"\b(?:the\s+)?week\s+(?:of|beginning|starting|ending|ended)\s+(?:on\s+)?{date}",
        _week_of,
        also="month",
        before=6,
    )
    yield from _of_weekdays()


def _of_weekdays() -> Iterator[Rule]:
    """Hours of a weekday, and the nth weekday of a month."""
    p = pieces()
    yield make_rule(
        "early-hours",
        "hours",
        rf"\b(?:the\s+)?(?:early|small|wee)\s+hours\s+(?:of|on)\s+(?P<wd>{p.weekday})"
        rf"(?:\s+{p.daypart})?\b",
        _early_hours,
        also="weekday",
        before=14,
        after=40,
    )
    yield make_rule(
        "nth-weekday",
        "weekday",
        rf"\b(?:the\s+)?(?P<nth>first|second|third|fourth|last)\s+(?P<wd>{p.weekday})\s+"
        rf"(?:of|in)\s+(?P<mo>{p.month})(?:,?\s+(?P<y>{YEAR}))?",
        _nth_weekday,
        also="month",
        before=16,
        after=50,
    )
    yield make_rule(
        "nth-weekdays",
        "weekday",
        rf"\b(?:the\s+)?(?:{p.ordinal}|last)\s+(?P<wd>{p.weekday})\s+(?:of|in)\s+"
        r"(?:every|each|the)\s+(?:month|year)\b",
        lambda m, _: [fixed(m, "P1M" if m.group().endswith("month") else "P1Y", TimeType.SET)],
        also="unit",
        before=20,
        after=40,
    )


def _date(match: re.Match[str]) -> Found | None:
    month = month_number(match["mo"] or match["mo2"])
    if month is None:
        return None
    found = day_of_month(match.span(), month, match["d"] or match["d2"], match["y"])
    if match["wd"] and found.open_direction:
        number = time_words().weekdays[match["wd"].lower().rstrip(".")]
        found = replace(found, form=replace(found.form, number=number))
    return found


def _dated(match: re.Match[str], _: str) -> Iterator[Found]:
    groups = match.groupdict()
    found = _date(match)
    part = time_words().dayparts[match["dp"].lower()] if groups.get("dp") else ""
    clock = clock_value(match["clock"]) if groups.get("clock") else part
    if found is not None and clock:
        yield at_clock(found, clock)


def _week_of(match: re.Match[str], _: str) -> Iterator[Found]:
    found = _date(match)
    if found is not None:
        yield replace(found, form=replace(found.form, unit="W"))


def _early_hours(match: re.Match[str], _: str) -> Iterator[Found]:
    if match["wd"][0].isupper():
        number = time_words().weekdays[match["wd"].lower()]
        form = TimeForm(shape=Shape.WEEKDAY, number=number, direction=Direction.PAST, clock="TMO")
        yield whole(match, TimeType.TIME, form, open_direction=True)


def _nth_weekday(match: re.Match[str], _: str) -> Iterator[Found]:
    month = month_number(match["mo"])
    if month is None or not match["wd"][0].isupper():
        return
    nth = _NTH.get(match["nth"].lower()) or day_number(match["nth"])
    rule = f"nth:{nth}:{time_words().weekdays[match['wd'].lower()]}:{month:02d}"
    if match["y"]:
        yield fixed(match, feast_day(rule, int(match["y"])).isoformat())
        return
    form = TimeForm(shape=Shape.YEARLESS, value=rule, direction=Direction.NEAREST)
    yield whole(match, TimeType.DATE, form, open_direction=True)
