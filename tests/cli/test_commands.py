"""The commands: what goes to which stream, in which form, with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from command_line import Outcome, Run, start
from onrecord.cli.main import COMMANDS
from onrecord.cli.streams import one_line, printable
from piles import lay_out, lines, plain, running_text

pytestmark = pytest.mark.usefixtures("quick")
TUESDAY = plain(0).decode().index("Tuesday")
"""Where the first article says a weekday."""


@pytest.fixture
def record(tmp_path: Path, run: Run) -> Path:
    """A record of four articles."""
    lay_out(
        tmp_path / "in",
        (
            ("a.txt", plain(0)),
            ("b.txt", plain(1)),
            ("c.txt", running_text(2).encode()),
            ("l.jsonl", lines(3)),
        ),
    )
    assert run("add", tmp_path / "r.db", tmp_path / "in").code == 0
    return tmp_path / "r.db"


# --- the program ---


def test_help_and_version(run: Run) -> None:
    """Help lists every command; the version is the package's; no arguments show the help."""
    outcome = run("--help")
    assert outcome.code == 0
    for name in COMMANDS:
        assert f"  {name} " in outcome.out
    assert run("--version").out.startswith("onrecord 0.")
    assert run("articles", "-h").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",), ("add",), ("add", "r.db"), ("articles",), ("articles", "r.db", "--nonsense"),
        ("search", "r.db"), ("remove", "r.db"), ("completion", "tcsh"), ("page", "r.db", "--text", "half"),
    ],
)  # fmt: skip
def test_wrong_usage(
    arguments: tuple[str, ...], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wrong usage is exit 2 with the usage line on standard error, and makes no file."""
    monkeypatch.chdir(tmp_path)
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Usage: onrecord" in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_help_is_quick_because_heavy_libraries_wait() -> None:
    """`--help` loads none of the heavy libraries."""
    code = (
        "import sys; from onrecord.cli.main import main; main(['--help']);"
        " heavy = {'spacy', 'lxml', 'trafilatura', 'numpy', 'pandas', 'sqlite3', 'rich'} & set(sys.modules);"
        " sys.exit(f'{heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, run: Run) -> None:
    """The completion script of each shell calls the program by its name."""
    outcome = run("completion", shell)
    assert (outcome.code, outcome.err) == (0, "")
    assert "_ONRECORD_COMPLETE" in outcome.out


# --- add ---


def test_notes_and_report_go_to_their_streams(tmp_path: Path, run: Run) -> None:
    """`add` prints nothing on standard output but the report that was asked for."""
    lay_out(tmp_path, (("a.txt", plain(0)), ("b.txt", b"")))
    outcome = run("add", tmp_path / "r.db", tmp_path / "a.txt", tmp_path / "b.txt")
    assert (outcome.code, outcome.out) == (3, "")
    assert "a.txt: outlet unknown, 2021-05-01, 3 body paragraphs" in outcome.err
    assert "1 added, 0 there before, 1 input failed" in outcome.err
    outcome = run("add", tmp_path / "r.db", tmp_path / "a.txt", "--json")
    assert json.loads(outcome.out)["known"] == 1
    assert "0 added, 1 there before" in run("add", tmp_path / "r.db", tmp_path / "a.txt").err
    assert run("add", tmp_path / "r.db", tmp_path / "a.txt", "-q").err.count("\n") == 2


def test_standard_input(tmp_path: Path, run: Run) -> None:
    """`-` reads one text from standard input; the same text again is known."""
    outcome = run("add", tmp_path / "r.db", "-", stdin=plain(0))
    assert outcome.code == 0
    assert "stdin: " in outcome.err
    assert "1 there before" in run("add", tmp_path / "r.db", "-", stdin=plain(0)).err
    assert run("add", tmp_path / "r.db", "-", stdin=b"").code == 1


# --- views ---


def test_articles_in_three_forms(record: Path, run: Run) -> None:
    """A table for people, JSON and CSV for programs: the same rows in the same order."""
    table = run("articles", record)
    assert (table.code, table.err) == (0, "")
    assert table.out.splitlines()[0].split()[0] == "PUBLISHED"
    rows = json.loads(run("articles", record, "--json").out)
    read = list(csv.DictReader(io.StringIO(run("articles", record, "--csv").out)))
    assert [r["id"] for r in rows] == [r["id"] for r in read]
    assert len(rows) == len(table.out.splitlines()) - 1 == 4
    assert list(rows[0]) == list(read[0])
    assert [r["published_first"] for r in rows] == ["2021-05-01", "2021-05-02", "2021-07-04", None]
    assert table.out.splitlines()[-1].startswith("undated")


def test_filters_of_articles(record: Path, run: Run) -> None:
    """`--since` and `--until` bound by day or month; undated articles are left out."""
    assert len(json.loads(run("articles", record, "--since", "2021-06", "--json").out)) == 1
    assert len(json.loads(run("articles", record, "--until", "2021-05", "--json").out)) == 2
    assert json.loads(run("articles", record, "--outlet", "nobody", "--json").out) == []
    outcome = run("articles", record, "--since", "June")
    assert (outcome.code, "'June' is no day" in outcome.err) == (2, True)


def test_search_prints_places_that_why_takes(record: Path, run: Run) -> None:
    """A place that `search` prints is one that `why` explains."""
    outcome = run("search", record, "owners asked")
    assert outcome.code == 0
    assert "4 articles found" in outcome.err
    place = next(line.split()[0] for line in outcome.out.splitlines() if ":" in line.split()[0])
    reasons = json.loads(run("why", record, place, "--json").out)
    assert reasons[0]["what"] == "paragraph"
    assert any("owners asked" in r["words"] for r in reasons if r["what"] == "sentence")
    rows = json.loads(run("search", record, "owners", "asked", "--json").out)
    assert {"article", "start", "end", "text", "matches", "role", "label"} <= set(rows[0])
    outcome = run("search", record, "unheardof")
    assert (outcome.code, outcome.out, "none found" in outcome.err) == (0, "", True)
    assert run("search", record, "...").code == 2
    assert "best 1 shown" in run("search", record, "owners", "--limit", "1").err


def test_why(record: Path, run: Run) -> None:
    """`why` explains an article, a place and a group; what is nowhere is an error."""
    reasons = {r["what"]: r for r in json.loads(run("why", record, "a.txt", "--json").out)}
    assert reasons["published"]["value"] == "2021-05-01"
    assert reasons["published"]["basis"] == "stated"
    assert "1 May 2021" in reasons["published"]["words"]
    assert reasons["outlet"]["value"] == "none found"
    group = reasons["origin"]["value"].split()[0]
    assert run("why", record, group).code == 0
    assert "WHAT" in run("why", record, "a.txt:3").out
    times = [
        r
        for r in json.loads(run("why", record, f"a.txt:{TUESDAY}", "--json").out)
        if r["what"] == "time"
    ]
    assert [(t["words"], t["value"], t["place"]) for t in times] == [
        ("Tuesday", "2021-04-27", f"{TUESDAY}-{TUESDAY + 7}")
    ]
    assert times[0]["why"] == "rule: quick; counted from: publication"
    assert "time" not in {
        r["what"] for r in json.loads(run("why", record, "a.txt:3", "--json").out)
    }
    for wrong, code in (
        ("nothing", 1),
        ("a.txt:99999", 2),
        ("a.txt:x", 2),
        ("a.txt:²", 2),
        ("z.txt:1", 1),
    ):
        outcome = run("why", record, wrong)
        assert (outcome.code, outcome.out) == (code, ""), wrong
        assert outcome.err.startswith("onrecord: ")


def test_export(record: Path, tmp_path: Path, run: Run) -> None:
    """To standard output or to a file, the same bytes; an unknown format is wrong usage."""
    to_stream = run("export", record)
    assert to_stream.err == ""
    outcome = run("export", record, "-o", tmp_path / "r.json")
    assert outcome.out == ""
    assert (tmp_path / "r.json").read_bytes() == to_stream.out.encode()
    assert to_stream.out.endswith("}\n")
    outcome = run("export", record, "--to", "poem")
    assert (outcome.code, "'poem'" in outcome.err) == (2, True)


def test_nothing_is_written_over_the_record(record: Path, run: Run) -> None:
    """A page or an export is never put in the place of the record itself."""
    own = record.rename(record.with_suffix(".html"))
    before = own.read_bytes()
    for command in (("page", own), ("page", own, "-o", own), ("export", own, "-o", own)):
        outcome = run(*command)
        assert (outcome.code, "is the record itself" in outcome.err) == (2, True)
    assert own.read_bytes() == before


def test_output_that_cannot_be_written(record: Path, tmp_path: Path, run: Run) -> None:
    """A place that is not there is named; nothing half is left."""
    outcome = run("export", record, "-o", tmp_path / "none" / "r.json")
    assert (outcome.code, "cannot be written" in outcome.err) == (1, True)
    assert run("page", record, "-o", tmp_path / "none" / "r.html").code == 1


@pytest.mark.skipif(sys.platform == "win32", reason="has other devices and permissions")
def test_output_to_a_device_and_with_the_users_permissions(
    record: Path, tmp_path: Path, run: Run
) -> None:
    """A pipe is written to, not replaced; a new file gets the permissions of any other."""
    assert run("export", record, "-o", os.devnull).code == 0
    assert not Path(os.devnull).is_file()
    run("export", record, "-o", tmp_path / "r.json")
    (tmp_path / "other").touch()
    assert (tmp_path / "r.json").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_page(record: Path, run: Run) -> None:
    """The page stands beside the record where no other place is named."""
    outcome = run("page", record, "--text", "none")
    assert (outcome.code, outcome.out) == (0, "")
    page = record.with_suffix(".html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "Two owners asked who would pay" not in page


def test_remove_and_rebuild(record: Path, run: Run) -> None:
    """`remove` and `rebuild` say on standard error what they did."""
    assert run("remove", record, "a.txt", "b.txt").err == "onrecord: 2 removed\n"
    assert (
        run("remove", record, "c.txt", "--purge").err
        == "onrecord: 1 removed, and erased from the file\n"
    )
    outcome = run("rebuild", record)
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "onrecord: 1 article made anew\n")


# --- terminals ---

ESCAPE = "\x1b[31mred\x1b[0m\x9b2J\x07\u202egnp"


def hostile(tmp_path: Path, run: Run) -> Path:
    """A record of an article whose every word tries to steer the terminal."""
    line = json.dumps(
        {"title": f"Quay {ESCAPE} talks", "text": f"The council {ESCAPE} met. It voted.",
         "source": f"Post {ESCAPE}", "author": f"Ada {ESCAPE}"}
    )  # fmt: skip
    (tmp_path / "in").mkdir()
    name = "a.jsonl" if sys.platform == "win32" else f"a{ESCAPE}\nonrecord: all is well.jsonl"
    (tmp_path / "in" / name).write_text(line + "\n{broken\n", encoding="utf-8")
    outcome = run("add", tmp_path / "r.db", tmp_path / "in")
    assert outcome.code == 3
    assert_harmless(outcome)
    assert all(not line.startswith("onrecord: all is well") for line in outcome.err.splitlines())
    return tmp_path / "r.db"


def assert_harmless(outcome: Outcome) -> None:
    """Nothing in either stream steers a terminal."""
    for stream in (outcome.out, outcome.err):
        for steering in ("\x1b", "\x9b", "\x07", "\u202e"):
            assert steering not in stream.replace("\\u001b", "")


def test_no_article_steers_the_terminal(tmp_path: Path, run: Run) -> None:
    """Control characters of names, headlines and texts are shown, not obeyed, in every view."""
    record = hostile(tmp_path, run)
    run(
        "decide",
        record,
        "label",
        json.loads(run("articles", record, "--json").out)[0]["id"],
        f"L {ESCAPE}",
    )
    id_ = json.loads(run("articles", record, "--json").out)[0]["id"]
    for command in (
        ("articles", record), ("search", record, "council"), ("why", record, id_),
        ("why", record, f"{id_}:3"), ("decide", record, "--list"), ("why", record, f"no {ESCAPE}"),
        ("add", record, tmp_path / f"no {ESCAPE}"), ("decide", record, ESCAPE, id_, "x"),
    ):  # fmt: skip
        outcome = run(*command)
        assert "Traceback" not in outcome.err
        assert_harmless(outcome)
    raw = run("articles", record, "--json").out
    for steering in ("\x1b", "\x9b", "\x07"):
        assert steering not in raw
    assert "\x9b" in json.loads(raw)[0]["headline"]
    assert (
        "\x1b"
        in next(csv.DictReader(io.StringIO(run("articles", record, "--csv").out)))["headline"]
    )


def test_csv_on_a_terminal_is_printable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file gets the words as they are; a terminal gets no control characters."""
    from onrecord.cli.streams import print_csv

    rows = [{"headline": f"Quay {ESCAPE}"}]
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdout", terminal)
    print_csv(rows, ["headline"])
    assert "\x1b" not in terminal.getvalue()
    assert "\u241b[31mred" in terminal.getvalue()


def test_printable() -> None:
    """Controls become pictures; letters of all scripts stay; notes stay on one line."""
    assert printable("a\x1b[0m\x00\x7f") == "a\u241b[0m\u2400\u2421"
    assert printable("\x85\x9b\u202e\ufeff\ud800") == "\ufffd" * 5
    assert printable("Größe שלום 😀 क\u200dष\tx\n") == "Größe שלום 😀 क\u200dष\tx\n"
    assert one_line("a\nb\tc") == "a\u240ab\u2409c"


# --- processes ---


@pytest.mark.skipif(sys.platform == "win32", reason="has other pipes")
@pytest.mark.parametrize(
    "command",
    [("articles",), ("articles", "--json"), ("articles", "--csv"), ("search", "the"), ("export",)],
)
def test_a_broken_pipe_is_quiet(command: tuple[str, ...], record: Path) -> None:
    """Where the reader goes away, the command ends without a word."""
    reading, writing = os.pipe()
    os.close(reading)
    with start(command[0], record, *command[1:], stdout=writing) as running:
        os.close(writing)
        _, err = running.communicate(timeout=60)
    assert running.returncode == 0
    assert b"Traceback" not in err
    assert b"Broken" not in err
    assert b"Exception ignored" not in err


def test_a_record_that_may_only_be_read(record: Path, run: Run) -> None:
    """A record in a read-only folder is listed, searched, exported; writers say why they cannot."""
    whole = run("export", record).out
    folder = record.parent / "closed"
    folder.mkdir()
    closed = Path(shutil.copy(record, folder / "r.db"))
    closed.chmod(0o444)
    folder.chmod(0o555)
    try:
        assert run("articles", closed).code == 0
        assert "articles found" in run("search", closed, "harbour").err
        assert run("export", closed).out == whole
        assert run("why", closed, "a.txt").code == 0
        assert sorted(p.name for p in folder.iterdir()) == ["r.db"]
        if hasattr(os, "geteuid") and os.geteuid() != 0:
            outcome = run("add", closed, record.parent / "in")
            assert outcome.code == 1
            assert str(closed) in outcome.err
    finally:
        folder.chmod(0o755)


def test_pending_links_on_a_file_that_cannot_be_written(
    record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where links cannot be finished, the views say how many articles are not linked."""
    import sqlite3

    from onrecord.api import OpenRecord
    from onrecord.errors import RecordFileError

    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE article SET linked = 0")
    connection.close()

    def refuse(_: OpenRecord) -> None:
        raise RecordFileError("read-only")

    with monkeypatch.context() as patch:
        patch.setattr(OpenRecord, "writing", refuse)
        outcome = run("export", record)
    assert outcome.code == 0
    assert "4 articles are not linked yet" in outcome.err
    assert run("export", record).err == ""


def test_the_console_script_and_the_module(process: Callable[..., Outcome]) -> None:
    """`python -m onrecord` is the same program."""
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == process("--version").out


def test_demo(tmp_path: Path, run: Run) -> None:
    """The demo makes record and page from nothing, says where, and may be made twice."""
    for _ in range(2):
        outcome = run("demo", "-o", tmp_path / "demo")
        assert outcome.code == 0
        page = Path(outcome.out.strip())
        assert page.is_absolute()
        assert page.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")
    assert sorted(p.name for p in (tmp_path / "demo").iterdir()) == ["corrin.db", "corrin.html"]
    assert len(json.loads(run("articles", tmp_path / "demo" / "corrin.db", "--json").out)) == 15
