"""`onrecord stories`, and `--story` on every view."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from onrecord.cli import stories as face
from quick_analysis import QuickAnalysis
from reports_by_hand import LEDE, Reports, lay_reports, make_record, make_reports

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


def rows(record: Path, run: Run, view: str, *options: str) -> list[dict[str, Any]]:
    """The rows of a view as JSON."""
    outcome = run(view, record, "--json", *options)
    assert outcome.code == 0, outcome.err
    found: list[dict[str, Any]] = json.loads(outcome.out)
    return found


def test_list(reports: Reports, record: Path, run: Run) -> None:
    """A line a story: name, days, articles and events."""
    outcome = run("stories", record)
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "ff10ff10  Ostrel · quarry  2033-05-03..2033-05-05  3 articles, 2 events",
        "ff20ff20  Tolm · kites  2033-05-06  1 article",
    ]
    assert outcome.err == "onrecord: 2 stories, 4 articles\n"


@pytest.mark.parametrize("typed", ["quarry", "OSTREL", "ff10"])
def test_one(reports: Reports, record: Path, run: Run, typed: str) -> None:
    """One story, by words of its name or the beginning of its id: its events with their
    articles."""
    outcome = run("stories", record, typed)
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "ff10ff10  Ostrel · quarry  2033-05-03..2033-05-05  3 articles, 2 events",
        "  2033-05-03  2 articles",
        "    Halden Wire 3 May 2033  wire.txt  “Quarry wall falls near Ostrel”",
        "    Ostrel Echo 3 May 2033  echo.txt  “Wall of quarry falls”",
        "  2033-05-05  1 article",
        "    Marn Courier 5 May 2033  courier.txt  “Quarry had been warned”",
    ]


def test_filters(reports: Reports, record: Path, run: Run) -> None:
    """A story passes with any of its articles, and is shown with all."""
    assert [row["name"] for row in rows(record, run, "stories", "--since", "2033-05-06")] == [
        "Tolm · kites"
    ]
    (row,) = rows(record, run, "stories", "--outlet", "echo")
    assert row["articles"] == 3
    outcome = run("stories", record, "--since", "2040")
    assert (outcome.code, outcome.out, "none found" in outcome.err) == (0, "", True)


def test_stories_of_one_article(
    reports: Reports, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are counted where they are many; --all lists them."""
    monkeypatch.setattr(face, "_MOST_SINGLES", 0)
    outcome = run("stories", record)
    assert "kites" not in outcome.out
    assert "1 of one article, not listed (--all)" in outcome.err
    assert "kites" in run("stories", record, "--all").out
    assert "kites" in run("stories", record, "kites").out


def test_csv(reports: Reports, record: Path, run: Run) -> None:
    """A row an article, with its event and its story."""
    found = list(csv.DictReader(io.StringIO(run("stories", record, "--csv").out)))
    assert [(r["story_name"], r["event"][:4], r["name"]) for r in found] == [
        ("Ostrel · quarry", "ff11", "wire.txt"),
        ("Ostrel · quarry", "ff11", "echo.txt"),
        ("Ostrel · quarry", "ff12", "courier.txt"),
        ("Tolm · kites", "ff21", "fair.txt"),
    ]


def test_not_looked_for(reports: Reports, record: Path, run: Run) -> None:
    """Where stories were not looked for, that is said; a story that nobody tells is wrong usage."""
    assert run("stories", record, "eclipse").code == 2
    reports.tail["stories"] = None
    outcome = run("stories", record)
    assert (outcome.code, "no stories were looked for" in outcome.err) == (1, True)


@pytest.mark.parametrize(
    ("view", "more", "quarry", "kites"),
    [
        ("articles", (), ["wire.txt", "echo.txt", "courier.txt"], ["fair.txt"]),
        ("news", (), ["wire.txt", "echo.txt", "courier.txt"], ["fair.txt"]),
        ("origins", (), ["aa00" * 4, "bb00" * 4], ["cc00" * 4]),
        ("differences", (), ["ee02" * 4, "ee01" * 4], []),
        ("timeline", (), [f"{n:016x}" for n in (0xDD01, 0xDD02)], []),
        ("quotes", (), [], []),
        ("figures", (), [], []),
    ],
)
def test_every_view_by_story(
    reports: Reports,
    record: Path,
    run: Run,
    view: str,
    more: tuple[str, ...],
    quarry: list[str],
    kites: list[str],
) -> None:
    """`--story` leaves in every view what an article of the story tells."""
    for story, wanted in (("quarry", quarry), ("kites", kites)):
        found = rows(record, run, view, *more, "--story", story)
        key = "name" if view in ("articles", "news") else "id"
        assert [row[key] for row in found] == wanted
    assert run(view, record, *more, "--story", "eclipse").code == 2


def test_search_and_names_by_story(reports: Reports, record: Path, run: Run) -> None:
    """Search and names are of the story too; so is a chronology."""
    hits = run("search", record, "on", "--story", "kites")
    assert "fair.txt" in hits.out or "Tolm Times" in hits.out
    assert "1 article found" in hits.err
    assert "3 articles found" in run("search", record, "on", "--story", "quarry").err
    found = json.loads(run("search", record, "on", "--story", "kites", "--json").out)
    assert {row["label"] for row in found} == {"Tolm Times 6 May 2033"}
    names = {row["name"] for row in rows(record, run, "who", "--story", "kites")}
    others = {row["name"] for row in rows(record, run, "who", "--story", "quarry")}
    assert "Lena Orsk" in others - names
    asked = {row["name"] for row in rows(record, run, "review", "--story", "kites")}
    assert asked <= {"fair.txt"}
    chronology = run("timeline", record, "--story", "quarry", "--to", "md").out
    assert LEDE in chronology
    assert LEDE not in run("timeline", record, "--story", "kites", "--to", "md").out
