"""`onrecord review` on names, wordings and speakers."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from speech_makers import Speech, lay_speech, make_pile, make_speech

pytestmark = pytest.mark.usefixtures("quick")

KINDS = ("--kind", "names", "--kind", "wordings", "--kind", "speaker")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Where the record is."""
    return tmp_path / "r.db"


@pytest.fixture
def speech(record: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Speech:
    """Three articles, two names that may be one, two wordings that may be of one utterance."""
    made = make_speech(make_pile(record, run))
    pay, deep = made.said("the ferry"), made.said("the water")
    made.unsure_variants.append(
        {"left": pay["id"], "right": deep["id"], "why": "same-words: 38 %", "settles": 2}
    )
    lay_speech(monkeypatch, made)
    return made


def questions(record: Path, run: Run) -> list[dict[str, Any]]:
    """The questions on names, wordings and speakers."""
    found: list[dict[str, Any]] = json.loads(run("review", record, "--json", *KINDS).out)
    return found


def test_questions_and_their_lines(speech: Speech, record: Path, run: Run) -> None:
    """Each has its evidence, what it settles, and the lines to choose from."""
    outcome = run("review", record, *KINDS)
    assert outcome.code == 0
    pay, deep, safe = (speech.said(w)["id"] for w in ("the ferry", "the water", "The north"))
    assert outcome.out.splitlines() == [
        "names: same or different  Ada Finch · Abel Finch  settles 1 mention, 1 attribution",
        "  person, 4 mentions · person, 1 mention; surname: finch",
        "  ““We will dredge the channel this summer,” Ada Finch said on Monday.”  63-130",
        "  “Abel Finch, her brother, said the water was deep enough for every boat that calls here,"
        f" and that nobody in the town had asked for more of it.”  {speech.ids['copy.txt'][:8]}:112-253",
        f"  onrecord decide {record} same post.txt:105 copy.txt:112",
        f"  onrecord decide {record} different post.txt:105 copy.txt:112",
        "wordings: same or different  Ada Finch  settles 2 attributions",
        "  same-words: 38 %",
        "  “Finch said that the ferry company would pay for the work, and that Tarek al-Sabir had"
        " agreed to it.”  154-253",
        "  “Abel Finch, her brother, said the water was deep enough for every boat that calls here,"
        f" and that nobody in the town had asked for more of it.”  {speech.ids['copy.txt'][:8]}:112-253",
        f"  onrecord decide {record} same {pay} {deep}",
        f"  onrecord decide {record} different {pay} {deep}",
        "speaker: unresolved  Kerrow Herald 14 May 2031  settles 1 attribution",
        "  Ferry firm denies harbour deal",
        "  two candidates; near it: Ada Finch; Tarek al-Sabir",
        "  ““The north quay is safe,” he said.”  332-366",
        f"  onrecord decide {record} speaker {safe} NAME",
    ]
    assert "names: same or different; 1 wordings: same or different" in outcome.err


def test_every_line_is_taken(speech: Speech, record: Path, run: Run) -> None:
    """Pasted as they stand, the lines of names and wordings do what they say."""
    for question in questions(record, run)[:2]:
        assert run(*shlex.split(question["command"])[1:]).code == 0
    listed = json.loads(run("decide", record, "--list", "--json").out)[-2:]
    assert [(one["what"], one["value"]) for one in listed] == [
        ("same", "name"),
        ("same", "wording"),
    ]


def test_what_was_compared_is_not_asked_again(speech: Speech, record: Path, run: Run) -> None:
    """`undecided` closes a question of names; `unknown` one of a speaker; an undo opens them."""
    (first, *_), safe = questions(record, run), speech.said("The north")
    run("decide", record, "undecided", *shlex.split(first["command"])[4:])
    assert [q["kind"] for q in questions(record, run)] == ["wordings", "speaker"]
    safe["speaker_why"] = "decision: 5"
    assert [q["kind"] for q in questions(record, run)] == ["wordings"]
    run("decide", record, "--undo", "4")
    assert [q["kind"] for q in questions(record, run)] == ["names", "wordings"]


def test_asking(speech: Speech, record: Path, run: Run) -> None:
    """s, d or u for a pair, a name or the number of a candidate for a speaker; each once a round."""
    outcome = run("review", record, "--ask", "--by", "Eve", *KINDS, stdin=b"x\nd\nu\n2\n")
    assert outcome.code == 0
    assert "answer s, d or u" in outcome.err
    assert "s same, d different, u undecided, Enter later, q quit" in outcome.err
    assert "  2  Tarek al-Sabir\n" in outcome.err
    assert outcome.err.endswith("onrecord: 3 answers kept\n")
    listed = json.loads(run("decide", record, "--list", "--json").out)[-3:]
    assert [(one["what"], one["by"]) for one in listed] == [
        ("different", "Eve"), ("undecided", "Eve"), ("speaker", "Eve"),
    ]  # fmt: skip
    assert listed[2]["value"] == "Tarek al-Sabir"


def test_nothing_is_asked_where_nothing_was_looked_for(
    record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record without names and attributions asks about neither."""
    make_pile(record, run)
    lay_speech(monkeypatch, None)
    assert questions(record, run) == []
