"""What a server answered, as web archives keep it: status, headers, the body behind encodings."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from onrecord.sources.archives.decompress import FAULTS, GZIP_MAGIC, Damaged, Gunzip, Inflate, pull
from onrecord.sources.archives.unpacking import CHUNK, ByteSource

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK_LINE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")
_CHARSET = re.compile(r"""\bcharset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_PLAIN = frozenset({"", "identity", "none", "utf-8", "utf8", "binary", "8bit", "7bit"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The head of an HTTP response."""

    status: int
    headers: Mapping[str, str]
    """Names in lower case; of a repeated one the first value."""
    body_at: int
    """Where the body begins, in bytes."""

    @property
    def media_type(self) -> str | None:
        """What the server says it is, without parameters."""
        return media_type_of(self.headers.get("content-type"))

    @property
    def charset(self) -> str | None:
        """The encoding that the server states."""
        return charset_of(self.headers.get("content-type"))


@dataclass(frozen=True, slots=True)
class Body:
    """A body without its encodings."""

    data: bytes
    """One byte more than was asked for where there is more."""
    cut: bool = False
    """Whether its end is missing or does not unpack."""


def read_answer(data: bytes) -> Answer | None:
    """The head of the response that `data` begins with; None where it is none."""
    status = _STATUS.match(data)
    end = _HEAD_END.search(data)
    if status is None or end is None:
        return None
    headers = read_headers(data[: end.start()].split(b"\n", 1)[-1])
    return Answer(status=int(status[1]), headers=headers, body_at=end.end())


def read_headers(data: bytes) -> dict[str, str]:
    """Header lines: names in lower case, folded lines joined, of a repeated one the first."""
    headers: dict[str, str] = {}
    name = ""
    for line in data.decode("utf-8", "replace").splitlines():
        if line[:1] in {" ", "\t"} and name:
            headers[name] += " " + line.strip()
            continue
        key, colon, value = line.partition(":")
        name = key.strip().lower() if colon else ""
        if name and name not in headers:
            headers[name] = value.strip()
        else:
            name = ""
    return headers


def media_type_of(content_type: str | None) -> str | None:
    """`text/html` out of `text/html; charset=...`, in lower case; None where none is stated."""
    return (content_type or "").partition(";")[0].strip().lower() or None


def charset_of(content_type: str | None) -> str | None:
    """The charset parameter of a content type."""
    found = _CHARSET.search(content_type or "")
    return found[1] if found else None


def read_body(answer: Answer, data: bytes, limit: int) -> Body:
    """The body of a response without chunks and compression, up to one byte over `limit`.

    Archives may keep it without either though the headers still speak of them.
    """
    body = Body(data)
    if "chunked" in answer.headers.get("transfer-encoding", "").lower():
        body = _without_chunks(data)
    encodings = answer.headers.get("content-encoding", "").lower().split(",")
    for encoding in reversed([name.strip() for name in encodings]):
        if encoding not in _PLAIN:
            unpacked = _unpacked(body.data, encoding, limit)
            body = Body(unpacked.data, cut=body.cut or unpacked.cut)
    return body


def _without_chunks(data: bytes) -> Body:
    found = io.BytesIO()
    place = 0
    while True:
        line = _CHUNK_LINE.match(data, place)
        if line is None:
            # Bytes that are no chunks at all were freed of them before.
            return Body(found.getvalue(), cut=True) if place else Body(data)
        size = int(line[1], 16)
        if size == 0:
            return Body(found.getvalue())
        end = line.end() + size
        if end < len(data) and data[end : end + 1] not in {b"\r", b"\n"}:
            return Body(found.getvalue(), cut=True) if place else Body(data)
        found.write(data[line.end() : end])
        if end >= len(data):
            return Body(found.getvalue(), cut=True)
        place = end + (2 if data[end : end + 2] == b"\r\n" else 1)


def _unpacked(data: bytes, encoding: str, limit: int) -> Body:
    if not data or data.lstrip()[:1] == b"<":
        return Body(data)  # unpacked before
    match encoding:
        case "gzip" | "x-gzip":
            return (
                _drained(Gunzip(io.BytesIO(data)), limit) if data[:2] == GZIP_MAGIC else Body(data)
            )
        case "deflate":
            wrapped = _drained(_Inflated(data, 15), limit)
            bare = _drained(_Inflated(data, -15), limit) if not wrapped.data else wrapped
            return bare if bare.data else Body(data)
        case "br" | "zstd":
            from fastwarc import stream_io  # noqa: PLC0415 - seldom needed

            reader: Callable[[io.BytesIO], ByteSource]
            reader = stream_io.BrotliReader if encoding == "br" else stream_io.ZstdReader
            return _drained(reader(io.BytesIO(data)), limit)
    return Body(data, cut=True)


class _Inflated:
    """Bytes compressed with deflate, with or without the header of zlib."""

    def __init__(self, data: bytes, wbits: int) -> None:
        self._inflate = Inflate(wbits)
        self._data = data

    def read(self, size: int, /) -> bytes:
        """The next bytes. Raises zlib.error, EOFError."""
        return pull(self._inflate, self._feed, size)

    def _feed(self) -> bytes:
        data, self._data = self._data, b""
        return data


def _drained(source: ByteSource, limit: int) -> Body:
    """What comes out of a decompressor, up to one byte over the limit."""
    found = io.BytesIO()
    cut = False
    try:
        while found.tell() <= limit:
            data = source.read(min(CHUNK, limit + 1 - found.tell()))
            if not data:
                break
            found.write(data)
    except (Damaged, *FAULTS):
        cut = True
    return Body(found.getvalue(), cut=cut or getattr(source, "cut", False))
