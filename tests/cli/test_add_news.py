"""What `onrecord add` prints of newly added articles: what each brought."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from onrecord.cli import brought as face
from onrecord.record import news as news_stage
from piles import lay_out
from quick_analysis import QuickAnalysis
from reports_by_hand import LEDE, TEXTS, WIRE
from timeline_makers import anchor

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Four articles."""
    return lay_out(tmp_path / "in", tuple((n, t.encode()) for n, t in TEXTS.items()))


@pytest.fixture
def brings(quick: QuickAnalysis, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every article brings its first words as an event, and two names."""

    def news_of(article_id: str, pile: Any, order: Any) -> dict[str, Any]:
        text = pile.article(article_id).text
        words = LEDE if LEDE in text else text.split("\n")[0]
        event = {"kind": "event", "anchor": anchor(article_id, text, words)}
        names = [{"kind": "name", "anchor": anchor(article_id, text, words.split()[0])}] * 2
        adds = [{**one, "about": None, "before": None, "why": "test"} for one in (event, *names)]
        return {"article": article_id, "adds": adds, "repeats": [], "sentences": 3}

    monkeypatch.setattr(news_stage, "news_of", news_of)


def test_few(brings: None, files: list[Path], tmp_path: Path, run: Run) -> None:
    """A line an article, its leading items under it, on standard error; nothing of the first of a
    record, to which all is new, and nothing of what the record had before."""
    assert "adds:" not in run("add", tmp_path / "r.db", files[3]).err
    outcome = run("add", tmp_path / "r.db", files[0])
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.splitlines()[-2:] == [
        "wire.txt  adds: 1 event, 2 names",
        f"  event  “{LEDE}”  wire.txt:{WIRE.index(LEDE)}",
    ]
    again = run("add", tmp_path / "r.db", files[0])
    assert "adds:" not in again.err
    assert "adds:" not in run("add", tmp_path / "r.db", files[1], "-q").err


def test_more_than_a_few(
    brings: None, files: list[Path], tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where more come, a line each; where many come, only how to see them."""
    assert run("add", tmp_path / "r.db", files[0]).code == 0
    with monkeypatch.context() as patch:
        patch.setattr(face, "_MOST_IN_FULL", 1)
        lines = run("add", tmp_path / "r.db", *files[1:3]).err.splitlines()
        assert sum("adds:" in line for line in lines) == 2
        assert not any(line.startswith("  event") for line in lines)
        assert "adds:" not in run("add", tmp_path / "new.db", *files).err
    monkeypatch.setattr(face, "_MOST_ARTICLES", 0)
    many = run("add", tmp_path / "r.db", files[3])
    assert "adds: 1" not in many.err
    assert "1 article new; what each adds:" in many.err


def test_json(brings: None, files: list[Path], tmp_path: Path, run: Run) -> None:
    """The report has what each article brought."""
    report = json.loads(run("add", tmp_path / "r.db", *files[:2], "--json").out)
    assert {row["name"] for row in report["news"]} == {"wire.txt", "echo.txt"}
    assert {row["counts"]["name"] for row in report["news"]} == {2}
    assert set(report["added"]) == {row["article"] for row in report["news"]}
    assert json.loads(run("add", tmp_path / "r.db", files[0], "--json").out)["news"] == []
