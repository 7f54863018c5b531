"""Origins, differences, news, stories and changes in Python."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import onrecord
from command_line import Run
from onrecord.api import OpenRecord
from onrecord.errors import SeveralNames, UnreachableInput, UsageError
from quick_analysis import QuickAnalysis
from reports_by_hand import LEDE, Reports, lay_reports, make_record, make_reports

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the record is."""
    return tmp_path / "r.db"


@pytest.fixture
def reports(quick: QuickAnalysis, path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Reports:
    """Four articles and what is made of them."""
    made = make_reports(make_record(path, run))
    lay_reports(monkeypatch, made)
    return made


@pytest.fixture
def record(reports: Reports, path: Path) -> OpenRecord:
    """The record in use."""
    return onrecord.open(path)


def test_origins(record: OpenRecord) -> None:
    """One row an origin; filters as on the command line, one word for a collection of one."""
    assert [len(row["articles"]) for row in record.origins()] == [2, 1, 1]
    assert len(record.origins(relation="pickup")) == 1
    assert len(record.origins(outlet="echo", until=date(2033, 5, 3))) == 1
    assert list(record.origins()[0]) == [
        "id",
        "medium",
        "outlets",
        "articles",
        "passages",
        "versions",
    ]


def test_differences(record: OpenRecord) -> None:
    """Conflicts first; by reason, slot, words and story."""
    assert [row["reason"] for row in record.differences()] == ["conflict", "wording"]
    assert len(record.differences(reason="wording", slot=("name", "date"))) == 1
    assert len(record.differences(about="mayor", story="quarry")) == 2
    assert len(record.differences(since=date(2040, 1, 1))) == 0


def test_news(record: OpenRecord, reports: Reports) -> None:
    """A row an article; what somebody has seen is no longer new, and only then."""
    assert len(record.news()) == 4
    assert [row["name"] for row in record.news(kind="figure")] == ["courier.txt"]
    assert len(record.news(new=True)) == len(record.news(new=True)) == 4
    record.note_seen([reports.ids["wire.txt"]])
    assert "wire.txt" not in {row["name"] for row in record.news(new=True)}
    assert len(record.news(new=True)) == 3


def test_stories(record: OpenRecord) -> None:
    """A row a story; every view takes one."""
    assert [row["name"] for row in record.stories()] == ["Ostrel · quarry", "Tolm · kites"]
    assert [row["label"] for row in record.articles(story="kites")] == ["Tolm Times 6 May 2033"]
    assert len(record.timeline(story="kites")) == 0
    assert len(record.timeline(story="quarry")) == 2
    assert {row["label"] for row in record.search("on", story="kites")} == {"Tolm Times 6 May 2033"}
    for view in (record.quotes, record.figures, record.series):
        assert len(view(story="kites")) == 0
    assert "Tolm" in {row["name"] for row in record.who(story="kites")}
    with pytest.raises(UsageError):
        record.news(story="eclipse")


def test_a_story_that_several_are(record: OpenRecord, reports: Reports) -> None:
    """Words that stand in the names of several choose none."""
    reports.tail["stories"][1]["name"] = "quarry · Tolm"
    with pytest.raises(SeveralNames):
        record.origins(story="quarry")


def test_changes(record: OpenRecord, reports: Reports, tmp_path: Path) -> None:
    """Since an earlier export, given as what it is or by its path."""
    earlier = json.loads(json.dumps(record.to_dict()))
    assert len(record.changes(earlier)) == 0
    reports.tail["timeline"][0]["status"] = "denied"
    file = tmp_path / "old.json"
    file.write_text(json.dumps(earlier), encoding="utf-8")
    for old in (earlier, file, str(file)):
        (row,) = record.changes(old)
        assert (row["part"], row["change"]) == ("entry", "status")
        assert row["after"][0]["anchor"]["text"] == LEDE
    with pytest.raises(UnreachableInput):
        record.changes(tmp_path / "none.json")


def test_brought(record: OpenRecord, reports: Reports) -> None:
    """What some articles add, read from stored links alone, in the order of the record."""
    rows = record.brought([reports.ids["fair.txt"], reports.ids["wire.txt"]])
    assert [row["name"] for row in rows] == ["wire.txt", "fair.txt"]
    assert {"counts", "adds", "repeats", "sentences"} <= set(rows[0])


def test_not_looked_for(record: OpenRecord, reports: Reports) -> None:
    """What was not looked for has no rows."""
    for key in ("origins", "differences", "news", "stories"):
        reports.tail[key] = None
    views = (record.origins, record.differences, record.news, record.stories)
    assert [len(view()) for view in views] == [0, 0, 0, 0]
