"""The words of time expressions, checked and ready for the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.data_files import LexiconError, load_data

_LISTS = ("approximators", "few", "zones", "year_after", "not_year_before")
_TABLES = (
    *("cardinals", "ordinals", "units", "plurals", "dayparts", "seasons", "parts", "sets"),
    *("vague", "vague_adjectives", "holidays"),
)
_HOLIDAY = re.compile(r"\d\d-\d\d|nth:-?[1-5]:[1-7]:\d\d|easter:-?\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """The words, lower case, each to what it stands for."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    """Monday 1 to Sunday 7."""
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    units: Mapping[str, str]
    """Singular and plural name of a unit to its letters."""
    dayparts: Mapping[str, str]
    seasons: Mapping[str, str]
    parts: Mapping[str, str]
    sets: Mapping[str, str]
    vague: Mapping[str, str]
    vague_adjectives: Mapping[str, str]
    holidays: Mapping[str, str]
    approximators: tuple[str, ...]
    few: tuple[str, ...]
    zones: tuple[str, ...]
    year_after: frozenset[str]
    not_year_before: frozenset[str]


@cache
def time_words() -> TimeWords:
    """The words of `times.yaml` and `calendar.yaml`.

    Raises:
        LexiconError: a table is missing or a value is of no known form.
    """
    data, calendar = load_data("times"), load_data("calendar")
    for name in (*_LISTS, *_TABLES):
        if not data.get(name):
            raise LexiconError(f"times.yaml: no {name}")
    for name, day in data["holidays"].items():
        if not _HOLIDAY.fullmatch(str(day)):
            raise LexiconError(f"times.yaml: {name} has no day that can be read: {day!r}")
    units = dict(data["units"])
    units |= {f"{name}s": letters for name, letters in data["units"].items()}
    units |= {name: data["units"][one] for name, one in data["plurals"].items()}
    return TimeWords(
        months={f: int(n) for n, forms in calendar["months"].items() for f in forms},
        weekdays={f: int(n) + 1 for n, forms in calendar["weekdays"].items() for f in forms},
        cardinals=data["cardinals"],
        ordinals=data["ordinals"],
        units=units,
        dayparts=data["dayparts"],
        seasons=data["seasons"],
        parts=data["parts"],
        sets=data["sets"],
        vague={word: value for value, words in data["vague"].items() for word in words},
        vague_adjectives=data["vague_adjectives"],
        holidays=data["holidays"],
        approximators=tuple(data["approximators"]),
        few=tuple(data["few"]),
        zones=tuple(data["zones"]),
        year_after=frozenset(data["year_after"]),
        not_year_before=frozenset(data["not_year_before"]),
    )


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longer ones first, spaces as any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"
