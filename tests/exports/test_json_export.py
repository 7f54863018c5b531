"""The record as JSON: its bytes, its anchors, and what must not be in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.json_export import dumps
from onrecord.values.vocabulary import TIME_ROLES

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def objects(value: Any) -> list[dict[str, Any]]:
    """Every object in a JSON value, at any depth."""
    if isinstance(value, list):
        return [found for item in value for found in objects(item)]
    if isinstance(value, dict):
        return [value] + [found for item in value.values() for found in objects(item)]
    return []


def test_one_line_feed_at_the_end(exported: str) -> None:
    """The file is JSON, ends in one line feed, and has no other kind of line end."""
    assert exported.endswith("}\n")
    assert not exported.endswith("\n\n")
    assert not re.search("[\r\u2028\u2029]", exported)
    assert json.loads(exported)["schema"] == 1


def test_one_article_a_line(exported: str) -> None:
    """Every article, origin and time stands in one line, so that a change is one line of a diff."""
    lines = [line.rstrip(",") for line in exported.splitlines()]
    record = json.loads(exported)
    for item in [*record["articles"], *record["times"], *record["origins"]]:
        assert lines.count(dumps(item)) == 1


def test_anchors_slice_back(exported: str) -> None:
    """Slicing an article's text at an anchor gives exactly the anchor's words."""
    record = json.loads(exported)
    texts = {article["id"]: article["text"] for article in record["articles"]}
    anchors = [
        found for found in objects(record) if {"article", "start", "end", "text"} <= set(found)
    ]
    assert len(anchors) > 5
    for anchor in anchors:
        assert anchor["text"] == texts[anchor["article"]][anchor["start"] : anchor["end"]] != ""


def test_paragraphs_cover_and_findings_stand_inside(exported: str) -> None:
    """Paragraphs run from 0 to the end; sentences and mentions lie in paragraphs that are analysed;
    fields that stand in the text are there."""
    for article in json.loads(exported)["articles"]:
        text, paragraphs = article["text"], article["paragraphs"]
        borders = [0, *(p["end"] for p in paragraphs)]
        assert [p["start"] for p in paragraphs] == borders[:-1]
        assert borders[-1] == len(text)
        spans = [
            *(article["sentences"] or []),
            *([m["start"], m["end"]] for m in article["mentions"] or []),
        ]
        for start, end in spans:
            (inside,) = [p for p in paragraphs if p["start"] <= start and end <= p["end"]]
            assert inside["role"] not in {"residue", "tags"}
            assert text[start:end] == text[start:end].strip() != ""
        for name in ("headline", "dek", "outlet", "dateline_place"):
            field = article["fields"].get(name)
            assert (field is None) == (article[name] is None)
            if field and field["start"] is not None:
                assert text[field["start"] : field["end"]] == article[name]


def test_times_stand_at_their_words(exported: str) -> None:
    """In article order and in order of place; in paragraphs whose role has times; not blank; what
    they refer to is another of them."""
    record = json.loads(exported)
    articles = {article["id"]: article for article in record["articles"]}
    order = list(articles)
    keys = [(order.index(t["article"]), t["start"], -t["end"]) for t in record["times"]]
    assert keys == sorted(set(keys))
    places = {(t["article"], t["start"], t["end"]) for t in record["times"]}
    for one in record["times"]:
        article = articles[one["article"]]
        assert article["analysed"]
        words = article["text"][one["start"] : one["end"]]
        assert words == words.strip() != ""
        (role,) = [
            p["role"]
            for p in article["paragraphs"]
            if p["start"] <= one["start"] and one["end"] <= p["end"]
        ]
        assert role in {r.value for r in TIME_ROLES}
        for other in (one["reference"], one["range"]):
            assert other is None or (one["article"], *other) in places
        assert (one["reference"] is not None) == (one["counted_from"] == "expression")
        assert (one["first"] is None) or (one["last"] is None) or one["first"] <= one["last"]


def test_the_unanalysed_are_told_from_the_empty(exported: str) -> None:
    """What was not looked for in an article is null; what was looked for and not found is empty."""
    articles = json.loads(exported)["articles"]
    assert {a["language"] for a in articles if not a["analysed"]} == {"de"}
    for article in articles:
        assert (
            (article["mentions"] is None)
            == (article["sentences"] is None)
            == (not article["analysed"])
        )


def test_every_article_has_one_origin(exported: str) -> None:
    """Each article stands in exactly one group, and groups stand in the order of their first."""
    record = json.loads(exported)
    order = [article["id"] for article in record["articles"]]
    members = [[m["article"] for m in origin["articles"]] for origin in record["origins"]]
    assert sorted(m for group in members for m in group) == sorted(order)
    assert [group[0] for group in members] == sorted(
        (group[0] for group in members), key=order.index
    )


def test_articles_in_order_of_time(exported: str) -> None:
    """By the first known day; undated ones last, by id."""
    days = [
        a["published"]["first"] or a["published"]["last"] for a in json.loads(exported)["articles"]
    ]
    dated = [day for day in days if day]
    assert days == sorted(dated) + [None] * (len(days) - len(dated))


def test_nothing_of_the_machine(exported: str, tmp_path: Path) -> None:
    """No path, host or clock time of the adding is in the export."""
    record = json.loads(exported)
    assert str(tmp_path.parent.parent) not in exported
    assert [
        key
        for found in objects(record)
        for key in found
        if key in {"added", "added_on", "path", "fetched"}
    ] == []
    assert all(
        "/" not in name and "\\" not in name for a in record["articles"] for name in a["names"]
    )
    assert all(set(d) == {"what", "on", "other", "value", "by"} for d in record["decisions"])


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0.123456, "0.1235"),
        (1.0, "1.0"),
        (2 / 3, "0.6667"),
        (5, "5"),
        (True, "true"),
        (8_000_000_000, "8000000000"),
        (None, "null"),
    ],
)
def test_numbers_have_four_decimals(number: float | None, written: str) -> None:
    """Floats are rounded, at any depth; whole numbers and truth values stay as they are."""
    assert dumps(number) == written
    assert dumps({"a": [{"b": number}]}) == f'{{"a":[{{"b":{written}}}]}}'


@given(VALUES)
def test_any_value_is_one_line_of_json(value: Any) -> None:
    """Whatever a source holds, it is one line that reads back as what was written."""
    line = dumps(value)
    assert not re.search("[\n\r\u2028\u2029]", line)
    assert dumps(json.loads(line)) == line


def test_letters_stay_letters() -> None:
    """Text is written as it is, not as escapes, but for the two line ends of Unicode."""
    assert dumps("Über “Łódź”") == '"Über “Łódź”"'
    assert dumps("a\u2028b\u2029") == '"a\\u2028b\\u2029"'
