"""The time expressions of the example story, against its answer key."""

from __future__ import annotations

import json
from typing import Any

import pytest

from command_line import Example

WIRE = {"Monday": "2022-03-14", "9 p.m. on Tuesday": "2022-03-15T21:00", "Wednesday": "2022-03-16"}
KEY: dict[str, dict[str, str]] = {
    "2022-03-14 dam-crack-reported.txt": {
        "Friday": "2022-03-11",
        "Monday": "2022-03-14",
        "7 p.m. on Wednesday": "2022-03-16T19:00",
    },
    "agency-feed.jsonl#1": WIRE,
    "standard-thousands-leave.html": WIRE | {"Tuesday night": "2022-03-15TNI"},
    "estermark-evacuation.txt": {k: v for k, v in WIRE.items() if k != "Wednesday"},
    "courier-last-bus.txt": WIRE | {"Thursday": "2022-03-17"},
    "gazette-talks.html": {
        "Thursday": "2022-05-05",
        "26 May": "2022-05-26",
        "March 23, 2022": "2022-03-23",
        "23 March": "2022-03-23",
        "12 April": "2022-04-12",
        "September": "2022-09",
        "the autumn of 2019": "2019-FA",
        "late March": "2022-03",
    },
    "haldmoor-herald-talks.txt": {"Thursday": "2022-05-05", "26 May": "2022-05-26"},
    "thessel-valley-radio 2.txt": {
        "Tuesday": "2022-05-24",
        "26 May": "2022-05-26",
        "Last month": "2022-04",
        "last week": "2022-W20",
        "two weeks earlier": "2022-05-10",
    },
    "tvr-accord.html": {
        "Friday": "2022-06-17",
        "12 September": "2022-09-12",
        "the end of February next year": "2023-02",
    },
    "gazette-khodrova-interview.html": {
        "8 October 2019": "2019-10-08",
        "11 March this year": "2022-03-11",
        "Twelve days later": "2022-03-23",
        "Monday": "2022-09-12",
        "the end of August": "2022-08",
    },
    "standard_letter.txt": {
        "Saturday": "2022-09-10",
        "Monday": "2022-09-12",
        "November 22": "2022-11-22",
        "May": "2022-05",
    },
    "gazette_vote.html": {
        "Tuesday": "2022-11-22",
        "12 September": "2022-09-12",
        "the end of February": "2023-02",
    },
    "agency-feed.jsonl#2": {
        "Tuesday": "2023-02-28",
        "Oct. 8, 2019": "2019-10-08",
        "January": "2023-01",
        "Feb. 18": "2023-02-18",
    },
    "paste3.txt": {"dawn on Wednesday": "XXXX-WXX-3TMO", "Thursday": "XXXX-WXX-4"},
}
"""Article to printed words to the value that every such expression in it has."""


@pytest.fixture(scope="module")
def found(example: Example) -> dict[str, list[dict[str, Any]]]:
    """The expressions of each article by its name, with their printed words."""
    record = json.loads(example.export)
    articles = {a["id"]: a for a in record["articles"]}
    times: dict[str, list[dict[str, Any]]] = {a["name"]: [] for a in articles.values()}
    for one in record["times"]:
        article = articles[one["article"]]
        words = article["text"][one["start"] : one["end"]]
        times[article["name"]].append(one | {"words": words})
    return times


@pytest.mark.parametrize(
    ("article", "words", "value"),
    [(article, words, value) for article, key in KEY.items() for words, value in key.items()],
)
def test_the_answer_key(
    found: dict[str, list[dict[str, Any]]], article: str, words: str, value: str
) -> None:
    """Every expression printed so in this article is what the key says."""
    assert {t["value"] for t in found[article] if t["words"] == words} == {value}


def test_names_with_a_word_of_time(found: dict[str, list[dict[str, Any]]]) -> None:
    """`Estermark Today` is an outlet, no day."""
    assert "Today" not in {t["words"] for times in found.values() for t in times}


def test_rates_are_no_times(found: dict[str, list[dict[str, Any]]]) -> None:
    """`cubic metres per second` is a unit of measure."""
    assert "per second" not in {t["words"] for times in found.values() for t in times}


def test_the_undated_and_the_unanalysed(found: dict[str, list[dict[str, Any]]]) -> None:
    """The undated article has no day at all; the German one has no expressions."""
    assert {(t["first"], t["last"]) for t in found["paste3.txt"]} == {(None, None)}
    assert found["talbote-untersuchung.txt"] == []
    assert all(times for name, times in found.items() if name != "talbote-untersuchung.txt")


def test_thirds(found: dict[str, list[dict[str, Any]]]) -> None:
    """`late March` and `the end of February next year` are the last thirds."""
    ends = {
        t["words"]: (t["first"], t["last"]) for n in ("gazette-talks.html", "tvr-accord.html") for t in found[n]
    }  # fmt: skip
    assert ends["late March"] == ("2022-03-21", "2022-03-31")
    assert ends["the end of February next year"] == ("2023-02-19", "2023-02-28")
