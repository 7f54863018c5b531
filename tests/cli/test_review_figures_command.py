"""`onrecord review` and `decide` on figures, and `why` on what is made of them."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from figures_by_hand import HERALD, Counts, difference, lay_counts, make_counts, make_guards
from quick_analysis import QuickAnalysis
from speech_makers import attribution

KIND = ("--kind", "figures")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Where the record is."""
    return tmp_path / "r.db"


@pytest.fixture
def counts(quick: QuickAnalysis, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Counts:
    """Three articles, a conflict, and two series that may be one."""
    made = make_counts(make_guards(record, run))
    guards, kerrow = made.labelled("guards · Lorne"), made.labelled("guards · Kerrow")
    guards["not_joined"][0]["why"] = "unsure-place: Kerrow"
    kerrow["not_joined"] = [{"series": guards["id"], "why": "unsure-place: Kerrow"}]
    lay_counts(monkeypatch, made)
    return made


def questions(record: Path, run: Run) -> list[dict[str, Any]]:
    """The questions on figures."""
    found: list[dict[str, Any]] = json.loads(run("review", record, "--json", *KIND).out)
    return found


def test_questions_and_their_lines(counts: Counts, record: Path, run: Run) -> None:
    """A conflict of reports, with the line that parts them first; a near miss that is unsure, once
    and with the line that joins first; what is surely apart is not asked."""
    outcome = run("review", record, *KIND)
    assert outcome.code == 0
    nineteen, toll, about, kerrow = (
        counts.figure(words)["id"] for words in ("19", "24", "About 5,200", "300")
    )
    herald = counts.ids["herald.txt"]
    assert outcome.out.splitlines() == [
        "figures: same or different  people killed · Lorne  settles 1 figure",
        "  conflict; both-cannot-hold: 19 and 24",
        "  “The coast guard said that 19 people were killed when the Merle went down on Sunday.”"
        "  50-133",
        "  “Ada Finch said on Monday that 24 people were killed, among them seven children.”"
        "  135-214",
        f"  onrecord decide {record} different {nineteen} {toll}",
        f"  onrecord decide {record} same {nineteen} {toll}",
        "figures: same or different  guards · Lorne – guards · Kerrow  settles 1 figure",
        "  unsure-place: Kerrow",
        "  “About 5,200 harbour guards serve in Lorne.”  154-196",
        "  “In Kerrow there are 300 guards, who have never been asked to go to sea.”"
        f"  {herald[:8]}:256-327",
        f"  onrecord decide {record} same {about} {kerrow}",
        f"  onrecord decide {record} different {about} {kerrow}",
    ]
    assert outcome.err == "onrecord: 2 questions (2 figures: same or different)\n"


def test_every_line_is_taken_and_not_asked_again(counts: Counts, record: Path, run: Run) -> None:
    """Pasted as they stand, the lines keep a decision on two figures; whatever the answer, the
    question is closed, and open again when the decision is taken back."""
    first, second = questions(record, run)
    assert run(*shlex.split(first["command"])[1:]).code == 0
    assert [q["label"] for q in questions(record, run)] == [second["label"]]
    assert run("decide", record, "undecided", *shlex.split(second["command"])[4:]).code == 0
    assert questions(record, run) == []
    listed = json.loads(run("decide", record, "--list", "--json").out)[-2:]
    assert [(one["what"], one["value"], one["text"]) for one in listed] == [
        ("different", "figure", "19 people"),
        ("undecided", "figure", "About 5,200 harbour guards"),
    ]
    run("decide", record, "--undo", "4")
    assert [q["label"] for q in questions(record, run)] == [first["label"]]


def test_asking(counts: Counts, record: Path, run: Run) -> None:
    """s, d or u, as of names."""
    outcome = run("review", record, "--ask", *KIND, stdin=b"1\nd\ns\n")
    assert outcome.err.endswith("onrecord: 2 answers kept\n")
    assert "answer s, d or u" in outcome.err
    listed = json.loads(run("decide", record, "--list", "--json").out)[-2:]
    assert [one["what"] for one in listed] == ["different", "same"]


def test_few_conflicts_are_asked(counts: Counts, record: Path, run: Run) -> None:
    """One a series; an answer settles as many figures as give the rarer number."""
    killed = counts.labelled("people killed · Lorne")
    fourteen, toll = counts.figure("At least"), counts.figure("24")
    counts.differences.append(difference(killed, fourteen, toll, "conflict", "test"))
    assert len(questions(record, run)) == 2
    counts.figure("19", "digest")["low"] = counts.figure("19", "digest")["high"] = 24.0
    counts.figure("19", "herald")["low"] = counts.figure("19", "herald")["high"] = 24.0
    assert questions(record, run)[0]["figures"] == 3
    counts.differences[-1]["right_figure"] = None
    counts.differences[-2]["left_figure"] = "0" * 16
    assert [q["label"] for q in questions(record, run)] == ["guards · Lorne – guards · Kerrow"]


def test_deciding_by_place(counts: Counts, record: Path, run: Run) -> None:
    """A figure is named by its place, its id or the id of its series; two of different kinds cannot
    be compared."""
    outcome = run("decide", record, "same", "gazette.txt:154", "herald.txt:276")
    assert outcome.code == 0
    assert "(figure: “About 5,200 harbour guards” · “300 guards”)" in outcome.err
    guards = counts.labelled("guards · Lorne")["id"]
    outcome = run("decide", record, "different", guards[:8], "digest.txt:136", "--by", "Ada")
    assert "(figure: “About 5,200 harbour guards” · “Some 2,500 guards”)" in outcome.err
    assert run("decide", record, "same", guards, guards).code == 2
    assert run("decide", record, "same", guards, "Ada Finch").code == 2


def test_a_figure_in_what_is_said(counts: Counts, record: Path, run: Run) -> None:
    """Where both places are the beginnings of figures these are meant; any other place in what is
    said means the wording."""
    herald = counts.ids["herald.txt"]
    more = attribution(herald, HERALD, "She has roughly 5,000 guards under her", kind="indirect")
    counts.attributions.append(more)
    outcome = run("decide", record, "different", "herald.txt:199", "herald.txt:223")
    assert "(figure: “seven children” · “roughly 5,000 guards”)" in outcome.err
    assert "(wording: " in run("decide", record, "same", "herald.txt:200", "herald.txt:225").err


def test_why_of_a_series(counts: Counts, record: Path, run: Run) -> None:
    """Why its reports stand together, what stands apart, and how they differ."""
    guards = counts.labelled("guards · Lorne")
    found = json.loads(run("why", record, guards["id"][:8], "--json").out)
    assert [one["what"] for one in found] == [
        "series", *["joined"] * 3, *["not joined"] * 2, *["difference"] * 4,
    ]  # fmt: skip
    assert (found[0]["value"], found[0]["basis"], found[0]["why"]) == (
        "guards · Lorne", "level, actual", "reports: 4",
    )  # fmt: skip
    assert found[1]["why"] == "same-thing: guards"
    assert found[1]["words"] == "roughly 5,000 guards"
    assert found[4]["why"] == "unsure-place: Kerrow"
    assert found[4]["value"].endswith(" guards · Kerrow")
    assert (found[6]["value"], found[6]["why"]) == ("rounding", "rounded-to: 1000")
    assert run("why", record, "0000000000000000").code == 1


def test_nothing_is_asked_where_nothing_was_looked_for(
    quick: QuickAnalysis, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record without figures asks about none, and has no why of them."""
    make_guards(record, run)
    lay_counts(monkeypatch, None)
    assert questions(record, run) == []
    assert run("why", record, "0000000000000000").code == 1
