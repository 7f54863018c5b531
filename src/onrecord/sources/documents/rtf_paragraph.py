"""One story of an RTF document (its text, a note, a header) while its paragraphs are made."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from onrecord.sources.documents.document_paragraphs import (
    DocumentParagraph,
    Place,
    StyleMark,
    make_paragraph,
    style_mark,
)
from onrecord.sources.documents.rtf_tables import Fonts

_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\uf000-\uf0ff]")
"""Control characters, and letters of symbol fonts."""
_NONE = StyleMark()


class State(NamedTuple):
    """What holds in one group; a group inside begins with what holds around it."""

    font: int | None = None
    skip: int = 1
    """Characters after a `\\uN` that stand for it in older readers."""
    unseen: str = ""
    """Why text is not read: `hidden`, `deleted`; empty where it is."""
    inserted: bool = False
    style: int = 0
    outline: int | None = None
    listed: bool = False
    in_table: bool = False


class Story:
    """Text gathers in a paragraph until that ends; paragraphs gather in `paragraphs`."""

    def __init__(
        self, place: Place, fonts: Fonts, styles: dict[int, StyleMark], counts: Counter[str]
    ) -> None:
        self.paragraphs: list[DocumentParagraph] = []
        self.listed = False
        """Whether the paragraph has a bullet or number before it."""
        self.new_page = False
        self._place = place
        self._fonts = fonts
        self._styles = styles
        self._counts = counts
        self._parts: list[str] = []
        self._bytes = bytearray()
        self._raw = False
        self._font: int | None = None
        self._first: State | None = None
        self._boxes: list[DocumentParagraph] = []
        self._row = 1
        self._cell = 1
        self._change = ""

    def write_bytes(self, data: bytes, state: State, *, raw: bool) -> None:
        """Text as bytes of a font; `raw`: as they stand, not written as `\\'hh`."""
        if not self._is_read(data, state):
            return
        if self._fonts.symbols(state.font):
            self._counts["symbols"] += len(data.strip())
            return
        if state.font != self._font:
            self._decode()
            self._font = state.font
        self._raw = self._raw or (raw and not data.isascii())
        self._bytes += data

    def write(self, text: str, state: State) -> None:
        """Text as characters; halves of a surrogate pair may come one after the other."""
        if self._is_read(text, state):
            self._decode()
            self._parts.append(text)

    def _is_read(self, words: str | bytes, state: State) -> bool:
        change = state.unseen if state.unseen == "deleted" else "inserted" * state.inserted
        if change and change != self._change:
            self._counts["changes"] += 1
        self._change = change
        if state.unseen == "hidden":
            self._counts["hidden"] += len(words)
        if self._first is None and not state.unseen and words.strip():
            self._first = state
        return not state.unseen

    def _decode(self) -> None:
        if not self._bytes:
            return
        data, raw = bytes(self._bytes), self._raw
        self._bytes.clear()
        self._raw = False
        if raw:
            # Bytes of eight bits are not allowed; who writes them means UTF-8 or the code page.
            try:
                self._parts.append(data.decode("utf-8"))
                return
            except UnicodeDecodeError:
                pass
        text, lost = self._fonts.decode(data, self._font)
        self._counts["undecodable"] += lost
        self._parts.append(text)

    def end_paragraph(self, state: State, *, in_cell: bool = False) -> None:
        """The paragraph is complete; without a word it is none."""
        self._decode()
        text = _UNSEEN.sub("", _joined_pairs("".join(self._parts)))
        own = self._first or state
        if text.strip():
            mark = self._styles.get(own.style, _NONE)
            if mark == _NONE and own.outline is not None:
                mark = style_mark((), own.outline)
            made = make_paragraph(
                text,
                mark,
                place=self._place,
                listed=self.listed or own.listed,
                new_page=self.new_page,
                cell=(self._row, self._cell) if in_cell or own.in_table else None,
            )
            self.paragraphs.append(made)
            self.new_page = False
        self.paragraphs += self._boxes
        self._parts, self._first, self._boxes, self.listed = [], None, [], False

    def end_cell(self, state: State) -> None:
        """A cell of a table is complete."""
        self.end_paragraph(state, in_cell=True)
        self._cell += 1

    def end_row(self, state: State) -> None:
        """A row of a table is complete."""
        self.end_paragraph(state)
        self._row += 1
        self._cell = 1

    def break_page(self, state: State) -> None:
        """A new page begins: a paragraph of its own."""
        self.end_paragraph(state)
        self.new_page = True

    def add_box(self, paragraphs: list[DocumentParagraph]) -> None:
        """The paragraphs of a text box, to stand after the paragraph that it hangs on."""
        self._boxes += paragraphs


def _joined_pairs(text: str) -> str:
    """Surrogate pairs as the characters they mean; single halves as U+FFFD."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
