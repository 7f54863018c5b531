"""Zip archives: members as if they lay in a folder, and every way in which a zip may be harmful."""

from __future__ import annotations

import copy
import io
import random
import stat
import struct
import tracemalloc
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
from onrecord.values.pages import Given, Page

WORDS = "The council of Port Elm met on Monday and voted for the new harbour wall."
PAGE = f"<!doctype html><html><body><p>{WORDS}</p></body></html>"
SMALL = Limits(item_bytes=1_000, archive_bytes=4_000, archive_depth=2, container_items=3)

type Change = Callable[[zipfile.ZipFile], None]


def zipped(
    members: dict[str, bytes | str] | list[tuple[str, bytes | str]],
    change: Change | None = None,
    method: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """A zip of some members; `change` may falsify its list of contents before it is written."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items() if isinstance(members, dict) else members:
            info = zipfile.ZipInfo("x")
            info.filename = name
            info.compress_type = method
            archive.NameToInfo.clear()  # two of one name are no mistake here
            archive.writestr(info, content)
        if change:
            change(archive)
    return stream.getvalue()


def set_field(number: int, **values: int) -> Change:
    """Falsifies fields of one entry of the list of contents."""

    def change(archive: zipfile.ZipFile) -> None:
        for field, value in values.items():
            setattr(archive.filelist[number], field, value)

    return change


def encrypt(*numbers: int) -> Change:
    """Marks members as locked with a password."""

    def change(archive: zipfile.ZipFile) -> None:
        for number in numbers:
            archive.filelist[number].flag_bits |= 1

    return change


def list_twice(archive: zipfile.ZipFile) -> None:
    """Lists the bytes of the first member under a second name."""
    twin = copy.copy(archive.filelist[0])
    twin.filename = "twin.txt"
    archive.filelist.append(twin)


def nested(depth: int) -> bytes:
    """A text in so many zips."""
    data = WORDS.encode()
    for number in range(depth):
        data = zipped({"a.txt" if not number else f"{number}.zip": data})
    return data


def flipped(data: bytes, place: int) -> bytes:
    changed = bytearray(data)
    changed[place] ^= 8
    return bytes(changed)


TWO = {"a.txt": WORDS, "b.txt": WORDS + " Twice."}
STORED = zipped(TWO, method=zipfile.ZIP_STORED)
OFFICE = {"[Content_Types].xml": "<Types/>"}
LINK = set_field(0, external_attr=(stat.S_IFLNK | 0o777) << 16, create_system=3)


class Case(NamedTuple):
    """A zip, the names of its pages, and what is said."""

    name: str
    data: bytes
    pages: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """`severity/reason name`, without the archive's own name."""
    limits: Limits = Limits()


BOTH = ("a.txt", "b.txt")
BROKEN = ("failed/broken ",)
EMPTY = ("failed/empty ",)

CASES = [
    Case("two", zipped(TWO), BOTH),
    Case("sorted", zipped(dict(reversed(TWO.items()))), BOTH),
    Case("stored", STORED, BOTH),
    Case("bzip2", zipped(TWO, method=zipfile.ZIP_BZIP2), BOTH),
    Case("lzma", zipped(TWO, method=zipfile.ZIP_LZMA), BOTH),
    Case("folders", zipped({"in/": "", "in/deep/a.txt": WORDS}), ("a.txt",)),
    Case("same-name-twice", zipped([("a.txt", WORDS), ("a.txt", PAGE)]), ("a.txt", "a.txt")),
    Case("table", zipped({"a.csv": "title,text\nVote,Yes.\nTax,No.\n"}), ("a.csv#1", "a.csv#2")),
    Case("junk-before", b"#!/bin/sh\nexit\n" + zipped(TWO), BOTH),
    Case("comment", zipped(TWO, lambda z: setattr(z, "comment", b"a note")), BOTH),
    Case("no-members", zipped({}), (), EMPTY),
    Case("only-folders", zipped({"in/": "", "in/deep/": ""}), (), EMPTY),
    Case(
        "empty-member", zipped({"a.txt": "", "b.txt": WORDS}), ("b.txt",), ("failed/empty /a.txt",)
    ),
    Case("cut", zipped(TWO)[:-30], (), BROKEN),
    Case("cut-in-member", zipped(TWO)[:60], (), BROKEN),
    Case("only-magic", b"PK\x03\x04", (), BROKEN),
    Case("only-magic-long", b"PK\x03\x04" + bytes(70_000), (), BROKEN),
    Case(
        "cut-around-a-zip",
        zipped({"a.txt": WORDS, "b.zip": zipped({"c.txt": WORDS})}, method=zipfile.ZIP_STORED)[
            :-60
        ],
        (),
        BROKEN,
    ),
    Case(
        "bit-flipped-stored",
        flipped(STORED, STORED.index(b"Monday")),
        ("b.txt",),
        ("failed/broken /a.txt",),
    ),
    Case(
        "bit-flipped-packed",
        flipped(zipped({"a.txt": PAGE * 9, "b.txt": WORDS}), 60),
        ("b.txt",),
        ("failed/broken /a.txt",),
    ),
    Case(
        "size-too-small",
        zipped(TWO, set_field(0, file_size=9)),
        ("b.txt",),
        ("failed/broken /a.txt",),
    ),
    Case(
        "size-too-large",
        zipped(TWO, set_field(0, file_size=999)),
        ("b.txt",),
        ("failed/broken /a.txt",),
    ),
    Case("place-wrong", zipped(TWO, set_field(1, header_offset=7)), (), BROKEN),
    Case(
        "place-far",
        zipped(TWO, set_field(1, header_offset=9_999)),
        ("a.txt",),
        ("failed/broken /b.txt",),
    ),
    Case("listed-twice", zipped(TWO, list_twice), (), BROKEN),
    Case("one-locked", zipped(TWO, encrypt(0)), ("b.txt",), ("failed/encrypted /a.txt",)),
    Case("all-locked", zipped(TWO, encrypt(0, 1)), (), ("failed/encrypted ",)),
    Case(
        "deflate64",
        zipped(TWO, set_field(0, compress_type=9)),
        ("b.txt",),
        ("failed/unknown-format /a.txt",),
    ),
    Case(
        "unheard-of-method",
        zipped(TWO, set_field(0, compress_type=77)),
        ("b.txt",),
        ("failed/unknown-format /a.txt",),
    ),
    Case("link", zipped(TWO, LINK), ("b.txt",), ("note/links-not-followed ",)),
    Case("upwards", zipped({"../../etc/a.txt": WORDS}), ("a.txt",), ("note/unsafe-names ",)),
    Case("absolute", zipped({"/etc/a.txt": WORDS}), ("a.txt",), ("note/unsafe-names ",)),
    Case("drive", zipped({"C:\\in\\a.txt": WORDS}), ("a.txt",), ("note/unsafe-names ",)),
    Case("backslashes", zipped({"in\\a.txt": WORDS}), ("a.txt",), ("note/unsafe-names ",)),
    Case("escape", zipped({"a\x1b[2J.txt": WORDS}), ("a\ufffd[2J.txt",), ("note/unsafe-names ",)),
    Case("turned", zipped({"a\u202etxt.exe": WORDS}), ("a\ufffdtxt.exe",), ("note/unsafe-names ",)),
    Case("only-dots", zipped({"../..": WORDS, "a.txt": WORDS}), ("a.txt",)),
    Case(
        "left-behind",
        zipped({"__MACOSX/._a.txt": "x", ".DS_Store": "x", "Thumbs.db": "x", "a.txt": WORDS}),
        ("a.txt",),
        ("note/hidden-left-aside ",),
    ),
    Case(
        "media",
        zipped({"a.txt": WORDS, "b.PNG": "x", "c": b"\xff\xd8\xff\xe0", "d/app.js": "let a"}),
        ("a.txt",),
        ("note/media-left-aside ",),
    ),
    Case(
        "saved-page",
        zipped({"in/a.html": PAGE, "in/a_files/ad.html": PAGE, "in/a_files/deep/x.txt": WORDS}),
        ("a.html",),
        ("note/assets-not-entered ",),
    ),
    Case(
        "database",
        zipped({"a.txt": WORDS, "b": b"SQLite format 3\0"}),
        ("a.txt",),
        ("note/database-left-aside ",),
    ),
    Case("only-media", zipped({"a.png": "x"}), (), ("note/media-left-aside ", *EMPTY)),
    Case("in-a-zip", zipped({"b.zip": zipped(TWO), "c.txt": WORDS}), (*BOTH, "c.txt")),
    Case("deep", nested(5), ("a.txt",)),
    Case("too-deep", nested(6), (), ("failed/too-large /5.zip/4.zip/3.zip/2.zip/1.zip",)),
    Case("sheet", zipped({**OFFICE, "xl/workbook.xml": "<a/>"}), (), ("failed/unknown-format ",)),
    Case("slides", zipped({**OFFICE, "ppt/slide.xml": "<a/>"}), (), ("failed/unknown-format ",)),
    Case(
        "book",
        zipped({"mimetype": "application/epub+zip"}, method=0),
        (),
        ("failed/unknown-format ",),
    ),
    Case(
        "text-document",
        zipped({"mimetype": "application/vnd.oasis.opendocument.text"}, method=0),
        (),
        ("failed/unknown-format ",),
    ),
    Case("folder-called-ppt", zipped({"ppt/a.txt": WORDS, "xl/b.txt": WORDS}), BOTH),
    Case(
        "large-member",
        zipped({"a.txt": "w " * 900, "b.txt": WORDS}),
        ("b.txt",),
        ("failed/too-large /a.txt",),
        SMALL,
    ),
    Case(
        "many",
        zipped({f"{n}.txt": f"{WORDS} {n}" for n in range(4)}),
        (),
        ("failed/too-large ",),
        SMALL,
    ),
    Case(
        "locked-among-media",
        zipped({"a.png": "x", "b.txt": WORDS}, encrypt(1)),
        (),
        ("failed/encrypted ",),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_zip(case: Case, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Each zip gives just these pages and remarks."""
    pages, remarks = read(write("in.zip", case.data), limits=case.limits)
    assert tuple(page.name for page in pages) == case.pages
    said = tuple(f"{r.severity}/{r.reason} {r.name.removeprefix('in.zip')}" for r in remarks)
    assert said == case.remarks
    assert all("in.zip" in remark.message for remark in remarks)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_zip_on_standard_input(
    case: Case, read: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A zip that cannot be gone back in is read alike."""
    if not case.data.startswith(b"PK"):
        pytest.skip("known by its name only")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(case.data)))
    pages, remarks = read("-", limits=case.limits)
    assert tuple(page.name for page in pages) == case.pages
    assert [f"{r.severity}/{r.reason}" for r in remarks] == [r.split()[0] for r in case.remarks]


def test_days_in_names(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A day in a member's name, a folder inside, or the archive's whole name is kept."""
    data = zipped({"in/2021-05-06/a.txt": WORDS, "b_2021-05-07.txt": WORDS, "c.txt": WORDS})
    pages, _ = read(write("2021-05-08.zip", data))
    days = {page.name: page.name_dates for page in pages}
    assert days["a.txt"] == ("2021-05-06", "2021-05-08")
    assert days["b_2021-05-07.txt"] == ("2021-05-07", "2021-05-08")
    assert days["c.txt"] == ("2021-05-08",)


@pytest.mark.parametrize(
    "key", ["in.zip/deep/a.txt", "deep/a.txt", "a.txt", "in.zip", "in.zip/deep\\a.txt"]
)
def test_given_for_a_member(key: str, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """The table of known facts may name a member in or without its archive, or the archive."""
    used: set[str] = set()
    [page], _ = read(
        write("in.zip", zipped({"deep/a.txt": WORDS})),
        given={key: Given(outlet="The Elm Post", address="https://elm.example/1")},
        used=used,
    )
    assert (page.given.outlet, used) == ("The Elm Post", {key})
    assert page.given.address == (None if key == "in.zip" else "https://elm.example/1")


def test_ignore_files_inside(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Ignore files in the archive hold for their folders, the innermost word counts."""
    members = {
        ".onrecordignore": "drafts/\n*.md\n",
        "drafts/a.txt": WORDS,
        "b.md": WORDS,
        "in/.onrecordignore": "!c.md\n",
        "in/c.md": WORDS,
        "in/d.md": WORDS,
    }
    pages, remarks = read(write("in.zip", zipped(members)))
    assert ([page.name for page in pages], remarks) == (["c.md"], [])


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("Süd.txt".encode(), "Süd.txt"),
        ("Süd.txt".encode("cp437"), "Süd.txt"),
        ("Привет.txt".encode(), "Привет.txt"),
    ],
)
def test_names_without_a_mark(
    stored: bytes, shown: str, write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Names that do not say their encoding are UTF-8 where they can be, else code page 437."""
    placeholder = b"n" * (len(stored) - 4) + b".txt"
    data = zipped({placeholder.decode(): WORDS}).replace(placeholder, stored)
    [page], remarks = read(write("in.zip", data))
    assert (page.name, remarks) == (shown, [])


def test_zip64(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """An archive with the large form of its fields is read."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive, archive.open("a.txt", "w", force_zip64=True) as a:
        a.write(WORDS.encode())
    [page], remarks = read(write("in.zip", stream.getvalue()))
    assert (page.data, remarks) == (WORDS.encode(), [])


def test_long_list_is_refused_unread(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A list of contents that says it is huge is refused before it is read."""
    data = zipped(TWO)
    end = data.rindex(b"PK\5\6")
    data = data[: end + 12] + struct.pack("<L", 2_000_000_000) + data[end + 16 :]
    _, [remark] = read(write("in.zip", data))
    assert remark.reason == "too-large"
    assert "ONRECORD_LIMIT_CONTAINER_ITEMS" in remark.message


def test_limit_on_all_that_is_unpacked(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Nested archives count together; what came before the limit is kept."""
    inner = [zipped({"t.txt": f"{WORDS} {n} " + "w " * 1_000}) for n in range(9)]
    data = zipped({f"{n}.zip": one for n, one in enumerate(inner)})
    pages, remarks = read(write("in.zip", data), limits=Limits(archive_bytes=10_000))
    assert 1 <= len(pages) <= 4
    assert {r.reason for r in remarks} == {"too-large"}
    assert any("ONRECORD_LIMIT_ARCHIVE_BYTES" in r.message for r in remarks)
    assert len(remarks) <= 3


def test_bomb_in_a_bomb(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """What unpacks to more than a thousand times its size is refused, with the reason."""
    line = b" " * 999_999 + b"\n"
    bomb = zipped({"a.jsonl": line * 105})
    data = zipped({f"{n}.zip": bomb for n in range(3)})
    pages, remarks = read(write("in.zip", data))
    assert pages == []
    assert {r.reason for r in remarks} == {"too-large"}
    assert any("1,000 times" in r.message for r in remarks)


def test_memory_stays_flat(tmp_path: Path) -> None:
    """A member of 300 MB that packs well is read in little memory."""
    line = b'{"text":"The council met."' + b" " * 999_000 + b"}\n"
    path = tmp_path / "in.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("a.jsonl", "w", force_zip64=True) as member,
    ):
        for _ in range(300_000_000 // len(line)):
            member.write(line)
    tracemalloc.start()
    pages = sum(isinstance(found, Page) for found in open_source(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert pages == 300_000_000 // len(line)
    assert peak < 5_000_000


def test_no_files_are_left(
    write: Callable[..., Path],
    read: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is put on disk for archives in archives is gone afterwards, and has no member's name."""
    spool = tmp_path / "spool"
    spool.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(spool))
    monkeypatch.setattr("onrecord.sources.archives.unpacking._IN_MEMORY", 10)
    inner = zipped({"../../a.txt": random.Random(1).randbytes(5_000), "b.txt": WORDS})
    pages, _ = read(write("in.zip", zipped({"../c.zip": inner}, method=0)))
    assert [page.name for page in pages] == ["b.txt"]
    assert list(spool.iterdir()) == []
    assert sorted(p.name for p in tmp_path.rglob("*.txt")) == []


SAMPLE = zipped(
    {"in/a.txt": WORDS, "b.jsonl": '{"text":"a"}\n' * 9, "c.zip": zipped({"d.html": PAGE})}
)


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_nothing_raises(data: st.DataObject, tmp_path: Path) -> None:
    """Cut anywhere, changed anywhere, or made up: there is a page or a remark and no error."""
    content = bytearray(SAMPLE[: data.draw(st.integers(1, len(SAMPLE)))])
    for place, byte in data.draw(
        st.lists(st.tuples(st.integers(4, len(SAMPLE)), st.integers(0, 255)), max_size=6)
    ):
        if place < len(content):
            content[place] = byte
    path = tmp_path / "in.zip"
    path.write_bytes(content)
    assert list(open_source(path))


@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=300))
def test_arbitrary_bytes(data: bytes, tmp_path: Path) -> None:
    """Whatever follows the magic, nothing raises."""
    path = tmp_path / "in.zip"
    path.write_bytes(b"PK\x03\x04" + data)
    assert list(open_source(path))
