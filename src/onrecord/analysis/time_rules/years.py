"""Years, decades and centuries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.analysis.time_grammar import (
    Found,
    Rule,
    fixed,
    fixed_at,
    make_rule,
    words_after,
    words_before,
)
from onrecord.analysis.time_numbers import day_number, full_year, spelled_year
from onrecord.analysis.time_pieces import NOT_BEFORE, YEAR, pieces
from onrecord.lexicon.time_words import part_of, time_words

_LAST_WORD = re.compile(r"(\S+)\s*$")
_NEXT_WORD = re.compile(r"[-\s]*([A-Za-z%]+)")
_MARKS = "\"“”‘’'("
_LIKELY = range(1900, 2041)
"""Four digits that are a year where no word says so."""
_AGES = re.compile(r"\b(?:his|her|their|my|your|our)\s+(?:early|late|mid)?[-\s]*$", re.IGNORECASE)
_BEFORE_TENS = re.compile(r"\b(?:the|early|late|mid)[-\s]+$", re.IGNORECASE)
_HALF = r"(?:the\s+(?:first|second|last|latter)\s+half\s+of\s+)?"
_CLOCK_RANGE = re.compile(r"\s*(?:to|and|[-–])\s*\d{4}\s+(?:[A-Z]{3,4}\b|local\b|hours\b|hrs\b)")
"""`0410 to 0430 GMT`: the first of two clock times."""
_SAYS_YEAR = re.compile(r"\b(?:in|year)\s+$", re.IGNORECASE)


def make_rules() -> Iterator[Rule]:
    """The rules of this family."""
    p = pieces()
    part = rf"(?:(?P<part>(?:the\s+)?{p.part}(?!\w)[-\s]*))?"
    small = "one|two|three|four|five|six|seven|eight|nine"
    yield make_rule(
        "year",
        "number",
        rf"{NOT_BEFORE}{part}(?P<lead>fiscal(?:\s+year)?\s+"
        rf"|(?:the\s+)?(?:full|calendar)[-\s]year\s+|the\s+year\s+)?(?P<y>{YEAR})"
        r"(?![\w/])(?!-\w|['’]?s\b)",
        _year,
        before=40,
        after=16,
    )
    yield make_rule(
        "year-range",
        "number",
        rf"{NOT_BEFORE}(?P<y>{YEAR})\s*[-–—/]\s*(?P<y2>{YEAR}|\d\d)(?![\w/-])",
        _years,
        before=8,
        after=24,
    )
    yield make_rule(
        "year-short",
        "number",
        r"(?<!\w)['’](?P<y>\d\d)(?![\w'’])",
        lambda m, _: [fixed(m, str(full_year(m["y"])))],
        before=3,
        after=5,
    )
    yield make_rule(
        "year-spelled",
        "spelled",
        r"\b(?:the\s+year\s+)?(?P<sp>(?:nineteen|eighteen|twenty)[-\s]"
        rf"(?:\w+ty|\w+teen|ten|eleven|twelve)(?:[-\s](?:{small}))?"
        rf"|two\s+thousand(?:\s+(?:and\s+)?(?:{small}|ten|eleven|twelve))?)\b",
        _spelled,
    )
    yield from _decades()


def _decades() -> Iterator[Rule]:
    """Decades and centuries."""
    p = pieces()
    tens = "|".join(time_words().tens)
    yield make_rule(
        "decade",
        "number spelled",
        rf"(?<![\w$.,]){_HALF}(?:the\s+)?(?P<part>(?:early|late|mid|mid-to-late|early-to-mid)[-\s]+"
        r"(?:to\s+(?:mid|late)[-\s]+)?)?"
        rf"(?:(?P<d>(?:1[4-9]|20)\d)0['’]?s|['’](?P<s>\d)0s|(?P<t>{tens}))\b",
        _decade,
        before=36,
        after=12,
    )
    yield make_rule(
        "century",
        "century",
        rf"\b{_HALF}(?:the\s+)?(?P<part>early\s+|late\s+|mid[-\s])?"
        rf"(?P<n>\d\d?(?:st|nd|rd|th)|{p.ordinal})[-\s]centur(?:y|ies)\b",
        lambda m, _: [fixed(m, f"{day_number(m['n']) - 1:02d}", part=part_of(m["part"]))],
        before=36,
        after=12,
    )


def _year(match: re.Match[str], text: str) -> Iterator[Found]:
    if match["lead"] or match["part"] or _stands_as_year(match, text):
        yield fixed(match, f"{int(match['y']):04d}", part=part_of(match["part"]))


def _stands_as_year(match: re.Match[str], text: str) -> bool:
    words = time_words()
    if _CLOCK_RANGE.match(words_after(text, match.end())):
        return False
    before, after = (
        _LAST_WORD.search(words_before(text, match.start())),
        _NEXT_WORD.match(words_after(text, match.end())),
    )
    word = before[1].lower().strip(_MARKS) if before else ""
    if after and after[1].lower() in words.not_year_before:
        return False
    if word in words.not_year_after or word in words.approximators:
        return False
    bracket = before is not None and before[1].endswith((",", "(", ";"))
    return bracket or word in words.year_after or int(match["y"]) in _LIKELY


def _years(match: re.Match[str], _: str) -> Iterator[Found]:
    first, last = match["y"], match["y2"]
    last = last if len(last) == 4 else first[:2] + last
    if int(last) > int(first):
        yield fixed_at((match.start(), match.end("y")), first, range_end=True)
        yield fixed_at((match.start("y2"), match.end()), last, range_end=True)


def _spelled(match: re.Match[str], text: str) -> Iterator[Found]:
    low = match["sp"].lower()
    named = match.start("sp") > match.start() or _SAYS_YEAR.search(
        words_before(text, match.start())
    )
    year = spelled_year(low)
    if year and (named or not low.startswith("two")):
        yield fixed(match, str(year))


def _decade(match: re.Match[str], text: str) -> Iterator[Found]:
    if match["t"]:
        before = words_before(text, match.start("t"))
        if not _BEFORE_TENS.search(before) or _AGES.search(before):
            return
    digits = match["d"] or f"19{match['s'] or time_words().tens[match['t'].lower()]}"
    yield fixed(match, digits, part=part_of(match["part"]))
