"""`onrecord origins`: which articles are copies, who derives from whom, in which forms."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from command_line import Run
from onrecord.cli import origins as face
from quick_analysis import QuickAnalysis
from reports_by_hand import COURIER, LEDE, WIRE, Reports, lay_reports, make_record, make_reports

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
    """Origins of most articles first; each article under the one from which it is copied, with its
    relation, share and reason; then what they share, what a later one changed, and who is cited."""
    outcome = run("origins", record)
    assert outcome.code == 0
    lede = " ".join(WIRE[WIRE.index(LEDE) :].split())[:109]
    at = WIRE.index(LEDE)
    engineers = WIRE.index("Two engineers")
    assert outcome.out.splitlines() == [
        "aa00aa00  Halden Wire  2 articles, 2 outlets",
        "  Halden Wire 3 May 2033  wire.txt  independent  earliest: 2033-05-03",
        "    Ostrel Echo 3 May 2033  echo.txt  pickup  98 %  shared-passage: 27 words",
        f"  shared: “{lede.rstrip()}…”  wire.txt:{at} · echo.txt:45",
        "  version: Halden Wire 3 May 2033  wire.txt → Ostrel Echo 3 May 2033  echo.txt",
        "    taken out: “Two engineers said the wall had been wet for weeks.”"
        f"  wire.txt:{engineers}",
        "bb00bb00  Marn Courier 5 May 2033  courier.txt  independent  none-alike",
        "    cites Halden Wire = aa00aa00: “Some of it Halden Wire had reported.”"
        f"  courier.txt:{COURIER.index('Some of it')}",
        "cc00cc00  Tolm Times 6 May 2033  fair.txt  independent  none-alike",
    ]
    assert outcome.err == "onrecord: 3 origins, 4 articles; 1 of several articles (2)\n"


def test_passages_in_full(reports: Reports, record: Path, run: Run) -> None:
    """`--passages` shows every shared passage whole; without it some are counted."""
    sentence = " ".join(WIRE[WIRE.index(LEDE) : WIRE.index("\n\nTwo")].split())
    one = reports.tail["origins"][0]["passages"][0]
    reports.tail["origins"][0]["passages"] = [one] * 5
    assert f"shared: “{sentence}”" in run("origins", record, "--passages").out
    short = run("origins", record).out
    assert sentence not in short
    assert short.count("shared:") == 3
    assert "and 2 other passages (--passages)" in short
    shorter = {**one, "left": {**one["left"], "text": "The north wall"}}
    reports.tail["origins"][0]["passages"] = [shorter, one, shorter, one, one]
    assert "shared: “The north wall”" not in run("origins", record).out


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), ["aa00", "bb00", "cc00"]),
        (("--relation", "pickup"), ["aa00"]),
        (("--outlet", "echo"), ["aa00"]),
        (("--since", "2033-05-05"), ["bb00", "cc00"]),
        (("--until", "2033-05-04"), ["aa00"]),
        (("--story", "kites"), ["cc00"]),
        (("--story", "ff10"), ["aa00", "bb00"]),
        (("--since", "2034"), []),
    ],
)
def test_filters(
    reports: Reports, record: Path, run: Run, options: tuple[str, ...], found: list[str]
) -> None:
    """Outlet, day of publication, relation and story: an origin passes with any of its articles."""
    outcome = run("origins", record, "--json", *options)
    assert outcome.code == 0
    assert [row["id"][:4] for row in json.loads(outcome.out)] == found
    if not found:
        assert outcome.err == "onrecord: none found\n"


def test_articles_alone_are_counted_where_they_are_many(
    reports: Reports, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Articles without a copy are listed up to a number, and with --all however many they are."""
    monkeypatch.setattr(face, "MOST_ALONE", 1)
    outcome = run("origins", record)
    assert "fair.txt" not in outcome.out
    assert "2 of one article, not listed (--all)" in outcome.err
    assert "fair.txt" in run("origins", record, "--all").out


def test_csv(reports: Reports, record: Path, run: Run) -> None:
    """A row an article, those of one origin together."""
    rows = list(csv.DictReader(io.StringIO(run("origins", record, "--csv").out)))
    assert [(r["origin"][:4], r["name"], r["relation"], r["share"]) for r in rows] == [
        ("aa00", "wire.txt", "independent", ""),
        ("aa00", "echo.txt", "pickup", "0.98"),
        ("bb00", "courier.txt", "independent", ""),
        ("cc00", "fair.txt", "independent", ""),
    ]
    assert json.loads(rows[2]["cites"]) == ["Halden Wire"]
    assert rows[1]["from"] == reports.ids["wire.txt"]


def test_not_looked_for(reports: Reports, record: Path, run: Run) -> None:
    """Where origins were not looked for, that is said, and nothing is shown."""
    reports.tail["origins"] = None
    outcome = run("origins", record)
    assert (outcome.code, outcome.out) == (1, "")
    assert "no origins were looked for" in outcome.err
