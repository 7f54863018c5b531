"""Web addresses as inputs: what is typed is fetched and read as any other item."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.settings import Limits
from onrecord.sources.items import Item, Reading
from onrecord.sources.open import open_source
from onrecord.sources.options import SourceOptions, Validators
from onrecord.sources.web.address import is_address, open_linked
from onrecord.sources.web.fetching import Fetcher
from onrecord.values.pages import Given, MediaType, Page, Remark
from web_server import HTML, PAGE, WORDS, Web, serve

type Found = tuple[list[Page], list[Remark]]


class Memory:
    """What servers said, as a run remembers it."""

    def __init__(self) -> None:
        self.kept: dict[str, Validators] = {}

    def recall(self, address: str) -> Validators | None:
        return self.kept.get(address)

    def remember(self, address: str, validators: Validators) -> None:
        self.kept[address] = validators


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """A server."""
    monkeypatch.setenv("no_proxy", "*")
    with serve() as running:
        yield running


@pytest.fixture
def fetcher() -> Fetcher:
    """A fetcher that finds every host in the open web, on the test's server."""
    return Fetcher(
        look_up=lambda _, __: ("127.0.0.1",), is_inside=lambda _: False, sleep=lambda _: None
    )


def parted(found: Iterator[Page | Remark]) -> Found:
    """Pages and remarks apart."""
    every = list(found)
    return (
        [one for one in every if isinstance(one, Page)],
        [one for one in every if isinstance(one, Remark)],
    )


def read(address: str, fetcher: Fetcher, limits: Limits | None = None, **options: Any) -> Found:
    """Open an address as a user would."""
    return parted(
        open_source(address, limits=limits, options=SourceOptions(**options), fetcher=fetcher)
    )


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://post.example/a", True),
        ("HTTP://post.example", True),
        ("ftp://post.example/a", True),
        ("post.example/a", False),
        ("http:/post.example", False),
        ("-", False),
        ("", False),
        ("C:\\pages\\a.html", False),
        ("folder//file.txt", False),
        (Path("http://post.example/a"), False),
    ],
)
def test_what_is_an_address(target: object, expected: bool) -> None:
    """A string with a scheme is an address, everything else a path."""
    assert is_address(target) is expected


def test_a_typed_page(web: Web, fetcher: Fetcher) -> None:
    """A page has its final address and the name in it."""
    web.redirect("/old", "/2020/talks.html?x=1")
    web.give("/2020/talks.html")
    [page], remarks = read(web.url("/old#top"), fetcher)
    assert remarks == []
    assert (page.data, page.media_type, page.name) == (PAGE, MediaType.HTML, "talks.html")
    assert page.given == Given(address=web.url("/2020/talks.html?x=1"))


def test_the_charset_of_the_server(web: Web, fetcher: Fetcher) -> None:
    """Where only the server states the encoding of a page, it is kept with the page."""
    words = "Größe – „ja“"
    page = f"<html><body><p>{words}</p></body></html>"
    said = {"Content-Type": "text/html; charset=windows-1252"}
    address = web.give("/a", page.encode("cp1252"), said)
    [found], _ = read(address, fetcher)
    assert words in found.data.decode("utf-8-sig")


@pytest.mark.parametrize(
    ("path", "data", "kind", "media_type"),
    [
        ("/a", PAGE, "application/octet-stream", MediaType.HTML),
        ("/fragment", b"The council <b>voted</b>.", "text/html", MediaType.HTML),
        ("/a.txt", WORDS.encode(), "text/plain", MediaType.PLAIN),
        ("/a.json", b'{"title":"Vote","text":"It voted."}', "application/json", MediaType.RECORD),
        ("/t.csv", b"title,text\nVote,It voted.\n", "text/csv", MediaType.RECORD),
    ],
)
def test_all_that_is_read(
    web: Web, fetcher: Fetcher, path: str, data: bytes, kind: str, media_type: MediaType
) -> None:
    """Whatever an address holds is read as the same file would be."""
    [page], remarks = read(web.give(path, data, {"Content-Type": kind}), fetcher)
    assert (page.media_type, remarks) == (media_type, [])


def test_a_container_at_an_address(web: Web, fetcher: Fetcher) -> None:
    """Rows of a table have what the user gave for the table; its address is not theirs."""
    table = b"title,text\nVote,It voted.\nTax,It did not.\n"
    address = web.give("/t.csv", table, {"Content-Type": "text/csv"})
    pages, _ = read(address, fetcher, given={address: Given(outlet="Post")})
    assert [page.name for page in pages] == ["t.csv#1", "t.csv#2"]
    assert {page.given for page in pages} == {Given(outlet="Post")}


def test_what_is_known_of_an_address(web: Web, fetcher: Fetcher) -> None:
    """What a person gives for an address, as typed or as it ends, wins over the server."""
    web.redirect("/old", "/new")
    web.give("/new")
    own = Given(address="https://post.example/canonical", published="2020-06-01")
    for key in (web.url("/old"), web.url("/new"), "new"):
        used: set[str] = set()
        found = open_source(
            web.url("/old"), options=SourceOptions(given={key: own}), used=used, fetcher=fetcher
        )
        assert parted(found)[0][0].given == own
        assert used == {key}


@pytest.mark.parametrize(
    ("data", "headers", "reason"),
    [
        (b"", HTML, "empty"),
        (b" \r\n", HTML, "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), {}, "unknown-format"),
        (b"", {"Content-Type": "image/jpeg"}, "unknown-format"),
        (bytes(range(256)) * 9, HTML, "not-text"),
        (b"x" * 300, HTML, "too-large"),
        (b"x" * 9, {**HTML, "Content-Length": "20"}, "broken"),
    ],
)
def test_what_gives_nothing(
    web: Web, fetcher: Fetcher, data: bytes, headers: dict[str, str], reason: str
) -> None:
    """What is no article is one remark that names the address."""
    address = web.give("/a", data, headers)
    limits = Limits(item_bytes=200)
    pages, [remark] = read(address, fetcher, Limits() if reason == "not-text" else limits)
    assert (pages, remark.severity, remark.reason) == ([], "failed", reason)
    assert remark.name == address
    assert address in remark.message


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://files.example/a", "unreachable"),
        ("file:///etc/passwd", "unreachable"),
        ("http://", "unreachable"),
        ("http://a b/", "unreachable"),
        ("http://post.example:99999/", "unreachable"),
        ("http://[::1/", "unreachable"),
        ("http://ada:secret@post.example/", "not-allowed"),
        ("http://a\x00b/", "unreachable"),
        ("http://post.example/\ud800", "unreachable"),
        ("http://" + "a" * 70_000, "unreachable"),
    ],
)
def test_what_is_no_address(address: str, reason: str, fetcher: Fetcher) -> None:
    """What cannot be asked for is one remark, and nothing is asked."""
    nobody = Fetcher(look_up=lambda *_: pytest.fail("asked"))
    pages, [remark] = read(address, nobody)
    assert (pages, remark.severity, remark.reason) == ([], "failed", reason)


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_no_address_raises(text: str) -> None:
    """Whatever is typed after http://, there is a page or a remark and no error."""

    def nobody(host: str, port: int) -> tuple[str, ...]:
        raise OSError("no network here")

    assert list(open_source(f"http://{text}", fetcher=Fetcher(look_up=nobody)))


def test_the_network_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is fetched for a file, whatever addresses it holds."""
    monkeypatch.setattr(Fetcher, "fetch", lambda *_, **__: pytest.fail("fetched"))
    path = tmp_path / "a.html"
    path.write_bytes(PAGE.replace(b"<p>", b'<p><a href="https://post.example/x">x</a>'))
    assert len(list(open_source(path))) == 1


def test_a_page_that_is_gone_to_the_front_page(web: Web, fetcher: Fetcher) -> None:
    """Where an address leads to a front page, its own page is gone: nothing is kept of it."""
    web.redirect("/2020/talks.html", "/")
    web.give("/")
    pages, [remark] = read(web.url("/2020/talks.html"), fetcher)
    assert (pages, remark.severity, remark.reason) == ([], "failed", "front-page")
    for address in (web.url("/"), web.url("/").removesuffix("/"), web.url("/#top")):
        assert read(address, fetcher)[1] == []


def test_an_address_without_its_beginning(fetcher: Fetcher) -> None:
    """What looks like an address and is no file is told with a hint."""
    _, [remark] = read("www.post.example/talks.html", fetcher)
    assert remark.reason == "unreachable"
    assert "https://" in remark.message


# --- asking for news only ---


def test_what_has_not_changed(web: Web, fetcher: Fetcher) -> None:
    """What the server says is the same is not sent again; the note says so, and what is new comes."""
    memory = Memory()

    def behave(request: Any) -> None:
        same = request.headers.get("If-None-Match") == '"v1"'
        request.send_response(304 if same else 200)
        request.send_header("ETag", '"v1"')
        request.send_header("Last-Modified", "Mon, 01 Jun 2020 10:00:00 GMT")
        request.send_header("Content-Length", "0" if same else str(len(PAGE)))
        request.end_headers()
        if not same:
            request.wfile.write(PAGE)

    web.paths["/a"] = behave
    web.redirect("/old", "/a")
    [_], remarks = read(web.url("/old"), fetcher, memory=memory)
    assert remarks == []
    assert list(memory.kept) == [web.url("/a")]
    pages, [note] = read(web.url("/old"), fetcher, memory=memory)
    assert (pages, note.severity, note.reason) == ([], "note", "not-modified")
    assert web.seen[-1][1]["if-modified-since"] == "Mon, 01 Jun 2020 10:00:00 GMT"
    memory.kept[web.url("/a")] = Validators(etag='"v0"')
    assert len(read(web.url("/a"), fetcher, memory=memory)[0]) == 1


def test_what_a_server_does_not_say_is_not_remembered(web: Web, fetcher: Fetcher) -> None:
    """Answers without validators, or with some that no header can hold, leave nothing behind."""
    memory = Memory()
    read(web.give("/a"), fetcher, memory=memory)
    read(web.give("/b", PAGE, {**HTML, "ETag": '"' + "x" * 2_000 + '"'}), fetcher, memory=memory)
    read(web.give("/c", PAGE, {**HTML, "ETag": '"é"'}), fetcher, memory=memory)
    assert memory.kept == {}
    memory.kept[web.url("/a")] = Validators(etag="a\r\nX: y")
    assert len(read(web.url("/a"), fetcher, memory=memory)[0]) == 1
    assert "x" not in web.seen[-1][1]


# --- links ---


def reading(fetcher: Fetcher, open_item: Callable[[Item], Iterator[Page | Remark]]) -> Reading:
    """What a source is handed."""
    return Reading(limits=Limits(), options=SourceOptions(), open_item=open_item, fetcher=fetcher)


def opened(items: list[Item]) -> Callable[[Item], Iterator[Page | Remark]]:
    """Opens an item as one page, and notes it."""

    def open_item(item: Item) -> Iterator[Page | Remark]:
        items.append(item)
        with item.open() as stream:
            yield Page(data=stream.read(), media_type=MediaType.HTML, name=item.name)

    return open_item


def test_a_linked_page(web: Web, fetcher: Fetcher) -> None:
    """What stands behind a link is an item one container deeper, marked as fetched."""
    items: list[Item] = []
    web.give("/2020/talks.html")
    address = web.url("/2020/talks.html", "post.example")
    pages, remarks = parted(open_linked(address, reading(fetcher, opened(items)), depth=1))
    assert ([page.data for page in pages], remarks) == ([PAGE], [])
    [item] = items
    assert (item.name, item.shown, item.depth, item.fetched) == ("talks.html", address, 1, True)
    assert (item.given, item.stated_type, item.charset) == (
        Given(address=address),
        "text/html",
        "utf-8",
    )


def test_links_that_fail_are_remarks(web: Web, fetcher: Fetcher) -> None:
    """A link to nothing, or to what must not be asked, is a remark; the feed goes on."""
    handed = reading(fetcher, opened([]))
    for address, reason in (
        (web.url("/gone", "post.example"), "unreachable"),
        ("file:///etc/passwd", "not-allowed"),
        ("mailto:ada@post.example", "not-allowed"),
        ("http://ada:secret@post.example/", "not-allowed"),
        ("", "unreachable"),
    ):
        [remark] = list(open_linked(address, handed, depth=1))
        assert isinstance(remark, Remark)
        shown = address.replace("ada:secret", "…")
        assert (remark.name, remark.severity, remark.reason) == (shown, "failed", reason)
    [inside] = open_linked(web.url("/a", "localhost"), reading(Fetcher(), opened([])), depth=1)
    assert isinstance(inside, Remark)
    assert inside.reason == "not-allowed"
    assert web.asked() == ["/gone"]


def test_a_link_is_asked_once(web: Web, fetcher: Fetcher) -> None:
    """An address that was asked for in a run, as typed, linked or redirected to, is not again."""
    handed = reading(fetcher, opened([]))
    host = "post.example"
    web.give("/a")
    web.give("/c")
    web.redirect("/b", "/c")
    read(web.url("/a", host), fetcher)
    read(web.url("/b", host), fetcher)
    for path in ("/a", "/b", "/c"):
        [note] = list(open_linked(web.url(path, host), handed, depth=1))
        assert isinstance(note, Remark)
        assert (note.severity, note.reason) == ("note", "asked-before")
    assert web.asked() == ["/a", "/b", "/c"]


def test_links_of_links_are_not_followed(web: Web, fetcher: Fetcher) -> None:
    """A feed behind a link is not followed: there is an end to it."""
    web.give("/feed")
    web.give("/a")

    def open_feed(item: Item) -> Iterator[Page | Remark]:
        yield from open_linked(web.url("/a", "post.example"), handed, depth=item.depth + 1)

    handed = reading(fetcher, open_feed)
    [note] = list(open_linked(web.url("/feed", "post.example"), handed, depth=1))
    assert isinstance(note, Remark)
    assert (note.severity, note.reason) == ("note", "link-not-followed")
    assert web.asked() == ["/feed"]
    [page] = list(open_linked(web.url("/a", "post.example"), reading(fetcher, opened([])), depth=1))
    assert isinstance(page, Page)


def test_links_in_fetched_archives_are_files(web: Web, fetcher: Fetcher) -> None:
    """What lies in a fetched archive did not come from an address of its own."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.html", PAGE)
    address = web.give("/a.zip", packed.getvalue(), {"Content-Type": "application/zip"})
    pages, remarks = read(address, fetcher)
    assert len(pages) + len(remarks) == 1
    assert web.asked() == ["/a.zip"]
