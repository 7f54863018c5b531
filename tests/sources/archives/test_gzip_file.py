"""One compressed file: what it unpacks to is read, whole or as far as it goes."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.settings import Limits
from onrecord.sources.open import open_source
from onrecord.values.pages import Given, MediaType

WORDS = b"The council of Port Elm met on Monday and voted for the harbour wall.\n"
PAGE = b"<!doctype html><html><body><p>The council met.</p></body></html>"
LINES = b"".join(b'{"text":"The council met for the %dth time."}\n' % n for n in range(4_000))
PLAIN, HTML, RECORD = MediaType.PLAIN, MediaType.HTML, MediaType.RECORD


def flipped(data: bytes, place: int) -> bytes:
    changed = bytearray(data)
    changed[place] ^= 8
    return bytes(changed)


def zipped(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def packed(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = gzip.compress(data)
    return data


class Case(NamedTuple):
    """A compressed file, its pages, and what is said."""

    name: str
    data: bytes
    pages: int
    remarks: tuple[str, ...] = ()
    media_type: MediaType = PLAIN
    limits: Limits = Limits()


TEXT = gzip.compress(WORDS)
LONG = gzip.compress(WORDS * 9_000)
CASES = [
    Case("a.txt.gz", TEXT, 1),
    Case("a.html.gz", gzip.compress(PAGE), 1, (), HTML),
    Case("a.csv.gz", gzip.compress(b"title,text\nVote,Yes.\nTax,No.\n"), 2, (), RECORD),
    Case("a.jsonl.gz", gzip.compress(LINES), 4_000, (), RECORD),
    Case("a.zip.gz", gzip.compress(zipped("a.txt", WORDS)), 1),
    Case("named-otherwise", TEXT, 1),
    Case("long.txt.gz", LONG, 1),
    Case("two-members.txt.gz", TEXT + TEXT, 1),
    Case("padded.txt.gz", TEXT + bytes(512), 1),
    Case("followed.txt.gz", TEXT + b"something else", 1, ("note/trailing-bytes",)),
    Case("cut.txt.gz", LONG[:-40], 1, ("partial/broken",)),
    Case("cut-in-checksum.txt.gz", TEXT[:-4], 1, ("partial/broken",)),
    Case("cut-second.txt.gz", LONG + LONG[:-40], 1, ("partial/broken",)),
    Case("cut-at-once.txt.gz", TEXT[:11], 0, ("failed/broken",)),
    Case("only-magic.gz", b"\x1f\x8b", 0, ("failed/broken",)),
    Case("flipped.txt.gz", flipped(LONG, 100), 0, ("failed/broken",)),
    Case("checksum.txt.gz", flipped(TEXT, -6), 0, ("failed/broken",)),
    Case("empty.txt.gz", gzip.compress(b""), 0, ("failed/empty",)),
    Case("blank.txt.gz", gzip.compress(b" \n"), 0, ("failed/empty",)),
    Case("junk.txt.gz", gzip.compress(bytes(range(256)) * 9), 0, ("failed/not-text",)),
    Case(
        "a.tar.gz",
        gzip.compress(bytes(257) + b"ustar\0" + bytes(300)),
        0,
        ("failed/unknown-format",),
    ),
    Case(
        "a.tgz", gzip.compress(bytes(257) + b"ustar\0" + bytes(300)), 0, ("failed/unknown-format",)
    ),
    Case("five.gz", packed(WORDS, 5), 1),
    Case("six.gz", packed(WORDS, 6), 0, ("failed/too-large",)),
    Case("large.txt.gz", LONG, 0, ("failed/too-large",), PLAIN, Limits(item_bytes=1_000)),
    Case("much.txt.gz", LONG, 0, ("failed/too-large",), PLAIN, Limits(archive_bytes=100_000)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_gzip(case: Case, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Each compressed file gives just these pages and remarks."""
    pages, remarks = read(write(case.name, case.data), limits=case.limits)
    assert [f"{r.severity}/{r.reason}" for r in remarks] == list(case.remarks)
    assert len(pages) == case.pages
    assert {page.media_type for page in pages} <= {case.media_type}
    assert all(case.name in remark.message for remark in remarks)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_gzip_on_standard_input(
    case: Case, read: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can be read once only is read to its end; a name alone decides what a table is."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(case.data)))
    pages, remarks = read("-", limits=case.limits)
    if not case.name.endswith(".csv.gz"):
        assert len(pages) == case.pages
    assert [f"{r.severity}/{r.reason}" for r in remarks] == list(case.remarks)


def test_what_a_cut_file_keeps(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """What came before the cut is kept as it was."""
    [page], [remark] = read(write("a.txt.gz", LONG[:-40]))
    assert (WORDS * 9_000).startswith(page.data)
    assert len(page.data) > len(WORDS)
    assert "cut off" in remark.message


def test_rows_before_damage_are_kept(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """The records before a damaged place are read, and the damage is told."""
    data = gzip.compress(LINES)
    pages, remarks = read(write("a.jsonl.gz", flipped(data, -6)))
    assert 1_000 < len(pages) < 4_000
    assert [f"{r.severity}/{r.reason}" for r in remarks] == ["partial/broken"]


@pytest.mark.parametrize("key", ["dump.jsonl.gz#2", "dump.jsonl#2", "dump.jsonl.gz", "dump.jsonl"])
def test_names(key: str, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Pages carry the name without `.gz`; something may be given under both."""
    path = write("dump.jsonl.gz", gzip.compress(b"".join(LINES.splitlines(True)[:2])))
    pages, _ = read(path, given={key: Given(outlet="The Elm Post")})
    assert [page.name for page in pages] == ["dump.jsonl#1", "dump.jsonl#2"]
    assert pages[1].given.outlet == "The Elm Post"


def test_day_in_the_name(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A day in the compressed file's name is its day."""
    [page], _ = read(write("wall_2021-05-06.txt.gz", TEXT))
    assert (page.name, page.name_dates) == ("wall_2021-05-06.txt", ("2021-05-06",))


def test_bomb(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """What unpacks to more than a thousand times its size is refused on the way."""
    line = b" " * 999_999 + b"\n"
    pages, [remark] = read(write("a.jsonl.gz", gzip.compress(line * 105)))
    assert (pages, remark.reason) == ([], "too-large")
    assert "1,000 times" in remark.message


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.one_of(st.binary(max_size=200), st.integers(1, 400).map(lambda n: LONG[2 : n + 2])))
def test_nothing_raises(data: bytes, tmp_path: Path) -> None:
    """Whatever follows the magic, and wherever a good file is cut, nothing raises."""
    path = tmp_path / "a.txt.gz"
    path.write_bytes(b"\x1f\x8b" + data)
    assert list(open_source(path))
