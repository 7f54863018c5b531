"""Compressed streams, unpacked a bounded piece at a time, whatever they would expand to."""

from __future__ import annotations

import bz2
import lzma
import re
import struct
import zlib
from collections.abc import Callable
from typing import Protocol

from onrecord.sources.archives.unpacking import CHUNK, ByteSource

GZIP_MAGIC = b"\x1f\x8b"
_NEXT_MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]", re.DOTALL)
_MOST_DICTIONARY = 1 << 28
"""Largest window, in bytes, that a compressed member may ask for."""
FAULTS = (zlib.error, lzma.LZMAError, EOFError, ValueError, OSError)
"""What the decompressors raise on bytes that are not theirs."""


class Damaged(Exception):
    """Compressed bytes that do not unpack, or not to what their checksum says."""


class Decompressor(Protocol):
    """What `bz2` and `lzma` offer, and `Inflate` for zlib."""

    @property
    def eof(self) -> bool:
        """Whether the end of the compressed stream was reached."""

    @property
    def needs_input(self) -> bool:
        """Whether nothing more comes without more compressed bytes."""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Up to `max_length` unpacked bytes."""


class Inflate:
    """zlib's decompressor with the face of the others."""

    def __init__(self, wbits: int) -> None:
        self._inner = zlib.decompressobj(wbits)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        """Whether the end of the compressed stream was reached."""
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        """What came after the end of the compressed stream."""
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Up to `max_length` unpacked bytes. Raises zlib.error."""
        found = self._inner.decompress(self._inner.unconsumed_tail + data, max_length)
        self.needs_input = not self._inner.unconsumed_tail and len(found) < max_length
        return found


class Stored:
    """What was not compressed, with the face of a decompressor."""

    eof = False
    needs_input = True

    def decompress(self, data: bytes, _max_length: int) -> bytes:
        """The data."""
        return data


def zip_lzma(header: bytes) -> Decompressor:
    """The decompressor that the nine bytes before an LZMA member of a zip describe.

    Raises:
        ValueError: they describe none.
    """
    if len(header) < 9 or header[2:4] != b"\x05\x00":
        raise ValueError("no LZMA properties")
    properties, dictionary = struct.unpack("<BI", header[4:9])
    if dictionary > _MOST_DICTIONARY:
        raise ValueError("an LZMA window that is too large")
    rest, literal_context = divmod(properties, 9)
    position, literal_position = divmod(rest, 5)
    filters = {
        "id": lzma.FILTER_LZMA1,
        "lc": literal_context,
        "lp": literal_position,
        "pb": position,
        "dict_size": max(dictionary, 4096),
    }
    return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[filters])


def bzip2() -> Decompressor:
    """The decompressor of bzip2."""
    return bz2.BZ2Decompressor()


def pull(decompressor: Decompressor, feed: Callable[[], bytes], size: int) -> bytes:
    """The next unpacked bytes, at most `size`; none where the compressed stream has ended.

    Raises:
        EOFError: `feed` has ended before it.
    """
    while not decompressor.eof:
        data = b""
        if decompressor.needs_input and not (data := feed()):
            raise EOFError
        found = decompressor.decompress(data, size)
        if found:
            return found
    return b""


class Gunzip:
    """The unpacked bytes of gzip members one after another; a read never spans two of them."""

    def __init__(self, source: ByteSource) -> None:
        self._source = source
        self._member: Inflate | None = None
        self._waiting = b""
        """Bytes read and not handed to a member."""
        self._fed = b""
        """Bytes handed to the member last."""
        self._feeds = 0
        """How often the member was handed any."""
        self.packed = 0
        """Bytes read so far."""
        self.cut = False
        """Whether the source ended inside of a member."""
        self.junk = False
        """Whether something that is no gzip followed the last member."""
        self.began = False
        """Whether the last bytes returned are the first of a member."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most `size`; none at the end or where the source is cut off.

        Raises:
            Damaged: a member does not unpack; `resume` goes on behind it.
        """
        self.began = False
        while True:
            if self._member is None:
                if not self._next_member():
                    return b""
                self.began = True
            assert self._member is not None
            try:
                found = pull(self._member, self._feed, size)
            except EOFError:
                self.cut = True
                self._member = None
                return b""
            except zlib.error as error:
                raise Damaged(str(error).rpartition(": ")[2]) from error
            if found:
                return found
            self._waiting, self._member = self._member.unused_data, None

    def resume(self) -> bool:
        """Go on with the next member after damage; whether there may be one."""
        # The first bytes handed to a member begin with its own magic.
        data = (self._fed[1:] if self._feeds == 1 else self._fed) + self._waiting
        self._member, self._fed, self._waiting = None, b"", b""
        while True:
            match = _NEXT_MEMBER.search(data)
            if match:
                self._waiting = data[match.start() :]
                return True
            more = self._raw()
            if not more:
                return False
            data = data[-3:] + more

    def _next_member(self) -> bool:
        while True:
            self._waiting = self._waiting.lstrip(b"\0")  # padding of tapes and blocks
            if len(self._waiting) >= 2:
                break
            more = self._raw()
            if not more:
                break
            self._waiting += more
        if self._waiting[:2] != GZIP_MAGIC:
            self.junk = self.junk or bool(self._waiting)
            self._waiting = b""
            return False
        self._member, self._feeds = Inflate(31), 0
        return True

    def _feed(self) -> bytes:
        self._fed, self._waiting = self._waiting or self._raw(), b""
        self._feeds += 1
        return self._fed

    def _raw(self) -> bytes:
        data = self._source.read(CHUNK)
        self.packed += len(data)
        return data

    def close(self) -> None:
        """Close the source."""
        close = getattr(self._source, "close", None)
        if close is not None:
            close()


class Members(Protocol):
    """Bytes that may come in packed members: `Gunzip`, or `Plain`."""

    began: bool
    cut: bool

    def read(self, size: int, /) -> bytes:
        """The next bytes. Raises Damaged."""

    def resume(self) -> bool:
        """Go on behind the damage; whether there is more."""


class Plain:
    """Bytes that are not compressed."""

    began = False
    cut = False

    def __init__(self, source: ByteSource) -> None:
        self._source = source

    def read(self, size: int, /) -> bytes:
        """The next bytes."""
        return self._source.read(size)

    def resume(self) -> bool:
        """There is no damage that would be known."""
        return False
