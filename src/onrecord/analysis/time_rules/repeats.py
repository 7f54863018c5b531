"""Sets: daily, every year, twice a week."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.analysis.time_grammar import Found, Rule, fixed, make_rule
from onrecord.analysis.time_numbers import duration, number_value, one_line
from onrecord.analysis.time_pieces import pieces
from onrecord.lexicon.time_words import alternation, time_words
from onrecord.values.times import TimeType


def make_rules() -> Iterator[Rule]:
    """The rules of this family."""
    p = pieces()
    words = time_words()
    yield make_rule(
        "set",
        "set",
        rf"\b{alternation(words.sets)}\b",
        lambda m, _: [fixed(m, words.sets[m.group().lower()], TimeType.SET)],
        before=2,
        after=14,
    )
    yield make_rule(
        "every",
        "unit daypart",
        rf"\b(?:every|each|per)\s+(?:(?P<n>{p.number}|other|second(?=\s+[a-z])|few|single)\s+)?"
        r"(?P<unit>second|minute|hour|day|weekend|week|month|quarter|year|decade|morning|night"
        r"|evening|afternoon)s?\b",
        _every,
        before=30,
        after=14,
    )
    yield make_rule(
        "times-a",
        "times",
        rf"\b(?:once|twice|(?:{p.number}|several|many)\s+times)\s+(?:an?|each|every|per)\s+"
        r"(?P<unit>minute|hour|day|week|month|quarter|year|decade)\b",
        lambda m, _: [
            fixed(
                m, duration(1, words.units[m["unit"].lower()]).replace("P3M", "P1Q"), TimeType.SET
            )
        ],
        also="unit",
        before=24,
        after=26,
    )


def _every(match: re.Match[str], _: str) -> Iterator[Found]:
    words, word = time_words(), match["unit"].lower()
    if word == "second" and match.group().lower().startswith("per"):
        return  # a rate: `140 litres per second`
    if word in words.dayparts:
        yield fixed(match, f"XXXX-XX-XX{words.dayparts[word]}", TimeType.SET)
    elif word == "weekend":
        yield fixed(match, "XXXX-WXX-WE", TimeType.SET)
    elif word == "quarter":
        yield fixed(match, "P1Q", TimeType.SET)
    else:
        counts = {"": 1.0, "other": 2.0, "second": 2.0, "few": None, "single": 1.0}
        said = one_line(match["n"] or "")
        number = counts[said] if said in counts else number_value(said)
        yield fixed(match, duration(number, words.units[word]), TimeType.SET)
