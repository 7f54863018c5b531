"""Linking in a record file: dates settled by the pile, in whatever order it grew and shrank."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from piles import lay_out

pytestmark = pytest.mark.usefixtures("quick")

TWICE = (
    "“The water came over the wall before the horn sounded,” the keeper of the lock said. “We"
    " carried the two clocks up to the attic and waited there until the boats came for us.”"
)
DATED = (
    "Lock keeper of Varnholt tells of the flood\n\nPublished: 14 May 2031\n\nThe keeper of the lock"
    f" at Varnholt said on Tuesday that nobody had warned the village of the flood.\n\n{TWICE}\n\n"
    "The flood took nine sheds and the old ferry landing with it.\n"
)
UNDATED = (
    "No warning at Varnholt, says keeper of the lock\n\nThe village of Varnholt was not warned of"
    f" the flood on Tuesday, the keeper of its lock said.\n\n{TWICE}\n\nNine sheds and the ferry"
    " landing were lost.\n"
)


def published(path: Path, run: Run) -> dict[str, dict[str, Any]]:
    """The dates of the articles by their names."""
    exported = json.loads(run("export", path).out)
    return {a["name"]: a["published"] for a in exported["articles"]}


@pytest.mark.parametrize("order", list(permutations(("dated.txt", "undated.txt"))))
def test_another_article_dates_one(tmp_path: Path, run: Run, order: tuple[str, ...]) -> None:
    """Whichever came first: days, basis, and the words of both articles as evidence."""
    texts = {"dated.txt": DATED, "undated.txt": UNDATED}
    for name in order:
        (path,) = lay_out(tmp_path, ((name, texts[name].encode()),))
        run("add", tmp_path / "r.db", path)
    found = published(tmp_path / "r.db", run)
    assert found["undated.txt"]["basis"] == "other-articles"
    assert found["undated.txt"]["first"] <= "2031-05-14" <= found["undated.txt"]["last"]
    assert len({anchor["article"] for anchor in found["undated.txt"]["evidence"]}) == 2
    assert found["dated.txt"]["first"] == found["dated.txt"]["last"] == "2031-05-14"


def test_what_dated_it_can_go(tmp_path: Path, run: Run) -> None:
    """Taken out, the article takes the date with it; a decision comes back to it."""
    lay_out(tmp_path / "in", (("dated.txt", DATED.encode()), ("undated.txt", UNDATED.encode())))
    path = tmp_path / "r.db"
    run("add", path, tmp_path / "in")
    run("remove", path, "dated.txt")
    assert published(path, run)["undated.txt"]["basis"] == "unknown"
    run("add", path, tmp_path / "in")
    assert published(path, run)["undated.txt"]["basis"] == "other-articles"
    run("decide", path, "published", "dated.txt", "2031-06-14")
    assert published(path, run)["undated.txt"]["first"] > "2031-06"
    run("decide", path, "published", "undated.txt", "unknown")
    assert published(path, run)["undated.txt"]["first"] is None


def test_a_rebuild_gives_the_same_dates(tmp_path: Path, run: Run) -> None:
    """Links made anew are those that were there."""
    lay_out(tmp_path / "in", (("dated.txt", DATED.encode()), ("undated.txt", UNDATED.encode())))
    path = tmp_path / "r.db"
    run("add", path, tmp_path / "in")
    before = run("export", path).out
    run("rebuild", path)
    assert run("export", path).out == before


HABITS = (
    ("open.txt", "The Elm Post\n\nFair opens at Sandhaven\n\nPublished: 04/05/2031\n\n"
     "The fair at Sandhaven opened with a brass band and forty goats.\n"),
    ("tells.txt", "The Elm Post\n\nTide mill to be sold\n\nPublished: 23/05/2031\n\n"
     "The tide mill at Kerrow is for sale again, its owner told neighbours.\n"),
)  # fmt: skip


@pytest.mark.parametrize("order", list(permutations(range(2))))
def test_the_outlet_shows_how_its_dates_are_read(
    tmp_path: Path, run: Run, order: tuple[int, ...]
) -> None:
    """A date that can be read in two orders is read as the outlet's others, as long as one tells."""
    path = tmp_path / "r.db"
    for number in order:
        name, words = HABITS[number]
        (file,) = lay_out(tmp_path, ((name, words.encode()),))
        run("add", path, file)
        run("decide", path, "outlet", name, "The Elm Post")
    found = published(path, run)["open.txt"]
    assert (found["first"], found["last"]) == ("2031-05-04", "2031-05-04")
    run("remove", path, "tells.txt")
    found = published(path, run)["open.txt"]
    assert (found["first"], found["last"]) == ("2031-04-05", "2031-05-04")
