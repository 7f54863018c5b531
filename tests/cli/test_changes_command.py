"""`onrecord changes`: what changed since an earlier export, from the file to the terminal."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from quick_analysis import QuickAnalysis
from reports_by_hand import LEDE, WIRE, Reports, lay_reports, make_record, make_reports

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


@pytest.fixture
def old(reports: Reports, record: Path, run: Run) -> Path:
    """An export of the record as it was; then an entry is told otherwise and one is gone."""
    path = record.with_name("old.json")
    assert run("export", record, "-o", path).code == 0
    fall, _ = reports.tail["timeline"]
    fall.update(first="2033-05-01", last="2033-05-02", id="f" * 16, origins=2)
    fall["agreement"] = {**fall["agreement"], "origins": 2}
    reports.tail["timeline"] = [fall]
    return path


def test_text(old: Path, record: Path, run: Run) -> None:
    """Under the name of each part a line a change: id, what was and is, words and place."""
    outcome = run("changes", record, old)
    assert outcome.code == 0
    at = f"Halden Wire 3 May 2033  wire.txt:{WIRE.index(LEDE)}"
    lines = outcome.out.splitlines()
    assert lines[:3] == [
        "timeline",
        f"  re-dated  ffffffff  2033-05-02 → 2033-05-01..2033-05-02  “{LEDE}”  {at}",
        f"  origins  ffffffff  1 → 2  “{LEDE}”  {at}",
    ]
    assert lines[3].startswith("  gone  00000000  2033-05-03  “Nine workers")
    assert len(lines) == 4
    assert outcome.err == "onrecord: 3 changes (3 entry)\n"


def test_parts_and_nothing(old: Path, reports: Reports, record: Path, run: Run) -> None:
    """`--part` leaves the others out; where nothing changed, that is said."""
    outcome = run("changes", record, old, "--part", "series", "--part", "name")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "onrecord: nothing changed\n"


def test_json_and_csv(old: Path, record: Path, run: Run) -> None:
    """All of it as JSON; a row a change as CSV."""
    rows = json.loads(run("changes", record, old, "--json").out)
    assert [(r["part"], r["change"]) for r in rows] == [
        ("entry", "re-dated"),
        ("entry", "origins"),
        ("entry", "gone"),
    ]
    assert rows[0]["before"][0]["value"] == "2033-05-02"
    assert rows[0]["after"][0]["anchor"]["text"] == LEDE
    assert rows[2]["after"] == []
    table = list(csv.DictReader(io.StringIO(run("changes", record, old, "--csv").out)))
    assert json.loads(table[1]["before"]) == ["1"]
    assert json.loads(table[1]["after"]) == ["2"]
    assert table[0]["text"] == LEDE


def test_packed(old: Path, record: Path, run: Run) -> None:
    """The earlier export may be packed with gzip."""
    packed = old.with_suffix(".json.gz")
    packed.write_bytes(gzip.compress(old.read_bytes()))
    assert run("changes", record, packed).out == run("changes", record, old).out


def test_an_older_program(old: Path, record: Path, run: Run) -> None:
    """Another program and schema are told, what it did not look for is not compared, and the rest
    is."""
    export: dict[str, Any] = json.loads(old.read_text(encoding="utf-8"))
    export |= {"onrecord": "0.0.1", "schema": 0, "stories": None}
    old.write_text(json.dumps(export), encoding="utf-8")
    lines = run("changes", record, old).out.splitlines()
    assert lines[0] == "made by"
    assert lines[1].startswith("  version  onrecord  0.0.1 → ")
    assert "  version  schema  0 → 1" in lines
    assert "  not-compared  stories  not-in-the-earlier-export" in lines
    assert any(line.startswith("  re-dated") for line in lines)


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[1, 2]", b'{"articles": 3}', b"\x1f\x8b\x08\0", b"\xff\xfe\0", b"[" * 5000],
)
def test_what_is_no_export(old: Path, record: Path, run: Run, data: bytes) -> None:
    """A file that is no export is named, with what it is; nothing is shown."""
    old.write_bytes(data)
    outcome = run("changes", record, old)
    assert (outcome.code, outcome.out) == (1, "")
    assert "old.json" in outcome.err


def test_a_missing_file(reports: Reports, record: Path, run: Run) -> None:
    """A file that is not there is wrong usage."""
    assert run("changes", record, record.with_name("none.json")).code == 2
