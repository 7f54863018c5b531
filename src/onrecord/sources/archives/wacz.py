"""Web archives with their index (WACZ): the pages that it lists.

A page is called `file.wacz#N`, where N counts the records of all its WARC files in the order of
their names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO
from urllib.parse import urljoin, urlsplit

from onrecord.errors import InputError
from onrecord.sources.archives import zip_archive
from onrecord.sources.archives.decompress import GZIP_MAGIC
from onrecord.sources.archives.warc import WebArchive
from onrecord.sources.archives.zip_archive import counted_member, open_zip
from onrecord.sources.archives.zip_members import MAGIC, ZipMember, member_source, zip_members
from onrecord.sources.items import Item, Reading, Source
from onrecord.values.pages import Page, Remark, Severity

_FIRST_MEMBER = re.compile(
    rb"PK\x03\x04.{22}.{4}(?:archive/[^/]{1,200}\.warc(?:\.gz)?|datapackage\.json)", re.DOTALL
)
_WARC = re.compile(r"archive/.+\.warc(?:\.gz)?", re.IGNORECASE)
_LIST = re.compile(r"pages/[^/]+\.jsonl", re.IGNORECASE)
_LONGEST_LINE = 10_000_000
"""A line of the list may carry the text of its page."""


def _accepts(item: Item) -> bool:
    """By its name, or by a first member that lies where only such archives have it."""
    if item.is_folder or not item.head.startswith(MAGIC):
        return False
    if item.suffix == ".wacz":
        return True
    return bool(_FIRST_MEMBER.match(item.head)) and b"archive/" in item.head


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    """1. what it lists as pages; 2. its WARC files one after another; 3. what was not found.

    A zip without a WARC file in its place is read as any other zip.
    """
    with open_zip(item, reading) as stream:
        members = zip_members(stream, item.shown, reading.limits)
        files = [m for m in members if _WARC.fullmatch(m.name.path) and not m.is_special]
        if files:
            yield from _read(item, reading, stream, members, files)
            return
    yield from zip_archive.pages(item, reading)


def _read(
    item: Item,
    reading: Reading,
    stream: BinaryIO,
    members: Sequence[ZipMember],
    files: Sequence[ZipMember],
) -> Iterator[Page | Remark]:
    listed = Listed()
    for member in members:
        if _LIST.fullmatch(member.name.path):
            try:
                _read_list(listed, item, reading, stream, member)
            except InputError as error:
                yield _fault(item, member, error)
    archive = WebArchive(item, reading, listed if listed.count else None)
    for member in files:
        shown = f"{item.shown}/{member.name.path}"
        try:
            source = member_source(stream, member, shown)
            source.strict = False  # every record of a packed WARC has a checksum of its own
            head = member_source(stream, member, shown).read(len(GZIP_MAGIC))
            with counted_member(source, member, shown, reading) as file:
                yield from archive.pages(file, head)
            if source.fault is not None:
                yield _fault(item, member, source.fault)
        except InputError as error:
            if reading.unpacking.stopped:
                raise
            yield _fault(item, member, error)
    yield from listed.remarks(item.shown)
    yield from archive.close()


def _read_list(
    listed: Listed, item: Item, reading: Reading, stream: BinaryIO, member: ZipMember
) -> None:
    """Takes up the addresses of one list; lines that are none are passed over."""
    shown = f"{item.shown}/{member.name.path}"
    source = member_source(stream, member, shown)
    with counted_member(source, member, shown, reading) as lines:
        while listed.count < reading.limits.container_items:
            line = lines.readline(_LONGEST_LINE)
            if not line:
                return
            try:
                entry = json.loads(line)
            except (ValueError, RecursionError):
                continue
            address = entry.get("url") if isinstance(entry, dict) else None
            if isinstance(address, str):
                listed.add(address)


class Listed:
    """The addresses that an archive lists as its pages, and which of them were found."""

    def __init__(self) -> None:
        self._missing: dict[str, str] = {}
        """Addresses as they are compared to what stands in the list."""
        self._all: set[str] = set()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._all)

    def add(self, address: str) -> None:
        """An address of the list."""
        compared = _compared(address)
        self._all.add(compared)
        self._missing.setdefault(compared, address)

    def lists(self, address: str) -> bool:
        """Whether this is one of them; it is then taken as found."""
        compared = _compared(address)
        self._missing.pop(compared, None)
        return compared in self._all

    def leads(self, address: str, location: str) -> None:
        """A listed address that was redirected is the page to which it leads."""
        if not location or not self.lists(address):
            return
        try:
            target = urljoin(address, location)
        except ValueError:
            return
        if _compared(target) != _compared(address):
            self.add(target)

    def remarks(self, shown: str) -> Iterator[Remark]:
        """What is listed and was not found."""
        if self._missing:
            names = list(self._missing.values())
            first = ", ".join(names[:3]) + (", ..." if len(names) > 3 else "")
            text = f"{shown}: {len(names):,} of the pages that it lists are not in it ({first})"
            yield Remark(
                name=shown, severity=Severity.NOTE, reason="listed-not-found", message=text
            )


def _compared(address: str) -> str:
    """An address without what writes the same page in two ways: scheme, fragment, last slash."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").lower()
        port = parts.port
    except ValueError:
        return address.strip()
    where = host if port in {None, 80, 443} else f"{host}:{port}"
    return f"{where}{parts.path.rstrip('/')}" + (f"?{parts.query}" if parts.query else "")


def _fault(item: Item, member: ZipMember, error: InputError) -> Remark:
    return Remark(
        name=f"{item.shown}/{member.name.path}",
        severity=Severity.PARTIAL,
        reason=error.reason,
        message=str(error),
    )


SOURCE = Source("wacz", _accepts, _pages)
