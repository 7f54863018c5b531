"""Bad and odd input through the real command line: one table of what goes in and what comes out."""

from __future__ import annotations

import codecs
import json
import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from command_line import Run
from quick_analysis import QuickAnalysis

pytestmark = pytest.mark.usefixtures("quick")

WORDS = "The council of Port Elm met on Monday – and voted “yes” to the new quay.\n"
LINE = '{"title": "Quay", "text": "The council voted for the quay."}'
PAGE = "<!doctype html><html><head>{head}</head><body><article><h1>Quay</h1>{body}</article></body></html>"
PARAGRAPHS = "".join(
    f"<p>The council met on {day} and voted to build the new quay before the winter.</p>"
    for day in ("Monday", "Tuesday", "Friday")
)


class Case(NamedTuple):
    """A file as bytes, and what must come of adding it."""

    name: str
    data: bytes
    code: int
    articles: int
    remarks: tuple[str, ...] = ()
    """`severity/reason`, in order."""
    text: str | None = None
    """The first article's kept text, or words in it."""


TABLE = [
    Case("empty.txt", b"", 1, 0, ("failed/empty",)),
    Case("blank.txt", b" \r\n\t\n", 1, 0, ("failed/empty",)),
    Case("only-a-mark.txt", codecs.BOM_UTF8, 1, 0, ("failed/empty",)),
    Case("junk.txt", bytes(range(256)) * 40, 1, 0, ("failed/not-text",)),
    Case("zeros.txt", bytes(70_000), 1, 0, ("failed/not-text",)),
    Case("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(64), 1, 0, ("failed/unknown-format",)),
    Case("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 1, 0, ("failed/broken",)),
    Case("utf8.txt", WORDS.encode(), 0, 1, (), WORDS),
    Case("mark.txt", codecs.BOM_UTF8 + WORDS.encode(), 0, 1, (), WORDS),
    Case("utf16.txt", WORDS.encode("utf-16"), 0, 1, (), WORDS),
    Case("utf16-bare.txt", WORDS.encode("utf-16-be"), 0, 1, (), WORDS),
    Case("utf32.txt", codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), 0, 1, (), WORDS),
    Case("cp1252.txt", WORDS.encode("cp1252"), 0, 1, (), WORDS),
    Case("mixed.txt", WORDS.encode() * 3 + WORDS.encode("cp1252"), 0, 1, (), WORDS * 4),
    Case("wrong.txt", b"Caf\xff\xfe\xe9 council \x81\x8d met.\n", 0, 1, (), "council"),
    Case("crlf.txt", b"One line.\r\nTwo lines.\r\n", 0, 1, (), "One line.\nTwo lines.\n"),
    Case("nuls.txt", b"The council\0 met.\0 It voted.\n", 0, 1, (), "The council\0 met.\0 It voted.\n"),
    Case("marks.txt", b"The \x02council\x03 met and voted.\n", 0, 1, (), "The \x02council\x03 met and voted.\n"),
    Case("one-line.txt", b"word " * 100_000, 0, 1, (), "word word"),
    Case("good.jsonl", f"{LINE}\n{LINE[:-2]}!\"}}\n".encode(), 0, 2),
    Case("broken.jsonl", f'{LINE}\n{{"title": "cut\n\n[1, 2\n{LINE[:-2]}!"}}\n'.encode(), 3, 2,
         ("partial/broken", "partial/broken")),
    Case("only-broken.jsonl", b'{"title": "cut\n{"text":\n', 1, 0, ("partial/broken", "partial/broken", "failed/broken")),
    Case("no-column.csv", b"heading;size\nQuay;17\nBridge;18\n", 1, 0, ("failed/no-text-field",)),
    Case("table.csv", "title,text\nQuay,Sie sagte „ja“.\n".encode(), 0, 1, (), "Sie sagte „ja“."),
    Case("deep.json", b"[" * 100_000, 1, 0, ("failed/broken",)),
    Case("surrogate.json", b'[{"text": "The lone \\ud800 half of a pair."}]', 0, 1, (), "The lone"),
    Case("nested.html", PAGE.format(head="", body=PARAGRAPHS + "<div>" * 100_000 + "deep" + "</div>" * 100_000).encode(),
         0, 1, (), "The council met on Monday and voted"),
    Case("cut.html", PAGE.format(head="", body=PARAGRAPHS).encode()[:-90], 0, 1, (), "The council met on Monday"),
]  # fmt: skip


@pytest.mark.parametrize("case", TABLE, ids=[case.name for case in TABLE])
def test_odd_file_has_its_outcome(case: Case, tmp_path: Path, run: Run) -> None:
    """Every odd file ends in its exit code, its remarks and its kept text, never in a traceback."""
    source = tmp_path / case.name
    source.write_bytes(case.data)
    record = tmp_path / "record.db"
    outcome = run("add", record, source, "--json")
    report = json.loads(outcome.out)
    assert "Traceback" not in outcome.err
    assert [f"{r['severity']}/{r['reason']}" for r in report["remarks"]] == list(case.remarks)
    assert (outcome.code, len(report["added"])) == (case.code, case.articles)
    for remark in report["remarks"]:
        shown = next(line for line in outcome.err.splitlines() if remark["message"] in line)
        assert case.name in shown
    exported = json.loads(run("export", record).out)
    assert len(exported["articles"]) == case.articles
    if case.text is not None:
        text = exported["articles"][0]["text"]
        assert case.text in text
        if not case.name.endswith((".html", ".csv", ".json", ".txt")) or case.text.endswith("\n"):
            assert text == case.text
    for article in exported["articles"]:
        assert_covered(article)
    assert run("page", record).code == 0


def assert_covered(article: dict) -> None:
    """Paragraphs follow each other without a gap from the first to the last character."""
    at = 0
    for paragraph in article["paragraphs"]:
        assert paragraph["start"] == at < paragraph["end"]
        at = paragraph["end"]
    assert at == len(article["text"])


def test_one_bad_file_among_good_ones(tmp_path: Path, run: Run) -> None:
    """Every bad input is named with its reason; the good ones are kept; exit 3."""
    folder = tmp_path / "pile"
    folder.mkdir()
    for case in TABLE[:8]:
        (folder / case.name).write_bytes(case.data)
    outcome = run("add", tmp_path / "record.db", folder, tmp_path / "missing.txt")
    assert outcome.code == 3
    for name in ("pile/empty.txt", "pile/junk.txt", "a.pdf", "missing.txt"):
        assert any("failed: " in line and name in line for line in outcome.err.splitlines())
    assert "1 left aside, pictures" in outcome.err
    assert "1 added" in outcome.err


def test_the_record_ends_as_without_the_bad_files(tmp_path: Path, run: Run) -> None:
    """Bad inputs leave no trace in the export."""
    for case in TABLE[:8]:
        (tmp_path / case.name).write_bytes(case.data)
    run("add", tmp_path / "some.db", *(tmp_path / case.name for case in TABLE[:8]))
    run("add", tmp_path / "good.db", tmp_path / "utf8.txt")
    assert run("export", tmp_path / "some.db").out == run("export", tmp_path / "good.db").out


def test_a_text_over_the_limit_is_refused_with_the_setting(tmp_path: Path, run: Run) -> None:
    """200 MB are refused before they are read, and the message names limit and setting."""
    large = tmp_path / "large.txt"
    large.write_text(WORDS * 2_000, encoding="utf-8")
    os.truncate(large, 200_000_000)
    outcome = run("add", tmp_path / "record.db", large)
    assert outcome.code == 1
    assert "200,000,000 bytes" in outcome.err
    assert "50,000,000" in outcome.err
    assert "ONRECORD_LIMIT_ITEM_BYTES" in outcome.err


def test_the_limit_can_be_raised(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the limit is read once the setting that the message names is raised."""
    (tmp_path / "long.txt").write_text(WORDS * 40, encoding="utf-8")
    monkeypatch.setenv("ONRECORD_LIMIT_ITEM_BYTES", "1000")
    assert run("add", tmp_path / "record.db", tmp_path / "long.txt").code == 1
    monkeypatch.setenv("ONRECORD_LIMIT_ITEM_BYTES", "1_000_000")
    assert run("add", tmp_path / "record.db", tmp_path / "long.txt").code == 0
    monkeypatch.setenv("ONRECORD_LIMIT_ITEM_BYTES", "lots")
    outcome = run("add", tmp_path / "record.db", tmp_path / "long.txt")
    assert (outcome.code, "ONRECORD_LIMIT_ITEM_BYTES" in outcome.err) == (2, True)


HOSTILE = PAGE.format(
    head="<title>Quay &lt;script&gt;alert(1)&lt;/script&gt;</title>"
    "<meta property='og:site_name' content='Times&quot;&gt;&lt;img src=x onerror=alert(2)&gt;'>"
    "<script>var stolen = 'scripted';</script><style>p { color: hidden }</style>",
    body=PARAGRAPHS
    + "<p onclick='alert(3)'>See <a href='javascript:alert(4)'>the plan of the new quay</a> and"
    " &lt;script&gt;alert(5)&lt;/script&gt; &amp;lt;b&amp;gt; &#x3c;iframe src=//evil.example&#62;"
    " in the words of the harbour office.</p><script>alert('six')</script>",
)


def test_hostile_html_reaches_no_page_as_markup(tmp_path: Path, run: Run) -> None:
    """Scripts are no text; entity tricks stay text; the page has none of the article's markup."""
    (tmp_path / "hostile.html").write_text(HOSTILE, encoding="utf-8")
    assert run("add", tmp_path / "record.db", tmp_path / "hostile.html").code == 0
    (article,) = json.loads(run("export", tmp_path / "record.db").out)["articles"]
    assert "stolen" not in article["text"]
    assert "alert('six')" not in article["text"]
    assert "javascript:" not in article["text"]
    assert "<script>alert(5)</script> &lt;b&gt; <iframe src=//evil.example>" in article["text"]
    for mode in ("none", "excerpts", "full"):
        assert run("page", tmp_path / "record.db", "--text", mode).code == 0
        made = (tmp_path / "record.html").read_text(encoding="utf-8")
        for markup in ("<script>alert", "<img src=x", "<iframe", "javascript:alert", "onclick='alert",
                       "alert('six')", "var stolen"):  # fmt: skip
            assert markup not in made, (mode, markup)
    assert "&lt;script&gt;alert(5)&lt;/script&gt; &amp;lt;b&amp;gt;" in made


def test_a_mapped_column_that_is_not_there(tmp_path: Path, run: Run) -> None:
    """A table without the column that was asked for fails by the column's name; with it, it is read."""
    table = tmp_path / "table.csv"
    table.write_text("Head,Story\nQuay,The council voted for it.\n", encoding="utf-8")
    outcome = run("add", tmp_path / "record.db", table, "--column", "text=Body")
    assert outcome.code == 1
    assert "Body" in outcome.err
    mapped = ("--column", "text=Story", "--column", "title=Head")
    assert run("add", tmp_path / "record.db", table, *mapped).code == 0
    assert run("add", tmp_path / "record.db", table, "--column", "Story").code == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_without_permission(tmp_path: Path, run: Run) -> None:
    """A file that may not be read is named, with the reason; the rest goes on."""
    (tmp_path / "pile").mkdir()
    for name in ("closed.txt", "open.txt"):
        (tmp_path / "pile" / name).write_text(f"{name} {WORDS}", encoding="utf-8")
    (tmp_path / "pile" / "closed.txt").chmod(0)
    outcome = run("add", tmp_path / "record.db", tmp_path / "pile")
    assert outcome.code == 3
    assert "pile/closed.txt may not be read" in outcome.err
    assert "1 added" in outcome.err


def test_a_file_that_the_system_refuses(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same where the system refuses whoever asks."""
    for name in ("closed.txt", "open.txt"):
        (tmp_path / name).write_text(f"{name} {WORDS}", encoding="utf-8")
    opened = Path.open

    def refuse(path: Path, *arguments: object, **named: object) -> object:
        if path.name == "closed.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    outcome = run("add", tmp_path / "record.db", tmp_path / "closed.txt", tmp_path / "open.txt")
    assert outcome.code == 3
    assert "failed: closed.txt may not be read" in outcome.err
    assert "1 added" in outcome.err


def test_a_folder_that_contains_itself(tmp_path: Path, run: Run) -> None:
    """A link that leads back is noted and not followed; exit 0, each article once."""
    (tmp_path / "pile" / "inner").mkdir(parents=True)
    (tmp_path / "pile" / "inner" / "a.txt").write_text(WORDS, encoding="utf-8")
    try:
        (tmp_path / "pile" / "inner" / "again").symlink_to(tmp_path / "pile")
        (tmp_path / "pile" / "self").symlink_to(tmp_path / "pile" / "self")
    except OSError:
        pytest.skip("this system makes no links for this user")
    outcome = run("add", tmp_path / "record.db", tmp_path / "pile" / "inner")
    assert outcome.code == 0
    assert "not followed" in outcome.err
    assert "1 added" in outcome.err
    outcome = run("add", tmp_path / "record.db", tmp_path / "pile")
    assert (outcome.code, "0 added" in outcome.err) == (3, True)  # `self` leads nowhere


def test_the_same_article_under_two_names(tmp_path: Path, run: Run) -> None:
    """One article, with both names, in whichever run they came; the export stays the same."""
    for name in ("z.txt", "a.txt"):
        (tmp_path / name).write_text(WORDS, encoding="utf-8")
    first = run("add", tmp_path / "one.db", tmp_path / "z.txt", tmp_path / "a.txt", "--json")
    report = json.loads(first.out)
    assert (len(report["added"]), report["known"]) == (1, 1)
    for name in ("a.txt", "z.txt"):
        run("add", tmp_path / "two.db", tmp_path / name)
    exported = run("export", tmp_path / "one.db").out
    assert exported == run("export", tmp_path / "two.db").out
    (article,) = json.loads(exported)["articles"]
    assert (article["name"], article["names"]) == ("a.txt", ["a.txt", "z.txt"])


def test_two_outlets_with_the_same_text(tmp_path: Path, run: Run) -> None:
    """Two articles, since they were given with different outlets, and one origin of equal texts."""
    text = "The council of Port Elm voted on Monday to build the quay before winter comes. " * 4
    for name in ("times.txt", "post.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    known = tmp_path / "known.csv"
    known.write_text("file,outlet\ntimes.txt,The Elm Times\npost.txt,Elm Post\n", encoding="utf-8")
    outcome = run(
        "add", tmp_path / "r.db", tmp_path / "times.txt", tmp_path / "post.txt", "--meta", known
    )
    assert outcome.code == 0
    exported = json.loads(run("export", tmp_path / "r.db").out)
    assert {a["outlet"] for a in exported["articles"]} == {"The Elm Times", "Elm Post"}
    (origin,) = exported["origins"]
    assert [a["relation"] for a in origin["articles"]] == ["same-text", "same-text"]


def test_a_table_of_known_facts_with_an_unknown_file(tmp_path: Path, run: Run) -> None:
    """A row of the table that no input has is noted; the articles are read in full: exit 0."""
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    known = tmp_path / "known.csv"
    known.write_text("file,outlet\nb.txt,The Elm Times\n", encoding="utf-8")
    outcome = run("add", tmp_path / "r.db", tmp_path / "a.txt", "--meta", known)
    assert (outcome.code, "b.txt" in outcome.err) == (0, True)


def other_schema(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def foreign(path: Path) -> None:
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE article (number INTEGER)")
    connection.commit()
    connection.close()


def no_database(path: Path) -> None:
    path.write_text(WORDS * 30, encoding="utf-8")


def half_a_database(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6_000])


COMMANDS = [
    ("add", "{record}", "{source}"), ("articles", "{record}"), ("search", "{record}", "quay"),
    ("export", "{record}"), ("page", "{record}"), ("why", "{record}", "a.txt"),
    ("decide", "{record}", "outlet", "a.txt", "Post"), ("decide", "{record}", "--list"),
    ("decide", "{record}", "--undo", "1"), ("remove", "{record}", "a.txt", "--purge"),
    ("rebuild", "{record}"),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=[" ".join(c[::2]) for c in COMMANDS])
@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (other_schema, "newer Onrecord (schema 99"),
        (foreign, "a database, but not a record"),
        (no_database, "not a record of Onrecord"),
        (half_a_database, "not a record of Onrecord"),
    ],
)
def test_a_file_that_is_no_record_of_this_program(
    command: tuple[str, ...],
    spoil: Callable[[Path], None],
    message: str,
    tmp_path: Path,
    run: Run,
) -> None:
    """Every command says what the file is, ends in 1, and leaves the file as it was."""
    source, record = tmp_path / "a.txt", tmp_path / "record.db"
    source.write_text(WORDS, encoding="utf-8")
    run("add", record, source)
    spoil(record)
    before = record.read_bytes()
    outcome = run(*(part.format(record=record, source=source) for part in command))
    assert outcome.code == 1
    assert message in outcome.err
    assert outcome.out == ""
    assert record.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "record.db"]


@pytest.mark.parametrize("command", COMMANDS[1:], ids=[" ".join(c[::2]) for c in COMMANDS[1:]])
def test_a_record_that_is_not_there(command: tuple[str, ...], tmp_path: Path, run: Run) -> None:
    """No command but `add` makes a record; the message says how to."""
    record = tmp_path / "record.db"
    outcome = run(*(part.format(record=record, source="") for part in command))
    assert outcome.code == 1
    assert "no such record" in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_record_yet(tmp_path: Path, run: Run) -> None:
    """An empty file can become a record, but nothing can be read from it."""
    record, source = tmp_path / "record.db", tmp_path / "a.txt"
    record.touch()
    source.write_text(WORDS, encoding="utf-8")
    outcome = run("articles", record)
    assert (outcome.code, "is empty" in outcome.err) == (1, True)
    assert run("add", record, source).code == 0
    assert run("articles", record).code == 0


def test_a_folder_as_record(tmp_path: Path, run: Run) -> None:
    """A folder in the place of the record is wrong usage."""
    assert run("articles", tmp_path).code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="such names are refused there")
@pytest.mark.parametrize(
    "name",
    [
        "with space.txt",
        "späť 😀.txt",
        "-dash.txt",
        "new\nline.txt",
        "tab\t.txt",
        "'quote\".txt",
        "a:12",
    ],
)
def test_odd_file_names(
    name: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any file name can be added, listed and named again."""
    (tmp_path / name).write_text(WORDS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    outcome = run("add", "r.db", "--", name)
    assert outcome.code == 0
    assert len(outcome.err.splitlines()) == 3
    (row,) = json.loads(run("articles", "r.db", "--json").out)
    assert row["name"] == name
    assert run("why", "r.db", "--", name).code == 0
    assert len(run("articles", "r.db").out.splitlines()) == 2
    assert run("remove", "r.db", "--", name).code == 0


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text elsewhere")
def test_a_file_name_that_is_no_text(tmp_path: Path, run: Run) -> None:
    """A name with bytes that are no UTF-8 is kept with U+FFFD and breaks nothing."""
    folder = tmp_path / "pile"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text(WORDS, encoding="utf-8")
    assert run("add", tmp_path / "r.db", folder).code == 0
    (article,) = json.loads(run("export", tmp_path / "r.db").out)["articles"]
    assert article["name"] == "caf\ufffd.txt"
    assert run("page", tmp_path / "r.db").code == 0


def test_nothing_but_the_quick_analysis_was_asked(
    tmp_path: Path, run: Run, quick: QuickAnalysis
) -> None:
    """The tests of this module replace the language model: they would notice if they did not."""
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    run("add", tmp_path / "r.db", tmp_path / "a.txt")
    assert quick.asked == 1
