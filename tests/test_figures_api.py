"""Figures and series in Python, also as frames."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import onrecord
from command_line import Run
from figures_by_hand import Counts, lay_counts, make_counts, make_guards
from onrecord.errors import SeveralNames
from quick_analysis import QuickAnalysis


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Where the record is."""
    return tmp_path / "r.db"


@pytest.fixture
def counts(quick: QuickAnalysis, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Counts:
    """Three articles and what they count."""
    made = make_counts(make_guards(record, run))
    lay_counts(monkeypatch, made)
    return made


def test_figures(counts: Counts, record: Path) -> None:
    """One flat row a figure, in the order of the articles, with the series in which it stands."""
    view = onrecord.open(record).figures()
    assert [row["id"] for row in view] == [one["id"] for one in counts.figures]
    assert not any(isinstance(value, dict | list) for row in view for value in row.values())
    named = (
        "id", "series", "series_label", "as_of_first", "as_of_last", "low", "high", "bound",
        "unit", "counted", "place", "owner", "part", "kind", "modality", "speaker_name", "outlet",
        "label", "article", "start", "end", "words", "sentence",
    )  # fmt: skip
    assert set(named) <= set(view[0])
    assert (view[0]["words"], view[0]["low"], view[0]["high"]) == ("At least 14 people", 14, None)
    assert view[0]["sentence"].startswith("At least 14 people were killed when the ferry")
    assert view[3]["series"] is None
    assert len(onrecord.open(record).figures(kind="level", since=date(2031, 5, 15))) == 3
    assert len(onrecord.open(record).figures(conflicts=True)) == 4


def test_series(counts: Counts, record: Path) -> None:
    """One row a series with its reports in it, without the figures that stand in none."""
    view = onrecord.open(record).series()
    assert sorted(row["id"] for row in view) == sorted(one["id"] for one in counts.series)
    assert [row["reports"] for row in view] == [4, 4, 1, 1, 1, 1]
    (guards,) = onrecord.open(record).series(about="guards", differences=True, kind=["level"])
    assert [point["low"] for point in guards["points"]] == [5200, 5000, 5200, 2500]
    assert list(onrecord.open(record).series(kind="age")) == []


def test_frames_of_figures(counts: Counts, record: Path) -> None:
    """Both views make frames, with a row for each of theirs."""
    for view in (onrecord.open(record).figures(), onrecord.open(record).series()):
        assert view.to_pandas().shape[0] == view.to_polars().shape[0] == len(view) > 5
        assert list(view.to_pandas().columns) == list(view[0])


def test_an_unclear_name(counts: Counts, record: Path) -> None:
    """Where several speakers fit, none is chosen."""
    other = {**counts.entities[0], "id": "f" * 16, "name": "Abel Finch", "aliases": []}
    counts.entities.append(other)
    counts.attributions[0]["speaker"] = other["id"]
    with pytest.raises(SeveralNames):
        onrecord.open(record).figures(by="finch")


def test_nothing_was_looked_for(
    quick: QuickAnalysis, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Views are empty where no figures were looked for."""
    make_guards(record, run)
    lay_counts(monkeypatch, None)
    assert len(onrecord.open(record).figures()) == len(onrecord.open(record).series()) == 0
