"""From bytes to text: nothing raised, nothing dropped but a byte order mark, every guess said.

The order, from certain to guessed: a byte order mark; strict UTF-8; UTF-16 by its
zero bytes; UTF-8 with stray Windows-1252 bytes; a legacy encoding by its letters;
U+FFFD for what is left.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

SAMPLE_BYTES = 65_536
"""How much is looked at where a part must stand for the whole."""
MIXED = "utf-8+cp1252"
"""Name of the encoding of UTF-8 text with stray Windows-1252 bytes in it."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NEARLY = 2 / 3
"""Share of non-ASCII sequences that must be valid for bytes to count as nearly UTF-8."""
_NON_ASCII = re.compile(
    rb"(?P<valid>[\xC2-\xDF][\x80-\xBF]"
    rb"|\xE0[\xA0-\xBF][\x80-\xBF]|\xED[\x80-\x9F][\x80-\xBF]"
    rb"|[\xE1-\xEC\xEE\xEF][\x80-\xBF]{2}"
    rb"|\xF0[\x90-\xBF][\x80-\xBF]{2}|[\xF1-\xF3][\x80-\xBF]{3}|\xF4[\x80-\x8F][\x80-\xBF]{2})"
    rb"|(?P<cut>[\xE0-\xF4][\x80-\xBF]{1,2}\Z)"
    rb"|[\x80-\xFF]"
)
_CONTROLS = bytes([*range(9), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_ASIDE_LINE_ENDS = bytes(b for b in range(0x20) if b not in b"\n\r")
_LEGACY = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "koi8_r", "koi8_u", "cp866", "mac_roman"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949", "cp874"),
)
"""Encodings in which the press has been written; machine code pages are never guessed."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, and how it was come by."""

    text: str
    """Code points: byte order mark dropped, CRLF as LF, nothing else changed."""
    encoding: str
    guessed: bool
    """Whether neither a byte order mark, strict UTF-8 nor the caller settled the encoding."""
    undecodable: int
    """How many U+FFFD stand for bytes that could not be decoded."""
    nuls: int
    """How many U+0000 are in the text."""


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of `data`; never raises on any bytes.

    `encoding` is what someone says it is; only a byte order mark is believed before it.

    Raises:
        LookupError: `encoding` is no encoding that Python knows.
    """
    marked, mark = _byte_order_mark(data)
    body = data[mark:]
    if marked is not None and marked != "utf-8":
        return _finish(*_replaced(body, marked), marked, guessed=False)
    if encoding is not None and marked is None:
        return _finish(*_replaced(body, encoding), codecs.lookup(encoding).name, guessed=False)
    wide = _wide_by_zero_bytes(body) if marked is None else None
    if wide is not None:
        return _finish(*_replaced(body, wide), wide, guessed=True)
    try:
        return _finish(body.decode("utf-8"), 0, "utf-8", guessed=False)
    except UnicodeDecodeError:
        return _guess(body, marked is not None)


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 in its byte order, by byte order mark or zero bytes; None for others."""
    marked, _ = _byte_order_mark(data)
    if marked is not None:
        return None if marked == "utf-8" else marked
    return _wide_by_zero_bytes(data)


def looks_like_text(data: bytes) -> bool:
    """Whether the bytes may be somebody's words: few control characters, in any encoding."""
    if not data:
        return True
    wide = wide_encoding(data)
    if wide is not None:
        sample = data[:SAMPLE_BYTES].decode(wide, "replace")
        return _strange_share(sample.lstrip("\ufeff")) <= 0.05
    half = SAMPLE_BYTES // 2
    sample_bytes = data if len(data) <= SAMPLE_BYTES else data[:half] + data[-half:]
    controls = len(sample_bytes) - len(sample_bytes.translate(None, _CONTROLS))
    # A few strays are forgiven in a short text, more of them where the rest is sound UTF-8.
    share, few = (0.05, 3) if _is_utf8_so_far(data[:SAMPLE_BYTES]) else (0.02, 1)
    return controls <= max(share * len(sample_bytes), min(few, len(sample_bytes) // 2))


def decode_mixed(data: bytes) -> tuple[str, int, int, int]:
    """UTF-8 with Windows-1252 for stray bytes: text, valid sequences, stray ones, U+FFFD."""
    counts = {"valid": 0, "stray": 0, "lost": 0}

    def mend(match: re.Match[bytes]) -> bytes:
        if match["valid"]:
            counts["valid"] += 1
            return match[0]
        counts["stray"] += 1
        # A sequence cut off by the end of the data is no Windows-1252 word.
        letter = "\ufffd" if match["cut"] else match[0].decode("cp1252", "replace")
        counts["lost"] += letter == "\ufffd"
        return letter.encode()

    text = _NON_ASCII.sub(mend, data).decode("utf-8")
    return text, counts["valid"], counts["stray"], counts["lost"]


def _byte_order_mark(data: bytes) -> tuple[str | None, int]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            if encoding == "utf-32-le" and len(data) % 4:
                continue  # UTF-16 whose first character is U+0000
            return encoding, len(mark)
    return None, 0


def _wide_by_zero_bytes(data: bytes) -> str | None:
    """UTF-16 without a mark: zero bytes on one side of the pairs only, and many odd bytes."""
    sample = data[: min(len(data), SAMPLE_BYTES) // 2 * 2]
    left, right = sample[0::2].count(0), sample[1::2].count(0)
    if len(sample) < 8 or (left > 0) == (right > 0):
        return None
    odd_bytes = len(sample) - len(sample.translate(None, _ASIDE_LINE_ENDS))
    # Latin letters leave half of the bytes zero, other alphabets one small number in
    # every pair; ideographs show only in the bytes that are not UTF-8.
    enough = 0.05 if not _is_utf8_so_far(sample) else 0.3
    if odd_bytes < enough * len(sample):
        return None
    encoding = "utf-16-be" if left else "utf-16-le"
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return None
    return encoding if _strange_share(text[:4_000]) <= 0.01 else None


def _strange_share(text: str) -> float:
    """Share of characters that no writer types: controls, unassigned, private, U+FFFD."""
    strange = sum(
        1
        for letter in text
        if letter == "\ufffd"
        or (unicodedata.category(letter) in {"Cc", "Cn", "Co", "Cs"} and letter not in "\t\n\r\f")
    )
    return strange / max(1, len(text))


def _is_utf8_so_far(data: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _replaced(data: bytes, encoding: str) -> tuple[str, int]:
    """The text with U+FFFD for what does not decode, and how many of those there are."""
    try:
        return data.decode(encoding), 0
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return text, text.count("\ufffd") - data.decode(encoding, "ignore").count("\ufffd")


def _guess(data: bytes, marked: bool) -> Decoded:
    text, valid, stray, lost = decode_mixed(data)
    if marked or valid >= _NEARLY * (valid + stray):
        return _finish(text, lost, MIXED, guessed=True)
    encoding = _legacy_encoding(data)
    if encoding is not None:
        return _finish(*_replaced(data, encoding), encoding, guessed=True)
    return _finish(*_replaced(data, "utf-8"), "utf-8", guessed=True)


def _legacy_encoding(data: bytes) -> str | None:
    first = _NON_ASCII.search(data)
    start = max(0, (first.start() if first else 0) - SAMPLE_BYTES // 4)
    sample = data[start : start + SAMPLE_BYTES]
    if _plausibly_western(sample.decode("cp1252", "replace")):
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, seldom needed

    best = from_bytes(sample, cp_isolation=list(_LEGACY)).best()
    return None if best is None else best.encoding


def _plausibly_western(text: str) -> bool:
    """Whether the Windows-1252 reading has its accents and marks where Western texts have them.

    Other alphabets read this way are all accents; Central European and Macintosh texts
    put capitals and signs inside words.
    """
    letters = sum(letter.isalpha() for letter in text)
    accented = sum(letter.isalpha() and not letter.isascii() for letter in text)
    if accented > 0.35 * letters and accented > 2:
        return False
    foreign = sum(not letter.isascii() for letter in text)
    amiss = text.count("\ufffd") + len(_AMISS.findall(text))
    return amiss <= 0.05 * foreign


_AMISS = re.compile(
    # capitals, then signs, inside words
    "(?<=[a-z])[\u00c0-\u00d6\u00d8-\u00de\u0152\u0160\u017d\u0178](?=[a-z])"
    "|(?<=[A-Za-z])[\u00a1-\u00ac\u00ae-\u00b6\u00b8-\u00bf\u00d7\u00f7](?=[A-Za-z])"
    "|(?<=[A-Za-z])[\u2020-\u2021\u2030\u2039\u02c6\u02dc](?=[A-Za-z])"
    "|[\x80-\x9f]"
)


def _finish(text: str, undecodable: int, encoding: str, *, guessed: bool) -> Decoded:
    text = text.replace("\r\n", "\n")
    return Decoded(text, encoding, guessed, undecodable, text.count("\0"))
