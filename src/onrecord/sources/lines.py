"""Lines of a container, one at a time, whatever its encoding; memory does not grow with it."""

from __future__ import annotations

import codecs
import io
from collections.abc import Buffer, Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from onrecord.errors import TooLarge
from onrecord.sources.items import Item, Reading, check_unchanged, too_large
from onrecord.text.decoding import MIXED, decode, decode_mixed, wide_encoding

_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end."""

    number: int
    """From 1, empty lines counted."""
    data: bytes | None
    """None for a line over the limit, which was passed over."""


def read_lines(item: Item, reading: Reading) -> Iterator[Line]:
    """The lines of an item. Wide encodings, and one that the user named, come as UTF-8.

    Raises:
        TooLarge: the container is over `container_bytes`; before the first line where
            its size is known.
        UnreachableInput: it changed while it was read, after the last line.
    """
    limits = reading.limits
    setting = "ONRECORD_LIMIT_CONTAINER_BYTES"
    if item.size is not None and item.size > limits.container_bytes:
        raise too_large(item.shown, item.size, limits.container_bytes, setting)
    taken = 0
    with item.open() as raw, _as_ascii_compatible(item, raw, reading.options.encoding) as stream:
        number = 0
        while data := stream.readline(limits.item_bytes + 2):
            number += 1
            taken += len(data)
            ended = data.endswith(b"\n")
            if not ended and len(data) > limits.item_bytes:
                taken += _pass_over(stream)
                yield Line(number, None)
            else:
                yield Line(number, data[:-1].removesuffix(b"\r") if ended else data)
            if taken > limits.container_bytes:
                raise too_large(item.shown, None, limits.container_bytes, setting)
    check_unchanged(item)


class LineDecoder:
    """Decodes lines of an ASCII-compatible encoding, each as UTF-8 where it is that.

    The first line that is not settles how all such lines are read, from the beginning of
    the file where that has such bytes too.
    """

    def __init__(self, head: bytes) -> None:
        self._head = head
        self.guessed: str | None = None
        """The encoding that was guessed; None as long as everything was UTF-8."""
        self.undecodable = 0

    def __call__(self, line: bytes) -> str:
        """The text of one line."""
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            pass
        if self.guessed is None:
            seen = decode(self._head)
            self.guessed = (seen if seen.guessed else decode(line)).encoding
        if self.guessed in {MIXED, "utf-8"}:
            text, _, _, lost = decode_mixed(line)
        else:
            text = line.decode(self.guessed, "replace")
            lost = text.count("\ufffd")
        self.undecodable += lost
        return text


def _pass_over(stream: io.BufferedReader) -> int:
    """Reads to the end of the line and returns how many bytes that were."""
    passed = 0
    while data := stream.readline(_CHUNK):
        passed += len(data)
        if data.endswith(b"\n"):
            break
    return passed


def _as_ascii_compatible(item: Item, raw: BinaryIO, named: str | None) -> io.BufferedReader:
    wide = wide_encoding(item.head)
    if wide is not None:
        return io.BufferedReader(_Recoded(raw, _to_utf8(wide)), _CHUNK)
    if item.head.startswith(codecs.BOM_UTF8):
        return io.BufferedReader(_Recoded(raw, _to_utf8("utf-8-sig")), _CHUNK)
    if named is not None:
        return io.BufferedReader(_Recoded(raw, _to_utf8(named)), _CHUNK)
    if b"\r" in item.head and b"\n" not in item.head:
        return io.BufferedReader(_Recoded(raw, lambda data, _: data.replace(b"\r", b"\n")), _CHUNK)
    return io.BufferedReader(_Recoded(raw, lambda data, _: data), _CHUNK)


def _to_utf8(encoding: str) -> Callable[[bytes, bool], bytes]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    begun = False

    def step(data: bytes, final: bool) -> bytes:
        nonlocal begun
        text = decoder.decode(data, final)
        if text and not begun:
            text, begun = text.removeprefix("\ufeff"), True
        return text.encode("utf-8", "replace")

    return step


class _Recoded(io.RawIOBase):
    """A stream whose bytes pass through a function, chunk by chunk."""

    def __init__(self, raw: BinaryIO, step: Callable[[bytes, bool], bytes]) -> None:
        self._raw = raw
        self._step = step
        self._ready = memoryview(b"")
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer).cast("B")
        while not self._ready and not self._ended:
            data = self._raw.read(_CHUNK)
            self._ended = not data
            self._ready = memoryview(self._step(data, self._ended))
        taken = min(len(view), len(self._ready))
        view[:taken] = self._ready[:taken]
        self._ready = self._ready[taken:]
        return taken


def line_too_long(line: Line, limit: int) -> TooLarge:
    """The error for a line that was passed over."""
    return TooLarge(
        f"line {line.number} has more than {limit:,} bytes "
        "(raise the limit with ONRECORD_LIMIT_ITEM_BYTES)"
    )
