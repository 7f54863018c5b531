"""One table of odd inputs: what comes of each, pages and remarks, and that nothing raises."""

from __future__ import annotations

import codecs
import gzip
import io
import os
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import UnreachableInput
from onrecord.settings import Limits
from onrecord.sources.items import path_item, read_all
from onrecord.sources.open import open_source
from onrecord.values.pages import MediaType

WORDS = "The council of Port Elm met on Monday – and voted “yes”."
PAGE = f"<!doctype html><html><body><p>{WORDS}</p></body></html>"
GOOD = '{"title":"Vote","text":"The council voted."}'
SMALL = Limits(item_bytes=200, container_bytes=2_000, container_items=3)
PLAIN, HTML, RECORD = MediaType.PLAIN, MediaType.HTML, MediaType.RECORD
MAIL = MediaType.MAIL


class Case(NamedTuple):
    """A file, and what must come of it."""

    name: str
    data: bytes
    pages: int
    remarks: tuple[str, ...] = ()
    """`severity/reason`, in order."""
    media_type: MediaType | None = None
    limits: Limits = Limits()


EMPTY = ("failed/empty",)
NOT_TEXT = ("failed/not-text",)
UNKNOWN = ("failed/unknown-format",)
BROKEN = ("failed/broken",)
NO_TEXT = ("failed/no-text-field",)

CASES = [
    Case("empty.txt", b"", 0, EMPTY),
    Case("blank.txt", b" \r\n\t\n", 0, EMPTY),
    Case("mark.txt", codecs.BOM_UTF8, 0, EMPTY),
    Case("mark16.txt", codecs.BOM_UTF16_LE, 0, EMPTY),
    Case("mark-blank.html", codecs.BOM_UTF8 + b"\n \n", 0, EMPTY),
    Case("no-break-space.txt", "\u00a0\n".encode(), 0, EMPTY),
    Case("long-blank.txt", b"\n" * 200_000, 0, EMPTY),
    Case("empty.jsonl", b"\n\n", 0, EMPTY),
    Case("empty.csv", b"", 0, EMPTY),
    Case("header-only.csv", b"title,text\n", 0, EMPTY),
    Case("empty-list.json", b"[]", 0, EMPTY),
    Case("junk.txt", bytes(range(256)) * 9, 0, NOT_TEXT),
    Case("junk.csv", bytes(range(256)) * 9, 0, NOT_TEXT),
    Case("zeros.txt", bytes(5_000), 0, NOT_TEXT),
    Case("late-junk.txt", WORDS.encode() * 1_500 + bytes(range(32)) * 3_000, 0, NOT_TEXT),
    Case("plain.txt", WORDS.encode(), 1, (), PLAIN),
    Case("no-suffix", WORDS.encode(), 1, (), PLAIN),
    Case("notes.md", b"# Vote\n\nThe council voted.", 1, (), PLAIN),
    Case("odd.suffix", WORDS.encode(), 1, (), PLAIN),
    Case("crlf.txt", b"One line.\r\nTwo lines.\r\n", 1, (), PLAIN),
    Case("utf16.txt", WORDS.encode("utf-16"), 1, (), PLAIN),
    Case("utf16-bare.txt", WORDS.encode("utf-16-le"), 1, (), PLAIN),
    Case("cp1252.txt", WORDS.encode("cp1252"), 1, (), PLAIN),
    Case("mixed.txt", WORDS.encode() + WORDS.encode("cp1252"), 1, (), PLAIN),
    Case("nuls.txt", b"The council\0 met.\0 It voted.", 1, (), PLAIN),
    Case("bracket.txt", b"[Update] The council voted.", 1, (), PLAIN),
    Case("footnote.txt", b"[1] The council voted {twice}.", 1, (), PLAIN),
    Case("headers.txt", b"By: A. Reed\nPublished: Monday\n\nThe council voted.", 1, (), PLAIN),
    Case("page.txt", PAGE.encode(), 1, (), HTML),
    Case("page", ("\ufeff\n<!-- saved -->\n" + PAGE).encode(), 1, (), HTML),
    Case("page16.html", PAGE.encode("utf-16"), 1, (), HTML),
    Case("xhtml.xml", ('<?xml version="1.0"?>\n' + PAGE).encode(), 1, (), HTML),
    Case("page.csv", PAGE.encode(), 1, (), HTML),
    Case("fragment.html", b"The council <b>voted</b>.", 1, (), HTML),
    Case("words.html", b"The council voted: 3 < 4 and 5 > 4.", 1, (), PLAIN),
    Case("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 1, (), MediaType.PDF),
    Case("pdf.txt", b"%PDF-1.4\n1 0 obj", 1, (), MediaType.PDF),
    Case("a.zip", b"PK\x03\x04" + bytes(40), 0, BROKEN),
    Case("docx.txt", b"PK\x03\x04" + bytes(26) + b"word/document.xml", 0, BROKEN),
    Case("a.txt.gz", gzip.compress(WORDS.encode()), 1, (), PLAIN),
    Case("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(40), 0, UNKNOWN),
    Case("feed.xml", b"<?xml version='1.0'?><rss><channel/></rss>", 0, EMPTY),
    Case("a.eml", b"From: a@b.example\nMIME-Version: 1.0\nSubject: x\n\nHello", 1, (), MAIL),
    Case("a.warc", b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", 0, ("partial/broken", *BROKEN)),
    Case("data.db", b"SQLite format 3\0" + bytes(84), 0, UNKNOWN),
    Case("one.json", GOOD.encode(), 1, (), RECORD),
    Case("one16.json", GOOD.encode("utf-16"), 1, (), RECORD),
    Case("object.txt", GOOD.encode(), 1, (), RECORD),
    Case("list.json", f"[{GOOD}, {GOOD}]".encode(), 2, (), RECORD),
    Case("wrapped.json", f'{{"status":"ok","articles":[{GOOD}]}}'.encode(), 1, (), RECORD),
    Case("nested.json", f'{{"response":{{"results":[{GOOD}]}}}}'.encode(), 1, (), RECORD),
    Case("cut.json", GOOD[:-8].encode(), 0, BROKEN),
    Case("cut-list.json", f"[{GOOD}, {GOOD[:9]}".encode(), 0, BROKEN),
    Case("deep.json", b"[" * 100_000, 0, BROKEN),
    Case("deep-shut.json", b"[" * 100_000 + b"]" * 100_000, 0, BROKEN),
    Case("deep-entry.jsonl", b'{"text":' + b"[" * 100_000, 0, ("partial/broken", *BROKEN)),
    Case("number.json", b"17", 0, BROKEN),
    Case("long-number.json", b'{"text":"a","n":' + b"9" * 5_000 + b"}", 0, BROKEN),
    Case("settings.json", b'{"colour":"red","size":3}', 0, NO_TEXT),
    Case(
        "half.json",
        f'[{GOOD}, {{"a":1}}, 5]'.encode(),
        1,
        ("partial/broken", "partial/no-text-field"),
    ),
    Case("surrogate.json", b'[{"text":"lone \\ud800 here"}]', 1, (), RECORD),
    Case("lines.jsonl", f"{GOOD}\r\n\r\n{GOOD}".encode(), 2, (), RECORD),
    Case("lines.txt", f"{GOOD}\n{GOOD}\n".encode(), 2, (), RECORD),
    Case("lines.json", f"{GOOD}\n{GOOD}\n".encode(), 2, (), RECORD),
    Case("lines16.jsonl", f"{GOOD}\n{GOOD}\n".encode("utf-16"), 2, (), RECORD),
    Case("list.jsonl", f"[\n{GOOD},\n{GOOD}\n]".encode(), 2, (), RECORD),
    Case(
        "broken.jsonl",
        f"{GOOD}\nnot json\n{GOOD}\n[1]\n".encode(),
        2,
        ("partial/broken",) * 2,
        RECORD,
    ),
    Case("all-broken.jsonl", b"x\ny\n", 0, ("partial/broken", "partial/broken", *BROKEN)),
    Case("table.csv", b"title,text\nVote,The council voted.\n", 1, (), RECORD),
    Case("semicolon.csv", b"Title;Text\nVote;Yes, it voted, twice.\n", 1, (), RECORD),
    Case("tabs.tsv", b"title\ttext\nVote\tYes, it voted.\n", 1, (), RECORD),
    Case("pipes.csv", b"title|body\nVote|Yes, it voted.\n", 1, (), RECORD),
    Case("sep.csv", b"sep=;\ntitle;text\nVote;Yes.\n", 1, (), RECORD),
    Case("marked.csv", codecs.BOM_UTF8 + b"text,title\nYes.,Vote\n", 1, (), RECORD),
    Case("wide.csv", "title,text\nVote,Ja – süß.\n".encode("utf-16"), 1, (), RECORD),
    Case(
        "cp1252.csv",
        "title,text\nVote,Café – oui.\n".encode("cp1252"),
        1,
        ("note/encoding-guessed",),
        RECORD,
    ),
    Case("quoted.csv", b'title,text\n"Vote","One line.\nTwo ""lines"""\n', 1, (), RECORD),
    Case("old-mac.csv", b"title,text\rVote,Yes.\rTax,No.\r", 2, (), RECORD),
    Case("nul.csv", b"title,text\nVote,Ye\0s it voted.\n", 1, (), RECORD),
    Case("no-text.csv", b"colour,size\nred,3\n", 0, NO_TEXT),
    Case(
        "ragged.csv",
        b"title,text\nVote,Yes.\nTax\nRoad,No,more\nBus,Ok.,,\n",
        2,
        ("partial/broken",) * 2,
        RECORD,
    ),
    Case(
        "open-quote.csv",
        b'title,text\nVote,Yes.\nTax,"No.\nBus,Ok.\n',
        1,
        ("partial/broken",),
        RECORD,
    ),
    Case("empty-text.csv", b"title,text\nVote,\nTax,No.\n", 1, ("partial/no-text-field",), RECORD),
    Case("large.txt", b"word " * 50, 0, ("failed/too-large",), None, SMALL),
    Case("large.html", PAGE.encode() * 3, 0, ("failed/too-large",), None, SMALL),
    Case("large.json", b'{"text":"' + b"word " * 50 + b'"}', 0, ("failed/too-large",), None, SMALL),
    Case("large-document.json", b'[{"text":"w"},' * 400, 0, ("failed/too-large",), None, SMALL),
    Case(
        "large-line.jsonl",
        f'{GOOD}\n{{"text":"{"w" * 300}"}}\n{GOOD}'.encode(),
        2,
        ("partial/too-large",),
        RECORD,
        SMALL,
    ),
    Case(
        "large-cell.csv",
        f"text\nYes.\n{'w' * 195}\n".encode(),
        1,
        ("partial/too-large",),
        RECORD,
        SMALL,
    ),
    Case(
        "large-row.csv",
        f"text,title\nYes.,a\n{'w' * 300},b\n".encode(),
        1,
        ("partial/too-large",),
        RECORD,
        SMALL,
    ),
    Case("many.jsonl", f"{GOOD}\n".encode() * 5, 3, ("partial/too-large",), RECORD, SMALL),
    Case("large.jsonl", f"{GOOD}\n".encode() * 50, 0, ("failed/too-large",), None, SMALL),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_odd_input(case: Case, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Each odd input gives just these pages and remarks."""
    pages, remarks = read(write(case.name, case.data), limits=case.limits)
    assert [f"{r.severity}/{r.reason}" for r in remarks] == list(case.remarks)
    assert len(pages) == case.pages
    assert {page.media_type for page in pages} <= {case.media_type or RECORD}
    assert all(case.name in remark.name and remark.message for remark in remarks)


@pytest.mark.parametrize("case", [c for c in CASES if c.data], ids=lambda case: case.name)
def test_standard_input_is_read_alike(
    case: Case, read: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a name, only what a name alone decides may come out otherwise; nothing raises."""
    stdin = SimpleNamespace(buffer=io.BytesIO(case.data))
    monkeypatch.setattr(sys, "stdin", stdin)
    pages, remarks = read("-", limits=case.limits)
    assert pages or remarks
    assert {page.name.split("#")[0] for page in pages} <= {"stdin"}


def test_too_large_names_the_setting(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """What is over a limit says how large it is and which setting raises the limit."""
    _, [remark] = read(write("a.txt", "w" * 300), limits=SMALL)
    assert "ONRECORD_LIMIT_ITEM_BYTES" in remark.message
    assert "300" in remark.message


def test_large_file_is_refused_by_its_size(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """A text of 200 MB is refused without being read."""
    path = write("large.txt", WORDS * 2_000)
    os.truncate(path, 200_000_000)
    tracemalloc.start()
    begin = time.perf_counter()
    _, [remark] = read(path, limits=Limits(item_bytes=1_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert remark.reason == "too-large"
    assert peak < 10_000_000
    assert time.perf_counter() - begin < 5


def test_unread_formats_are_named(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A format that is not read is called by its name."""
    _, [remark] = read(write("a.txt", b"Rar!\x1a\x07"))
    assert "RAR is not read" in remark.message


@pytest.mark.parametrize("target", ["no/such/file.txt", "", "a\0b"])
def test_missing(target: str, read: Callable[..., Any]) -> None:
    """What is not there is unreachable."""
    pages, [remark] = read(target)
    assert (pages, remark.severity, remark.reason) == ([], "failed", "unreachable")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_does_not_block(tmp_path: Path, read: Callable[..., Any]) -> None:
    """A named pipe that nobody writes is unreachable at once."""
    os.mkfifo(tmp_path / "pipe.txt")
    pages, [remark] = read(tmp_path / "pipe.txt")
    assert (pages, remark.reason) == ([], "unreachable")


def test_file_that_grows_while_read(write: Callable[..., Path]) -> None:
    """A file that is still being written is not taken half."""
    path = write("grows.txt", WORDS * 3_000)
    item = path_item(path, shown="grows.txt")
    path.write_bytes(path.read_bytes() + b"more")
    with pytest.raises(UnreachableInput, match="changed"):
        read_all(item, 10_000_000)


def test_file_that_vanishes(write: Callable[..., Path]) -> None:
    """A file that is gone when its turn comes is unreachable, and the rest goes on."""
    folder = write("a.txt", WORDS).parent
    gone = write("b.txt", WORDS)
    write("c.txt", WORDS)
    found = open_source(folder, limits=Limits())
    assert next(found).name == "a.txt"
    gone.unlink()
    assert [getattr(one, "reason", one.name) for one in found] == ["unreachable", "c.txt"]


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(
    data=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(str.encode),
        st.text('{}[]":,\n textile\\u', max_size=80).map(str.encode),
        st.text('a,;\t|"\n\r\0 text', max_size=80).map(str.encode),
    ),
    suffix=st.sampled_from([".txt", ".html", ".json", ".jsonl", ".csv", ".tsv", ""]),
)
def test_nothing_raises(data: bytes, suffix: str, tmp_path: Path) -> None:
    """Whatever a file holds and is called, there is a page or a remark and no error."""
    path = tmp_path / f"file{suffix}"
    path.write_bytes(data)
    found = list(open_source(path, limits=Limits()))
    assert found
