"""The characters of a page: byte order mark, then what was said, then a guess.

The order is that of browsers. A page that says it is in a one-byte encoding and is in
valid UTF-8 nevertheless is read as UTF-8: bytes above 127 form UTF-8 by accident only
in texts of a few characters.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from onrecord.text.decoding import decode

_SEARCHED = 4096  # bytes in which a declaration is looked for; browsers look at 1024
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)"""
    rb"""|^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9_.:-]+)""",
    re.IGNORECASE,
)
# What browsers read under these labels (WHATWG Encoding): always the larger relative.
_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}

# Python knows them, but no page is written in them.
_NO_PAGES = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape", "utf-7"})


@dataclass(frozen=True, slots=True)
class DecodedPage:
    """The characters of a page and what had to be done to get them."""

    text: str
    notes: tuple[str, ...] = ()
    """`undecodable-bytes: N`, `encoding-guessed: NAME`, `encoding-misdeclared: NAME`."""


def decode_page(data: bytes, encoding: str | None = None) -> DecodedPage:
    """The characters of `data`; undecodable bytes become U+FFFD and are counted in a note.

    `encoding` is what was said from outside, as in an HTTP header; a byte order mark
    is stronger, the declaration inside the page weaker. No byte makes this fail.
    """
    name = _known(encoding) or _declared(data)
    if name is None or name == "utf-8" or _is_utf8(data):
        decoded = decode(data)
    else:
        decoded = decode(data, name)
    notes = []
    if decoded.guessed:
        notes.append(f"encoding-guessed: {decoded.encoding}")
    elif name not in (None, "utf-8") and decoded.encoding == "utf-8" and not data.isascii():
        notes.append(f"encoding-misdeclared: {name}")
    if decoded.undecodable:
        notes.append(f"undecodable-bytes: {decoded.undecodable}")
    return DecodedPage(decoded.text, tuple(notes))


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_SEARCHED])
    name = _known((found[1] or found[2]).decode("ascii")) if found else None
    # a declaration that can be read as ASCII does not stand in UTF-16, whatever it says
    return "utf-8" if name and name.startswith(("utf-16", "utf-32")) else name


def _known(label: str | None) -> str | None:
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
        b"a".decode(name, "ignore")  # fails for codecs that make no text, such as base64
    except (LookupError, ValueError):
        return None
    return None if name in _NO_PAGES else _AS_BROWSERS_DO.get(name, name)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
