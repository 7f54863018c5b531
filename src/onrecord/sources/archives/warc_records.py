"""The records of a web archive one after another, whatever is broken in it.

Cut files, flipped bits and wrong lengths cost the record that they are in, not the rest:
after one of them, reading goes on where the next record begins.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.sources.archives.decompress import Damaged, Members
from onrecord.sources.archives.http_payload import read_headers
from onrecord.sources.archives.unpacking import CHUNK

_START = re.compile(rb"WARC/\d\.\d[ \t]*\r?\n(?=[A-Za-z][A-Za-z-]*[ \t]*:)")
_START_BYTES = 64
"""More than a record's first line and the beginning of its second take."""
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_MOST_HEAD = 131_072
_MOST_FAULTS = 10_000
"""After so many faults one after another the file is something else."""
_SEARCHED = 8_000_000
"""How much of a record that is passed over is searched for others that its length took in."""
_AFTER = re.compile(rb"(?:\r?\n){2}|\s*(?:\Z|WARC/\d)")
CUT = "the file is cut off in it"
SHORT = "it is shorter than it says"


@dataclass(slots=True)
class WarcRecord:
    """One record, while the reader stands at it."""

    number: int
    """From 1, every record counted."""
    headers: Mapping[str, str]
    """Names in lower case."""
    body: RecordBody

    @property
    def kind(self) -> str:
        """`response`, `request`, `revisit`, ..."""
        return self.headers.get("warc-type", "").lower()

    @property
    def address(self) -> str:
        """What it was asked for, without the angle brackets of older writers."""
        return self.headers.get("warc-target-uri", "").strip("<> \t")


@dataclass(frozen=True, slots=True)
class WarcFault:
    """What is wrong with a record."""

    number: int
    message: str


class _Short(Exception):
    """There are no more bytes, or they begin another record."""


class _Endless(Exception):
    """The head of a record that does not end."""


class WarcReader:
    """The records of one file; the body of each is read before the next is asked for."""

    def __init__(self, source: Members, count: Callable[[int], None], first: int = 1) -> None:
        self._source = source
        self._count = count
        self._waiting = b""
        """The beginning of another record, met while one was read."""
        self._damage: Damaged | None = None
        """What was met where the buffer ends."""
        self.buffer = bytearray()
        """What was read and not used."""
        self.number = first - 1
        """Number of the last record."""

    @property
    def is_waiting(self) -> bool:
        """Whether another record begins where this one still should have bytes."""
        return bool(self._waiting)

    def __iter__(self) -> Iterator[WarcRecord | WarcFault]:
        faults = 0
        fault: str | None = None
        while faults < _MOST_FAULTS:
            began = self.number
            try:
                strange = self._find_start()
                if strange and fault is None:
                    self.number += 1
                    yield WarcFault(self.number, "it does not begin as a record does")
                began = self.number
                record = self._next()
                if record is None:
                    if self._source.cut and fault != CUT:
                        yield WarcFault(self.number + 1, CUT)
                    return
                yield record
                fault = record.body.close()
            except Damaged as error:
                fault = f"it is damaged ({error})"
                self._damage = None
                self.buffer.clear()
                if not self._source.resume():
                    fault += "; nothing after it can be read"
            except _Short:
                fault = SHORT if self._waiting else CUT
                self.buffer.clear()
            except _Endless:
                fault = "its head does not end"
                self.buffer.clear()
            faults = faults + 1 if fault is not None else 0
            if fault is not None:
                self.number = began + 1
                yield WarcFault(self.number, fault)
        yield WarcFault(self.number, "so much before it is broken that the rest was not read")

    def _find_start(self) -> bool:
        """Go to where the next record begins; whether other bytes had to be passed over."""
        strange = False
        while True:
            match = _START.search(self.buffer)
            passed = match.start() if match else max(0, len(self.buffer) - _START_BYTES)
            strange = strange or bool(self.buffer[:passed].strip())
            del self.buffer[:passed]
            if match:
                return strange
            try:
                self.fill(inside=False)
            except _Short:
                strange = strange or bool(self.buffer.strip())
                self.buffer.clear()
                return strange

    def _next(self) -> WarcRecord | None:
        """The record that the buffer begins with; None at the end.

        Raises:
            Damaged: its head does not unpack.
            _Short: its head is cut off.
            _Endless: its head goes on and on.
        """
        if not self.buffer:
            return None
        searched = 0
        while (end := _HEAD_END.search(self.buffer, searched)) is None:
            searched = max(0, len(self.buffer) - 3)
            if searched > _MOST_HEAD:
                raise _Endless
            self.fill()
        headers = read_headers(bytes(self.buffer[: end.start()]).split(b"\n", 1)[-1])
        del self.buffer[: end.end()]
        self.number += 1
        return WarcRecord(self.number, headers, RecordBody(self, headers))

    def fill(self, *, inside: bool = True) -> None:
        """More bytes into the buffer; inside of a record none of a packed member that begins one.

        Raises:
            _Short: there are none.
            Damaged: they do not unpack.
        """
        if self._damage is not None:
            raise self._damage
        data = self._waiting or self._read()
        begins = bool(self._waiting) or (self._source.began and _START.match(data) is not None)
        self._waiting = b""
        if inside and begins:
            self._waiting = data
        if not data or self._waiting:
            raise _Short
        self.buffer += data

    def _read(self) -> bytes:
        try:
            data = self._source.read(CHUNK)
        except Damaged as error:
            self._damage = error
            raise
        self._count(len(data))
        return data


class RecordBody:
    """The body of the record at which a reader stands."""

    def __init__(self, reader: WarcReader, headers: Mapping[str, str]) -> None:
        self._reader = reader
        length = headers.get("content-length", "")
        known = length.isascii() and length.isdecimal() and len(length) < 19
        self.length = int(length) if known else None
        """As stated, in bytes; None where that is no number."""
        self._left = self.length or 0
        self.fault = None if known else "its length is no number"
        """What is wrong with it as far as it was read."""
        self.damage: Damaged | None = None
        """What was met before its end; what was read of it is not to be trusted."""

    def peek(self, size: int) -> bytes:
        """Its next bytes, at most `size`, which stay to be read."""
        size = min(size, self._left)
        self._want(size)
        return bytes(self._reader.buffer[: min(size, self._left)])

    def read(self, limit: int) -> bytes:
        """Its next bytes, one more than `limit` where there are more."""
        found = io.BytesIO()
        while self._left and found.tell() <= limit:
            self._want(1)
            piece = self._reader.buffer[: min(self._left, limit + 1 - found.tell())]
            del self._reader.buffer[: len(piece)]
            self._left -= len(piece)
            found.write(piece)
        data = found.getvalue()
        return data if self._ends_well() else self._without_others(data)

    def close(self) -> str | None:
        """Pass over what was not read; what is wrong with the record, None where nothing is.

        Raises:
            Damaged: it does not unpack.
        """
        if self._left:
            self.read(_SEARCHED)
        while self._left:
            self._want(1)
            passed = min(self._left, len(self._reader.buffer))
            del self._reader.buffer[:passed]
            self._left -= passed
        self._ends_well()
        if self.damage is not None:
            raise self.damage
        return self.fault

    def _want(self, size: int) -> None:
        """At least `size` bytes into the buffer; where they are missing, none are left beyond."""
        buffer = self._reader.buffer
        try:
            while len(self._reader.buffer) < size:
                self._reader.fill()
        except (_Short, Damaged) as error:
            self._left = min(self._left, len(buffer))
            if isinstance(error, Damaged):
                self.damage = error
            elif self.fault is None:
                self.fault = SHORT if self._reader.is_waiting else CUT

    def _ends_well(self) -> bool:
        """Whether the body was read to its end, and what a record ends with follows."""
        if self.fault or self.damage or self._left:
            return False
        try:
            while len(self._reader.buffer) < _START_BYTES:
                self._reader.fill()
        except _Short:
            pass
        except Damaged:
            return True  # what comes next is damaged: it is met again there
        if _AFTER.match(self._reader.buffer) is None:
            self.fault = "its length is wrong"
        return self.fault is None

    def _without_others(self, data: bytes) -> bytes:
        """The body without the records that a wrong length took into it; they are put back."""
        match = _START.search(data)
        if match is None:
            return data
        self._reader.buffer[:0] = data[match.start() :]
        self._left = 0
        self.fault = "its length is wrong"
        return data[: match.start()].removesuffix(b"\n\n").removesuffix(b"\r\n\r\n")
