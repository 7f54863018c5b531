"""Saved pages in one file (MHTML): the main page, its address, its day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mail_makers import multipart, part
from onrecord.sources.open import open_source
from onrecord.values.pages import Given

PAGE = "<!doctype html><html><body><h1>The vote</h1><p>The council of Port Elm voted – twice."
ADDRESS = "https://elm.example/2024/03/05/vote"
CHROME = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: " + ADDRESS.encode() + b"\r\n"
    b"Subject: The vote\r\nDate: Wed, 6 Mar 2024 09:00:00 +0100\r\nMIME-Version: 1.0\r\n"
)
OLD = (
    b'From: "Saved by Windows Internet Explorer 8"\r\nDate: Wed, 6 Mar 2024 09:00:00 +0100\r\n'
    b"MIME-Version: 1.0\r\n"
)
STYLE = part("p{a:b}", "Content-Type: text/css", "Content-Location: cid:css")
FRAME = part("<p>Buy now", "Content-Type: text/html", "Content-ID: <f2>")


def root(*fields: str, data: bytes | str = PAGE) -> bytes:
    """The part that holds the page."""
    return part(data, "Content-Type: text/html; charset=utf-8", *fields)


def test_page_of_a_browser(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """The main page comes out with its address and the day on which it was saved."""
    data = multipart("related", root("Content-ID: <f1>"), STYLE, FRAME, head=CHROME)
    [page], [note] = read(write("2024-03-07 vote.mhtml", data))
    assert (page.data.decode(), page.media_type) == (PAGE, "text/html")
    assert (page.name, page.name_dates) == ("2024-03-07 vote.mhtml", ("2024-03-07",))
    assert (page.given.address, page.archived) == (ADDRESS, "2024-03-06")
    assert (note.severity, note.reason) == ("note", "frames-left-aside")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.mht", multipart("related", root(f"Content-Location: {ADDRESS}"), head=OLD)),
        ("page", multipart("related", root(), head=CHROME)),
        (
            "a.mhtml",
            multipart(
                "related",
                part("PGgxPkE8L2gxPg==", "Content-Type: text/html", "Content-Transfer-Encoding: base64"),
                head=CHROME,
            ),
        ),
        ("a.mht", multipart("related", root(), head=b"MIME-Version: 1.0\r\n")),
        ("word", multipart("related", STYLE, root(), head=b"MIME-Version: 1.0\r\n")),
        ("cut.mhtml", multipart("related", root(), head=CHROME)[:-40]),
        (
            "start.mht",
            multipart("related", FRAME, root("Content-ID: <f1>"), head=OLD).replace(
                b'"edge"', b'"edge"; start="<f1>"'
            ),
        ),
    ],
)  # fmt: skip
def test_kinds_of_saved_pages(
    name: str, data: bytes, write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Pages saved by other programs, in other encodings, are found by what they say."""
    [page], _ = read(write(name, data))
    assert (page.media_type, page.name) == ("text/html", name)
    assert b"<h1>" in page.data


def test_charset_of_the_part(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A page that does not say its encoding is read in that of its part."""
    text = "<html><p>Совет проголосовал."
    data = part(text.encode("koi8_r"), "Content-Type: text/html; charset=koi8-r")
    [page], _ = read(write("a.mht", multipart("related", data, head=OLD)))
    assert page.data.decode("utf-8-sig") == text


def test_addresses_that_are_none(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """An address of the machine on which the page was saved is none."""
    data = multipart("related", root("Content-Location: file:///C:/a.html"), head=OLD)
    [page], _ = read(write("a.mht", data))
    assert page.given.address is None


def test_what_a_person_gives_wins(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """An address given from outside counts before that in the file."""
    path = write("a.mhtml", multipart("related", root(), head=CHROME))
    for key in ("a.mhtml", str(path.absolute())):
        [page], _ = read(path, given={key: Given(address="https://other.example/")})
        assert page.given.address == "https://other.example/"


def test_no_page_in_it(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A saved page without a page is broken, and so is said."""
    pages, [remark] = read(write("a.mht", multipart("related", STYLE, head=OLD)))
    assert (pages, remark.severity, remark.reason) == ([], "failed", "broken")


def test_mails_are_no_saved_pages(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A mail with pictures in it is a mail, even under the name of a page."""
    for name in ("a.eml", "a.mht"):
        [page], _ = read(write(name, multipart("related", root())))
        assert page.media_type == "message/rfc822"


WHOLE = multipart("related", root("Content-ID: <f1>"), STYLE, head=CHROME)


@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
@given(cut=st.integers(0, len(WHOLE)), junk=st.binary(max_size=40))
def test_nothing_raises(cut: int, junk: bytes, tmp_path: Path) -> None:
    """A saved page that ends early or goes on as junk gives a page or a remark."""
    path = tmp_path / "a.mhtml"
    path.write_bytes(WHOLE[:cut] + junk)
    assert list(open_source(path))
