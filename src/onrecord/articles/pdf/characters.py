"""The characters of a PDF in plain form: ligatures dissolved, odd spaces and hyphens made plain."""

from __future__ import annotations

import unicodedata

HYPHEN = "-"
SOFT_HYPHEN = "\u00ad"

_PLAIN = {
    0x02: HYPHEN,  # pdfium's mark for a hyphen at the end of a line
    0xFFFE: HYPHEN,
    0x2010: HYPHEN,
    0x2011: HYPHEN,
    0xF0B7: "•",  # the bullets of the two symbol fonts that office programs use
    0xF0A7: "▪",
    0xF0D8: "•",
    0xF0FC: "•",
}
_UNSEEN = frozenset({0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF})


def plain_character(code: int) -> str:
    """The character as text; empty where it is no character (controls, marks of direction)."""
    if (plain := _PLAIN.get(code)) is not None:
        return plain
    if code < 0x7F:
        return chr(code) if code >= 0x20 else " " if code == 0x09 else ""
    if code in _UNSEEN or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return ""
    character = chr(code)
    if 0xFB00 <= code <= 0xFB06:
        return unicodedata.normalize("NFKC", character)
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    return "" if category in {"Cc", "Zl", "Zp"} else character


def is_private(character: str) -> bool:
    """Whether only the font knows what is meant: private use, or no character at all."""
    return unicodedata.category(character[:1] or " ") in {"Co", "Cn"} or character == "\ufffd"
