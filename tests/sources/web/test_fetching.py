"""Fetching: good servers give their page, bad ones a clear message, soon and in little memory."""

from __future__ import annotations

import gzip
import socket
import struct
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import BrokenInput, InputError, NotAllowed, TooLarge, UnreachableInput
from onrecord.settings import Limits
from onrecord.sources.options import Validators
from onrecord.sources.web.answers import Answer, retry_after
from onrecord.sources.web.body import read_body
from onrecord.sources.web.fetch_trouble import Trouble
from onrecord.sources.web.fetching import Fetcher
from onrecord.sources.web.web_address import base_name
from web_server import AUTHORITY, HTML, PAGE, Web, answer, serve

QUICK = Limits(fetch_seconds=0.5)  # type: ignore[arg-type]
SMALL = Limits(item_bytes=100_000)
HOSTS = {"inside.example": "127.0.0.2"}
"""All other hosts are on the test's server, which counts as the open web."""

type Fetch = Callable[..., Answer]


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the environment names, the test's server is asked directly."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def web() -> Iterator[Web]:
    """A server."""
    with serve() as running:
        yield running


@pytest.fixture
def waits() -> list[float]:
    """How long was waited, where nothing really waits."""
    return []


@pytest.fixture
def fetcher(waits: list[float]) -> Fetcher:
    """A fetcher that finds every host on the test's server and never sleeps."""
    return Fetcher(
        look_up=lambda host, _: (HOSTS.get(host, "127.0.0.1"),),
        is_inside=lambda address: address == "127.0.0.2",
        sleep=waits.append,
    )


@pytest.fixture
def fetch(fetcher: Fetcher) -> Fetch:
    """Fetches an address as if it had been typed."""

    def fetch_address(address: str, limits: Limits | None = None, *, typed: bool = True) -> Answer:
        return fetcher.fetch(address, limits or Limits(), typed=typed)

    return fetch_address


def raw(data: bytes, *, wait: float = 0.0) -> Callable[[BaseHTTPRequestHandler], None]:
    """Bytes sent as they are, one by one where there is something to wait for."""

    def behave(request: BaseHTTPRequestHandler) -> None:
        if not wait:
            request.wfile.write(data)
            return
        for byte in data:
            request.wfile.write(bytes([byte]))
            time.sleep(wait)

    return behave


# --- what a good server gives ---


def test_a_page(web: Web, fetch: Fetch) -> None:
    """Bytes, media type, encoding and validators come as the server states them."""
    said = {"Content-Type": 'Text/HTML; Charset="windows-1252"', "ETag": '"v1"'}
    address = web.give("/talks.html", PAGE, {**said, "Last-Modified": "Mon, 01 Jun 2020 10:00 GMT"})
    found = fetch(f"{address}?a=1#part")
    assert (found.data, found.address) == (PAGE, f"{address}?a=1")
    assert (found.media_type, found.charset) == ("text/html", "windows-1252")
    assert found.validators == Validators(etag='"v1"', last_modified="Mon, 01 Jun 2020 10:00 GMT")


def test_it_says_who_asks(web: Web, fetch: Fetch, fetcher: Fetcher) -> None:
    """The program names itself with its version, or as the user wants; nothing else tells of him."""
    fetch(web.give("/a"))
    sent = web.seen[-1][1]
    assert sent["user-agent"].startswith("Onrecord/")
    assert not {"referer", "cookie", "accept-language"} & set(sent)
    own = Fetcher(user_agent="Desk/1.0 (desk@post.example)")
    own.fetch(web.url("/a"), Limits(), typed=True)
    assert {headers["user-agent"] for _, headers in web.seen[-2:]} == {own.user_agent}


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("x-gzip", gzip.compress(PAGE)),
        ("gzip", gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:])),
        ("GZIP", gzip.compress(PAGE) + bytes(20)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE, wbits=-15)),
        ("identity", PAGE),
        ("", PAGE),
    ],
)
def test_compressed_answers(web: Web, fetch: Fetch, encoding: str, packed: bytes) -> None:
    """Compressed answers are unpacked, however the compression is written."""
    address = web.give("/a", packed, {**HTML, "Content-Encoding": encoding})
    assert fetch(address).data == PAGE


def test_a_large_compressed_answer_comes_whole(web: Web, fetch: Fetch) -> None:
    """Unpacking in steps loses nothing."""
    data = bytes(n % 251 for n in range(1_200_000)) + bytes(3_000_000)
    address = web.give("/a", gzip.compress(data), {**HTML, "Content-Encoding": "gzip"})
    assert fetch(address).data == data


def test_answers_in_pieces_and_without_a_length(web: Web, fetch: Fetch) -> None:
    """Chunked answers and those that end with the connection are read to their end."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    web.paths["/chunks"] = raw(
        head + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\n\r\n"
    )
    web.paths["/old"] = raw(b"HTTP/1.0 200 OK\r\n\r\nabc")
    assert fetch(web.url("/chunks")).data == b"abcdefg"
    assert fetch(web.url("/old")).data == b"abc"


def test_hundred_continue_and_other_forewords(web: Web, fetch: Fetch) -> None:
    """What a server says before its answer is passed over."""
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
    web.paths["/a"] = raw(early * 3 + b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc")
    assert fetch(web.url("/a")).data == b"abc"


# --- redirects ---


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(web: Web, fetch: Fetch, status: int) -> None:
    """The address of the answer is the last one."""
    web.redirect("/old", "../new?x=1", status)
    web.give("/new")
    found = fetch(web.url("/old"))
    assert (found.data, found.address) == (PAGE, web.url("/new?x=1"))


def test_redirects_that_want_a_cookie(web: Web, fetch: Fetch) -> None:
    """A server that sets a cookie and sends round once is satisfied; the cookie ends there."""

    def behave(request: BaseHTTPRequestHandler) -> None:
        if "seen=1" in request.headers.get("Cookie", ""):
            answer(request)
        else:
            answer(request, b"", {"Location": "/a", "Set-Cookie": "seen=1; Path=/"}, 302)

    web.paths["/a"] = behave
    web.give("/b")
    assert fetch(web.url("/a")).data == PAGE
    fetch(web.url("/b"))
    assert "cookie" not in web.seen[-1][1]


def test_cookies_that_no_header_can_hold(web: Web, fetch: Fetch) -> None:
    """A cookie in letters that cannot be said back is left out."""
    head = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n"
    web.paths["/a"] = raw(head + "Location: /b\r\nSet-Cookie: a=café–\r\n\r\n".encode())
    web.give("/b")
    assert fetch(web.url("/a")).data == PAGE
    assert "cookie" not in web.seen[-1][1]


def test_a_circle_is_named(web: Web, fetch: Fetch) -> None:
    """Redirects that lead round are cut at once and called what they are."""
    web.redirect("/a", "/b")
    web.redirect("/b", "/a")
    with pytest.raises(BrokenInput, match="circle"):
        fetch(web.url("/a"))
    assert web.asked() == ["/a", "/b"]


def test_redirects_for_ever(web: Web, fetch: Fetch) -> None:
    """Redirects that never end are cut at the limit, and the setting is named."""

    def behave(request: BaseHTTPRequestHandler) -> None:
        answer(request, b"", {"Location": f"/a?{len(web.seen)}"}, 302)

    web.paths["/a"] = behave
    with pytest.raises(BrokenInput, match="ONRECORD_LIMIT_FETCH_REDIRECTS"):
        fetch(web.url("/a"), Limits(fetch_redirects=4))
    assert len(web.asked()) == 5


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("ftp://files.example/a", NotAllowed),
        ("file:///etc/passwd", NotAllowed),
        ("javascript:alert(1)", NotAllowed),
        ("http://ada:secret@public.example/", NotAllowed),
        ("http://public.example:x/", BrokenInput),
        ("http://public.example:0/", UnreachableInput),
        ("http://a b.example/", UnreachableInput),
    ],
)
def test_redirects_to_what_must_not_be_asked(
    web: Web, fetch: Fetch, location: str, kind: type[InputError]
) -> None:
    """A redirect to another scheme, with a password or to no address is not followed."""
    address = web.redirect("/a", location)
    with pytest.raises(kind) as caught:
        fetch(address)
    assert str(caught.value).startswith(f"{address}: it redirects to ")
    assert location.replace("ada:secret", "…") in str(caught.value)
    assert web.asked() == ["/a"]


def test_a_redirect_names_both_ends(web: Web, fetch: Fetch) -> None:
    """A fault behind a redirect tells what was typed and where it led."""
    web.redirect("/old", "/gone")
    with pytest.raises(UnreachableInput, match=r"/old \(redirected to .*/gone\)"):
        fetch(web.url("/old"))


# --- the open web and the inside ---


def test_a_redirect_from_outside_to_inside(web: Web, fetch: Fetch) -> None:
    """What was typed and lies in the open web may not lead into a private network."""
    web.redirect("/a", web.url("/b", "inside.example"))
    web.give("/b")
    with pytest.raises(NotAllowed, match="inside\\.example lies in"):
        fetch(web.url("/a", "public.example"))
    assert web.asked() == ["/a"]


def test_a_redirect_inside_of_the_inside(web: Web) -> None:
    """What was typed and lies inside may lead on inside: it is the user's own."""
    web.redirect("/a", "/b")
    web.give("/b")
    assert Fetcher().fetch(web.url("/a"), Limits(), typed=True).data == PAGE


def test_a_redirect_from_inside_out_and_in_again(web: Web) -> None:
    """Once the way has led outside, it may not lead in again."""
    # asked for page and robots.txt of the first host, then of the second, then of the third
    answers = iter([True, True, False, False, True])
    fetcher = Fetcher(look_up=lambda _, __: ("127.0.0.1",), is_inside=lambda _: next(answers))
    web.redirect("/a", web.url("/b", "public.example"))
    web.redirect("/b", web.url("/c", "inside.example"))
    web.give("/c")
    with pytest.raises(NotAllowed):
        fetcher.fetch(web.url("/a", "intranet"), Limits(), typed=True)
    assert web.asked() == ["/a", "/b"]


def test_what_was_not_typed_may_not_lie_inside(web: Web, fetch: Fetch) -> None:
    """An address out of a feed is refused before its host hears anything."""
    web.give("/a")
    for host in ("127.0.0.1", "localhost"):
        with pytest.raises(NotAllowed, match="type its address yourself"):
            Fetcher().fetch(web.url("/a", host), Limits(), typed=False)
    assert web.seen == []
    assert fetch(web.url("/a", "public.example"), typed=False).data == PAGE


def test_a_name_that_changes_its_meaning(web: Web, waits: list[float]) -> None:
    """A name is looked up and asked in one: what is checked is what is connected to."""
    meanings: list[str] = []

    def look_up(host: str, port: int) -> tuple[str, ...]:
        meanings.append("127.0.0.1" if len(meanings) < 2 else "127.0.0.2")
        return (meanings[-1],)

    fetcher = Fetcher(look_up=look_up, is_inside=lambda ip: ip == "127.0.0.2", sleep=waits.append)
    web.give("/a")
    assert fetcher.fetch(web.url("/a", "public.example"), Limits(), typed=False).data == PAGE
    assert meanings == ["127.0.0.1", "127.0.0.1"]  # for the page, for robots.txt, and no more
    with pytest.raises(NotAllowed):
        fetcher.fetch(web.url("/a", "public.example"), Limits(), typed=False)


def test_one_inner_address_is_enough_to_refuse(web: Web) -> None:
    """A host with addresses outside and inside is inside."""
    fetcher = Fetcher(look_up=lambda _, __: ("93.184.216.34", "10.0.0.1"))
    with pytest.raises(NotAllowed):
        fetcher.fetch("http://both.example/", Limits(), typed=False)


def test_the_next_address_is_tried(web: Web) -> None:
    """Where the first address of a host does not answer, the next one is asked."""
    web.give("/a")
    fetcher = Fetcher(look_up=lambda _, __: ("::1", "127.0.0.1"))
    assert fetcher.fetch(web.url("/a", "two.example"), Limits(), typed=True).data == PAGE


def test_behind_a_proxy_names_decide(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy looks names up: it is asked for all addresses but those that are inside by name."""
    monkeypatch.delenv("no_proxy")
    monkeypatch.setenv("http_proxy", f"127.0.0.1:{web.port}")
    web.give("http://public.example/a")
    fetcher = Fetcher(look_up=lambda _, __: pytest.fail("looked up"))
    assert fetcher.fetch("http://public.example/a", Limits(), typed=False).data == PAGE
    assert web.seen[-1][1]["host"] == "public.example"
    for host in ("localhost", "169.254.169.254", "printer.local", "127.1", "[::1]"):
        with pytest.raises(NotAllowed):
            fetcher.fetch(f"http://{host}/a", Limits(), typed=False)
    assert len(web.asked()) == 2  # robots.txt of the host, and the page


def test_other_proxies_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of a kind that does not work here is said, and nothing goes past it."""
    monkeypatch.delenv("no_proxy")
    monkeypatch.setenv("all_proxy", "socks5://proxy.example")
    with pytest.raises(UnreachableInput, match="socks5 proxy"):
        Fetcher().fetch("http://public.example/a", Limits(), typed=True)


# --- servers that do not give the page ---


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (404, "there is no page"),
        (410, "no longer a page"),
        (401, "save the page in the browser"),
        (403, "save the page in the browser"),
        (451, "save the page in the browser"),
        (429, "asks to wait"),
        (500, "a fault of its own"),
        (502, "a fault of its own"),
        (503, "asks to wait"),
        (302, "without saying where"),
        (304, "without saying where"),
        (204, "without the page"),
        (206, "without the page"),
        (418, "does not give it"),
        (599, "a fault of its own"),
    ],
)
def test_each_status_has_its_message(web: Web, fetch: Fetch, status: int, words: str) -> None:
    """The message says what the server answered, with its number, and what to do."""
    address = web.give("/a", b"", {}, status)
    with pytest.raises(UnreachableInput, match=words) as caught:
        fetch(address)
    assert str(status) in str(caught.value)
    assert str(caught.value).startswith(address)


def test_a_server_that_asks_for_a_moment(web: Web, fetch: Fetch, waits: list[float]) -> None:
    """A short wait that the server asks for is waited once, a long one is told."""
    replies = [429, 200]
    web.paths["/a"] = lambda request: answer(
        request, headers={**HTML, "Retry-After": "2"}, status=replies.pop(0)
    )
    assert fetch(web.url("/a")).data == PAGE
    assert waits == [2.0]
    web.give("/b", b"", {"Retry-After": "3600"}, 429)
    with pytest.raises(UnreachableInput, match="in 3,600 seconds"):
        fetch(web.url("/b"))
    assert max(waits) <= 2.0


def test_when_to_come_again() -> None:
    """`Retry-After` is a number of seconds or a day and time; anything else says nothing."""
    assert retry_after("120") == 120.0
    later = retry_after(format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True))
    assert later is not None
    assert 80 < later <= 90
    assert retry_after("Mon, 01 Jan 2001 00:00:00 GMT") == 0.0
    assert retry_after(f"Mon, 01 Jan 2001 00:00:00 -{'9' * 30}") is None
    assert [retry_after(v) for v in (None, "", "soon", "-5", "1.5", "²")] == [None] * 6


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "audio/mpeg", "font/woff2"])
def test_what_is_no_page(web: Web, fetch: Fetch, kind: str) -> None:
    """Pictures, films, sound are called what they are, before they are loaded."""
    address = web.give("/a.png", b"", {"Content-Type": kind, "Content-Length": "9999999999"})
    with pytest.raises(InputError, match=kind):
        fetch(address)


# --- servers that behave badly ---


def test_a_large_answer_is_refused_by_its_length(web: Web, fetch: Fetch) -> None:
    """What says that it is too large is not read."""
    web.give("/a", b"", {**HTML, "Content-Length": "10000000000"})
    with pytest.raises(TooLarge, match=r"10,000,000,000 .*ONRECORD_LIMIT_ITEM_BYTES"):
        fetch(web.url("/a"), SMALL)


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_an_endless_answer(web: Web, fetch: Fetch, encoding: str) -> None:
    """What does not say how large it is is cut at the limit, in little time and memory."""
    block = zlib.compressobj(wbits=31) if encoding else None

    def behave(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Encoding", encoding or "identity")
        request.end_headers()
        for _ in range(10_000):
            zeros = bytes(1_000_000)
            request.wfile.write(block.compress(zeros) if block else zeros)

    web.paths["/a"] = behave
    tracemalloc.start()
    begin = time.perf_counter()
    with pytest.raises(TooLarge, match="more than 100,000 bytes"):
        fetch(web.url("/a"), SMALL)
    taken, (_, peak) = time.perf_counter() - begin, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < 2
    assert peak < 30_000_000


def test_a_bomb(web: Web, fetch: Fetch) -> None:
    """A small answer that unpacks to a huge one is cut while it is unpacked."""
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(30)) + packer.flush()
    assert len(bomb) < 100_000
    web.give("/a", bomb, {**HTML, "Content-Encoding": "gzip"})
    tracemalloc.start()
    with pytest.raises(TooLarge):
        fetch(web.url("/a"), SMALL)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 15_000_000


def test_an_answer_of_countless_parts(web: Web, fetch: Fetch) -> None:
    """Very many compressed parts that hold nothing are not unpacked one by one for ever."""
    packed = gzip.compress(b"") * 500_000
    web.give("/a", packed, {**HTML, "Content-Encoding": "gzip"})
    begin = time.perf_counter()
    with pytest.raises(BrokenInput, match="parts"):
        fetch(web.url("/a"))
    assert time.perf_counter() - begin < 1.5


@settings(deadline=None, max_examples=100)
@given(data=st.data(), raw_deflate=st.booleans())
def test_no_compressed_answer_raises_anything_else(data: st.DataObject, raw_deflate: bool) -> None:
    """However a compressed answer is cut, changed and split, there are bytes or a clear message."""
    encoding = "deflate" if raw_deflate else "gzip"
    packed = bytearray(zlib.compress(PAGE * 9, wbits=-15) if raw_deflate else gzip.compress(PAGE))
    place = data.draw(st.integers(0, len(packed) - 1))
    if data.draw(st.booleans()):
        packed[place] = data.draw(st.integers(0, 255))
    else:
        del packed[place:]
    size = data.draw(st.integers(1, 50))
    chunks = [bytes(packed[n : n + size]) for n in range(0, len(packed), size)]
    with suppress(Trouble):
        assert len(read_body(chunks, encoding=encoding, length=None, limit=9_999)) <= 9_999


GOOD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (GOOD + b"Content-Length: 500\r\n\r\nabc", "cut off"),
        (GOOD + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", "cut off"),
        (GOOD + b"Transfer-Encoding: chunked\r\n\r\n9\r\nabc", "cut off"),
        (GOOD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc", "no HTTP"),
        (GOOD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE)[:-12], "cut off"),
        (GOOD + b"Content-Encoding: gzip\r\n\r\nnot packed at all", "damaged"),
        (GOOD + b"Content-Encoding: br\r\n\r\nabc", "br, which was not asked for"),
        (GOOD + b"Content-Encoding: gzip, gzip\r\n\r\nabc", "gzip, gzip"),
        (GOOD + b"Content-Length: x\r\n\r\nabc", "no HTTP"),
        (b"", "hung up"),
        (b"HTTP/1.1 200", "gave no answer"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "gave no answer"),
        (bytes(range(256)) * 9, "no HTTP"),
        (GOOD + b"X: " + b"y" * 300_000, "no HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000 + b"\r\n", "no HTTP"),
    ],
)
def test_broken_answers(web: Web, fetch: Fetch, sent: bytes, words: str) -> None:
    """What is cut off or no answer at all is not taken for a page."""
    web.paths["/a"] = raw(sent)
    with pytest.raises(BrokenInput, match=words):
        fetch(web.url("/a"), QUICK)


HEADERS = st.sampled_from(
    [
        *("Location", "Set-Cookie", "Content-Type", "Content-Encoding", "Content-Length", "ETag"),
        *("Transfer-Encoding", "Retry-After", "Last-Modified", "Connection"),
    ]
)


@settings(
    deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    status=st.integers(100, 999),
    headers=st.lists(
        st.tuples(
            HEADERS,
            st.one_of(
                st.binary(max_size=20),
                st.sampled_from([b"/b", b"gzip", b"chunked", b"3", b"//[", b"a=\xc3\xa9; Path=/"]),
            ),
        ),
        max_size=5,
    ),
    body=st.binary(max_size=40),
)
def test_no_answer_raises_anything_else(
    web: Web, fetcher: Fetcher, status: int, headers: list[tuple[str, bytes]], body: bytes
) -> None:
    """Whatever a server sends, there is an answer or a clear message."""
    lines = b"".join(b"%s: %s\r\n" % (name.encode(), value) for name, value in headers)
    web.paths["/a"] = raw(b"HTTP/1.1 %d X\r\n" % status + lines + b"\r\n" + body)
    with suppress(InputError):
        fetcher.fetch(web.url("/a"), QUICK, typed=True)


def test_a_connection_that_breaks(web: Web, fetch: Fetch) -> None:
    """What breaks off in the middle is said, and nothing of it is taken for the page."""

    def behave(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(GOOD + b"\r\nabc")
        request.wfile.flush()
        # closed without a farewell
        linger = struct.pack("ii", 1, 0)
        request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        socket.socket(fileno=request.connection.detach()).close()

    web.paths["/a"] = behave
    with pytest.raises(BrokenInput, match=r"broke off|cut off"):
        fetch(web.url("/a"))


def test_a_longer_answer_than_it_says(web: Web, fetch: Fetch) -> None:
    """What comes after the stated length is no part of the answer."""
    web.paths["/a"] = raw(GOOD + b"Content-Length: 3\r\n\r\nabcdef")
    assert fetch(web.url("/a")).data == b"abc"


@pytest.mark.parametrize(
    ("sent", "wait"),
    [
        (GOOD + b"\r\n" + PAGE * 9, 0.05),  # the body drips
        (GOOD + b"X: y\r\n" * 99, 0.05),  # the headers drip
        (b"HTTP/1.1 102 Processing\r\n\r\n" * 9, 0.05),  # nothing but forewords
        (b"", 0.0),  # nothing at all
    ],
)
def test_time_is_over(web: Web, fetch: Fetch, sent: bytes, wait: float) -> None:
    """A server that lets bytes drip is cut when the whole time is over, and the setting named."""

    def behave(request: BaseHTTPRequestHandler) -> None:
        raw(sent, wait=wait)(request)
        time.sleep(2)

    web.paths["/a"] = behave
    begin = time.perf_counter()
    with pytest.raises(UnreachableInput, match="ONRECORD_LIMIT_FETCH_SECONDS"):
        fetch(web.url("/a"), QUICK)
    assert 0.3 < time.perf_counter() - begin < 1.5


def test_time_is_over_after_many_redirects(web: Web, fetch: Fetch) -> None:
    """The time is that of the whole way."""

    def behave(request: BaseHTTPRequestHandler) -> None:
        time.sleep(0.15)
        answer(request, b"", {"Location": f"/a?{len(web.seen)}"}, 302)

    web.paths["/a"] = behave
    begin = time.perf_counter()
    with pytest.raises(UnreachableInput, match="ONRECORD_LIMIT_FETCH_SECONDS"):
        fetch(web.url("/a"), QUICK)
    assert time.perf_counter() - begin < 1.8


def test_a_look_up_that_never_ends() -> None:
    """The system's look-up has no limit of its own; it is not waited for beyond the time."""
    fetcher = Fetcher(look_up=lambda _, __: time.sleep(5) or ())
    begin = time.perf_counter()
    with pytest.raises(UnreachableInput, match="ONRECORD_LIMIT_FETCH_SECONDS"):
        fetcher.fetch("http://slow.example/", QUICK, typed=True)
    assert time.perf_counter() - begin < 1.8


def test_who_is_not_there() -> None:
    """Hosts without a name, and those that refuse, are told apart."""

    def nobody(host: str, port: int) -> tuple[str, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    with pytest.raises(UnreachableInput, match=r"no host is called nobody\.example"):
        Fetcher(look_up=nobody).fetch("http://nobody.example/", Limits(), typed=True)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        with pytest.raises(UnreachableInput, match=r"127\.0\.0\.1 refuses the connection"):
            Fetcher().fetch(f"http://127.0.0.1:{port}/", Limits(), typed=True)


# --- TLS ---


def test_certificates_are_checked(
    fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An unknown certificate is refused; a known one counts for its own name only, although the
    connection goes to an address that was looked up before."""
    with serve(tls=True) as web:
        web.give("/a")
        with pytest.raises(UnreachableInput, match="SSL_CERT_FILE"):
            fetcher.fetch(web.url("/a", "public.example"), Limits(), typed=True)
        known = tmp_path / "known.pem"
        AUTHORITY.cert_pem.write_to_path(known)
        monkeypatch.setenv("SSL_CERT_FILE", str(known))
        trusting = Fetcher(look_up=fetcher.look_up, is_inside=fetcher.is_inside)
        found = trusting.fetch(web.url("/a", "public.example"), Limits(), typed=False)
        assert found.data == PAGE
        assert web.seen[-1][1]["host"] == f"public.example:{web.port}"
        with pytest.raises(UnreachableInput, match=r"certificate of other\.example does not hold"):
            trusting.fetch(web.url("/a", "other.example"), Limits(), typed=True)


def test_no_tls_where_it_should_be(web: Web, fetch: Fetch) -> None:
    """A server without TLS at an https address is told as such."""
    with pytest.raises(UnreachableInput, match="no secure connection"):
        fetch(web.url("/a").replace("http:", "https:"), QUICK)


# --- names ---


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://post.example/2020/talks.html?x=/y", "talks.html"),
        ("https://post.example/2020/talks/", "talks"),
        ("https://post.example/", "post.example"),
        ("https://post.example:81", "post.example"),
        ("https://post.example/caf%C3%A9%20talks", "café talks"),
        ("https://post.example/a%2Fb%5Cc%00d%0Ae", "a_b_c_d_e"),
        ("https://post.example/%2e%2e", "post.example"),
        ("https://post.example/%E2%80%AEgnp.exe", "_gnp.exe"),
        ("https://post.example/%ff", "\ufffd"),
        ("https://post.example/" + "a" * 300 + ".html", "a" * 115 + ".html"),
    ],
)
def test_names_of_pages(address: str, name: str) -> None:
    """A page is called by the last part of its path, or its host, in safe characters."""
    assert base_name(address) == name
