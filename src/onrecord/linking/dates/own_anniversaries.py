"""Anniversaries with a year: `six years after the 2014 flood`, `in 2014, six years ago`.

Counted from when the article was written, such a sum is right to a unit on either side and
never gives a day.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from onrecord.lexicon.dating_words import any_of
from onrecord.lexicon.time_words import time_words
from onrecord.linking.dates.own_text import OwnText
from onrecord.values.datings import DateEvidence
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_LITTLE = r"[^.;:\n\d]{0,50}?"
_MOST_YEARS = 40
"""More years are round numbers as a rule."""
_ABOUT = re.compile(
    r"\b(?:about|almost|around|at least|less than|more than|nearly|over|some|just under|"
    r"up to|roughly|another)\s+$",
    re.I,
)


def anniversary_dates(text: OwnText) -> list[DateEvidence]:
    """One piece of evidence for each sum of a year and years since."""
    found = []
    for words, pattern in _patterns():
        if not any(said in text.text for said in words):
            continue
        for match in pattern.finditer(text.text):
            years = _number(match["count"])
            if years is None or _ABOUT.search(text.text[: match.start()][-20:]):
                continue
            if text.is_quoted(match.start()):
                continue
            year = int(match["year"]) + years
            days = DayInterval(date(year - 1, 1, 1), date(year + 1, 12, 31))
            why = f"anniversary: {match['year']} + {years}"
            found.append(text.evidence(days, why, Span(*match.span())))
    return found


@cache
def _patterns() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Words without which a pattern finds nothing, and the pattern."""
    words = time_words()
    count = rf"(?P<count>\d\d?|{any_of(n for n in words.cardinals if n.isalpha())})"
    order = rf"(?P<count>\d\d?(?=st|nd|rd|th)|{any_of(n for n in words.ordinals if n.isalpha())})"
    since = rf"(?:^|(?<=[.!?]\s)|(?<=\n)){count} years (?:after|since) {_LITTLE}{_YEAR}"
    return (
        # At the head of a sentence it is told of the day of writing; within, of another event.
        (("years after", "years since"), re.compile(since, re.I)),
        ((" years ago",), re.compile(rf"\b[Ii]n {_YEAR}, {count} years ago\b")),
        ((" years ago",), re.compile(rf"\b{count} years ago,? in {_YEAR}")),
        (
            (" anniversary of the ",),
            re.compile(rf"\b{order}(?:st|nd|rd|th)? anniversary of the {_YEAR}"),
        ),
    )


def _number(word: str) -> int | None:
    words = time_words()
    number = (
        int(word)
        if word.isdigit()
        else words.cardinals.get(word.lower()) or words.ordinals.get(word.lower())
    )
    return number if number is not None and 1 <= number <= _MOST_YEARS else None
