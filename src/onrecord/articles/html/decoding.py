"""The characters of a page: byte order mark, then what was said, then a guess.

The order is that of browsers. A page that says it is in a one-byte encoding and is in
valid UTF-8 nevertheless is read as UTF-8: bytes above 127 form UTF-8 by accident only
in texts of a few characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.text.decoding import decode
from onrecord.text.encoding_labels import known_encoding

_SEARCHED = 4096  # bytes in which a declaration is looked for; browsers look at 1024
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)"""
    rb"""|^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9_.:-]+)""",
    re.IGNORECASE,
)


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
    name = known_encoding(encoding) or _declared(data)
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
    name = known_encoding((found[1] or found[2]).decode("ascii")) if found else None
    # a declaration that can be read as ASCII does not stand in UTF-16, whatever it says
    return "utf-8" if name and name.startswith(("utf-16", "utf-32")) else name


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
