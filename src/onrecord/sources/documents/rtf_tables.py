"""The tables at the head of an RTF document: fonts with their code pages, styles with names."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from onrecord.sources.documents.document_paragraphs import StyleMark, style_mark

_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 78: "cp932", 79: "cp949", 80: "gb18030", 81: "cp950",
    83: "cp1255", 84: "mac_arabic", 85: "mac_greek", 86: "mac_turkish", 87: "cp874",
    88: "mac_latin2", 89: "mac_cyrillic", 128: "cp932", 129: "cp949", 130: "johab",
    134: "gb18030", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437",
    255: "cp850",
}  # fmt: skip
_SYMBOL_CHARSET = 2
_SYMBOL_NAME = re.compile(rb"symbol|dings|webdings|marlett|mt extra", re.IGNORECASE)
_OTHER_ALPHABETS = {
    "cp1251": 0xC0, "cp1253": 0xC0, "cp1255": 0xC0, "cp1256": 0xC0, "cp874": 0xA1,
    "cp932": 0x81, "gb18030": 0x81, "cp949": 0x81, "cp950": 0x81,
}  # fmt: skip
"""Code pages whose letters are not Western, with the lowest byte that begins one."""
_FONT = re.compile(rb"\\f(\d{1,6})(?!\d)((?:\{[^{}]*\}|[^{};\\]|\\(?!f\d)[^{};])*)")
_CHARSET = re.compile(rb"\\fcharset(\d{1,4})")
_CODE_PAGE = re.compile(rb"\\cpg(\d{1,5})")
_STYLE = re.compile(rb"\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")
_STYLE_WORD = re.compile(rb"\\(s|sbasedon|outlinelevel)(\d{1,6})(?![0-9a-z])")
_MARKUP = re.compile(rb"\{[^{}]*\}|\\[a-zA-Z]+-?\d* ?|\\'[0-9a-fA-F]{2}|\\.|[{}]", re.DOTALL)
_WORD = re.compile(rb"\s+|\S+")
_MOST_PARENTS = 30


@dataclass(frozen=True, slots=True)
class Font:
    """One font, as far as text needs it."""

    encoding: str | None = None
    """Encoding of its bytes; None: that of the document."""
    symbols: bool = False
    """Whether its letters are pictures."""


@dataclass(slots=True)
class Fonts:
    """The fonts of a document by number, and its own encoding."""

    by_number: dict[int, Font] = field(default_factory=dict)
    encoding: str = "cp1252"
    default: int | None = None
    follows_document: bool = False
    """Whether the program writes all plain fonts in the document's code page."""

    def symbols(self, number: int | None) -> bool:
        """Whether the letters of a font are pictures."""
        font = self._font(number)
        return font is not None and font.symbols

    def decode(self, data: bytes, number: int | None) -> tuple[str, int]:
        """Text written in a font, and how many U+FFFD stand for bytes that are none."""
        font = self._font(number)
        encoding = (font.encoding if font else None) or self.encoding
        if encoding == "cp1252" and self.encoding != encoding:
            parts = [_decoded(word, self._of_word(word)) for word in _WORD.findall(data)]
            return "".join(text for text, _ in parts), sum(lost for _, lost in parts)
        return _decoded(data, encoding)

    def _font(self, number: int | None) -> Font | None:
        key = self.default if number is None else number
        return None if key is None else self.by_number.get(key)

    def _of_word(self, word: bytes) -> str:
        """The encoding of a word under a Western font: the document's where it is of another
        alphabet, or where the program writes all fonts in that."""
        lowest = _OTHER_ALPHABETS.get(self.encoding, 256)
        letters = [byte for byte in word if byte >= lowest or chr(byte).isalpha()]
        foreign = sum(byte >= lowest for byte in letters)
        other = foreign * 2 > len(letters)
        return self.encoding if other or self.follows_document else "cp1252"


def _decoded(data: bytes, encoding: str) -> tuple[str, int]:
    try:
        return data.decode(encoding), 0
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return text, text.count("\ufffd")


def code_page(number: int | None) -> str | None:
    """The name of a Windows code page, or None where Python has none of that number."""
    name = {65001: "utf-8", 936: "gb18030", 10000: "mac_roman", 1361: "johab"}.get(
        number or 0, f"cp{number}"
    )
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


def read_fonts(table: bytes) -> dict[int, Font]:
    """The fonts in a font table, whether each has a group of its own or not."""
    fonts: dict[int, Font] = {}
    for number, rest in _FONT.findall(table):
        charset, page = _CHARSET.search(rest), _CODE_PAGE.search(rest)
        encoding = code_page(int(page[1])) if page else None
        if charset and encoding is None:
            encoding = _CHARSETS.get(int(charset[1]))
        symbols = bool(charset) and int(charset[1] if charset else 0) == _SYMBOL_CHARSET
        symbols = symbols and _SYMBOL_NAME.search(rest) is not None
        fonts.setdefault(int(number), Font(encoding, symbols))
    return fonts


def read_styles(table: bytes) -> dict[int, StyleMark]:
    """What the paragraph styles in a style sheet say, by number."""
    names: dict[int, str] = {}
    parents: dict[int, int] = {}
    levels: dict[int, int] = {}
    for group in _STYLE.findall(table):
        if group.lstrip().startswith((b"\\*", b"\\cs", b"\\ts")):
            continue
        words = {word: int(number) for word, number in _STYLE_WORD.findall(group)}
        number = words.get(b"s", 0)
        names[number] = _MARKUP.sub(b"", group).partition(b";")[0].decode("latin-1").strip()
        if b"sbasedon" in words:
            parents[number] = words[b"sbasedon"]
        if b"outlinelevel" in words:
            levels[number] = words[b"outlinelevel"]
    marks: dict[int, StyleMark] = {}
    for number in names:
        chain = [number]
        while (parent := parents.get(chain[-1])) in names and len(chain) < _MOST_PARENTS:
            chain.append(parent or 0)
        level = next((levels[one] for one in chain if one in levels), None)
        marks[number] = style_mark((names[one] for one in chain), level)
    return marks
