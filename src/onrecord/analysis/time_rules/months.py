"""Months, with their year and alone."""

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
from onrecord.analysis.time_numbers import spelled_year
from onrecord.analysis.time_pieces import REL_YEAR, SHIFTS, pieces
from onrecord.analysis.time_rules.calendar import DIRECTIONS, WHICH, month_number, which_word
from onrecord.lexicon.time_words import part_of, time_words
from onrecord.values.times import CountedFrom, Direction, Shape, TimeForm, TimeType

_NAME_AFTER = re.compile(r"[A-Z][a-z]+")
_MODAL_OR_NAME = frozenset({"of", "to", "from", "for", "and", "by"})


def make_rules() -> Iterator[Rule]:
    """The rules of this family."""
    p = pieces()
    part = rf"(?:(?P<part>(?:the\s+)?{p.part}(?!\w)[-\s]*))?"
    yield make_rule(
        "month-year",
        "month",
        rf"\b{part}(?:the\s+month\s+of\s+)?(?P<mo>{p.month})(?:\s*,|\s+of)?\s+"
        rf"(?:{REL_YEAR}|(?P<sp>(?:nineteen|eighteen|twenty)[-\s]\w+(?:[-\s]\w+)?))",
        _month_of_year,
    )
    yield make_rule(
        "month",
        "month",
        rf"\b(?:(?P<each>each|every)\s+|(?P<which>{WHICH})\s+)?{part}"
        rf"(?:the\s+month\s+of\s+)?(?P<mo>{p.month})"
        r"(?![-\s]*(?:\d{1,2}(?:st|nd|rd|th)?\b(?!\s+(?:percent|people))|\d{4}))",
        _month,
    )


def _month_of_year(match: re.Match[str], _: str) -> Iterator[Found]:
    month = month_number(match["mo"])
    year = match["y"] or (match["sp"] and spelled_year(match["sp"]))
    if month is None:
        return
    part = part_of(match["part"])
    if match["rel"]:
        shift = SHIFTS[match["rel"].lower()]
        form = TimeForm(shape=Shape.YEARLESS, value=f"{month:02d}", shift=shift, part=part)
        yield whole(match, TimeType.DATE, form)
    elif year:
        yield fixed(match, f"{int(year):04d}-{month:02d}", part=part)


def _month(match: re.Match[str], text: str) -> Iterator[Found]:
    word = match["mo"]
    month = month_number(word)
    bare = word.rstrip(".").lower()
    if month is None or (len(bare) == 3 and not word.endswith(".") and bare != "may"):
        return
    if match["each"]:
        yield fixed(match, f"XXXX-{month:02d}", TimeType.SET)
        return
    which = which_word(match["which"])
    form = TimeForm(shape=Shape.YEARLESS, value=f"{month:02d}", part=part_of(match["part"]))
    if which in DIRECTIONS:
        yield whole(match, TimeType.DATE, replace(form, direction=DIRECTIONS[which]))
    elif which == "same":
        yield replace(whole(match, TimeType.DATE, form), counted_from=CountedFrom.EXPRESSION)
    elif which:
        yield whole(match, TimeType.DATE, form)
    else:
        other = bare in time_words().months_that_are_words and _is_other_word(match, text)
        form = replace(form, direction=Direction.PAST)
        found = whole(match, TimeType.DATE, form, open_direction=True)
        yield replace(found, doubtful=other)


def _is_other_word(match: re.Match[str], text: str) -> bool:
    """Whether `May`, `March`, `August` stand where they are a verb, a name or an adjective."""
    before = words_before(text, match.start("mo")).rstrip()
    words = before.rsplit(None, 1)
    word = words[-1].lower().strip("\"“‘'(") if words else ""
    if word in time_words().month_after:
        name_after = _NAME_AFTER.match(words_after(text, match.end("mo")).lstrip())
        return bool(name_after) and word in _MODAL_OR_NAME and match["mo"].lower() == "may"
    return bool(before)
