"""A file held whole: is there anything in it, and in which encoding does the user say it is."""

from __future__ import annotations

import codecs

from onrecord.errors import EmptyInput
from onrecord.sources.items import Item
from onrecord.text.decoding import wide_encoding
from onrecord.text.encoding_labels import known_encoding
from onrecord.values.pages import Remark, Severity


def refuse_empty(item: Item, data: bytes) -> None:
    """Raises EmptyInput where there is nothing but white space and a byte order mark."""
    wide = wide_encoding(data)
    text = data.decode(wide or "utf-8", "replace").lstrip("\ufeff")
    if not text.strip():
        raise EmptyInput(f"{item.shown} is empty")


def recoded(item: Item, data: bytes, encoding: str | None) -> tuple[bytes, list[Remark]]:
    """The bytes as UTF-8 where the user named an encoding and no byte order mark denies it.

    Bytes that do not fit the named encoding stay as they are, and the remark says so.
    """
    marked = data.startswith(codecs.BOM_UTF8) or wide_encoding(data[:4]) is not None
    if encoding is None or marked or data.isascii():
        return data, []
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        message = f"{item.shown} is not in {encoding}; its encoding was found from its bytes"
        return data, [_note(item, "encoding-refused", message)]
    message = f"{item.shown} is kept as UTF-8, read from {encoding} as asked"
    return text.encode("utf-8"), [_note(item, "encoding-given", message)]


def as_stated(data: bytes, charset: str) -> bytes:
    """The bytes of a page as UTF-8 with a mark, where the encoding that its container or server
    states is needed to read them; as they are where they say it themselves or do not fit it."""
    encoding = known_encoding(charset)
    if encoding is None or data.isascii() or wide_encoding(data[:4]) is not None:
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return data
    try:
        return codecs.BOM_UTF8 + data.decode(encoding).encode("utf-8")
    except UnicodeError:
        return data


def _note(item: Item, reason: str, message: str) -> Remark:
    return Remark(name=item.shown, severity=Severity.NOTE, reason=reason, message=message)
