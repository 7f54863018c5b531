"""The control words of RTF that matter to its text; all others only say how it looks."""

from __future__ import annotations

import re

TOKEN = re.compile(
    rb"(?P<units>(?:\\u-?[0-9]{1,5} ?(?:\?|\\'[0-9a-fA-F]{2})){1,16})"
    rb"|\\(?P<word>[a-zA-Z]+)(?P<number>-?[0-9]{1,10})?[0-9]*\x20?"
    rb"|(?P<hex>(?:\\'[0-9a-fA-F]{2})+)"
    rb"|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n]+)"
    rb"|(?P<blank>[\r\n]+|\\)",
    re.DOTALL,
)
"""One token; no byte begins none."""

LETTERS = {
    "tab": "\t", "line": "\n", "softline": "\n", "lbr": "\n", "emdash": "—", "endash": "–",
    "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "bullet": "•", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "zwj": "\u200d", "zwnj": "\u200c",
    "ltrmark": "\u200e", "rtlmark": "\u200f", "column": "\n",
}  # fmt: skip
SYMBOLS = {b"~": "\u00a0", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\"}
PASSED = frozenset(
    (
        *("fonttbl", "colortbl", "stylesheet", "info", "filetbl", "listtable", "revtbl", "rsidtbl"),
        *("listoverridetable", "generator", "themedata", "colorschememapping", "datastore"),
        *("latentstyles", "pict", "nonshppict", "objdata", "objclass", "objname", "sp", "shprslt"),
        *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "xe", "tc", "rxe", "txe"),
        *("bkmkstart", "bkmkend", "atnid", "atnauthor", "atndate", "atnref", "atrfstart"),
        *("atrfend", "annotation", "listtext", "pntext", "nonesttables", "formfield", "datafield"),
        *("fldinst", "pn", "pnseclvl", "template", "operator", "xmlnstbl", "userprops", "docvar"),
        *("background", "falt", "panose", "mmathPr", "pgptbl", "wgrffmtfilter"),
    )
)
"""Groups without words of the text."""
STARRED = frozenset({"shpinst", "do", "footnote", "ud", "shptxt", "dptxbxtext", "shpgrp"})
"""Groups marked as ignorable that hold words of the text."""
MARGINS = frozenset(
    ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
)
BOXES = frozenset({"shptxt", "dptxbxtext"})


def letter_of(number: int) -> str:
    """The character of a `\\uN`, half of a pair at times; empty where there is none."""
    code = number + 0x10000 if number < 0 else number
    return chr(code) if 0 < code <= 0x10FFFF else ""
