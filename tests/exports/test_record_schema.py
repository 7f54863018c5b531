"""The schema says the record exactly: it admits what is exported, and nothing that differs."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from onrecord.exports.schema import load_schema
from onrecord.record.compile import SCHEMA
from onrecord.values.decisions import What
from onrecord.values.pages import MediaType
from onrecord.values.times import CountedFrom, TimeType
from onrecord.values.vocabulary import Basis, EntityType, Relation, Role

VALIDATOR = Draft202012Validator(load_schema())


@pytest.fixture
def record(exported: str) -> dict[str, Any]:
    """The record of the example story, to be changed as a test likes."""
    loaded: dict[str, Any] = json.loads(exported)
    return loaded


def test_the_schema_is_one() -> None:
    """It is valid itself, every part of it is used, and it is of the record's version."""
    schema = load_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["schema"]["const"] == SCHEMA
    text = json.dumps(schema)
    assert [name for name in schema["$defs"] if f'"#/$defs/{name}"' not in text] == []
    schema["$defs"].clear()
    assert load_schema()["$defs"]


@pytest.mark.parametrize(
    ("name", "words"),
    [("role", Role), ("basis", Basis), ("relation", Relation), ("entity_type", EntityType)],
)
def test_closed_words_are_those_of_the_program(name: str, words: Any) -> None:
    """The schema's vocabularies are complete and hold nothing else."""
    assert load_schema()["$defs"][name]["enum"] == [word.value for word in words]


def test_other_closed_words() -> None:
    """What a person may decide and the shapes of articles are complete too."""
    definitions = load_schema()["$defs"]
    assert definitions["decision"]["properties"]["what"]["enum"] == [w.value for w in What]
    assert sorted(definitions["article"]["properties"]["media_type"]["enum"]) == sorted(
        m.value for m in MediaType
    )


def test_the_example_story_fits(record: dict[str, Any]) -> None:
    """The record of the example story, decisions and all, is what the schema says."""
    VALIDATOR.validate(record)
    assert len(record["articles"]) == 15
    assert [len(d["on"]) for d in record["decisions"]] == [1, 4]


def test_keys_stand_in_the_order_of_the_schema(record: dict[str, Any]) -> None:
    """The order of the keys is that of the contract, at the top, in articles and in dates."""
    schema = load_schema()
    assert list(record) == list(schema["properties"])
    for article in record["articles"]:
        assert list(article) == list(schema["$defs"]["article"]["properties"])
        assert list(article["published"]) == list(schema["$defs"]["dating"]["properties"])


def test_every_key_is_needed(record: dict[str, Any]) -> None:
    """No field may be missing: null says that nothing is known."""
    for key in list(record):
        changed = {k: v for k, v in record.items() if k != key}
        assert not VALIDATOR.is_valid(changed), key
    slim = {**record, "articles": record["articles"][:1], "origins": []}
    for key in list(slim["articles"][0]):
        article = {k: v for k, v in slim["articles"][0].items() if k != key}
        assert not VALIDATOR.is_valid({**slim, "articles": [article]}), key


def _first(record: dict[str, Any]) -> dict[str, Any]:
    article: dict[str, Any] = record["articles"][0]
    return article


CHANGES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "an unknown field at the top": lambda r: r.update(more=1),
    "an unknown field of an article": lambda r: _first(r).update(more=1),
    "another version": lambda r: r.update(schema=2),
    "an id of another form": lambda r: _first(r).update(id="1"),
    "a role outside of the vocabulary": lambda r: _first(r)["paragraphs"][0].update(role="menu"),
    "a paragraph without a reason": lambda r: _first(r)["paragraphs"][0].update(why=""),
    "a basis outside of the vocabulary": lambda r: _first(r)["published"].update(basis="guess"),
    "a day with its time": lambda r: _first(r)["published"].update(first="2022-03-08T05:20"),
    "an offset before the text": lambda r: _first(r)["paragraphs"][0].update(start=-1),
    "an offset that is no whole number": lambda r: _first(r)["paragraphs"][0].update(end=1.5),
    "a headline that is a number": lambda r: _first(r).update(headline=1),
    "a group without an article": lambda r: r["origins"][0].update(articles=[]),
    "a decision on nothing": lambda r: r["decisions"][0].update(on={}),
    "a list in place of what was not looked for": lambda r: r.update(times={}),
    "a figure without its parts": lambda r: r.update(figures=[{"id": "0" * 16}]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_differs_is_refused(record: dict[str, Any], change: str) -> None:
    """Each of these is not the record."""
    changed = copy.deepcopy({**record, "articles": record["articles"][:1]})
    VALIDATOR.validate(changed)
    CHANGES[change](changed)
    with pytest.raises(ValidationError):
        VALIDATOR.validate(changed)


def test_every_list_is_looked_for(record: dict[str, Any]) -> None:
    """No list of the record is null any more; one that was not looked for may be."""
    lists = [key for key, value in record.items() if isinstance(value, list)]
    for name in lists:
        if name not in ("looked_for", "unsure_variants", "decisions", "quality"):
            assert name in record["looked_for"]
    for name in ("origins", "differences", "news", "stories", "statements"):
        assert record[name]
        VALIDATOR.validate({**record, "articles": [], name: []})


@pytest.mark.parametrize(
    ("name", "key"),
    [("origin", "origins"), ("story", "stories"), ("statement", "statements"), ("news", "news")],
)
def test_origins_stories_statements_and_news(record: dict[str, Any], name: str, key: str) -> None:
    """Each has every field, in the schema's order, and none besides."""
    keys = list(load_schema()["$defs"][name]["properties"])
    bare = {**record, "articles": []}
    for one in record[key]:
        assert list(one) == keys
    for field in keys:
        changed = {k: v for k, v in record[key][0].items() if k != field}
        assert not VALIDATOR.is_valid({**bare, key: [changed]}), field


@pytest.mark.parametrize(
    ("name", "key"), [("figure", "figures"), ("series", "series"), ("difference", "differences")]
)
def test_figures_are_looked_for(record: dict[str, Any], name: str, key: str) -> None:
    """They, their series and differences are lists, also where there are none; each has every
    field, in the schema's order, and none besides."""
    assert key in record["looked_for"]
    bare = {**record, "articles": [], "figures": [], "series": [], "differences": []}
    VALIDATOR.validate(bare)
    keys = list(load_schema()["$defs"][name]["properties"])
    assert record[key]
    for one in record[key]:
        assert list(one) == keys
    for field in keys:
        changed = {k: v for k, v in record[key][0].items() if k != field}
        assert not VALIDATOR.is_valid({**bare, key: [changed]}), field


def test_series_hold_the_figures(record: dict[str, Any]) -> None:
    """A figure stands in one series at most; what differences and wholes name is there."""
    ids = [one["id"] for one in record["figures"]]
    assert len(set(ids)) == len(ids)
    points = [point for one in record["series"] for point in one["points"]]
    assert len(set(points)) == len(points)
    assert set(points) <= set(ids)
    named = [
        one
        for d in record["differences"]
        for one in (d["left_figure"], d["right_figure"])
        if one is not None
    ]
    wholes = [one["part_of"] for one in record["figures"] if one["part_of"]]
    assert {*named, *wholes} <= set(ids)
    homes = {one["id"] for key in ("series", "timeline", "variants") for one in record[key]}
    assert {d["about"] for d in record["differences"]} <= {None, *homes}
    near = [near["series"] for one in record["series"] for near in one["not_joined"]]
    assert set(near) <= {one["id"] for one in record["series"]}


@pytest.mark.parametrize("name", ["entry", "support"])
def test_the_timeline_is_looked_for(record: dict[str, Any], name: str) -> None:
    """It is a list, also where there is none; each part has every field, in the schema's order."""
    assert "timeline" in record["looked_for"]
    VALIDATOR.validate({**record, "articles": [], "timeline": []})
    keys = list(load_schema()["$defs"][name]["properties"])
    assert len(record["timeline"]) > 20
    for entry in record["timeline"]:
        for one in [entry] if name == "entry" else entry["support"]:
            assert list(one) == keys
    entry = copy.deepcopy(record["timeline"][0])
    for key in keys:
        changed = copy.deepcopy(entry)
        del (changed if name == "entry" else changed["support"][0])[key]
        assert not VALIDATOR.is_valid({**record, "articles": [], "timeline": [changed]}), key


def test_times_are_looked_for(record: dict[str, Any]) -> None:
    """They are a list, also where there are none; each has every field, in the schema's order."""
    assert "times" in record["looked_for"]
    VALIDATOR.validate({**record, "articles": [], "times": []})
    keys = list(load_schema()["$defs"]["time"]["properties"])
    assert len(record["times"]) > 50
    one = record["times"][0]
    for item in record["times"]:
        assert list(item) == keys
    for key in keys:
        less = {k: v for k, v in one.items() if k != key}
        assert not VALIDATOR.is_valid({**record, "articles": [], "times": [less]}), key


@pytest.mark.parametrize(
    "change",
    [
        {"type": "INSTANT"}, {"counted_from": "somewhere"}, {"first": "2022-03-08T05:20"}, {"start": -1},
        {"reference": [4]}, {"reference": [4, 9, 12]}, {"range": "4-9"}, {"value": None}, {"more": 1},
    ],
)  # fmt: skip
def test_times_that_differ_are_refused(record: dict[str, Any], change: dict[str, Any]) -> None:
    """Another type, a day with its hour, a place that is no pair."""
    one = record["times"][0]
    VALIDATOR.validate({**record, "articles": [], "times": [one]})
    assert not VALIDATOR.is_valid({**record, "articles": [], "times": [one | change]})


def test_closed_words_of_times() -> None:
    """The types and what is counted from are those of the program."""
    fields = load_schema()["$defs"]["time"]["properties"]
    assert fields["type"]["enum"] == [t.value for t in TimeType]
    assert fields["counted_from"]["enum"] == [c.value for c in CountedFrom]
