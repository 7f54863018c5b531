"""Seasons, quarters and halves of years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.analysis.time_grammar import Found, Rule, fixed, make_rule, whole, words_before
from onrecord.analysis.time_numbers import spelled_year
from onrecord.analysis.time_pieces import REL_YEAR, SHIFTS, YEAR, pieces
from onrecord.analysis.time_rules.calendar import DIRECTIONS, WHICH, which_word
from onrecord.lexicon.time_words import part_of, time_words
from onrecord.values.times import Direction, Shape, TimeForm, TimeType

_NUMBERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_LAST_WORDS = frozenset({"last", "latter", "final"})
_LAST = {"quarter": 4, "half": 2}
_IN_SEASON = re.compile(
    r"\b(?:in|by|until|since|during|through|over|into)\s+(?P<the>the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
OF_YEAR = "period-of-year"
"""Name of the rule whose findings are the quarter reported on in another year."""
_NEAR = 400
"""Code points around a quarter in which words say what it is a quarter of."""
_WORDS = re.compile(r"[a-z]+")
_ALSO_VERBS = frozenset({"fall", "spring"})


def make_rules() -> Iterator[Rule]:
    """The rules of this family."""
    p = pieces()
    yield make_rule(
        "season",
        "season",
        rf"\b(?:(?P<each>each|every)\s+)?(?:(?P<which>{WHICH})\s+)?(?P<the>the\s+)?"
        rf"(?:(?P<part>{p.part}(?!\w)[-\s]*))?(?P<s>{p.season})\b"
        rf"(?:,?\s+(?:of\s+)?(?:{REL_YEAR}|(?P<sp>nineteen\s+\w+(?:-\w+)?)))?",
        _season,
    )
    yield make_rule(
        "quarter",
        "quarter",
        r"\b(?:(?:the|this|last|next|its)\s+)?(?:(?P<rel>last|this|next|the)\s+year['’]s\s+"
        rf"|(?P<ago>year[-\s](?:ago|earlier))\s+|(?P<y1>{YEAR})['’]?s?\s+)?"
        r"(?:fiscal(?:[-\s]year)?[-\s]+)?"
        r"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th|last|latter|final)[-\s]+"
        r"(?:fiscal\s+)?(?P<kind>quarter|half)\b(?:[,\s]+(?:of\s+)?(?:fiscal\s+)?"
        rf"(?:(?P<y2>{YEAR})|(?P<rel2>last|this|next|the)\s+year))?",
        _quarter,
    )
    yield make_rule(
        "quarter",
        "quarter",
        rf"\b(?:Q(?=[1-4]\b))?(?P<n>[1-4])(?:(?<=Q\d)|Q)(?:\s+(?:of\s+)?(?P<y>{YEAR}))?\b",
        _quarter_code,
        case=True,
    )
    yield from _reported()


def _reported() -> Iterator[Rule]:
    """Quarters as reports of companies compare them."""
    yield make_rule(
        "year-ago-quarter",
        "quarter unit",
        r"\b(?:the\s+)?(?:comparable\s+|corresponding\s+|same\s+)?year[-\s](?:ago|earlier)\s+"
        r"(?:quarter|period)\b|\bthe\s+(?:corresponding|same|comparable)\s+(?:quarter|period)\s+"
        r"(?:of\s+)?(?:last\s+year|a\s+year\s+(?:ago|earlier))|\blast\s+year['’]s\s+quarter"
        r"|\bthe\s+quarter\s+a\s+year\s+(?:ago|earlier)",
        lambda m, _: [whole(m, TimeType.DATE, TimeForm(shape=Shape.UNIT, unit="Q", shift=-5))],
        also="ago-or-same",
    )
    yield make_rule(
        OF_YEAR,
        "quarter unit",
        rf"\b(?:the\s+)?(?P<y>{YEAR})\s+(?:quarter|period)\b",
        lambda m, _: [fixed(m, m["y"])],
        also="number",
        before=12,
        after=12,
    )
    yield make_rule(
        "latest-period",
        "latest",
        r"\b(?:the\s+)?(?:latest|most\s+recent)\s+(?:quarter|period|three\s+months)\b",
        lambda m, _: [whole(m, TimeType.DATE, TimeForm(shape=Shape.UNIT, unit="Q", shift=-1))],
        before=10,
        after=30,
    )


def _season(match: re.Match[str], text: str) -> Iterator[Found]:
    value = time_words().seasons[match["s"].lower()]
    part = part_of(match["part"])
    form = TimeForm(shape=Shape.YEARLESS, value=value, part=part)
    year = match["y"] or (match["sp"] and spelled_year(match["sp"]))
    which = which_word(match["which"])
    if match["each"]:
        yield fixed(match, f"XXXX-{value}", TimeType.SET)
    elif year:
        yield fixed(match, f"{int(year):04d}-{value}", part=part)
    elif match["rel"] and (which or part or _is_season(match, text)):
        yield whole(match, TimeType.DATE, replace(form, shift=SHIFTS[match["rel"].lower()]))
    elif match["rel"]:  # `will fall next year`
        return
    elif which in ("this", "same"):
        yield whole(match, TimeType.DATE, form)
    elif which:
        yield whole(match, TimeType.DATE, replace(form, direction=DIRECTIONS[which]))
    elif part or _is_season(match, text):
        form = replace(form, direction=Direction.NEAREST)
        yield whole(match, TimeType.DATE, form, open_direction=True)


def _is_season(match: re.Match[str], text: str) -> bool:
    """A season's name without a year counts after a preposition; `fall` only with `the` too."""
    lead = _IN_SEASON.search(words_before(text, match.start()))
    return lead is not None and (bool(lead["the"]) or match["s"].lower() not in _ALSO_VERBS)


def _quarter(match: re.Match[str], text: str) -> Iterator[Found]:
    which, is_half = match["n"].lower(), match["kind"].lower() == "half"
    number = _NUMBERS.get(which) or _LAST[match["kind"].lower()]
    if is_half and (number > 2 or " " not in match.group()):
        return
    if which in _LAST_WORDS and not (is_half or match["y2"] or match["rel2"]):
        return  # the quarter before this one
    value = f"{'H' if is_half else 'Q'}{number}"
    form = TimeForm(shape=Shape.YEARLESS, value=value)
    year, rel = match["y1"] or match["y2"], (match["rel"] or match["rel2"] or "").lower()
    if year:
        yield fixed(match, f"{year}-{value}")
    elif rel:
        yield whole(match, TimeType.DATE, replace(form, shift=SHIFTS.get(rel, 0)))
    elif match["ago"]:
        yield whole(match, TimeType.DATE, replace(form, direction=Direction.PAST, shift=-1))
    elif _is_of_year(match, text, is_half=is_half):
        # Fiscal quarters keep no pace with the calendar's: the tense says which one.
        fiscal = "fiscal" in match.group().lower()
        form = replace(form, direction=Direction.PAST if fiscal else Direction.NEAREST)
        yield whole(match, TimeType.DATE, form, open_direction=True)


def _is_of_year(match: re.Match[str], text: str, *, is_half: bool) -> bool:
    """Whether a quarter or half is one of a year: not of a game, not `half of the boat`."""
    if is_half and not match.group().lower().startswith("the"):
        return False
    if "fiscal" in match.group().lower():
        return True
    near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR].lower()
    words = set(_WORDS.findall(near))
    if words & time_words().business or "%" in near:
        return True
    return not is_half and not words & time_words().sport


def _quarter_code(match: re.Match[str], _: str) -> Iterator[Found]:
    value = f"Q{match['n']}"
    if match["y"]:
        yield fixed(match, f"{match['y']}-{value}")
    else:
        form = TimeForm(shape=Shape.YEARLESS, value=value, direction=Direction.NEAREST)
        yield whole(match, TimeType.DATE, form, open_direction=True)
