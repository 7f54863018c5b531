"""Calendar dates: days of months with and without their year, months, ranges of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.analysis.time_grammar import (
    Found,
    Rule,
    fixed,
    fixed_at,
    make_rule,
    words_after,
    words_before,
)
from onrecord.analysis.time_numbers import clock_value, day_number, full_year
from onrecord.analysis.time_pieces import DAY, NOT_BEFORE, RANGE, REL_YEAR, SHIFTS, YEAR, pieces
from onrecord.lexicon.time_words import part_of, time_words
from onrecord.values.times import Direction, Shape, TimeForm, TimeType

_LISTED = re.compile(r"\d+(?:st|nd|rd|th)?", re.IGNORECASE)
_ENDED = re.compile(r"\bended\s+(?:on\s+)?$", re.IGNORECASE)
WHICH = (
    r"(?:(?:the\s+)?(?:last|next|this\s+past|this\s+coming|this|past|coming|previous|same)"
    r"|the\s+following)"
)
"""Words before a month, a season or a weekday that say which one."""
DIRECTIONS = {
    "last": Direction.BEFORE,
    "past": Direction.PAST,
    "previous": Direction.BEFORE,
    "this past": Direction.BEFORE,
    "next": Direction.AFTER,
    "coming": Direction.FUTURE,
    "following": Direction.AFTER,
    "this coming": Direction.FUTURE,
}


def which_word(words: str | None) -> str:
    """`last`, `this coming`, ... without article; empty for none."""
    return " ".join((words or "").lower().split()).removeprefix("the ")


def make_rules() -> Iterator[Rule]:
    """The rules of this family."""
    p = pieces()
    weekday = rf"(?:(?P<wd>{p.weekday_any}),?\s+)?"
    year = rf"(?:,?\s+{REL_YEAR}|,?\s+of\s+(?P<rel2>last|this|next)\s+year)?"
    yield make_rule(
        "iso",
        "number",
        r"(?<![\w-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
        r"(?:[T ](?P<t>\d\d:\d\d(?::\d\d)?)(?:Z|[+-]\d\d:?\d\d)?)?(?!\w)",
        _iso,
        before=4,
        after=34,
    )
    yield make_rule(
        "numeric-date",
        "number",
        rf"{NOT_BEFORE}(?P<a>\d{{1,2}})(?P<s>[/.-])(?P<b>\d{{1,2}})(?P=s)(?P<y>\d{{4}}|\d\d)(?![\w/])",
        _numeric,
        before=8,
        after=14,
    )
    yield make_rule(
        "month-day",
        "month",
        rf"\b{weekday}(?P<mo>{p.month})\s*(?:the\s+)?"
        rf"(?P<d>{DAY}|{p.ordinal}(?!\s+(?:quarter|half)))"
        rf"(?!\s*(?:%|percent|points|people|troops))(?![/:]\d){year}"
        rf"(?:,?\s+(?:at\s+)?(?P<clock>{p.clock}){p.zone})?",
        _whole_day,
    )
    yield make_rule(
        "day-month",
        "month",
        rf"{NOT_BEFORE}{weekday}(?:the\s+)?(?P<d>{DAY}|{p.ordinal})(?:\s+(?:day\s+)?of)?\s+"
        rf"(?P<mo>{p.month}){year}(?:,?\s+(?:at\s+)?(?P<clock>{p.clock}){p.zone})?",
        _whole_day,
    )
    yield from _range_rules()


def _range_rules() -> Iterator[Rule]:
    """Ranges of days and of months."""
    p = pieces()
    yield make_rule(
        "month-day-range",
        "month",
        rf"\b(?P<mo>{p.month})\s+(?P<d>{DAY}){RANGE}(?P<d2>{DAY})"
        rf"(?!\s*(?:%|percent|p\.?m|a\.?m|people|troops|{p.month}))(?:,?\s+(?P<y>{YEAR}))?(?![\w:/])",
        _days_of_month,
        before=0,
        after=40,
    )
    yield make_rule(
        "day-month-range",
        "month",
        rf"{NOT_BEFORE}(?P<d>{DAY}){RANGE}(?P<d2>{DAY})\s+(?P<mo>{p.month})(?:,?\s+(?P<y>{YEAR}))?",
        _days_of_month,
        before=24,
        after=26,
    )
    yield make_rule(
        "month-days",
        "month",
        rf"\b(?P<mo>{p.month})\s+(?P<ds>{DAY}(?:,\s+{DAY})+,?\s+(?:and|or)\s+{DAY})"
        rf"(?!\s*(?:%|percent|p\.?m|a\.?m|people|troops|{p.month}))(?:,?\s+(?P<y>{YEAR}))?(?![\w:/])",
        _listed_days,
        before=0,
        after=60,
    )
    yield make_rule(
        "month-range",
        "month",
        rf"\b(?P<mo>{p.month})(?:\s+(?P<d>{DAY}))?(?P<sep>\s*/\s*|{RANGE})(?P<part>{p.part}\s+)?"
        rf"(?P<mo2>{p.month})(?:\s+(?P<d2>{DAY}))?,?\s+(?:of\s+)?(?P<y>{YEAR})",
        _months_of_year,
        before=40,
        after=50,
    )


def _iso(match: re.Match[str], _: str) -> Iterator[Found]:
    if 1 <= int(match["m"]) <= 12 and 1 <= int(match["d"]) <= 31:
        clock = f"T{match['t']}" if match["t"] else ""
        value = f"{match['y']}-{match['m']}-{match['d']}{clock}"
        yield fixed(match, value, TimeType.TIME if clock else TimeType.DATE)


def _numeric(match: re.Match[str], _: str) -> Iterator[Found]:
    """Both orders of day and month where both can be; with full stops the day comes first."""
    a, b, year = int(match["a"]), int(match["b"]), full_year(match["y"])
    orders = [(b, a)] if match["s"] == "." else [(a, b), (b, a)]
    values = [
        f"{year:04d}-{month:02d}-{day:02d}"
        for month, day in orders
        if 1 <= month <= 12 and 1 <= day <= 31
    ]
    if not values:
        return
    found = fixed(match, values[0])
    if len(values) == 2 and values[0] != values[1]:
        found = replace(found, form=replace(found.form, other=values[1]))
    yield found


def _whole_day(match: re.Match[str], text: str) -> Iterator[Found]:
    month = month_number(match["mo"])
    if month is None:
        return
    rel = match["rel"] or match["rel2"]
    year = match["y"] or _year_of_event(f"{month:02d}-{day_number(match['d']):02d}", match, text)
    found = day_of_month(match.span(), month, match["d"], year)
    if match["wd"] and found.open_direction:
        number = time_words().weekdays[match["wd"].lower().rstrip(".")]
        found = replace(found, form=replace(found.form, number=number))
    if rel:
        shift = SHIFTS[rel.lower()]
        form = replace(found.form, shift=shift, direction=Direction.SHIFTED)
        found = replace(found, form=form, open_direction=False)
    elif found.open_direction and _ENDED.search(words_before(text, match.start())):
        form = replace(found.form, direction=Direction.PAST)
        found = replace(found, form=form, open_direction=False)
    clock = clock_value(match["clock"]) if match["clock"] else None
    yield at_clock(found, clock) if clock else found


def _year_of_event(day: str, match: re.Match[str], text: str) -> str | None:
    """The year of a day that goes by what happened on it: `the Sept. 11 attacks`."""
    words = time_words().days_of_events.get(day)
    if words is None:
        return None
    after = words_after(text, match.end()).lower()
    for word in sorted(words, key=len, reverse=True):
        # With a place it may be another attack on the day of the same name.
        if re.match(rf"\s+{re.escape(word)}\b(?!\s+(?:on|in|at)\b)", after):
            return str(words[word])
    return None


def at_clock(found: Found, clock: str) -> Found:
    """The finding with a time of the day."""
    return replace(found, type=TimeType.TIME, form=replace(found.form, clock=clock))


def day_of_month(
    span: tuple[int, int], month: int, day: str, year: str | None, *, range_end: bool = False
) -> Found:
    """A day of a month with or without its year; without, the clause decides which."""
    value = f"{month:02d}-{day_number(day):02d}"
    if year:
        return fixed_at(span, f"{int(year):04d}-{value}", range_end=range_end)
    form = TimeForm(shape=Shape.YEARLESS, value=value, direction=Direction.NEAREST)
    return Found(
        start=span[0],
        end=span[1],
        type=TimeType.DATE,
        form=form,
        open_direction=True,
        range_end=range_end,
    )


def _days_of_month(match: re.Match[str], _: str) -> Iterator[Found]:
    month = month_number(match["mo"])
    if month is None or day_number(match["d2"]) <= day_number(match["d"]):
        return
    left, right = (match.start(), match.end("d")), (match.start("d2"), match.end())
    yield day_of_month(left, month, match["d"], match["y"], range_end=True)
    yield day_of_month(right, month, match["d2"], match["y"], range_end=True)


def _listed_days(match: re.Match[str], _: str) -> Iterator[Found]:
    """`June 3, 5 and 7`: the month, and the year, are of all."""
    month = month_number(match["mo"])
    days = list(_LISTED.finditer(match["ds"]))
    if month is None:
        return
    for n, day in enumerate(days):
        start, end = (match.start("ds") + place for place in day.span())
        span = (match.start() if not n else start, match.end() if n + 1 == len(days) else end)
        yield day_of_month(span, month, day.group(), match["y"])


def _months_of_year(match: re.Match[str], _: str) -> Iterator[Found]:
    """`June to August 2014`, `December 30 to January 4, 2021`: the year is of both."""
    left, right = month_number(match["mo"]), month_number(match["mo2"])
    if left is None or right is None or bool(match["d"]) != bool(match["d2"]):
        return
    year = int(match["y"])
    first = year - 1 if left > right and "and" not in match["sep"] else year
    values = [f"{first:04d}-{left:02d}", f"{year:04d}-{right:02d}"]
    if match["d"]:
        values = [
            f"{v}-{day_number(match[d]):02d}" for v, d in zip(values, ("d", "d2"), strict=True)
        ]
    left_end = match.end("d") if match["d"] else match.end("mo")
    right_start = match.start("part") if match["part"] else match.start("mo2")
    yield fixed_at((match.start(), left_end), values[0], range_end=True)
    part = part_of(match["part"])
    yield fixed_at((right_start, match.end()), values[1], part=part, range_end=True)


def month_number(word: str) -> int | None:
    """The number of a month printed with a capital; None for a word such as `may`."""
    bare = word.rstrip(".")
    printed = bare[:1].isupper() and (bare.isupper() or bare[1:].islower())
    return time_words().months.get(bare.lower()) if printed else None
