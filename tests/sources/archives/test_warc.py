"""Web archives: which records are pages, how they are decoded, and what breaks in them."""

from __future__ import annotations

import gzip
import io
import time
import tracemalloc
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.articles.read import read_article
from onrecord.errors import InputError
from onrecord.settings import Limits
from onrecord.sources.open import open_source
from onrecord.values.pages import Given, MediaType, Page
from web_archives import DAY, FERRY, ROAD, THREE, WALL, answer, packed, record

PLAIN = b"".join(THREE)
GZ = packed(THREE)
PDF = b"%PDF-1.4\n1 0 obj\n"
TEXT = b"The council of Port Elm voted for the harbour wall on Monday.\n"
LONG = [
    answer(f"https://elm.example/{n}", WALL + b"<p>" + bytes([97 + n]) * 90_000) for n in range(3)
]


def flipped(data: bytes, place: int) -> bytes:
    changed = bytearray(data)
    changed[place] ^= 4
    return bytes(changed)


class Case(NamedTuple):
    """A web archive, the numbers of the records that are pages, and what is said."""

    name: str
    data: bytes
    pages: str = ""
    remarks: tuple[str, ...] = ()
    """`severity/reason#number`."""
    limits: Limits = Limits()


ASIDE = ("note/records-left-aside",)
NOTHING = (*ASIDE, "failed/empty")
FIRST = len(gzip.compress(THREE[0]))
CASES = [
    Case("plain.warc", PLAIN, "123"),
    Case("packed.warc.gz", GZ, "123"),
    Case("packed-whole.warc.gz", gzip.compress(PLAIN), "123"),
    Case("packed-in-blocks.warc.gz", packed([PLAIN[:700], PLAIN[700:]]), "123"),
    Case("named-otherwise.bin", GZ, "123"),
    Case("packed-twice.warc.gz", gzip.compress(GZ), "123"),
    Case("blank-lines.warc", b"\r\n" + b"\r\n\r\n".join(THREE), "123"),
    Case("version.warc", PLAIN.replace(b"WARC/1.1", b"WARC/0.9"), "123"),
    # what is a page
    Case("request.warc", record("request", body=b"GET / HTTP/1.1\r\n\r\n") + THREE[0], "2", ASIDE),
    Case("info.warc", record("warcinfo", body=b"software: ours\r\n") + THREE[0], "2", ASIDE),
    Case(
        "names.warc",
        record("response", "dns:elm.example", b"elm.example. 1 IN A 127.0.0.1", "text/dns")
        + THREE[0],
        "2",
        ASIDE,
    ),
    Case("revisit.warc", record("revisit", body=b"HTTP/1.1 200 OK\r\n\r\n") + THREE[0], "2", ASIDE),
    Case("redirect.warc", answer(status="HTTP/1.1 301 Moved") + THREE[0], "2", ASIDE),
    Case("missing.warc", answer(status="HTTP/1.1 404 Not Found") + THREE[0], "2", ASIDE),
    Case(
        "picture.warc",
        answer(headers="Content-Type: image/png", body=b"\x89PNG") + THREE[0],
        "2",
        ASIDE,
    ),
    Case(
        "data.warc",
        answer(headers="Content-Type: application/json", body=b"{}") + THREE[0],
        "2",
        ASIDE,
    ),
    Case("data-as-html.warc", answer(body=b'{"text":"a"}') + THREE[0], "2", ASIDE),
    Case(
        "feed.warc",
        answer(headers="Content-Type: application/rss+xml", body=b"<rss/>") + THREE[0],
        "2",
        ASIDE,
    ),
    Case(
        "robots.warc",
        answer("https://elm.example/robots.txt", b"User-agent: *", "Content-Type: text/plain")
        + THREE[0],
        "2",
        ASIDE,
    ),
    Case("nothing-in-it.warc", answer(body=b"") + THREE[0], "2", ASIDE),
    Case("no-http.warc", record("response", body=WALL) + THREE[0], "2", ASIDE),
    Case("unsaid.warc", answer(headers=""), "1"),
    Case("text.warc", answer(body=TEXT, headers="Content-Type: text/plain"), "1"),
    Case("resource.warc", record("resource", body=WALL, content_type="text/html"), "1"),
    Case(
        "screen.warc",
        record("resource", "urn:view:https://elm.example/", b"\x89PNG", "image/png") + THREE[0],
        "2",
        ASIDE,
    ),
    Case(
        "words.wet.gz",
        gzip.compress(record("conversion", body=TEXT, content_type="text/plain")),
        "1",
    ),
    Case("only-requests.warc", record("request", body=b"GET /"), "", NOTHING),
    # what is broken
    Case("cut.warc", PLAIN[:-40], "123", ("partial/broken#3",)),
    Case("cut-in-head.warc", PLAIN[: len(THREE[0]) + 40], "1", ("partial/broken#2",)),
    Case("cut-packed.warc.gz", GZ[:-30], "123", ("partial/broken#3",)),
    Case("cut-in-magic.warc.gz", GZ[: FIRST + 2], "1", ("partial/broken#2",)),
    Case("cut-whole.warc.gz", gzip.compress(b"".join(LONG))[:-20], "123", ("partial/broken#3",)),
    Case("flipped.warc.gz", flipped(GZ, FIRST + 90), "13", ("partial/broken#2",)),
    Case("flipped-method.warc.gz", flipped(GZ, FIRST + 2), "13", ("partial/broken#2",)),
    Case("flipped-first.warc.gz", flipped(GZ, 90), "23", ("partial/broken#1",)),
    Case("flipped-start.warc", flipped(PLAIN, len(THREE[0]) + 1), "13", ("partial/broken#2",)),
    Case("flipped-first-start.warc", flipped(PLAIN, 1), "23", ("partial/broken#1",)),
    Case("length-too-small.warc", answer(length=80) + PLAIN, "1234", ("partial/broken#1",)),
    Case("length-too-large.warc", answer(length=900) + PLAIN, "1234", ("partial/broken#1",)),
    Case("length-huge.warc", answer(length=10**16) + PLAIN, "1234", ("partial/broken#1",)),
    Case(
        "length-huge.warc.gz",
        packed([answer(length=10**16), *THREE]),
        "1234",
        ("partial/broken#1",),
    ),
    Case(
        "length-huge-request.warc",
        record("request", body=b"GET /", length=10**16) + PLAIN,
        "234",
        ("partial/broken#1", *ASIDE),
    ),
    Case("length-beyond.warc", answer(length=10**40) + PLAIN, "234", ("partial/broken#1",)),
    Case("length-below-zero.warc", answer(length=-7) + PLAIN, "234", ("partial/broken#1",)),
    Case("length-no-number.warc", answer(length="many") + PLAIN, "234", ("partial/broken#1",)),
    Case(
        "head-without-end.warc",
        b"WARC/1.1\r\nWARC-Type: x\r\n" + b"A: b\r\n" * 40_000 + b"\r\n" + PLAIN,
        "234",
        ("partial/broken#1",),
    ),
    Case("only-magic.warc", b"WARC/1.0\r\n", "", ("partial/broken#1", "failed/broken")),
    Case(
        "arc.arc",
        b"filedesc://in.arc 127.0.0.1 20210506070809 text/plain 9\n",
        "",
        ("failed/unknown-format",),
    ),
    Case(
        "arc.arc.gz",
        gzip.compress(b"filedesc://in.arc 127.0.0.1\n"),
        "",
        ("failed/unknown-format",),
    ),
    Case("zstandard.warc.zst", b"\x28\xb5\x2f\xfd" + bytes(20), "", ("failed/unknown-format",)),
    # limits
    Case(
        "large-page.warc",
        b"".join(LONG[:1]) + THREE[1],
        "2",
        ("partial/too-large#1",),
        Limits(item_bytes=9_000),
    ),
    Case(
        "large-packed.warc",
        answer(body=gzip.compress(b"<p>" * 9_000), headers="Content-Encoding: gzip") + THREE[1],
        "2",
        ("partial/too-large#1",),
        Limits(item_bytes=9_000),
    ),
    Case("many.warc", PLAIN, "12", ("partial/too-large",), Limits(container_items=2)),
    Case("large.warc", PLAIN, "", ("failed/too-large",), Limits(container_bytes=99)),
    Case(
        "unpacks-to-much.warc.gz",
        packed(LONG),
        "1",
        ("partial/too-large",),
        Limits(archive_bytes=200_000),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_warc(case: Case, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Each web archive gives just these pages and remarks."""
    pages, remarks = read(write(case.name, case.data), limits=case.limits)
    stem = case.name if "twice" not in case.name else case.name.removesuffix(".gz")
    assert [page.name for page in pages] == [f"{stem}#{n}" for n in case.pages]
    said = [f"{r.severity}/{r.reason}{r.name.removeprefix(case.name)}" for r in remarks]
    assert said == list(case.remarks)
    assert all(case.name in remark.message for remark in remarks)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_warc_on_standard_input(
    case: Case, read: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stream that cannot be gone back in is read alike, unless only its name says what it is."""
    if case.name in {"flipped-first.warc.gz", "flipped-first-start.warc", "large.warc"}:
        pytest.skip("known by its name or size only")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(case.data)))
    pages, _ = read("-", limits=case.limits)
    assert [page.name for page in pages] == [f"stdin#{n}" for n in case.pages]


def test_what_comes_with_a_page(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A page has its bytes, its address and the day on which it was archived."""
    [page], _ = read(write("in.warc", answer("<https://elm.example/wall>")))
    assert (page.data, page.media_type, page.archived) == (WALL, MediaType.HTML, DAY)
    assert page.given == Given(address="https://elm.example/wall")


@pytest.mark.parametrize("key", ["in.warc.gz#2", "in.warc.gz"])
def test_given_for_a_record(key: str, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """The table of known facts may name a record or the archive; the addresses stay."""
    pages, _ = read(write("in.warc.gz", GZ), given={key: Given(outlet="The Elm Post")})
    assert pages[1].given == Given(address="https://elm.example/road", outlet="The Elm Post")


def test_what_was_left_aside_is_counted(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """One note counts all records that are no pages, by kind."""
    data = record("request") + record("revisit") + record("request") + THREE[0]
    _, [note] = read(write("in.warc", data))
    assert "of 4 records, 1 are pages" in note.message
    assert "requests: 2; revisits" in note.message


def test_pages_cut_by_the_crawler(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A page of which a crawler kept a part is read, and such pages are counted."""
    data = record("resource", body=WALL, content_type="text/html", more="WARC-Truncated: time\r\n")
    pages, [note] = read(write("in.warc", data + THREE[1]))
    assert (len(pages), note.severity, note.reason) == (2, "note", "cut-by-crawler")
    assert "cut off 1" in note.message


def chunked(data: bytes) -> bytes:
    half = len(data) // 2
    parts = (data[:half], data[half:])
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def brotli(data: bytes) -> bytes:
    return pytest.importorskip("brotli").compress(data)


def zstandard(data: bytes) -> bytes:
    stream_io = pytest.importorskip("fastwarc.stream_io")
    stream = io.BytesIO()
    writer = stream_io.ZstdWriter(stream)
    writer.write(data)
    writer.close()
    return stream.getvalue()


def bare_deflate(data: bytes) -> bytes:
    deflate = zlib.compressobj(wbits=-15)
    return deflate.compress(data) + deflate.flush()


@pytest.mark.parametrize(
    ("encode", "headers"),
    [
        (gzip.compress, "Content-Encoding: gzip"),
        (gzip.compress, "Content-Encoding: X-GZIP"),
        (zlib.compress, "Content-Encoding: deflate"),
        (bare_deflate, "Content-Encoding: deflate"),
        (brotli, "Content-Encoding: br"),
        (zstandard, "Content-Encoding: zstd"),
        (lambda data: gzip.compress(gzip.compress(data)), "Content-Encoding: gzip, gzip"),
        (chunked, "Transfer-Encoding: chunked"),
        (
            lambda data: chunked(gzip.compress(data)),
            "Transfer-Encoding: chunked\r\nContent-Encoding: gzip",
        ),
        # unpacked by the crawler, though the headers still speak of it
        (bytes, "Transfer-Encoding: chunked\r\nContent-Encoding: gzip"),
        (bytes, "Content-Encoding: deflate"),
        (bytes, "Content-Encoding: br"),
        (bytes, "Content-Encoding: zstd"),
        (bytes, "Content-Encoding: identity"),
        (bytes, "Content-Encoding: UTF-8"),
    ],
)
def test_encoded_answers(
    encode: Callable[[bytes], bytes],
    headers: str,
    write: Callable[..., Path],
    read: Callable[..., Any],
) -> None:
    """The page comes without chunks and compression, whether the archive kept them or not."""
    [page], remarks = read(write("in.warc", answer(body=encode(WALL), headers=headers)))
    assert (page.data, remarks) == (WALL, [])


@pytest.mark.parametrize(
    ("encode", "header"),
    [(gzip.compress, "Content-Encoding: gzip"), (chunked, "Transfer-Encoding: chunked")],
)
def test_encoded_answer_without_its_end(
    encode: Callable[[bytes], bytes],
    header: str,
    write: Callable[..., Path],
    read: Callable[..., Any],
) -> None:
    """What a crawler broke off is kept as far as it goes, and told."""
    body = encode(WALL + ROAD + FERRY)[:-30]
    [page], [remark] = read(write("in.warc", answer(body=body, headers=header)))
    assert (WALL + ROAD + FERRY).startswith(page.data)
    assert (remark.severity, remark.reason, remark.name) == ("partial", "broken", "in.warc#1")


def test_stated_charset(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """The encoding that the server stated is used where the page states none."""
    body = "<html><body><p>Порт Элм проголосовал за стену гавани.</p></body></html>".encode(
        "cp1251"
    )
    [page], _ = read(
        write("in.warc", answer(body=body, headers="Content-Type: text/html; charset=windows-1251"))
    )
    assert "Порт Элм проголосовал" in read_article(page).text


def test_same_records_as_another_reader(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Sound archives give what a reader made by others gives."""
    warc = pytest.importorskip("fastwarc.warc")
    for data in (PLAIN, GZ, gzip.compress(PLAIN), packed(LONG)):
        theirs = [one.reader.read() for one in warc.ArchiveIterator(io.BytesIO(data))]
        pages, _ = read(write("in.warc", data))
        assert [page.data for page in pages] == theirs


def test_memory_stays_flat(tmp_path: Path) -> None:
    """Ten times as many records take no more memory."""
    peaks = []
    for count in (20, 200):
        path = tmp_path / f"{count}.warc.gz"
        path.write_bytes(packed(LONG[:1]) * count)
        tracemalloc.start()
        found = sum(isinstance(one, Page) for one in open_source(path))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert found == count
    assert peaks[1] < peaks[0] + 500_000


@pytest.mark.parametrize(
    "data",
    [
        b"\x1f\x8b\x08\x00" * 50_000,
        b"WARC/1.0\nA: b\n\n" * 30_000,
        b"WARC/1.0\nA: " + b"b" * 900_000,
        b"WARC/1.0\nA: b\n" * 60_000,
        gzip.compress(b"WARC/1.0\nA: b") + packed([b"W", b"A"]) * 20_000,
    ],
    ids=["gzip-heads", "records", "one-line", "one-head", "tiny-members"],
)
def test_made_to_be_slow(data: bytes, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Files that are broken at every step end soon, in few remarks."""
    begin = time.perf_counter()
    pages, remarks = read(write("in.warc.gz", data))
    assert time.perf_counter() - begin < 10
    assert pages == []
    assert 1 <= len(remarks) <= 25


SAMPLES = (GZ, gzip.compress(PLAIN), PLAIN)


@settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
@given(data=st.data(), sample=st.sampled_from(SAMPLES))
def test_nothing_raises(data: st.DataObject, sample: bytes, tmp_path: Path) -> None:
    """Cut anywhere or changed anywhere, there is a page or a remark and no error."""
    content = bytearray(sample[: data.draw(st.integers(1, len(sample)))])
    for place, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(sample)), st.integers(0, 255)), max_size=5)
    ):
        if place < len(content):
            content[place] = byte
    path = tmp_path / "in.warc.gz"
    path.write_bytes(content)
    assert list(open_source(path))


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(
    body=st.binary(max_size=200),
    headers=st.sampled_from(
        [f"Content-Encoding: {name}" for name in ("gzip", "br", "zstd", "deflate", "odd")]
        + ["Transfer-Encoding: chunked", "Content-Type: text/html; charset=\x00"]
    ),
    magic=st.sampled_from([b"", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"\x78\x9c", b"9\r\n"]),
)
def test_arbitrary_answers(body: bytes, headers: str, magic: bytes, tmp_path: Path) -> None:
    """Whatever a server answered, nothing raises."""
    path = tmp_path / "in.warc"
    path.write_bytes(answer(body=magic + body, headers=headers))
    found = list(open_source(path))
    assert found
    for page in found:
        if isinstance(page, Page):
            with suppress(InputError):
                read_article(page)
