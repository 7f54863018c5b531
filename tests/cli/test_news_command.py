"""`onrecord news`: what each article adds, what it repeats, and what is new since the last look."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from command_line import Run
from onrecord.api import OpenRecord
from onrecord.cli import news_lines as face
from onrecord.errors import RecordFileError
from quick_analysis import QuickAnalysis
from reports_by_hand import (
    COURIER,
    ECHO,
    LEDE,
    LIFTED,
    WIRE,
    Reports,
    lay_reports,
    make_record,
    make_reports,
)

pytestmark = pytest.mark.usefixtures("quick")

NAMES = ["wire.txt", "echo.txt", "courier.txt", "fair.txt"]


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


def names(record: Path, run: Run, *options: str) -> list[str]:
    """The articles that are shown, by their names."""
    outcome = run("news", record, "--json", *options)
    assert outcome.code == 0, outcome.err
    return [row["name"] for row in json.loads(outcome.out)]


def test_text(reports: Reports, record: Path, run: Run) -> None:
    """In order of publication: what each adds, counted and in its printed words with their places,
    a figure with its value before; and how much it repeats, and of whom."""
    outcome = run("news", record)
    assert outcome.code == 0
    lede, lifted = WIRE.index(LEDE), COURIER.index(LIFTED)
    before = f"before: “12 workers”  Halden Wire 3 May 2033  wire.txt:{WIRE.index('12 workers')}"
    assert outcome.out.splitlines() == [
        "2033-05-03  Halden Wire 3 May 2033  wire.txt  “Quarry wall falls near Ostrel”",
        "  adds: 1 event, 1 name",
        f"  event  “{LEDE}”  wire.txt:{lede}",
        f"  names  “Lena Orsk” wire.txt:{WIRE.index('Lena')}",
        "2033-05-03  Ostrel Echo 3 May 2033  echo.txt  “Wall of quarry falls”",
        "  adds: none found; repeats: 1 of 1 sentence",
        "  repeats of  Halden Wire 3 May 2033 (1)",
        "2033-05-05  Marn Courier 5 May 2033  courier.txt  “Quarry had been warned”",
        "  adds: 1 figure, 1 difference",
        f"  figure  “Nine workers”  courier.txt:{lifted}  {before}",
        f"  difference  conflict: date  “{LIFTED}”  courier.txt:{lifted}",
        f"    {before}",
        "2033-05-06  Tolm Times 6 May 2033  fair.txt  “Kite fair opens in Tolm”",
        "  adds: none found",
    ]
    assert outcome.err == "onrecord: 4 articles, 4 items; nothing new found in 2\n"


def test_everything(
    reports: Reports, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a kind so many items are shown and the others counted; --all shows them, and what is
    repeated sentence by sentence."""
    monkeypatch.setattr(face, "_MOST_ITEMS", 1)
    wire = reports.tail["news"][0]
    wire["adds"] += [wire["adds"][0]] * 2
    short = run("news", record).out
    assert "  and 2 other events (--all)" in short.splitlines()
    full = run("news", record, "--all").out.splitlines()
    assert sum(line.startswith("  event") for line in full) == 3
    repeated = (
        f"  repeat  “{LEDE}”  echo.txt:{ECHO.index(LEDE)}"
        f"  of Halden Wire 3 May 2033  wire.txt:{WIRE.index(LEDE)}"
    )
    assert repeated in full


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), NAMES),
        (("--since", "2033-05-05"), NAMES[2:]),
        (("--until", "2033-05-03"), NAMES[:2]),
        (("--outlet", "echo"), NAMES[1:2]),
        (("--story", "kites"), NAMES[3:]),
        (("--kind", "figure"), ["courier.txt"]),
        (("--kind", "name", "--kind", "difference"), ["wire.txt", "courier.txt"]),
        (("--kind", "statement"), []),
    ],
)
def test_filters(
    reports: Reports, record: Path, run: Run, options: tuple[str, ...], found: list[str]
) -> None:
    """Day of publication, outlet, story, and kind, which only shows articles with some."""
    assert names(record, run, *options) == found


def test_kinds_are_counted_as_they_are_shown(reports: Reports, record: Path, run: Run) -> None:
    """With --kind only these items are counted and shown."""
    out = run("news", record, "--kind", "difference").out
    assert "adds: 1 difference" in out
    assert "figure" not in out


def test_since_the_last_look(reports: Reports, record: Path, run: Run, tmp_path: Path) -> None:
    """What is listed with --new counts as seen; what is filtered out waits, and what is added later
    is new however old it is."""
    assert names(record, run, "--new", "--outlet", "wire") == ["wire.txt"]
    assert names(record, run, "--new") == NAMES[1:]
    outcome = run("news", record, "--new")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "onrecord: nothing new since the last look\n"
    assert names(record, run) == NAMES
    late = tmp_path / "late.txt"
    late.write_text(f"Old paper\n\nPublished: 2 May 2030\n\n{LEDE}.\n", encoding="utf-8")
    assert run("add", record, late, "-q").code == 0
    id_ = next(
        row["id"]
        for row in json.loads(run("articles", record, "--json").out)
        if row["name"] == "late.txt"
    )
    news = reports.tail["news"]
    news.insert(0, {"article": id_, "adds": [], "repeats": [], "sentences": 1})
    assert names(record, run, "--new") == ["late.txt"]
    assert names(record, run, "--new") == []


def test_the_clock_is_in_no_export(reports: Reports, record: Path, run: Run) -> None:
    """Looking changes no byte of an export."""
    before = run("export", record).out
    assert names(record, run, "--new") == NAMES
    assert run("export", record).out == before


def test_a_file_that_cannot_be_written(
    reports: Reports, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The news are shown, and it is said that the look is not kept."""

    def refuse(_: OpenRecord) -> None:
        raise RecordFileError("read-only")

    with monkeypatch.context() as patch:
        patch.setattr(OpenRecord, "writing", refuse)
        outcome = run("news", record, "--new")
    assert outcome.code == 0
    assert outcome.out.count("adds:") == 4
    assert "cannot be written; it will not know that you have seen these" in outcome.err
    assert names(record, run, "--new") == NAMES


def test_csv(reports: Reports, record: Path, run: Run) -> None:
    """A row an item, a row a repeated sentence with the place that told it first."""
    rows = list(csv.DictReader(io.StringIO(run("news", record, "--csv").out)))
    assert [(r["name"], r["kind"], r["text"], r["before"]) for r in rows] == [
        ("wire.txt", "event", LEDE, ""),
        ("wire.txt", "name", "Lena Orsk", ""),
        ("echo.txt", "repeat", LEDE, ""),
        ("courier.txt", "figure", "Nine workers", "12 workers"),
        ("courier.txt", "difference", LIFTED, "12 workers"),
    ]
    assert rows[2]["before_at"] == f"wire.txt:{WIRE.index(LEDE)}"


def test_not_looked_for(reports: Reports, record: Path, run: Run) -> None:
    """Where news were not looked for, that is said, and the look is not kept."""
    news, reports.tail["news"] = reports.tail["news"], None
    outcome = run("news", record, "--new")
    assert (outcome.code, outcome.out) == (1, "")
    assert "no news were looked for" in outcome.err
    reports.tail["news"] = news
    assert names(record, run, "--new") == NAMES
