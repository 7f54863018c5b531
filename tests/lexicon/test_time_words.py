"""The words of time expressions: complete, sound, and refused where they are not."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from broken_data import replace_data

from onrecord.lexicon import time_words as module
from onrecord.lexicon.data_files import LexiconError, load_data
from onrecord.lexicon.time_words import alternation, part_of, time_words


def test_every_table_has_words() -> None:
    """No table is empty, and all words are lower case but for zones."""
    words = time_words()
    for field in fields(words):
        table = getattr(words, field.name)
        assert table, field.name
        if field.name != "zones":
            assert [word for word in table if word != word.lower()] == []


def test_months_and_weekdays_are_complete() -> None:
    """Twelve months and seven weekdays, Monday first, with abbreviations."""
    words = time_words()
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.weekdays.values()) == set(range(1, 8))
    assert (words.weekdays["monday"], words.weekdays["sunday"]) == (1, 7)
    assert (words.months["sept"], words.months["september"]) == (9, 9)


def test_units_have_their_plurals() -> None:
    """`centuries` is the plural of `century`, `weeks` of `week`."""
    units = time_words().units
    assert units["centuries"] == units["century"] == "CE"
    assert units["weeks"] == units["week"] == "W"
    assert set(units.values()) == {"TS", "TM", "TH", "D", "WE", "W", "2W", "M", "Q", "Y", "DE", "CE", "L"}  # fmt: skip


def test_the_values_are_of_timex() -> None:
    """Vague words, sets, parts of the day and seasons have values that TIMEX3 knows."""
    words = time_words()
    for values in (words.vague.values(), words.vague_adjectives.values()):
        assert set(values) <= {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}
    assert set(words.seasons.values()) == {"SP", "SU", "FA", "WI"}
    assert set(words.dayparts.values()) <= {"TMO", "TMI", "TAF", "TEV", "TNI"}
    assert set(words.parts.values()) == {"early", "mid", "late"}
    assert all(re.fullmatch(r"PT?\d+[SMHDWY]", value) for value in words.sets.values())


Broken = Callable[[dict[str, Any]], Any]
BROKEN: dict[str, tuple[Broken, str]] = {
    "a list is missing": (lambda d: d.pop("few"), "few"),
    "a table is missing": (lambda d: d.pop("units"), "units"),
    "a list is empty": (lambda d: d.update(zones=[]), "zones"),
    "a list where a table belongs": (lambda d: d.update(seasons=["spring"]), "seasons"),
    "a table where a list belongs": (lambda d: d.update(plans={"plan": 1}), "plans"),
    "a feast without a day": (lambda d: d["holidays"].update(harvest="in autumn"), "harvest"),
    "a sixth weekday": (lambda d: d["holidays"].update(harvest="nth:6:1:09"), "harvest"),
    "an eighth day of the week": (lambda d: d["holidays"].update(harvest="nth:1:8:09"), "harvest"),
    "a day of an event that is none": (
        lambda d: d["days_of_events"].update(harvest={1998: ["storm"]}),
        "harvest",
    ),
    "a year of an event in words": (
        lambda d: d["days_of_events"].update({"09-30": {"last year": ["storm"]}}),
        "09-30",
    ),
    "a feast that is a number": (lambda d: d["holidays"].update(harvest=12), "harvest"),
}


@pytest.mark.parametrize("change", BROKEN)
def test_broken_words_are_refused(change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the file and the entry."""
    data = copy.deepcopy({name: load_data(name) for name in ("times", "calendar")})
    make_broken, entry = BROKEN[change]
    make_broken(data["times"])
    replace_data(monkeypatch, module, None, "time_words")
    monkeypatch.setattr(module, "load_data", data.__getitem__)
    with pytest.raises(LexiconError, match=f"times.yaml: {entry}"):
        module.time_words()


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("early ", "early"), ("Late-", "late"), ("mid-", "mid"), ("the\n end of", "late"),
        ("the start of ", "early"), ("", ""), (None, ""), ("some", ""),
    ],
)  # fmt: skip
def test_parts(words: str | None, part: str) -> None:
    """Hyphens, case and line breaks do not count."""
    assert part_of(words) == part


def test_alternation_prefers_the_longer() -> None:
    """The longest word is tried first, marks are no pattern, and a space is any white space."""
    pattern = alternation(["new year", "new", "st. eve", "new year's day"])
    assert re.match(pattern, "new year's day now")[0] == "new year's day"  # type: ignore[index]
    assert re.match(pattern, "new\n  year")[0] == "new\n  year"  # type: ignore[index]
    assert re.match(pattern, "stx eve") is None
    assert alternation(["b", "a", "b"]) == alternation(["a", "b"])
