"""Web archives (WARC): the pages in them, at their addresses.

A page is a response with status 200, a resource or a conversion that holds HTML, plain text or a
PDF. It is called `file.warc.gz#N`, where N counts all records of the file from 1.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO, Protocol
from urllib.parse import urlsplit

from onrecord.errors import BrokenInput, EmptyInput, TooLarge, UnknownFormat
from onrecord.sources import saved_html
from onrecord.sources.archives.decompress import FAULTS, GZIP_MAGIC, Gunzip, Inflate, Plain
from onrecord.sources.archives.http_payload import (
    Answer,
    charset_of,
    media_type_of,
    read_answer,
    read_body,
)
from onrecord.sources.archives.unpacking import too_deep
from onrecord.sources.archives.warc_records import WarcFault, WarcReader, WarcRecord
from onrecord.sources.container import MOST_FAULTS
from onrecord.sources.items import HEAD_BYTES, Item, Reading, Source, check_unchanged, too_large
from onrecord.text.decoding import looks_like_text
from onrecord.values.pages import Given, Page, Remark, Severity

_BEGINS = re.compile(rb"\s*WARC/\d")
_ARC = b"filedesc://"
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_TYPES = frozenset({*_HTML_TYPES, "text/plain", "application/pdf"})
_FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"}
)
_UNSAID_TYPES = frozenset({None, "application/octet-stream", "unknown/unknown", "no-type"})
_NOT_WRITTEN_FOR_READERS = re.compile(
    r"/(?:robots|ads|app-ads|humans|security|llms)\.txt$|^/\.well-known/"
    r"|\.(?:js|mjs|css|json|map|xml|csv|tsv|svg|vtt|m3u8|webmanifest)$",
    re.IGNORECASE,
)
_RECORD_KINDS = {
    "request": "requests",
    "metadata": "metadata",
    "warcinfo": "metadata",
    "revisit": "revisits (the page as it was before; its bytes are elsewhere)",
    "continuation": "continuations of records",
}
_OTHER = "pictures, scripts, styles and data"


def _accepts(item: Item) -> bool:
    """By the first bytes, packed or not; by its name where they are damaged."""
    if item.is_folder:
        return False
    head = _unpacked(item.head)
    if _BEGINS.match(head) or head.startswith(_ARC):
        return True
    name = item.name.lower()
    if name.endswith(".warc"):
        return b"\nWARC-Type:" in head
    return name.endswith(".warc.gz") and not head


def _unpacked(head: bytes) -> bytes:
    if not head.startswith(GZIP_MAGIC):
        return head
    try:
        return Inflate(31).decompress(head, HEAD_BYTES)
    except FAULTS:
        return b""


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    """1. records that hold pages, one after another; 2. what else there was, counted."""
    limit = reading.limits.container_bytes
    if item.size is not None and item.size > limit:
        raise too_large(item.shown, item.size, limit, "ONRECORD_LIMIT_CONTAINER_BYTES")
    if _unpacked(item.head).startswith(_ARC):
        raise UnknownFormat(
            f"ARC, the older form of web archives, is not read ({item.shown}); convert it to WARC "
            "(warcio recompress does), and add that"
        )
    if item.depth >= reading.limits.archive_depth:
        raise too_deep(item.shown, reading.limits)
    archive = WebArchive(item, reading)
    with item.open() as stream:
        yield from archive.pages(stream, item.head)
    yield from archive.close()
    check_unchanged(item)


class PageList(Protocol):
    """The addresses that an archive lists as its pages."""

    def lists(self, address: str) -> bool:
        """Whether this is one of them; it is then taken as found."""

    def leads(self, address: str, location: str) -> None:
        """Note that an address leads to another."""


@dataclass(slots=True)
class WebArchive:
    """One web archive, in one file or several, while it is read."""

    item: Item
    reading: Reading
    listed: PageList | None = None
    """Which addresses are pages; None where nobody says."""
    number: int = 0
    """Number of the last record."""
    _aside: Counter[str] = field(default_factory=Counter)
    _pages: int = 0
    _faults: int = 0
    _truncated: int = 0

    def pages(self, stream: BinaryIO, head: bytes) -> Iterator[Page | Remark]:
        """The pages of one file, whose first bytes are `head`; numbers go on from the last."""
        source = Gunzip(stream) if head.startswith(GZIP_MAGIC) else Plain(stream)
        unpacking = self.reading.unpacking
        records = WarcReader(
            source, lambda count: unpacking.take(count, self.item.shown), self.number + 1
        )
        for record in records:
            self.number = record.number
            if isinstance(record, WarcFault):
                yield from self._fault(record.number, record.message, "broken")
                continue
            yield from self._record(record)
            if unpacking.stopped:
                raise TooLarge(f"{self.item.shown}: a limit was reached; the rest was not read")

    def close(self) -> Iterator[Remark]:
        """What was left aside, and whether there was anything.

        Raises:
            EmptyInput: there was no page.
            BrokenInput: there was none, and some records are broken.
        """
        shown = self.item.shown
        if (more := self._faults - MOST_FAULTS) > 0:
            text = f"{shown}: {more:,} more records could not be read in full"
            yield _remark(shown, Severity.PARTIAL, "more-faults", text)
        if self._truncated:
            text = f"{shown}: of {self._pages:,} pages, the crawler cut off {self._truncated:,}; "
            text += "what it kept of them was read"
            yield _remark(shown, Severity.NOTE, "cut-by-crawler", text)
        if self._aside:
            kinds = "; ".join(f"{kind}: {count:,}" for kind, count in self._aside.most_common())
            text = f"{shown}: of {self.number:,} records, {self._pages:,} are pages; left aside: "
            text += kinds
            yield _remark(shown, Severity.NOTE, "records-left-aside", text)
        if not self._pages and self._faults:
            raise BrokenInput(f"{shown}: nothing in it could be read")
        if not self._pages:
            raise EmptyInput(f"{shown} holds no page")

    def _record(self, record: WarcRecord) -> Iterator[Page | Remark]:
        found = self._item(record)
        if isinstance(found, str):
            self._aside[found] += 1
        elif isinstance(found, TooLarge):
            yield from self._fault(record.number, str(found), found.reason)
        elif found is not None:
            self.reading.unpacking.enter(found.shown)
            self._pages += 1
            self._truncated += "warc-truncated" in record.headers
            yield from self.reading.open_item(found)

    def _item(self, record: WarcRecord) -> Item | TooLarge | str | None:
        """The page in a record; what kind of thing it is where it is none, or is told as broken."""
        if record.body.length is None:
            return None
        if record.kind in _RECORD_KINDS:
            return _RECORD_KINDS[record.kind]
        if record.address.startswith(("dns:", "urn:", "metadata:", "screenshot:")):
            return "metadata"
        content_type = record.headers.get("content-type", "")
        answer = None
        if record.kind == "response":
            answer = read_answer(record.body.peek(HEAD_BYTES))
            if answer is None:
                return None if record.body.fault else "answers that are not of the web"
            if (strange := self._status(answer, record)) is not None:
                return strange
            content_type = answer.headers.get("content-type", "")
        elif record.kind not in {"resource", "conversion"}:
            return "records of unknown kinds"
        kind = _other_kind(media_type_of(content_type), record.address)
        if kind is not None:
            return kind
        if self.listed is not None and not self.listed.lists(record.address):
            return "pages that the archive does not list as such (frames, advertisements)"
        return self._page(record, answer, content_type)

    def _status(self, answer: Answer, record: WarcRecord) -> str | None:
        """What a response is that brings no page."""
        if answer.status == 200:
            return None
        if self.listed is not None and 300 <= answer.status < 400:
            self.listed.leads(record.address, answer.headers.get("location", ""))
        return "redirects" if 300 <= answer.status < 400 else "errors and partial answers"

    def _page(
        self, record: WarcRecord, answer: Answer | None, content_type: str
    ) -> Item | TooLarge | str | None:
        limit = self.reading.limits.item_bytes
        shown = f"{self.item.shown}#{record.number}"
        head_bytes = answer.body_at if answer else 0
        data = record.body.read(limit + head_bytes)
        if record.body.damage is not None:
            return None
        if len(data) <= limit + head_bytes and answer is not None:
            body = read_body(answer, data[head_bytes:], limit)
            data = body.data
            if body.cut and not record.body.fault:
                record.body.fault = "its content ends too early or does not unpack"
        if len(data) > limit:
            name = f"{shown} ({record.address})"
            return too_large(name, None, limit, "ONRECORD_LIMIT_ITEM_BYTES")
        if not data.strip():
            return "empty answers"
        name = f"{self.item.name}#{record.number}"
        names = (*self.item.known_as, self.item.name)
        item = Item(
            name=name,
            shown=shown,
            size=len(data),
            head=data[:HEAD_BYTES],
            open=lambda: io.BytesIO(data),
            known_as=tuple(f"{known}#{record.number}" for known in names),
            given=Given(address=_web_address(record.address)),
            stated_type=media_type_of(content_type),
            charset=charset_of(content_type),
            archived=_day(record.headers.get("warc-date", "")),
            depth=self.item.depth + 1,
        )
        return item if _holds_words(item) else _OTHER

    def _fault(self, number: int, message: str, reason: str) -> Iterator[Remark]:
        self._faults += 1
        if self._faults <= MOST_FAULTS:
            name = f"{self.item.shown}#{number}"
            text = message if name in message else f"record {name}: {message}"
            yield _remark(name, Severity.PARTIAL, reason, text)


def _other_kind(media_type: str | None, address: str) -> str | None:
    """What is no page by what is said of it; None for what may be one."""
    if media_type in _FEED_TYPES:
        return "feeds"
    if media_type == "text/plain" and _NOT_WRITTEN_FOR_READERS.search(_path(address)):
        return _OTHER
    if media_type in _TYPES or media_type in _UNSAID_TYPES:
        return None
    return _OTHER


def _holds_words(item: Item) -> bool:
    """Whether the bytes are what was said of them: HTML, a PDF or a text."""
    if item.head.lstrip().startswith(b"%PDF-"):
        return True
    if saved_html.SOURCE.accepts(item):
        return looks_like_text(item.head)
    if item.stated_type != "text/plain":
        return False
    return looks_like_text(item.head) and not item.opening().startswith(("{", "[", "<?xml"))


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _web_address(address: str) -> str | None:
    return address if address.lower().startswith(("http://", "https://")) else None


def _day(stamp: str) -> str | None:
    """The day of an ISO timestamp."""
    try:
        return date.fromisoformat(stamp[:10]).isoformat()
    except ValueError:
        return None


def _remark(name: str, severity: Severity, reason: str, message: str) -> Remark:
    return Remark(name=name, severity=severity, reason=reason, message=message)


SOURCE = Source("warc", _accepts, _pages)
