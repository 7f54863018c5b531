"""Keeping, hiding and noting entries of the timeline: decisions that hang on a sentence."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from piles import lay_out, plain, running_text
from quick_analysis import QuickAnalysis
from timeline_makers import Json, entry, lay_timeline

pytestmark = pytest.mark.usefixtures("quick")

SENTENCE = "Nobody in the room gave them an answer, and the meeting ended at nine."
OTHER = "Two owners asked who would pay for it."


@pytest.fixture
def record(tmp_path: Path, run: Run) -> Path:
    """A record of two articles."""
    lay_out(tmp_path / "in", (("a.txt", plain(0)), ("b.txt", running_text(1).encode())))
    assert run("add", tmp_path / "r.db", tmp_path / "in").code == 0
    return tmp_path / "r.db"


@pytest.fixture
def place(record: Path, run: Run) -> int:
    """Where the sentence stands in the first article."""
    articles = json.loads(run("export", record).out)["articles"]
    text: str = next(a for a in articles if a["name"] == "a.txt")["text"]
    return text.index(SENTENCE)


@pytest.fixture
def entries(record: Path, place: int, run: Run, monkeypatch: pytest.MonkeyPatch) -> list[Json]:
    """Two entries of one article, their ids alike in the first five characters."""
    id_ = next(
        a["id"] for a in json.loads(run("articles", record, "--json").out) if a["name"] == "a.txt"
    )
    made = [
        entry(0xABCDE1 << 40, None, text=SENTENCE, start=place, article=id_),
        entry(0xABCDE2 << 40, None, text=OTHER, start=place - len(OTHER) - 1, article=id_),
    ]
    lay_timeline(monkeypatch, made)
    return made


def listed(record: Path, run: Run) -> list[dict[str, Any]]:
    """The decisions."""
    found: list[dict[str, Any]] = json.loads(run("decide", record, "--list", "--json").out)
    return found


@pytest.mark.parametrize(("what", "value"), [("keep", ()), ("hide", ()), ("note", ("Ask  her.",))])
def test_a_decision_hangs_on_its_sentence(
    what: str, value: tuple[str, ...], place: int, record: Path, run: Run, quick: QuickAnalysis
) -> None:
    """Any place in a sentence stands for it; no article is read or parsed again."""
    before, asked = run("export", record).out, quick.asked
    outcome = run("decide", record, what, f"a.txt:{place + 9}", *value, "--by", "Ada")
    assert (outcome.code, outcome.out) == (0, "")
    assert (
        outcome.err == f"onrecord: decision 1: {what} a.txt:{place + 9}{' Ask her.' * len(value)}\n"
    )
    (made,) = listed(record, run)
    assert (made["what"], made["start"], made["end"]) == (what, place, place + len(SENTENCE))
    assert (made["text"], made["state"], made["by"]) == (SENTENCE, "holds", "Ada")
    assert quick.asked == asked
    assert json.loads(run("export", record).out)["articles"] == json.loads(before)["articles"]
    assert SENTENCE[:30] in run("decide", record, "--list").out


def test_an_entry_is_named_by_its_id(
    entries: list[Json], place: int, record: Path, run: Run
) -> None:
    """A unique beginning of four characters or more stands for its quoted sentence."""
    assert run("decide", record, "keep", "abcde1").code == 0
    assert run("decide", record, "note", entries[1]["id"], "Who?").code == 0
    assert [(d["start"], d["text"]) for d in listed(record, run)] == [
        (place, SENTENCE),
        (place - len(OTHER) - 1, OTHER),
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("keep",), "three parts"),
        (("note", "abcde1"), "three parts"),
        (("note", "abcde1", "  "), "1 to 2000"),
        (("note", "abcde1", "x" * 2001), "1 to 2000"),
        (("keep", "abcde1", "yes"), "takes no value"),
        (("keep", "abcde"), "fits 2 timeline entries"),
        (("keep", "abc"), "ARTICLE:START"),
        (("keep", "a.txt"), "ARTICLE:START"),
        (("keep", "ABCDE1"), "ARTICLE:START"),
        (("hide", "dddd"), "no timeline entry"),
        (("hide", "a.txt:99999"), "no sentence at this place"),
        (("hide", "a.txt:x"), "ARTICLE:START"),
    ],
)
@pytest.mark.usefixtures("entries")
def test_wrong_usage_helps(arguments: tuple[str, ...], words: str, record: Path, run: Run) -> None:
    """What makes no sense is refused with what would; nothing is kept."""
    outcome = run("decide", record, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err
    assert listed(record, run) == []


def test_no_timeline_has_no_ids(record: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no timeline was looked for an id names nothing; a place still does."""
    lay_timeline(monkeypatch, None)
    assert run("decide", record, "keep", "abcde1").code == 2


def test_a_table_of_choices(entries: list[Json], place: int, record: Path, run: Run) -> None:
    """A CSV keeps, hides and notes; keep and hide need no value, and bad rows are named."""
    table = record.parent / "choices.csv"
    table.write_text(
        f'what,article,value\nkeep,abcde1,\nhide,a.txt:{place - 3},\nnote,abcde2,"Who, then?"\n'
        "keep,abcde1,yes\nnote,abcde1,\n",
        encoding="utf-8",
    )
    outcome = run("decide", record, "--from", table)
    assert (outcome.code, outcome.err.count("failed: ")) == (3, 2)
    assert [d["what"] for d in listed(record, run)] == ["keep", "hide", "note"]
    shown = json.loads(run("timeline", record, "--json", "--hidden").out)
    assert [(e["kept"], e["hidden"], e["note"]) for e in shown] == [
        (True, False, None),
        (False, True, "Who, then?"),
    ]


@pytest.mark.usefixtures("entries")
def test_they_are_taken_back_and_survive(record: Path, run: Run) -> None:
    """An undo takes one back; a rebuild, and removing and adding again, keep the others."""
    for arguments in (("keep", "abcde1"), ("note", "abcde1", "Who?"), ("hide", "abcde2")):
        run("decide", record, *arguments)
    assert run("decide", record, "--undo", "3").err == "onrecord: decision 3 taken back: hide\n"
    run("rebuild", record)
    assert [d["state"] for d in listed(record, run)] == ["holds", "holds", "taken back"]
    assert [
        (d["what"], d["value"]) for d in json.loads(run("export", record).out)["decisions"]
    ] == [
        ("keep", ""),
        ("note", "Who?"),
    ]


def test_orphans(place: int, record: Path, run: Run) -> None:
    """Gone with its article, purged, or with other words at its place: reported, never moved."""
    run("decide", record, "keep", f"a.txt:{place}")
    run("remove", record, "a.txt")
    assert [d["state"] for d in listed(record, run)] == ["orphan"]
    run("add", record, record.parent / "in")
    assert [d["state"] for d in listed(record, run)] == ["holds"]
    with closing(sqlite3.connect(record)) as connection, connection:
        connection.execute("UPDATE decision SET start = start + 1, end = end + 1")
    assert [d["state"] for d in listed(record, run)] == ["orphan"]
    run("remove", record, "a.txt", "--purge")
    run("add", record, record.parent / "in")
    assert [(d["state"], d["text"]) for d in listed(record, run)] == [("orphan", None)]
