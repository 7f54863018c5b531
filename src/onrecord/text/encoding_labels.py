"""Names of encodings as pages, mails and servers write them, read as browsers do."""

from __future__ import annotations

import codecs

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


def known_encoding(label: str | None) -> str | None:
    """Python's name of the encoding that a label means; None where it means none."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
        b"a".decode(name, "ignore")  # fails for codecs that make no text, such as base64
    except (LookupError, ValueError):
        return None
    return None if name in _NO_PAGES else _AS_BROWSERS_DO.get(name, name)
