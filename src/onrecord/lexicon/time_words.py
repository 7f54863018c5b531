"""The words of time expressions, checked and ready for the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.data_files import LexiconError, load_data

_LISTS = (
    *("approximators", "few", "zones", "year_after", "not_year_after", "not_year_before"),
    *("spelled_years", "distances", "months_that_are_words", "month_after", "amounts"),
    *("between_number_and_unit", "not_duration_after", "plans", "reports"),
    *("future_auxiliaries", "modals", "announced", "arranged", "plan_nouns", "takes_place"),
    *("events_to_come", "to_come", "expects", "looks_back", "business", "sport"),
    *("day_names_before", "day_names_after", "reported", "written", "spoken"),
)
_TABLES = (
    *("cardinals", "ordinals", "units", "plurals", "dayparts", "seasons", "parts", "sets"),
    *("vague", "vague_adjectives", "holidays", "tens", "named_days", "days_of_events"),
)
_DAY = re.compile(r"\d\d-\d\d")
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
    tens: Mapping[str, int]
    """Plural tens to their digit: `sixties` 6."""
    named_days: Mapping[str, str]
    """Days that go by a number, as printed, to the day."""
    days_of_events: Mapping[str, Mapping[str, int]]
    """Days of a month to the words that say of which year they are."""
    approximators: frozenset[str]
    few: frozenset[str]
    zones: frozenset[str]
    year_after: frozenset[str]
    not_year_after: frozenset[str]
    not_year_before: frozenset[str]
    spelled_years: frozenset[str]
    distances: frozenset[str]
    months_that_are_words: frozenset[str]
    month_after: frozenset[str]
    between_number_and_unit: frozenset[str]
    amounts: frozenset[str]
    not_duration_after: frozenset[str]
    plans: frozenset[str]
    plan_nouns: frozenset[str]
    announced: frozenset[str]
    arranged: frozenset[str]
    takes_place: frozenset[str]
    events_to_come: frozenset[str]
    to_come: frozenset[str]
    expects: frozenset[str]
    looks_back: frozenset[str]
    reported: frozenset[str]
    written: frozenset[str]
    spoken: frozenset[str]
    business: frozenset[str]
    day_names_before: frozenset[str]
    day_names_after: frozenset[str]
    sport: frozenset[str]
    reports: frozenset[str]
    future_auxiliaries: frozenset[str]
    modals: frozenset[str]


@cache
def time_words() -> TimeWords:
    """The words of `times.yaml` and `calendar.yaml`.

    Raises:
        LexiconError: a table is missing or a value is of no known form.
    """
    data, calendar = load_data("times"), load_data("calendar")
    for name, kind in (*((n, list) for n in _LISTS), *((n, dict) for n in _TABLES)):
        if not isinstance(data.get(name), kind) or not data[name]:
            raise LexiconError(f"times.yaml: {name} is missing or no {kind.__name__}")
    for name, day in data["holidays"].items():
        if not _HOLIDAY.fullmatch(str(day)):
            raise LexiconError(f"times.yaml: {name} has no day that can be read: {day!r}")
    for name, years in data["days_of_events"].items():
        if not _DAY.fullmatch(str(name)) or not all(isinstance(y, int) for y in years):
            raise LexiconError(f"times.yaml: {name} is no day of a month with its years")
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
        tens=data["tens"],
        named_days=data["named_days"],
        days_of_events={
            day: {word: int(year) for year, words in years.items() for word in words}
            for day, years in data["days_of_events"].items()
        },
        **{name: frozenset(map(str, data[name])) for name in _LISTS},
    )


def part_of(words: str | None) -> str:
    """`early`, `mid` or `late` for words such as `the beginning of`; empty for none."""
    return time_words().parts.get(" ".join((words or "").lower().split()).strip(" -"), "")


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longer ones first, spaces as any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"
