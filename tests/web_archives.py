"""Web archives for tests, made of our own pages."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterable

DAY = "2021-05-06"
OK = "HTTP/1.1 200 OK"


def html(words: str) -> bytes:
    """A page around some words."""
    return f"<!doctype html><html><body><p>{words}</p></body></html>".encode()


WALL = html("The council of Port Elm voted for the harbour wall on Monday.")
ROAD = html("The road to Port Elm will be closed for a week, the mayor said.")
FERRY = html("The ferry to Ash Island runs again, its owner said on Friday.")


def record(
    kind: str,
    address: str = "https://elm.example/wall",
    body: bytes = b"",
    content_type: str = "application/http; msgtype=response",
    *,
    length: object = None,
    more: str = "",
) -> bytes:
    """One record; `length` is what it says of its own length, `more` further header lines."""
    stated = len(body) if length is None else length
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        f"WARC-Date: {DAY}T07:08:09Z\r\n{more}Content-Type: {content_type}\r\n"
        f"Content-Length: {stated}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(
    address: str = "https://elm.example/wall",
    body: bytes = WALL,
    headers: str = "Content-Type: text/html; charset=utf-8",
    *,
    status: str = OK,
    length: object = None,
) -> bytes:
    """A response record with what a server answered."""
    head = "\r\n".join(filter(None, (status, headers))) + "\r\n\r\n"
    return record("response", address, head.encode() + body, length=length)


THREE = (
    answer(),
    answer("https://elm.example/road", ROAD),
    answer("https://elm.example/ferry", FERRY),
)


def packed(records: Iterable[bytes]) -> bytes:
    """A web archive in which every record is compressed by itself."""
    return b"".join(map(gzip.compress, records))


def wacz(
    files: dict[str, bytes], pages: Iterable[str] | None = (), extra: Iterable[str] = ()
) -> bytes:
    """A WACZ of WARC files, with the addresses that it lists as pages; None leaves the list out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"archive/{name}", data)
        archive.writestr("indexes/index.cdx", "example,elm)/wall 20210506070809 {}\n")
        for name, addresses in (("pages", pages), ("extraPages", extra)):
            if addresses is not None:
                lines = ['{"format": "json-pages-1.0", "id": "pages"}']
                lines += [f'{{"id": "1", "url": "{address}"}}' for address in addresses]
                archive.writestr(f"pages/{name}.jsonl", "\n".join(lines))
        archive.writestr("datapackage.json", '{"profile": "data-package"}')
    return stream.getvalue()
