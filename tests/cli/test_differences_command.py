"""`onrecord differences`: how reports of one thing differ, in which forms it is shown."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from command_line import Run
from onrecord.cli import differences as face
from quick_analysis import QuickAnalysis
from reports_by_hand import (
    COURIER,
    LEDE,
    LIFTED,
    WIRE,
    Reports,
    lay_reports,
    make_record,
    make_reports,
)

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Where the record is."""
    return tmp_path / "r.db"


@pytest.fixture
def reports(
    quick: QuickAnalysis, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> Reports:
    """Four articles and what is made of them."""
    made = make_reports(make_record(record, run))
    lay_reports(monkeypatch, made)
    return made


def test_text(reports: Reports, record: Path, run: Run) -> None:
    """Conflicts first; each with its reason, what it is about, and on both sides the words that
    differ, who printed them and the sentence."""
    outcome = run("differences", record)
    assert outcome.code == 0
    left, right = "Halden Wire 3 May 2033  wire.txt", "Marn Courier 5 May 2033  courier.txt"
    about = "(entry 00000000 2033-05-02)"
    assert outcome.out.splitlines() == [
        f"ee02ee02  conflict  date  both-cannot-hold  {about}",
        f"  “on Monday”  {left}:{WIRE.index('on Monday')}",
        f"    “{LEDE}”",
        f"  “on Tuesday”  {right}:{COURIER.index('on Tuesday')}",
        f"    “{LIFTED}”",
        f"ee01ee01  wording  name  words: 2  {about}",
        f"  “The north wall”  {left}:{WIRE.index(LEDE)}",
        f"    “{LEDE}”",
        f"  “its wall”  {right}:{COURIER.index('its wall')}",
        f"    “{LIFTED}”",
    ]
    assert outcome.err == "onrecord: 2 differences (1 conflict, 1 wording)\n"


def test_a_side_without_words(reports: Reports, record: Path, run: Run) -> None:
    """A side that has no words stands as a dash; words that are the whole sentence stand once."""
    one = reports.tail["differences"][0]
    one.update(left=None, left_words=None, right_words=None)
    lines = run("differences", record, "--slot", "name").out.splitlines()
    assert lines[1:] == [
        "  –",
        f"  “{LIFTED}”  Marn Courier 5 May 2033  courier.txt:{COURIER.index(LIFTED)}",
    ]
    (row,) = json.loads(run("differences", record, "--slot", "name", "--json").out)
    assert row["left"] is None
    assert (row["right"]["words"], row["right"]["text"]) == (None, LIFTED)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), ["ee02", "ee01"]),
        (("--reason", "conflict"), ["ee02"]),
        (("--slot", "name"), ["ee01"]),
        (("--slot", "place"), []),
        (("--about", "mayor quarry"), ["ee02", "ee01"]),
        (("--about", "kites"), []),
        (("--outlet", "courier"), ["ee02", "ee01"]),
        (("--since", "2033-05-06"), []),
        (("--story", "quarry"), ["ee02", "ee01"]),
        (("--story", "kites"), []),
    ],
)
def test_filters(
    reports: Reports, record: Path, run: Run, options: tuple[str, ...], found: list[str]
) -> None:
    """Reason, slot, words, outlet, day and story."""
    outcome = run("differences", record, "--json", *options)
    assert outcome.code == 0
    rows = json.loads(outcome.out)
    assert [row["id"][-4:] for row in rows] == found
    for row in rows:
        for side in ("left", "right"):
            start, end = row[side]["words_at"]
            text = {"wire.txt": WIRE, "courier.txt": COURIER}[row[side]["name"]]
            assert text[start:end] == row[side]["words"]


def test_many_that_are_no_conflicts(
    reports: Reports, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Conflicts are always listed; of the others so many, unless they are asked for."""
    monkeypatch.setattr(face, "MOST_OTHERS", 0)
    outcome = run("differences", record)
    assert outcome.out.count("conflict") == 1
    assert "wording" not in outcome.out
    assert "1 not listed (--all)" in outcome.err
    for asked in (("--all",), ("--reason", "wording"), ("--about", "quarry")):
        assert "wording  name" in run("differences", record, *asked).out


def test_csv(reports: Reports, record: Path, run: Run) -> None:
    """A row a difference, each side in columns of its own."""
    rows = list(csv.DictReader(io.StringIO(run("differences", record, "--csv").out)))
    assert [(r["reason"], r["left_words"], r["right_words"]) for r in rows] == [
        ("conflict", "on Monday", "on Tuesday"),
        ("wording", "The north wall", "its wall"),
    ]
    assert rows[0]["left_text"] == LEDE
    assert rows[0]["right_outlet"] == "Marn Courier"
    assert rows[0]["about_kind"] == "entry"


def test_wrong_words(reports: Reports, record: Path, run: Run) -> None:
    """Words without a word in them, a story that nobody tells and one that several do are wrong
    usage; what was not looked for is said."""
    assert run("differences", record, "--about", "...").code == 2
    assert run("differences", record, "--story", "eclipse").code == 2
    reports.tail["stories"][1]["name"] = "quarry · Tolm"
    outcome = run("differences", record, "--story", "quarry")
    assert outcome.code == 2
    assert "Ostrel · quarry" in outcome.err
    assert "quarry · Tolm" in outcome.err
    reports.tail["differences"] = None
    outcome = run("differences", record)
    assert (outcome.code, "no differences were looked for" in outcome.err) == (1, True)
