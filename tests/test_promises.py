"""The seven promises of the design, on the example story as the real program records it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from command_line import Example, Run
from onrecord.api import open_record
from onrecord.articles.read import read_article
from onrecord.values.pages import MediaType, Page
from onrecord.values.vocabulary import Basis, EntityType, Relation, Role


@pytest.fixture(scope="module")
def exported(example: Example) -> dict[str, Any]:
    """The example's export as an object."""
    parsed: dict[str, Any] = json.loads(example.export)
    return parsed


def places(value: Any) -> Iterator[dict[str, Any]]:
    """Everything in the export that has a start and an end."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from places(item)


def test_1_every_anchor_slices_back(exported: dict[str, Any]) -> None:
    """Anchored: every place lies in its text, is not empty, and an anchor's words stand there."""
    texts = {a["id"]: a["text"] for a in exported["articles"]}
    found = 0
    for article in exported["articles"]:
        for place in places(article):
            text = texts[place.get("article", article["id"])]
            assert 0 <= place["start"] < place["end"] <= len(text)
            if "text" in place:
                assert text[place["start"] : place["end"]] == place["text"]
                found += 1
        for field in ("headline", "outlet", "agency", "dek"):
            where = article["fields"].get(field)
            if where and where["start"] is not None and field in ("headline", "dek"):
                words = article["text"][where["start"] : where["end"]]
                assert words.split() == article[field].split()
        for start, end in article["sentences"] or ():
            assert article["text"][start:end].strip()
    assert found > 5


def test_1_names_stand_in_analysed_paragraphs(exported: dict[str, Any]) -> None:
    """Anchored: names and sentences lie inside one paragraph that is analysed."""
    count = 0
    for article in exported["articles"]:
        roles = [(p["start"], p["end"], p["role"]) for p in article["paragraphs"]]
        spans = [(m["start"], m["end"]) for m in article["mentions"] or ()]
        for start, end in [*spans, *(article["sentences"] or ())]:
            role = next(r for s, e, r in roles if s <= start and end <= e)
            assert role not in ("residue", "tags")
            count += 1
    assert count > 300


def test_1_times_stand_at_their_words(exported: dict[str, Any]) -> None:
    """Anchored: every time expression and what it refers to stand at words."""
    texts = {a["id"]: (a["name"], a["text"]) for a in exported["articles"]}
    for one in exported["times"]:
        name, text = texts[one["article"]]
        words = text[one["start"] : one["end"]]
        assert words.strip() == words != "", name
        for place in (one["reference"], one["range"]):
            assert place is None or 0 <= place[0] < place[1] <= len(text)
    assert len(exported["times"]) > 100


def test_2_paragraphs_cover_every_text(exported: dict[str, Any]) -> None:
    """Nothing lost: every character lies in exactly one paragraph with a role and a reason."""
    for article in exported["articles"]:
        paragraphs = article["paragraphs"]
        assert paragraphs[0]["start"] == 0
        assert paragraphs[-1]["end"] == len(article["text"])
        assert all(left["end"] == right["start"] for left, right in pairwise(paragraphs))
        assert all(p["role"] in set(Role) and p["why"] for p in paragraphs)


@given(
    text=st.text(st.characters(codec="utf-8"), max_size=400).filter(
        lambda t: t.strip().strip("\ufeff").strip()
    )
)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_2_no_character_of_any_text_is_lost(text: str) -> None:
    """Nothing lost: a plain file's text is the file, and its paragraphs are the text."""
    page = Page(data=text.encode(), media_type=MediaType.PLAIN, name="a.txt")
    article = read_article(page)
    if not any(0xD800 <= ord(c) <= 0xDFFF for c in text) and "\0" not in text:
        assert article.text == text.removeprefix("\ufeff").replace("\r\n", "\n")
    assert "".join(article.text[p.start : p.end] for p in article.paragraphs) == article.text


def test_2_the_bytes_as_received_are_kept(example: Example) -> None:
    """Nothing lost: every file of the story comes back byte for byte, lines as they were."""
    files = {path.name: path.read_bytes() for path in example.story.iterdir()}
    with open_record(example.path).reading() as record:
        for summary in record.summaries():
            item = record.item(summary.id)
            assert hashlib.sha256(item.page.data).hexdigest() == record.article(summary.id).sha256
            container, _, number = summary.name.partition("#")
            if number:
                line = files[container].splitlines()[int(number) - 1]
                assert json.loads(item.page.data) == json.loads(line)
            else:
                assert item.page.data == files[summary.name]


def test_3_every_word_is_a_sources_or_of_the_vocabulary(exported: dict[str, Any]) -> None:
    """Nothing written: closed words where the design closes them, printed words where it quotes."""
    for article in exported["articles"]:
        for dating in filter(None, (article["published"], article["updated"])):
            assert dating["basis"] in set(Basis)
        for mention in article["mentions"] or ():
            assert mention["type"] in set(EntityType)
        for field, where in article["fields"].items():
            for one in where if isinstance(where, list) else [where]:
                assert one["basis"] in set(Basis)
            if field in ("headline", "dek") and where["start"] is not None:
                assert " ".join(article[field].split()) in " ".join(article["text"].split())
    for origin in exported["origins"]:
        for member in origin["articles"]:
            assert member["relation"] in set(Relation)


def test_4_unknown_differs_from_not_looked_for(exported: dict[str, Any]) -> None:
    """Claims, not facts: what was not looked for is null, what was looked for is a list."""
    assert exported["looked_for"]
    for name in ("articles", "times", "attributions", "figures", "entities", "timeline", "origins",
                 "differences", "news"):  # fmt: skip
        assert isinstance(exported[name], list) == (name in exported["looked_for"]), name
    for article in exported["articles"]:
        assert (article["mentions"] is None) == (not article["analysed"])
    undated = next(a for a in exported["articles"] if a["name"] == "paste3.txt")
    assert (undated["published"]["first"], undated["published"]["basis"]) == (None, "unknown")


def test_4_no_verdict_is_printed(example: Example) -> None:
    """Claims, not facts: the program's own words judge nothing."""
    record = json.loads(example.export)
    for article in record["articles"]:
        for words in ("text", "headline", "dek"):
            article.pop(words)
    own = json.dumps(record).lower()
    for verdict in ("confirmed", "debunked", "bias", "trustworth", "reliab", "misinformation"):
        assert verdict not in own


def test_5_order_does_not_matter(example: Example, tmp_path: Path, run: Run) -> None:
    """Order: the story in reverse and in three steps gives the same export, byte for byte."""
    files = sorted(example.story.iterdir(), reverse=True)
    for part in (files[:3], files[3:9], files[2:]):
        assert run("add", tmp_path / "r.db", *part).code == 0
    assert run("export", tmp_path / "r.db").out.encode() == example.export


def test_5_adding_twice_changes_nothing(own_example: Path, example: Example, run: Run) -> None:
    """Order: the whole story again is known and changes no byte."""
    report = json.loads(run("add", own_example, example.story, "--json").out)
    assert (report["added"], report["known"]) == ([], 15)
    assert run("export", own_example).out.encode() == example.export


def test_6_one_bad_input_is_named_and_the_rest_goes_on(
    own_example: Path, example: Example, tmp_path: Path, run: Run
) -> None:
    """Never half done: a bad input among the story is named; the record is as without it."""
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 30)
    outcome = run("add", own_example, tmp_path / "bad.txt", example.story)
    assert outcome.code == 3
    assert "failed: bad.txt holds no text" in outcome.err
    assert run("export", own_example).out.encode() == example.export


def test_7_no_network_is_needed(example: Example) -> None:
    """Yours: the story became record, export and page while every socket was refused; none was asked for."""
    assert example.calls_for_network == []
    assert len(json.loads(example.export)["articles"]) == 15
    page = example.path.with_suffix(".html").read_text(encoding="utf-8")
    for loading in ('src="http', "src='http", "@import", 'rel="stylesheet" href', "url(http"):
        assert loading not in page


def test_7_a_rebuild_gives_the_same_record(own_example: Path, example: Example, run: Run) -> None:
    """Yours: everything is made again from the kept bytes alone."""
    assert "15 articles made anew" in run("rebuild", own_example).err
    assert run("export", own_example).out.encode() == example.export


def test_7_a_decision_is_never_overwritten(own_example: Path, example: Example, run: Run) -> None:
    """Yours: a decided date survives adding everything again and a rebuild."""
    assert run("decide", own_example, "published", "paste3.txt", "2022-03-24").code == 0
    run("add", own_example, example.story)
    run("rebuild", own_example)
    made = next(
        a
        for a in json.loads(run("export", own_example).out)["articles"]
        if a["name"] == "paste3.txt"
    )
    assert (made["published"]["first"], made["published"]["basis"]) == ("2022-03-24", "decided")
