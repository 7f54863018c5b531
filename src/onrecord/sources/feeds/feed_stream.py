"""A feed as a stream: its head, then one entry after the other; memory does not grow with it.

The marks around entries are found in the bytes, so that one broken entry spoils no other
and a feed that was cut off gives what was whole in it. Entries are not parsed here.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from onrecord.sources.items import Item, Reading, check_unchanged, too_large
from onrecord.text.decoding import wide_encoding
from onrecord.text.encoding_labels import known_encoding

CHUNK = 262_144
HEAD_LIMIT = 262_144
"""Bytes before the first entry that are kept; some exports list all their tags there."""
_LONGEST_TAG = 65_536
_SPECIAL = {b"<!--": b"-->", b"<![CDATA[": b"]]>", b"<?": b"?>"}
_DECLARED = re.compile(rb"\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_REFERENCE_START = re.compile(r"&[#\w]{0,12}\Z")


class Part(StrEnum):
    """What a piece of a feed is."""

    HEAD = "head"
    """Everything before the first entry; once, even where there is no entry."""
    ENTRY = "entry"
    TOO_LARGE = "too-large"
    """An entry over the limit; it was passed over."""
    CUT = "cut"
    """An entry that the end of the feed cuts off."""
    END = "end"
    """The end tag of the feed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a feed in UTF-8, or in an encoding that agrees with ASCII."""

    part: Part
    data: bytes = b""


def read_pieces(item: Item, reading: Reading, *, root: str, escaped: bool) -> Iterator[Piece]:
    """The pieces of a feed whose root element has the name `root`.

    `escaped`: all of it was escaped as if it were text of an HTML page.

    Raises:
        TooLarge: the feed is over `container_bytes`; before the first piece where its
            size is known.
        UnreachableInput: it changed while it was read, after the last piece.
    """
    splitter = _Splitter(root, reading.limits.item_bytes)
    step = _to_utf8(item, reading.options.encoding, escaped=escaped)
    for chunk in _chunks(item, reading.limits.container_bytes):
        yield from splitter.feed(step(chunk, False))
    yield from splitter.feed(step(b"", True))
    yield from splitter.close()


def _chunks(item: Item, limit: int) -> Iterator[bytes]:
    setting = "ONRECORD_LIMIT_CONTAINER_BYTES"
    if item.size is not None and item.size > limit:
        raise too_large(item.shown, item.size, limit, setting)
    taken = 0
    with item.open() as stream:
        while chunk := stream.read(CHUNK):
            yield chunk
            taken += len(chunk)
            if taken > limit:
                raise too_large(item.shown, None, limit, setting)
    check_unchanged(item)


type _Step = Callable[[bytes, bool], bytes]


def _to_utf8(item: Item, named: str | None, *, escaped: bool) -> _Step:
    """What is done to each chunk: bytes that are UTF-8 or nearly so stay as they are."""
    encoding = wide_encoding(item.head) or _encoding(item, named)
    if encoding is None and not escaped:
        return lambda data, _: data
    decoder = codecs.getincrementaldecoder(encoding or "utf-8")("replace")
    held = ""

    def step(data: bytes, final: bool) -> bytes:
        nonlocal held
        text = held + decoder.decode(data, final)
        held = ""
        if escaped and not final and (cut := _REFERENCE_START.search(text)):
            text, held = text[: cut.start()], cut[0]
        if escaped:
            text = html.unescape(text)
        return text.encode("utf-8", "replace")

    return step


def _encoding(item: Item, named: str | None) -> str | None:
    """The encoding that the bytes need, by the user, declaration or server; None for UTF-8."""
    if item.head.startswith(codecs.BOM_UTF8):
        return None
    if named is not None:
        return named
    declared = _DECLARED.match(item.head)
    label = declared[1].decode() if declared else item.charset
    encoding = known_encoding(label)
    if encoding is None or encoding == "utf-8" or encoding.startswith(("utf-16", "utf-32")):
        return None  # a wide one that zero bytes do not show is not what it says
    stays = encoding.startswith(("iso2022", "hz"))
    if not stays and not item.head.isascii() and _is_utf8(item.head):
        return None
    return encoding


def _is_utf8(data: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return True


class _Splitter:
    """Finds the marks of entries in a stream of bytes."""

    def __init__(self, root: str, limit: int) -> None:
        self._limit = limit
        self._buffer = bytearray()
        """Bytes from the beginning of the open entry, or of what was not looked at."""
        self._seen = 0
        """How much of the buffer was looked at."""
        self._closing: bytes | None = None
        """What ends the comment, CDATA section or instruction that is open."""
        self._inside = False
        self._dropped = False
        """Whether the open entry is over the limit, so that its bytes are gone."""
        self._head: bytes | None = None
        self._headed = False
        local = root.rsplit(":", 1)[-1].lower()
        name = rb"(?:[\w.-]{1,40}:)?" + (b"entry" if local in {"feed", "entry"} else b"item")
        end = rb"|(?P<end></" + re.escape(root.encode()) + rb"\s*>)" if local != "entry" else b""
        self._pattern = rb"<!--|<!\[CDATA\[|<\?|<(?P<start>%s)(?=[\s/>])|</(?P<stop>%s)\s*>" + end
        self._marks = re.compile(self._pattern.replace(b"%s", name))

    def feed(self, data: bytes) -> Iterator[Piece]:
        """The pieces that are complete with these bytes."""
        self._buffer += data
        while (mark := self._next_mark()) is not None:
            if mark["start"]:
                tag_end = self._buffer.find(b">", mark.end())
                if tag_end < 0 and len(self._buffer) - mark.start() < _LONGEST_TAG:
                    self._seen = mark.start()
                    break
                yield from self._start(mark, tag_end)
            elif mark["stop"]:
                yield from self._stop(mark.end())
            else:
                yield from self._stop(mark.start())
                yield from self._take_head(mark.start())
                yield Piece(Part.END)
        self._forget()

    def close(self) -> Iterator[Piece]:
        """What is left at the end of the bytes."""
        if self._inside:
            yield Piece(Part.CUT)
        else:
            yield from self._take_head(len(self._buffer))

    def _next_mark(self) -> re.Match[bytes] | None:
        """The next start or end tag of an entry or the end of the feed; None needs more bytes."""
        while True:
            if self._closing is not None:
                at = self._buffer.find(self._closing, self._seen)
                if at < 0:
                    self._seen = max(self._seen, len(self._buffer) - 2)
                    return None
                self._seen, self._closing = at + len(self._closing), None
            mark = self._marks.search(self._buffer, self._seen)
            if mark is None:
                # the mark that the end of the bytes may have cut is looked at again
                open_tag = self._buffer.rfind(b"<", max(self._seen, len(self._buffer) - 100))
                self._seen = open_tag if open_tag >= 0 else len(self._buffer)
                return None
            self._seen = mark.end()
            self._closing = _SPECIAL.get(bytes(mark[0]))
            if self._closing is None:
                return mark

    def _start(self, mark: re.Match[bytes], tag_end: int) -> Iterator[Piece]:
        """An entry begins; where one is open its end tag is missing."""
        start, name = mark.start(), bytes(mark["start"])
        empty = tag_end >= 0 and self._buffer[tag_end - 1 : tag_end] == b"/"
        length = (tag_end + 1 if empty else mark.end()) - start
        if not self._headed:
            # what else ends in this name, under another prefix, is no entry of this feed
            self._marks = re.compile(self._pattern.replace(b"%s", re.escape(name)))
        if self._inside:
            yield from self._stop(start)
        else:
            yield from self._take_head(start)
            del self._buffer[:start]
        self._inside, self._seen = True, length
        if empty:
            yield from self._stop(length)

    def _stop(self, end: int) -> Iterator[Piece]:
        """The open entry ends here."""
        if not self._inside:
            return
        over = self._dropped or end > self._limit
        yield Piece(Part.TOO_LARGE) if over else Piece(Part.ENTRY, bytes(self._buffer[:end]))
        del self._buffer[:end]
        self._seen = max(0, self._seen - end)
        self._inside = self._dropped = False

    def _take_head(self, end: int) -> Iterator[Piece]:
        if not self._headed:
            self._headed = True
            yield Piece(Part.HEAD, self._head or bytes(self._buffer[: min(end, HEAD_LIMIT)]))

    def _forget(self) -> None:
        """Let go of bytes that are not needed any more."""
        if self._inside and self._seen > self._limit:
            self._dropped = True
        if not self._headed:
            if self._seen <= HEAD_LIMIT:
                return
            self._head = self._head or bytes(self._buffer[:HEAD_LIMIT])
        if not self._inside or self._dropped:
            del self._buffer[: self._seen]
            self._seen = 0
