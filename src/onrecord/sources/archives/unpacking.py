"""Unpacking with a budget: what one input unpacks to is counted, all archives in it together."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Buffer, Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, Protocol

from onrecord.errors import TooLarge
from onrecord.settings import Limits

CHUNK = 65_536
_MOST_RATIO = 1_000
"""Bytes out of one byte in. Texts reach 4, tables of repeated words 100, bombs all they can."""
_SUSPECT_BYTES = 100_000_000
"""Below this much a ratio says nothing: it is read in a second."""
_IN_MEMORY = 4_000_000


class Unpacking:
    """What one input from outside has unpacked so far, with all archives that lie in it."""

    def __init__(self, limits: Limits, packed: int | None = None) -> None:
        self._limits = limits
        self.packed = packed
        """Size of the input from outside in bytes; None as long as nobody knows it."""
        self.bytes = 0
        self._members = 0
        self.stopped = False
        """Whether a limit was reached; nothing more is unpacked then."""

    def take(self, count: int, shown: str) -> None:
        """Count bytes that came out of something packed.

        Raises:
            TooLarge: over `archive_bytes`, or more than packed texts ever hold.
        """
        self.bytes += count
        limit = self._limits.archive_bytes
        if self.bytes > limit:
            self.stopped = True
            raise TooLarge(
                f"{shown}: the archive that holds it unpacks to more than {limit:,} bytes "
                "(raise the limit with ONRECORD_LIMIT_ARCHIVE_BYTES)"
            )
        if self.packed is not None and _is_bomb(self.bytes, self.packed):
            self.stopped = True
            raise _bomb(f"{shown}: the archive that holds it", self.packed)

    def enter(self, shown: str) -> None:
        """Count a member before it is read.

        Raises:
            TooLarge: over `container_items`.
        """
        self._members += 1
        limit = self._limits.container_items
        if self._members > limit:
            self.stopped = True
            raise TooLarge(
                f"{shown}: the archive that holds it has more than {limit:,} members "
                "(raise the limit with ONRECORD_LIMIT_CONTAINER_ITEMS)"
            )


class ByteSource(Protocol):
    """Where bytes come from."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most `size`; none only at the end."""


class _Counted(io.RawIOBase):
    """Unpacked bytes, counted while they are read."""

    def __init__(
        self, source: ByteSource, shown: str, unpacking: Unpacking, packed: Callable[[], int]
    ) -> None:
        self._source = source
        self._shown = shown
        self._unpacking = unpacking
        self._packed = packed
        self._taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer).cast("B")
        data = self._source.read(min(len(view), CHUNK))
        self._taken += len(data)
        self._unpacking.take(len(data), self._shown)
        if _is_bomb(self._taken, self._packed()):
            raise _bomb(self._shown, self._packed())
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        close = getattr(self._source, "close", None)
        if close is not None and not self.closed:
            close()
        super().close()


class SparingReader(io.BufferedReader):
    """A buffered stream that takes up memory for what is there, not for what is asked for."""

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes, `size` or to the end."""
        if size is not None and 0 <= size <= 16 * CHUNK:
            return super().read(size)
        left = size if size is not None and size >= 0 else None
        found = io.BytesIO()
        while left is None or left > 0:
            data = super().read(CHUNK if left is None else min(CHUNK, left))
            if not data:
                break
            found.write(data)
            left = None if left is None else left - len(data)
        return found.getvalue()


def counted(
    source: ByteSource, *, shown: str, unpacking: Unpacking, packed: Callable[[], int]
) -> BinaryIO:
    """A stream of unpacked bytes that raises TooLarge where they are too many.

    `packed` says out of how many bytes they came so far.
    """
    return SparingReader(_Counted(source, shown, unpacking, packed), CHUNK)


@contextmanager
def seekable(stream: BinaryIO, *, shown: str, limits: Limits) -> Iterator[BinaryIO]:
    """The bytes of a stream in a nameless file of their own, which is gone afterwards.

    Raises:
        TooLarge: more than `container_bytes`.
    """
    with stream, tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
        limit = limits.container_bytes
        copied = 0
        while copied <= limit and (data := stream.read(CHUNK)):
            copied += spool.write(data)
        if copied > limit:
            raise TooLarge(
                f"{shown} has more than {limit:,} bytes, the limit "
                "(raise it with ONRECORD_LIMIT_CONTAINER_BYTES)"
            )
        spool.seek(0)
        yield spool  # type: ignore[misc]


def too_deep(shown: str, limits: Limits) -> TooLarge:
    """The error for an archive that lies in so many others that it is not opened."""
    return TooLarge(
        f"{shown} lies too deep in other archives: more than {limits.archive_depth} around an "
        "article are not read (raise the limit with ONRECORD_LIMIT_ARCHIVE_DEPTH)"
    )


def _is_bomb(unpacked: int, packed: int) -> bool:
    return unpacked > _SUSPECT_BYTES and unpacked > _MOST_RATIO * packed


def _bomb(shown: str, packed: int) -> TooLarge:
    return TooLarge(
        f"{shown} unpacks to more than {_MOST_RATIO:,} times its size ({packed:,} bytes packed), "
        "as a bomb does and no article; unpack it yourself if you trust it, and add what comes out"
    )
