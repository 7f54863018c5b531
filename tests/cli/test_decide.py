"""A person's decisions: kept, listed, taken back, and never lost to the machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from onrecord.articles import read as articles_stage
from piles import lay_out, plain, running_text
from quick_analysis import QuickAnalysis

pytestmark = pytest.mark.usefixtures("quick")

FURNISHED = running_text(2) + "\n\nRead more: Ferries of the north\n\nShare this article\n"


@pytest.fixture
def record(tmp_path: Path, run: Run) -> Path:
    """A record of three articles: dated, dated by its name, undated with furniture."""
    lay_out(
        tmp_path / "in",
        (
            ("a.txt", plain(0)),
            ("2021-05-09 b.txt", running_text(1).encode()),
            ("c.txt", FURNISHED.encode()),
        ),
    )
    assert run("add", tmp_path / "r.db", tmp_path / "in").code == 0
    return tmp_path / "r.db"


def article(record: Path, run: Run, name: str) -> dict[str, Any]:
    """An article of the export by its name."""
    outcome = run("export", record)
    assert outcome.code == 0, outcome.err
    return next(a for a in json.loads(outcome.out)["articles"] if a["name"] == name)


def states(record: Path, run: Run) -> list[str]:
    """The state of every decision, in the order made."""
    return [d["state"] for d in json.loads(run("decide", record, "--list", "--json").out)]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020-06-12", "2020-06-12", "2020-06-12"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-12", "2020-12-01", "2020-12-31"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-05-01..2020-08-14", "2020-05-01", "2020-08-14"),
        ("2020-05..2020-08", "2020-05-01", "2020-08-31"),
        ("2020-05-01..", "2020-05-01", None),
        ("..2020-05-01", None, "2020-05-01"),
        ("unknown", None, None),
    ],
)
@pytest.mark.parametrize("what", ["published", "updated"])
def test_dates(
    *, what: str, value: str, first: str | None, last: str | None, record: Path, run: Run
) -> None:
    """A day, a month, a year, an interval, an open one, or unknown; the basis is `decided`."""
    outcome = run("decide", record, what, "a.txt", value)
    assert (outcome.code, outcome.out) == (0, "")
    dating = article(record, run, "a.txt")[what]
    assert (dating["first"], dating["last"], dating["basis"]) == (first, last, "decided")
    assert dating["why"] == "decision: 1"
    assert dating["evidence"] == []


@pytest.mark.parametrize("what", ["outlet", "agency"])
def test_names(what: str, record: Path, run: Run) -> None:
    """Outlet and agency are what was decided, white space folded, or unknown."""
    run("decide", record, what, "a.txt", "  Elm \n Post ", "--by", "Ada")
    decided = article(record, run, "a.txt")
    assert decided[what] == "Elm Post"
    assert decided["fields"][what]["basis"] == "decided"
    run("decide", record, what, "a.txt", "unknown")
    assert article(record, run, "a.txt")[what] is None
    exported = json.loads(run("export", record).out)["decisions"]
    assert [(d["what"], d["value"], d["by"]) for d in exported] == [
        (what, "Elm Post", "Ada"),
        (what, "unknown", ""),
    ]


def test_a_label(record: Path, run: Run) -> None:
    """A label stands in every view and names the article; taken back, the made one returns."""
    before = article(record, run, "a.txt")["label"]
    run("decide", record, "label", "a.txt", "Wall one")
    assert article(record, run, "a.txt")["label"] == "Wall one"
    assert run("why", record, "Wall one").code == 0
    run("decide", record, "--undo", "1")
    assert article(record, run, "a.txt")["label"] == before


def test_the_later_decision_holds_and_undo_brings_back(record: Path, run: Run) -> None:
    """Of two decisions the later holds; taken back, the earlier; then the machine's own."""
    own = article(record, run, "a.txt")["published"]
    for day in ("2020-01-01", "2020-02-02"):
        run("decide", record, "published", "a.txt", day)
    assert article(record, run, "a.txt")["published"]["first"] == "2020-02-02"
    assert "decision 2 taken back" in run("decide", record, "--undo", "2").err
    assert article(record, run, "a.txt")["published"]["first"] == "2020-01-01"
    run("decide", record, "--undo", "1")
    assert article(record, run, "a.txt")["published"] == own
    assert states(record, run) == ["taken back", "taken back"]
    assert json.loads(run("export", record).out)["decisions"] == []


def test_a_role_makes_residue_body(record: Path, run: Run, quick: QuickAnalysis) -> None:
    """Furniture that a person calls body is analysed; body called residue no longer is."""
    made = article(record, run, "c.txt")
    residue = next(
        p
        for p in made["paragraphs"]
        if p["role"] == "residue" and "Ferries" in made["text"][p["start"] : p["end"]]
    )
    assert not [s for s in made["sentences"] if residue["start"] <= s[0] < residue["end"]]
    asked = quick.asked
    assert run("decide", record, "role", f"c.txt:{residue['start'] + 2}", "body").code == 0
    assert quick.asked == asked + 1
    now = article(record, run, "c.txt")
    decided = next(p for p in now["paragraphs"] if p["start"] == residue["start"])
    assert (decided["role"], decided["why"], decided["end"]) == (
        "body",
        "decision: 1",
        residue["end"],
    )
    assert [s for s in now["sentences"] if residue["start"] <= s[0] < residue["end"]]
    assert [m for m in now["mentions"] if residue["start"] <= m["start"] < residue["end"]]
    assert now["text"] == made["text"]
    run("decide", record, "--undo", "1")
    assert article(record, run, "c.txt") == made
    body = next(p for p in made["paragraphs"] if p["role"] == "body")
    run("decide", record, "role", f"c.txt:{body['start']}", "residue")
    after = article(record, run, "c.txt")
    assert not [s for s in after["sentences"] if body["start"] <= s[0] < body["end"]]


def test_a_role_changes_what_is_equal(tmp_path: Path, run: Run) -> None:
    """Links follow a decided role: what was one text with another is a part of it then."""

    def relations() -> set[str]:
        origins = json.loads(run("export", tmp_path / "r.db").out)["origins"]
        return {one["relation"] for origin in origins for one in origin["articles"]}

    text = running_text(3)
    lay_out(tmp_path, (("x.txt", text.encode()), ("y.txt", text.replace("\n\n", "\n \n").encode())))
    run("add", tmp_path / "r.db", tmp_path / "x.txt", tmp_path / "y.txt")
    assert "same-text" in relations()
    run("decide", tmp_path / "r.db", "role", f"x.txt:{text.index('Two owners')}", "residue")
    assert "same-text" not in relations()
    run("decide", tmp_path / "r.db", "--undo", "1")
    assert "same-text" in relations()


def decide_all(record: Path, run: Run) -> None:
    """One decision of every kind about one article."""
    for what, value in (("published", "2020-01-02"), ("updated", "2020-01-03"), ("outlet", "Elm Post"),
                        ("agency", "EPA"), ("label", "Mine")):  # fmt: skip
        assert run("decide", record, what, "c.txt", value).code == 0
    assert run("decide", record, "role", f"c.txt:{FURNISHED.index('Ferries')}", "subhead").code == 0


def test_decisions_survive_rebuild_and_new_versions(
    record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every decision holds after a rebuild and after another version of a stage."""
    decide_all(record, run)
    decided = article(record, run, "c.txt")
    assert run("rebuild", record).code == 0
    assert article(record, run, "c.txt") == decided
    monkeypatch.setattr(articles_stage, "VERSION", "next")
    assert "3 made anew" in run("add", record, record.parent / "in").err
    assert article(record, run, "c.txt") == decided
    assert states(record, run) == ["holds"] * 6


def test_decisions_outlive_their_article(record: Path, run: Run) -> None:
    """Removed, the decisions are orphans; added again, all of them hold again."""
    decide_all(record, run)
    whole = run("export", record).out
    run("remove", record, "c.txt")
    assert states(record, run) == ["orphan"] * 6
    assert "orphan" in run("decide", record, "--list").out
    assert run("export", record).code == 0
    assert run("page", record).code == 0
    run("add", record, record.parent / "in")
    assert states(record, run) == ["holds"] * 6
    assert run("export", record).out == whole


def test_decisions_of_a_purged_article(record: Path, run: Run) -> None:
    """Purged and added again, fields hold; a role is an orphan, since its words were erased."""
    decide_all(record, run)
    run("remove", record, "c.txt", "--purge")
    assert states(record, run) == ["orphan"] * 6
    run("add", record, record.parent / "in")
    assert states(record, run) == [*["holds"] * 5, "orphan"]
    assert article(record, run, "c.txt")["outlet"] == "Elm Post"
    assert run("decide", record, "--list").code == 0


def test_an_undo_of_an_orphan(record: Path, run: Run) -> None:
    """A decision on an article that is gone can be taken back."""
    run("decide", record, "outlet", "a.txt", "Elm Post")
    run("remove", record, "a.txt")
    assert run("decide", record, "--undo", "1").code == 0
    assert states(record, run) == ["taken back"]


def test_a_text_that_moved_leaves_an_orphan(
    record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where other words stand at the place, the decision is reported and nothing is moved."""
    import sqlite3

    run("decide", record, "role", f"c.txt:{FURNISHED.index('Ferries')}", "body")
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE decision SET start = start + 1, end = end + 1")
    connection.close()
    assert states(record, run) == ["orphan"]
    run("rebuild", record)
    assert all(p["why"] != "decision: 1" for p in article(record, run, "c.txt")["paragraphs"])


def test_a_table_of_decisions(record: Path, tmp_path: Path, run: Run) -> None:
    """Good rows are kept, bad ones named; some bad: exit 3, all bad: 1, none: 0."""
    table = tmp_path / "decisions.csv"
    good = 'published,a.txt,2020-01-02,Ada\noutlet,a.txt,"Elm, Post",\n'
    bad = "published,a.txt,someday,\nweather,a.txt,rain,\noutlet,nothing.txt,Post,\noutlet,a.txt,,\nrole,a.txt,body,\nlabel\n"
    table.write_text(f"what,article,value,by\n{good}", encoding="utf-8")
    assert run("decide", record, "--from", table).code == 0
    made = article(record, run, "a.txt")
    assert (made["published"]["first"], made["outlet"]) == ("2020-01-02", "Elm, Post")
    table.write_text(f"what,article,value,by\n{good}{bad}", encoding="utf-8")
    outcome = run("decide", record, "--from", table, "--by", "Bo")
    assert (outcome.code, outcome.err.count("failed: ")) == (3, 6)
    listed = json.loads(run("decide", record, "--list", "--json").out)
    assert [d["by"] for d in listed] == ["Ada", "", "Ada", "Bo"]
    table.write_text(f"what,article,value\n{bad}", encoding="utf-8")
    assert run("decide", record, "--from", table).code == 1
    for content in (b"", b"what,article\nlabel,a.txt\n", b"what,article,value\n"):
        table.write_bytes(content)
        assert run("decide", record, "--from", table).code == 2
    table.write_bytes("what,article,value\noutlet,a.txt,Café\n".encode("cp1252"))
    assert run("decide", record, "--from", table).code == 0
    assert article(record, run, "a.txt")["outlet"] == "Café"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 2, "WHAT ARTICLE VALUE"),
        (("published",), 2, "three parts"),
        (("published", "a.txt"), 2, "three parts"),
        (("weather", "a.txt", "rain"), 2, "published, updated, outlet"),
        (("published", "a.txt", "12 June"), 2, "2020-06-12"),
        (("published", "a.txt", "2020-13"), 2, "is no day"),
        (("published", "a.txt", "2020-02-30"), 2, "is no day"),
        (("published", "a.txt", "2020-06-12..2020-06-01"), 2, "is no day"),
        (("published", "a.txt", "9999"), 2, "is no day"),
        (("published", "nothing.txt", "2020"), 1, "onrecord articles"),
        (("outlet", "a.txt", "  "), 2, "1 to 200"),
        (("outlet", "a.txt", "x" * 201), 2, "1 to 200"),
        (("label", "a.txt", "unknown"), 2, "--undo"),
        (("role", "a.txt", "body"), 2, "ARTICLE:START"),
        (("role", "a.txt:0", "chorus"), 2, "headline, dek"),
        (("role", "a.txt:99999", "body"), 2, "no words at this place"),
        (("role", "a.txt:²", "body"), 2, "ARTICLE:START"),
        (("role", "a.txt:" + "9" * 5000, "body"), 2, "ARTICLE:START"),
        (("--undo", "7"), 2, "no decision 7"),
        (("--undo", "x"), 2, "not a valid integer"),
        (("--list", "--undo", "1"), 2, "or --list, or --undo"),
        (("--from", "none.csv"), 2, "does not exist"),
    ],
)
def test_wrong_usage_helps(
    arguments: tuple[str, ...], code: int, words: str, record: Path, run: Run
) -> None:
    """What makes no sense is refused with what would; nothing is kept."""
    outcome = run("decide", record, *arguments)
    assert (outcome.code, outcome.out) == (code, "")
    assert words in outcome.err
    assert states(record, run) == []


def test_a_decision_cannot_be_taken_back_twice(record: Path, run: Run) -> None:
    """The second undo of one decision is refused."""
    run("decide", record, "outlet", "a.txt", "Elm Post")
    assert run("decide", record, "--undo", "1").code == 0
    outcome = run("decide", record, "--undo", "1")
    assert (outcome.code, "taken back before" in outcome.err) == (2, True)
