"""By how many origins a thing is reported: in the timeline, of utterances and of figures."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from command_line import Run
from figures_by_hand import Counts, lay_counts, make_counts, make_guards
from quick_analysis import QuickAnalysis
from reports_by_hand import (
    LEDE,
    WIRE,
    Reports,
    agreement,
    lay_reports,
    make_record,
    make_reports,
)
from speech_makers import Speech, lay_speech, make_pile, make_speech

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


def test_timeline(reports: Reports, record: Path, run: Run) -> None:
    """Behind the articles of an entry: origins, outlets, who they are, and the marks."""
    lines = run("timeline", record).out.splitlines()
    at = f"  wire.txt:{WIRE.index(LEDE)}"
    assert (
        f"{at}  Halden Wire 3 May 2033; Ostrel Echo 3 May 2033"
        " · reported by 1 origin (2 outlets): Halden Wire · single origin"
    ) in lines
    assert any(line.endswith("Marn Courier 5 May 2033 · single origin") for line in lines)
    rows = list(csv.DictReader(io.StringIO(run("timeline", record, "--csv").out)))
    assert [(r["origins"], r["outlets"], json.loads(r["marks"])) for r in rows] == [
        ("1", "2", ["single origin"]),
        ("1", "1", ["single origin"]),
    ]
    (first, _) = json.loads(run("timeline", record, "--json").out)
    assert first["agreement"]["tellers"][0]["origin"] == "Halden Wire"


def test_a_timeline_without_agreement(reports: Reports, record: Path, run: Run) -> None:
    """Where agreement was not looked for, origins and articles are counted as before."""
    for one in reports.tail["timeline"]:
        del one["agreement"]
    assert " · 1 origin, 2 articles" in run("timeline", record).out


@pytest.fixture
def counts(quick: QuickAnalysis, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Counts:
    """Three articles and what they count."""
    made = make_counts(make_guards(record, run))
    lay_counts(monkeypatch, made)
    return made


def test_figures(counts: Counts, record: Path, run: Run) -> None:
    """Behind the first line of a number, by how many origins it is reported; in tables in each
    row."""
    killed = counts.labelled("people killed · Lorne")
    herald, digest = counts.figure("19 people", "herald"), counts.figure("19 people", "digest")
    told = agreement(
        ("Kerrow Herald", "outlet: Kerrow Herald", [herald["article"]]),
        ("Elm Digest", "outlet: Elm Digest", [digest["article"]]),
        outlets=2,
        marks=["possibly-one-briefing"],
    )
    killed["readings"] = [{"figures": [herald["id"], digest["id"]], "agreement": told}]
    words = "reported by 2 origins (2 outlets): Kerrow Herald; Elm Digest · possibly one briefing"
    lines = [line for line in run("figures", record).out.splitlines() if "reported by" in line]
    assert len(lines) == 1
    assert lines[0].endswith(f"herald.txt:76 · 2 articles · {words}")
    rows = list(csv.DictReader(io.StringIO(run("figures", record, "--csv").out)))
    marked = [r for r in rows if r["origins"]]
    assert {(r["words"], r["outlets"]) for r in marked} == {("19 people", "2")}
    assert json.loads(marked[0]["marks"]) == ["possibly one briefing"]


@pytest.fixture
def speech(quick: QuickAnalysis, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Speech:
    """Three articles and what is said in them."""
    made = make_speech(make_pile(record, run))
    lay_speech(monkeypatch, made)
    return made


def test_quotes(speech: Speech, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under an utterance by how many origins it is reported; then what tells the same in other
    words."""
    one, other = speech.said("We will dredge"), speech.said("the ferry company would pay")
    told = agreement(
        ("Sandhaven Post", "outlet: Sandhaven Post", [one["article"]]),
        ("Elm Digest", "outlet: Elm Digest", [speech.ids["copy.txt"]]),
        outlets=2,
        marks=[],
    )
    statement = {
        "id": "5" * 16,
        "attributions": [one["id"], other["id"]],
        "why": [{"left": one["id"], "right": other["id"], "why": "retold"}],
        "agreement": told,
    }
    speech.statements.append(statement)
    lines = run("quotes", record).out.splitlines()
    shown = [n for n, line in enumerate(lines) if "reported by" in line]
    assert len(shown) == 2
    assert lines[shown[0]] == "  reported by 2 origins (2 outlets): Sandhaven Post; Elm Digest"
    alike = {lines[n + 1].partition("  Sandhaven Post")[0] for n in shown}
    assert alike == {
        "  alike: indirect: the ferry company would pay for the work, and that Tarek al-Sabir had"
        " agreed to it",
        "  alike: “We will dredge the channel this summer,” … “It cannot wait.”",
    }
    rows = json.loads(run("quotes", record, "--json").out)
    agreed = [row for row in rows if row["agreement"]]
    assert [row["agreement"]["origins"] for row in agreed] == [2, 2]
    table = list(csv.DictReader(io.StringIO(run("quotes", record, "--csv").out)))
    assert {r["origins"] for r in table} == {"2", ""}
