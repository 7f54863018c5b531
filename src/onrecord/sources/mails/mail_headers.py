"""The header of a mail or of one of its parts: fields, encoded words, senders, dates.

The standard library's parser calls itself for every nested part and fails on a thousand;
what is here reads any bytes, looks at a bounded number of fields and never raises.
"""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import unquote_to_bytes

from onrecord.text.decoding import decode
from onrecord.text.encoding_labels import known_encoding

_FIELD = re.compile(
    rb"(?P<name>[!-9;-~]{1,200})[ \t]*:(?P<value>[^\n]*(?:\n[ \t]+[^\s][^\n]*)*)(?:\n|\Z)"
)
_BEFORE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:>?From [^\n]*\n)?")
"""What may stand before the first field: a mark, white space, the line of a mailbox."""
_BLANK = re.compile(rb"[ \t]*(?:\r?\n|\Z)")
_HEADER_END = re.compile(rb"\n[ \t]*\r?\n")
_MOST_FIELDS = 1_000
_VALUE_BYTES = 16_384
_ENCODED = re.compile(
    r"=\?(?P<charset>[^?*\s]{1,40})(?:\*[^?\s]{0,40})?\?(?P<how>[bBqQ])\?(?P<data>[^?]*)\?="
)
_PARAMETER = re.compile(r';\s*(?P<name>[^\s=;"]{1,100})\s*=\s*(?P<value>"(?:[^"\\]|\\.)*"?|[^;]*)')
_PIECE = re.compile(r"(?P<name>.+?)(?:\*(?P<number>\d{1,4}))?(?P<encoded>\*)?")
_ADDRESS = re.compile(r"[^\s<>@\"(),;:]+@[^\s<>@\"(),;:]+")


@dataclass(frozen=True, slots=True)
class Headers:
    """The fields of one header, in order, names in lower case, values as they stand."""

    fields: tuple[tuple[str, bytes], ...] = ()

    def __contains__(self, name: str) -> bool:
        return any(field == name for field, _ in self.fields)

    def text(self, name: str) -> str:
        """The first field of this name as words on one line; empty where there is none."""
        value = next((value for field, value in self.fields if field == name), b"")
        return " ".join(decode_words(value).split())

    def parameters(self, name: str) -> tuple[str, dict[str, str]]:
        """The value of a field in lower case and its parameters (RFC 2045, 2231)."""
        value = " ".join(_characters(self._raw(name)).split())
        main = value.partition(";")[0].strip().lower()
        return main, _parameters(value)

    def date(self, name: str = "date") -> datetime | None:
        """The first field of this name as a date; None where it is none of our time."""
        return read_date(self.text(name))

    def _raw(self, name: str) -> bytes:
        return next((value for field, value in self.fields if field == name), b"")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who a mail is from; empty where it does not say."""

    name: str = ""
    address: str = ""


def read_headers(data: bytes, start: int, end: int, *, top: bool = False) -> tuple[Headers, int]:
    """The header at `start`, and where the body begins: after the first line that is no field.

    `top`: a whole mail, before whose header other lines may stand.
    """
    if top and (before := _BEFORE.match(data, start, end)) is not None:
        start = before.end()
    fields: list[tuple[str, bytes]] = []
    while (match := _FIELD.match(data, start, end)) is not None:
        start = match.end()
        value = data[
            match.start("value") : min(match.end("value"), match.start("value") + _VALUE_BYTES)
        ]
        fields.append((match["name"].decode("ascii").lower(), value))
        if len(fields) >= _MOST_FIELDS:
            rest = _HEADER_END.search(data, start - 1, end)
            return Headers(tuple(fields)), rest.end() if rest else end
    blank = _BLANK.match(data, start, end)
    return Headers(tuple(fields)), blank.end() if blank else start


def read_date(value: str) -> datetime | None:
    """A date as mails write it (RFC 5322); None where it is none, or none of our time."""
    try:
        found = parsedate_to_datetime(value[:200])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if 1980 <= found.year <= 2100 else None


def decode_words(value: bytes) -> str:
    """The text of a field: encoded words (RFC 2047) and bytes of any encoding."""
    text = _characters(value)
    if "=?" not in text:
        return text
    parts: list[str] = []
    held, encoding, last = b"", "", 0
    for match in _ENCODED.finditer(text):
        between = text[last : match.start()]
        # white space between two encoded words is none, and a letter may be cut by it
        if between.strip() or not held or match["charset"].lower() != encoding:
            parts += (_in(held, encoding), "" if held and not between.strip() else between)
            held, encoding = b"", match["charset"].lower()
        held += _word_bytes(match["how"], match["data"])
        last = match.end()
    return "".join((*parts, _in(held, encoding), text[last:]))


def read_sender(value: str) -> Sender:
    """The name and the address of a `From` field that is decoded already."""
    value = value[:1_000]
    found = _ADDRESS.search(value)
    address = found[0].lower() if found else ""
    name = value[: found.start()] if found else value
    if found and not name.strip(" <\"'"):
        name = value[found.end() :].strip(" >()")
    return Sender(" ".join(name.replace('\\"', '"').strip(" <\"'([").split()), address)


def _characters(value: bytes) -> str:
    return value.decode("ascii") if value.isascii() else decode(value).text


def _in(data: bytes, charset: str) -> str:
    """Bytes in a charset that may be unknown or a lie."""
    encoding = known_encoding(charset)
    if encoding is not None:
        try:
            return data.decode(encoding)
        except UnicodeError:
            pass
    return decode(data).text


def _word_bytes(how: str, data: str) -> bytes:
    if how in "qQ":
        return binascii.a2b_qp(data.encode("utf-8"), header=True)
    return decode_base64(data.encode("utf-8"))


_NOT_BASE64 = bytes(
    n
    for n in range(256)
    if n not in b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
)


def decode_base64(data: bytes) -> bytes:
    """The bytes that base64 stands for, as far as it goes; what is no base64 is passed over."""
    data = data.partition(b"=")[0].translate(None, _NOT_BASE64)
    data = data[:-1] if len(data) % 4 == 1 else data
    return binascii.a2b_base64(data + b"=" * (-len(data) % 4))


def _parameters(value: str) -> dict[str, str]:
    """Parameters by name in lower case; pieces and percent signs of RFC 2231 put together."""
    pieces: dict[str, list[tuple[int, str, bool]]] = {}
    for match in _PARAMETER.finditer(value):
        said = match["value"].strip()
        if said.startswith('"'):
            said = re.sub(r"\\(.)", r"\1", said[1:].removesuffix('"'))
        piece = _PIECE.fullmatch(match["name"].lower())
        if piece is not None:
            number = int(piece["number"] or 0)
            pieces.setdefault(piece["name"], []).append((number, said, bool(piece["encoded"])))
    return {name: _put_together(found) for name, found in pieces.items()}


def _put_together(pieces: list[tuple[int, str, bool]]) -> str:
    ordered = sorted(pieces, key=lambda piece: piece[0])
    if not any(encoded for _, _, encoded in ordered):
        return decode_words("".join(said for _, said, _ in ordered).encode())
    # what is spelled twice, plainly and encoded, counts as encoded
    if len({number for number, _, _ in ordered}) < len(ordered):
        ordered = [piece for piece in ordered if piece[2]]
    charset, data = "", b""
    for n, (_, said, encoded) in enumerate(ordered):
        words = said
        if encoded and n == 0 and said.count("'") >= 2:
            charset, _, words = said.split("'", 2)
        data += unquote_to_bytes(words) if encoded else words.encode()
    return _in(data, charset)
