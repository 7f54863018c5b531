"""An answer's body, unpacked while it comes, never larger than it may be."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from onrecord.errors import BrokenInput, TooLarge
from onrecord.sources.web.fetch_trouble import Trouble

ENCODINGS = "gzip, deflate"
"""Compressions that servers are told they may use; for these alone the size after unpacking can
be bounded with what Python brings."""

_STEP = 1_000_000
_MOST_PARTS = 1_000
"""Compressed parts, one after another, that one answer may have; honest ones have one."""


def read_body(
    chunks: Iterable[bytes], *, encoding: str, length: int | None, limit: int, cut: bool = False
) -> bytes:
    """The body of an answer, unpacked.

    Args:
        chunks: the body as it comes.
        encoding: the header `Content-Encoding`, empty without one.
        length: the header `Content-Length`; None without one.
        limit: most bytes, before unpacking and after it.
        cut: whether to end quietly at the limit.

    Raises:
        Trouble: over the limit, in another compression, broken, or cut off.
    """
    if length is not None and length > limit and not cut:
        raise _too_large(f"{length:,} bytes", limit)
    data = bytearray()
    for part in _unpacked(_bounded(chunks, limit, cut=cut), encoding):
        data += part
        if len(data) > limit:
            if cut:
                break
            raise _too_large(f"more than {limit:,} bytes", limit)
    return bytes(data[:limit])


def _bounded(chunks: Iterable[bytes], limit: int, *, cut: bool) -> Iterator[bytes]:
    came = 0
    for chunk in chunks:
        came += len(chunk)
        yield chunk
        if came > limit:
            if cut:
                return
            raise _too_large(f"more than {limit:,} bytes", limit)


def _unpacked(chunks: Iterable[bytes], encoding: str) -> Iterable[bytes]:
    names = [name.strip().lower() for name in encoding.split(",")]
    names = [name.removeprefix("x-") for name in names if name not in ("", "identity")]
    if not names:
        return chunks
    if names == ["gzip"]:
        return _inflated(chunks, 16 + zlib.MAX_WBITS)
    if names == ["deflate"]:
        return _inflated(chunks, None)
    text = f"it came compressed as {', '.join(names)}, which was not asked for and is not read"
    raise Trouble(BrokenInput, text)


def _inflated(chunks: Iterable[bytes], bits: int | None) -> Iterator[bytes]:
    """Unpacked in steps of bounded size; a gzip file may hold several, one after another."""
    unpacker, parts = None, 0
    for chunk in chunks:
        packed = chunk
        while packed:
            if unpacker is None:
                # `deflate` came to mean two things: with zlib's own first bytes and without.
                raw = bits is None and packed[0] & 0x0F != 8
                unpacker = zlib.decompressobj(bits or (-zlib.MAX_WBITS if raw else zlib.MAX_WBITS))
            elif unpacker.eof:
                if bits is None or packed[0] != 0x1F:
                    return  # padding
                unpacker, parts = zlib.decompressobj(bits), parts + 1
                if parts > _MOST_PARTS:
                    raise Trouble(BrokenInput, "its compression has more parts than is sane")
            try:
                part = unpacker.decompress(packed, _STEP)
            except zlib.error as error:
                raise Trouble(BrokenInput, "its compression is damaged") from error
            yield part
            packed = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    yield from _flushed(unpacker)


def _flushed(unpacker: zlib._Decompress | None) -> Iterator[bytes]:
    if unpacker is None or unpacker.eof:
        return
    while part := unpacker.decompress(unpacker.unconsumed_tail, _STEP):
        yield part
    if not unpacker.eof:
        raise Trouble(BrokenInput, "the answer was cut off; run the same command again")


def _too_large(there: str, limit: int) -> Trouble:
    text = f"it has {there}; the limit for one address is {limit:,} "
    text += "(raise it with ONRECORD_LIMIT_ITEM_BYTES, or download it and add the file)"
    return Trouble(TooLarge, text)
