"""`onrecord review`: what waits for a person, listed and asked for."""

from __future__ import annotations

import csv
import io
import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from onrecord.cli import asking
from piles import lay_out, plain
from timeline_makers import Json, entry, lay_timeline

pytestmark = pytest.mark.usefixtures("quick")

NAMES = ("a wall.txt", "b.txt", "-c.txt")
UNDATED = (
    "A circus elephant walked through the gardens of Mirefield on Tuesday and ate the prize"
    " pumpkins of the mayor, neighbours said.\n\nIts keeper led it home by the ear and promised to"
    " mend the fence.\n"
)
ALONE = (
    "Orchestra players in Toller Bay refused to rehearse on Friday because the hall had no heating"
    " since the boiler burst.\n\nA plumber was expected to look at the pipes next week.\n"
)


@pytest.fixture
def record(tmp_path: Path, run: Run) -> Path:
    """One dated article and two undated ones, none with an outlet."""
    texts = (plain(0), UNDATED.encode(), ALONE.encode())
    lay_out(tmp_path / "in", tuple(zip(NAMES, texts, strict=True)))
    assert run("add", tmp_path / "my record.db", tmp_path / "in").code == 0
    return tmp_path / "my record.db"


@pytest.fixture
def announced(record: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Json:
    """A timeline with one announced event in the dated article, and no later report."""
    articles = json.loads(run("export", record).out)["articles"]
    first = next(a for a in articles if a["name"] == NAMES[0])
    words = "Mayor Ada Finch told the council that repairs would take 2 weeks"
    start = first["text"].index(words)
    sentence = next(s for s in first["sentences"] if s[0] <= start < s[1])
    text = first["text"][slice(*sentence)]
    made = entry(
        1, "2021-05-01", text=text, start=sentence[0], article=first["id"],
        status="scheduled", later_report_sought=True,
    )  # fmt: skip
    lay_timeline(monkeypatch, [made])
    return made


def questions(record: Path, run: Run, *options: str) -> list[dict[str, Any]]:
    """The questions as JSON."""
    outcome = run("review", record, "--json", *options)
    assert outcome.code == 0, outcome.err
    found: list[dict[str, Any]] = json.loads(outcome.out)
    return found


def kinds(record: Path, run: Run) -> list[str]:
    """The kinds of questions that are open."""
    return [q["kind"] for q in questions(record, run)]


def made(record: Path, run: Run) -> list[tuple[str, str, str]]:
    """The decisions: what, value, by."""
    listed = json.loads(run("decide", record, "--list", "--json").out)
    return [(d["what"], d["value"], d["by"]) for d in listed]


def test_questions_and_their_lines(record: Path, run: Run) -> None:
    """Undated articles come before unknown outlets; each line, with an answer put in, is taken."""
    asked = questions(record, run)
    assert [q["kind"] for q in asked] == ["published"] * 2 + ["outlet"] * 3
    assert asked[0]["expressions"] > 0
    for question, answer in zip(
        asked, ("2021-05-09", "2021-05", "Elm Post", "A", "B"), strict=True
    ):
        *line, placeholder = shlex.split(question["command"])
        assert placeholder in ("YYYY-MM-DD", "OUTLET")
        assert run(*line[1:], answer).code == 0
    assert kinds(record, run) == []


def test_text_and_csv(record: Path, run: Run) -> None:
    """The text gives what is open and the line; standard error gives the counts."""
    outcome = run("review", record, "--kind", "published")
    assert outcome.code == 0
    assert outcome.err == "onrecord: 2 questions (2 published: unknown)\n"
    lines = outcome.out.splitlines()
    assert "published: unknown  b  settles 1 article, 1 time expression" in lines
    assert f"  onrecord decide '{record}' published b.txt YYYY-MM-DD" in lines
    rows = list(csv.DictReader(io.StringIO(run("review", record, "--csv").out)))
    assert [row["kind"] for row in rows] == ["published"] * 2 + ["outlet"] * 3
    assert rows[0]["choices"] == "[]"


@pytest.mark.usefixtures("announced")
def test_an_announced_event(record: Path, run: Run) -> None:
    """It stands with its sentence; a note closes the question."""
    outcome = run("review", record, "--kind", "later-report")
    assert "reported as scheduled, 1 May 2021; latest article 1 May 2021" in outcome.out
    assert "“Mayor Ada Finch told the council" in outcome.out
    (question,) = questions(record, run, "--kind", "later-report")
    assert run(*shlex.split(question["command"])[1:-1], "Asked the mayor.").code == 0
    assert questions(record, run, "--kind", "later-report") == []


def test_nothing_waits(tmp_path: Path, record: Path, run: Run) -> None:
    """An empty list is no failure."""
    for name in NAMES[:2]:
        run("remove", record, name)
    run("remove", record, questions(record, run)[0]["article"])
    outcome = run("review", record)
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "onrecord: nothing waits\n")
    assert run("review", record, "--json").out == "[]\n"
    assert run("review", record, "--ask").err == "onrecord: 0 answers kept\n"


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--kind", "weather"), 2, "published-interval"),
        (("--ask", "--json"), 2, "leave out"),
        (("--ask", "--csv"), 2, "leave out"),
    ],
)
def test_wrong_usage_helps(
    options: tuple[str, ...], code: int, words: str, record: Path, run: Run
) -> None:
    """What makes no sense is refused with what would."""
    outcome = run("review", record, *options)
    assert (outcome.code, outcome.out) == (code, "")
    assert words in outcome.err


def test_no_record(tmp_path: Path, run: Run) -> None:
    """A record that is not there is named and not made."""
    assert run("review", tmp_path / "none.db", "--ask").code == 1
    assert list(tmp_path.iterdir()) == []


def test_asking(record: Path, run: Run) -> None:
    """A day, a wrong day and then a right one, a name, a choice by its number, an end."""
    answers = "2021-05-09\nsoon\n2021-06\nElm Post\n1\nq\n"
    outcome = run("review", record, "--ask", "--by", "Ada", stdin=answers.encode())
    assert (outcome.code, outcome.out) == (0, "")
    assert "'soon' is no day" in outcome.err
    assert "  1  Elm Post\n" in outcome.err
    assert outcome.err.endswith("onrecord: 4 answers kept\n")
    assert made(record, run) == [
        ("published", "2021-05-09", "Ada"),
        ("published", "2021-06", "Ada"),
        ("outlet", "Elm Post", "Ada"),
        ("outlet", "Elm Post", "Ada"),
    ]
    assert kinds(record, run) == ["outlet"]


def test_what_is_put_off_is_not_asked_twice_in_a_round(record: Path, run: Run) -> None:
    """Enter leaves a question for later; the others follow, each once, and it stays open."""
    outcome = run("review", record, "--ask", stdin=b"\n2021-05-09\n\n\n\n")
    assert (outcome.code, outcome.err.count("left)> ")) == (0, 5)
    assert outcome.err.endswith("1 answer kept\n")
    assert kinds(record, run) == ["published", "outlet", "outlet", "outlet"]


def test_unknown_is_an_answer(record: Path, run: Run) -> None:
    """`u` keeps that it is not known; the question is closed."""
    assert run("review", record, "--ask", stdin=b"u\nu\nu\nu\nu\n").code == 0
    assert {value for _, value, _ in made(record, run)} == {"unknown"}
    assert kinds(record, run) == []


def test_wrong_numbers_and_long_names(record: Path, run: Run) -> None:
    """A number without its choice, and a name that is too long, are asked for again."""
    answers = f"7\n2021\n{'x' * 300}\nq\n"
    outcome = run("review", record, "--ask", stdin=answers.encode())
    assert "there is no choice 7" in outcome.err
    assert made(record, run) == [("published", "2021", "")]
    outcome = run("review", record, "--ask", "--kind", "outlet", stdin=f"{'x' * 300}\n".encode())
    assert "1 to 200 characters" in outcome.err
    assert outcome.code == 0


@pytest.mark.usefixtures("announced")
def test_asking_for_an_outcome(record: Path, run: Run) -> None:
    """Of an announced event a note in own words is kept, or it is hidden."""
    outcome = run("review", record, "--ask", "--kind", "later-report", stdin=b"Asked.\n")
    assert "“Mayor Ada Finch told" in outcome.err
    assert made(record, run) == [("note", "Asked.", "")]
    run("decide", record, "--undo", "1")
    run("review", record, "--ask", "--kind", "later-report", stdin=b"h\n")
    assert made(record, run)[1:] == [("hide", "", "")]
    assert kinds(record, run).count("later-report") == 0


def test_an_interruption_keeps_what_was_answered(
    record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C ends the round; answers given before are in the record."""

    class Interrupted(io.StringIO):
        def readline(self, *_: Any) -> str:
            line = super().readline()
            if not line:
                raise KeyboardInterrupt
            return line

    monkeypatch.setattr(asking, "sys", type("Sys", (), {"stdin": Interrupted("2021-05-09\n")}))
    outcome = run("review", record, "--ask")
    assert outcome.code == 130
    assert outcome.err.endswith("onrecord: interrupted; 1 answer kept\n")
    assert made(record, run) == [("published", "2021-05-09", "")]


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path, run: Run) -> None:
    """Names and headlines of articles are shown with pictures of what would steer a terminal."""
    text = b"Dock \x1b[2J shut\n\n" + ALONE.encode()
    lay_out(tmp_path / "in", (("a.txt", text),))
    run("add", tmp_path / "r.db", tmp_path / "in")
    listed, asked = run("review", tmp_path / "r.db"), run("review", tmp_path / "r.db", "--ask")
    assert "\x1b" not in listed.out + asked.err
