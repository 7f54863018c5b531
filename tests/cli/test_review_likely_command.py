"""`onrecord review`: a day that likeness alone suggests is shown with its words and asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from piles import lay_out

pytestmark = pytest.mark.usefixtures("quick")

DATED = (
    "Beavers dam the mill stream at Kerrow, nine cellars flooded\n\nPublished: 14 May 2031\n\n"
    "Beavers dammed the mill stream at Kerrow overnight and flooded nine cellars, the water board"
    " said.\n\nThe board will take the dam down by hand next week.\n"
)
UNDATED = (
    "Nine cellars at Kerrow flooded after beavers dam mill stream\n\nNine cellars at Kerrow were"
    " flooded overnight because beavers had dammed the mill stream.\n\nThe owners were still"
    " pumping at noon and asked who would pay for the coal.\n"
)


@pytest.fixture
def record(tmp_path: Path, run: Run) -> Path:
    """An article known to the day, and one without a day that tells the same without quotations."""
    lay_out(tmp_path / "in", (("dated.txt", DATED.encode()), ("undated.txt", UNDATED.encode())))
    assert run("add", tmp_path / "r.db", tmp_path / "in").code == 0
    return tmp_path / "r.db"


def published(record: Path, run: Run) -> dict[str, dict[str, Any]]:
    """The dates of the articles by their names."""
    return {a["name"]: a["published"] for a in json.loads(run("export", record).out)["articles"]}


def test_likeness_settles_nothing_and_is_asked(record: Path, run: Run) -> None:
    """The day stays unknown; the question names the other article, why, and the words of both."""
    assert published(record, run)["undated.txt"]["basis"] == "unknown"
    (question,) = json.loads(run("review", record, "--kind", "published", "--json").out)
    (likely,) = question["likely"]
    assert (question["name"], question["choices"]) == ("undated.txt", ["2031-05-14"])
    assert (likely["label"], likely["published"]) == ("dated", "2031-05-14")
    assert likely["why"].startswith("likely-same-event: ")
    texts = {question["article"]: UNDATED, likely["article"]: DATED}
    assert {anchor["article"] for anchor in likely["evidence"]} == set(texts)
    for anchor in likely["evidence"]:
        assert texts[anchor["article"]][anchor["start"] : anchor["end"]] == anchor["text"]
    shown = run("review", record, "--kind", "published").out.splitlines()
    assert f"  {likely['why']}  dated, 14 May 2031" in shown
    (words,) = [line for line in shown if line.startswith("    ")]
    assert all(f"“{anchor['text']}” " in words for anchor in likely["evidence"])
    assert f"{likely['article'][:8]}:0-7" in words


def test_a_person_confirms_it(record: Path, run: Run) -> None:
    """With `--ask` its day is the first choice; a rebuild keeps the question until then."""
    assert run("rebuild", record).code == 0
    outcome = run("review", record, "--ask", "--kind", "published", stdin=b"1\n")
    assert "  1  2031-05-14" in outcome.err.splitlines()
    found = published(record, run)["undated.txt"]
    assert (found["first"], found["basis"]) == ("2031-05-14", "decided")
    assert json.loads(run("review", record, "--kind", "published", "--json").out) == []


def test_what_it_rests_on_can_go(record: Path, run: Run) -> None:
    """Without the other article nothing is likely."""
    assert run("remove", record, "dated.txt").code == 0
    (question,) = json.loads(run("review", record, "--kind", "published", "--json").out)
    assert (question["likely"], question["choices"]) == ([], [])
