"""The blocks of a news item's body in XML: paragraphs, subheads, tables, captions, notes.

NITF has elements of its own beside those of HTML; one walk without recursion reads both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.articles.block_reading import DocumentBlock, read_document
from onrecord.articles.evidence import Metadata
from onrecord.articles.fragment_reading import Fragment
from onrecord.sources.iptc.news_xml_tree import local
from onrecord.values.vocabulary import Role

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    {
        *("p", "hl1", "hl2", "h1", "h2", "h3", "h4", "h5", "h6", "block", "bq", "blockquote"),
        *("ul", "ol", "li", "dl", "dt", "dd", "table", "tbody", "thead", "tfoot", "caption"),
        *("media", "media-caption", "media-producer", "figure", "figcaption", "fn", "hr", "note"),
        *("body.content", "body.end", "tagline", "bibliography", "datasource", "pre", "div"),
        *("section", "article", "header", "footer", "aside", "body", "abstract", "byline"),
        *("dateline", "credit", "nitf-table", "nitf-table-summary", "copyrite", "content"),
    }
)
_ROWS = frozenset({"tr", "custom-table"})
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset(
    {
        *("head", "body.head", "script", "style", "media-reference", "media-metadata"),
        *("media-object", "object", "svg", "iframe", "template", "noscript"),
        *("nitf-table-metadata", "frame", "ignorableWhitespace"),
    }
)
_TAGS = {"hl1": "h1", "hl2": "h2", "bq": "blockquote", "tr": "tr"}
_ROLES = {
    "media-caption": Role.CAPTION,
    "media-producer": Role.CAPTION,
    "figcaption": Role.CAPTION,
    "byline": Role.BYLINE,
    "dateline": Role.DATELINE,
    "note": Role.NOTICE,
}
_LISTED = frozenset({"li", "dt", "dd", "tr", "td", "th", "pre"})
"""Blocks that are body by their place, though they may be no sentences."""
_SPACE = re.compile(r"[^\S\xa0\n]+")


def body_of(elements: Iterable[_Element]) -> Fragment:
    """The text of these elements, a blank line between blocks, as segments."""
    blocks = [block for element in elements for block in read_news_blocks(element)]
    reading = read_document(blocks, metadata=Metadata())
    segments = (
        replace(segment, extracted=True)
        if segment.tag in _LISTED and segment.markup_role is None
        else segment
        for segment in reading.segments
    )
    return Fragment(reading.text, tuple(segments))


def read_news_blocks(element: _Element) -> list[DocumentBlock]:
    """The blocks in an element, in document order; white space is folded, `br` breaks lines."""
    from lxml import etree  # noqa: PLC0415

    reader = _BlockReader()
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, one in walker:
        if event == "end":
            reader.leave(one, last=one is element)
        elif not reader.enter(one):
            walker.skip_subtree()
    reader.end_block()
    return reader.blocks


class _BlockReader:
    def __init__(self) -> None:
        self.blocks: list[DocumentBlock] = []
        self._parts: list[str] = []
        self._open: list[str] = []
        self._row = 0

    def enter(self, element: _Element) -> bool:
        """An element starts; False where nothing in it is text of the article."""
        name = local(element)
        self._open.append(name)
        if name in _UNSEEN or not name:
            return False
        if name in _ROWS:
            self.end_block()
            self._row += 1
        elif name in _CELLS and self._row:
            if self._parts:
                self._parts.append(" | ")
        elif name in _BLOCKS and not self._row:
            self.end_block()
        elif name in {"br", "p"} and self._parts:
            self._parts.append(" " if self._row else "\n")
        if element.text:
            self._add(element.text)
        return True

    def leave(self, element: _Element, *, last: bool) -> None:
        """An element ends; the text after it belongs to the one around it."""
        name = local(element)
        if name in _ROWS:
            self.end_block()
            self._row = max(0, self._row - 1)
        elif name in _BLOCKS and not self._row:
            self.end_block()
        self._open.pop()
        if element.tail and not last:
            self._add(element.tail)

    def end_block(self) -> None:
        """What was collected becomes a block, if there is a word in it."""
        text = "".join(self._parts)
        self._parts = []
        text = "\n".join(line.strip(" ") for line in _SPACE.sub(" ", text).split("\n"))
        text = text.strip(" |\n\xa0")
        if not text:
            return
        name = next((n for n in reversed(self._open) if n in _BLOCKS or n in _ROWS), "p")
        outer = next((n for n in reversed(self._open) if n in _ROLES), None)
        role = _ROLES[outer] if outer else None
        why = f"element: {outer}" if outer else ""
        self.blocks.append(DocumentBlock(text=text, tag=_TAGS.get(name, name), role=role, why=why))

    def _add(self, text: str) -> None:
        self._parts.append(re.sub(r"[\r\n\t]+", " ", text))
