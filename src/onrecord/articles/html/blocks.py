"""The blocks of visible text of a page, in document order.

One walk without recursion. A block ends where a block element starts or ends, at two
line breaks in a row and at the end of a table row; inline elements do not end it.
White space is folded to single spaces, `<br>` is a line break, no-break spaces stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.articles.html.marks import SPEAKING_TAGS, Mark, is_hidden, mark_of
from onrecord.articles.html.page_blocks import Block, BlockList, Region
from onrecord.articles.html.text_runs import LINE_END, PAGE, Frame, TextRun
from onrecord.articles.html.tree import UNSEEN_TAGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BLOCK_TAGS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "button", "caption", "center"),
        *("dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption"),
        *("figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol"),
        *("optgroup", "option", "p", "plaintext", "pre", "search", "section", "summary", "table"),
        *("tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "ul", "xmp"),
    }
)
"""Elements before and after which a block ends."""

# void elements, but only those of HTML 4: libxml2 takes what follows <wbr> or <source> as inside
_TEXTLESS = frozenset({"br", "img", "meta", "link", "input", "base", "col", "area", "param"})
_CELLS = frozenset({"td", "th"})
_SHOWN_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table)\b", re.IGNORECASE)
_INLINE, _BLOCK, _ROW = 0, 1, 2


def read_blocks(tree: HtmlElement) -> BlockList:
    """The blocks of the page; hidden ones are among them, marked by their region."""
    from lxml import etree  # noqa: PLC0415

    reader = _BlockReader()
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            reader.leave(element)
        elif not reader.enter(element):
            walker.skip_subtree()
    reader.end_block()
    return BlockList(
        tuple(reader.blocks),
        tuple(reader.regions),
        tuple(reader.elements),
        reader.depth,
        reader.count,
        reader.reach,
    )


class _BlockReader:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.regions: list[Region] = []
        self._open: list[Frame] = [PAGE]
        self._kinds: list[int] = []
        self._run = TextRun()
        self._in_row = False
        self.depth = 0
        self.count = 0
        self.reach = 0
        self.elements: list[str] = [""]

    def enter(self, element: HtmlElement) -> bool:
        """An element starts; False where nothing in it is visible."""
        tag = element.tag if isinstance(element.tag, str) else ""
        outer = self._open[-1]
        self.count += 1
        self.reach += len(self._open)
        self.depth = max(self.depth, len(self._open))
        if tag in UNSEEN_TAGS or tag in _TEXTLESS:
            self._open.append(outer)
            self._kinds.append(_INLINE)
            if tag == "br":
                self._break_line()
            return False
        attributes: dict[str, str] = dict(element.items())
        kind = _BLOCK if tag in BLOCK_TAGS or _shown_as_block(attributes) else _INLINE
        hidden = bool(attributes) and is_hidden(attributes)
        if self._in_row and tag in _CELLS:
            kind = _INLINE
            if self._run.characters and not hidden:
                self._run.parts.append(" | ")
        unseen = hidden and kind == _INLINE
        if kind:
            self.end_block()
            if tag == "tr" and not unseen and not self._in_row and _is_data_row(element):
                kind, self._in_row = _ROW, True
        self._kinds.append(kind)
        if unseen:
            self._open.append(outer)
            return False
        self._open.append(self._frame(tag, attributes, outer, kind, hidden=hidden))
        if element.text:
            self._add(element.text)
        return True

    def leave(self, element: HtmlElement) -> None:
        """An element ends, and the text after it belongs to the one around it."""
        self._open.pop()
        kind = self._kinds.pop()
        if kind:
            self.end_block(row=kind == _ROW)
            self._in_row = self._in_row and kind != _ROW
        if element.tail:
            self._add(element.tail)

    def end_block(self, *, row: bool = False) -> None:
        """What was collected becomes a block, if there is anything in it."""
        if self._run.parts:
            block = self._run.finish(row=row)
            if block is not None:
                self.blocks.append(block)
            self._run = TextRun()

    def _frame(
        self, tag: str, attributes: dict[str, str], outer: Frame, kind: int, *, hidden: bool
    ) -> Frame:
        """What holds in an element; a region is opened where it is hidden or residue."""
        mark = mark_of(tag, attributes) if attributes or tag in SPEAKING_TAGS else _SILENT
        around = outer.around
        # articles have footers of their own, with credits and notices in them
        residue = "" if tag == "footer" and around.article else mark.residue
        if hidden or residue:
            around = around.within(mark, self._region(around.region, residue, hidden=hidden))
        elif not mark.silent:
            around = around.within(mark, around.region)
        if kind:
            names = " ".join(filter(None, map(attributes.get, _NAMING))) if attributes else ""
            self.elements.append(names)
            return Frame(tag, len(self.elements) - 1, outer.element, around)
        if around is outer.around:
            return outer
        return outer._replace(around=around)

    def _region(self, parent: int, why: str, *, hidden: bool) -> int:
        region = Region(parent, hidden, "" if hidden else why)
        if parent >= 0:
            outer = self.regions[parent]
            # a region in a region for the same reason says nothing new
            if (outer.hidden, outer.why) == (region.hidden, region.why):
                return parent
        self.regions.append(region)
        return len(self.regions) - 1

    def _add(self, text: str) -> None:
        frame = self._open[-1]
        if not frame.around.preformatted:
            self._run.add(text, frame)
            return
        for number, line in enumerate(LINE_END.split(text)):
            if number:
                self._break_line()
            self._run.add(line, frame)

    def _break_line(self) -> None:
        if self._in_row:
            self._run.parts.append(" ")
        elif self._run.at_break:
            self.end_block()
        else:
            self._run.break_line()


_SILENT = Mark()
_NAMING = ("class", "id", "itemprop")


def _shown_as_block(attributes: dict[str, str]) -> bool:
    return "style" in attributes and _SHOWN_AS_BLOCK.search(attributes["style"]) is not None


def _is_data_row(row: HtmlElement) -> bool:
    """Whether the cells of a table row are values side by side and not a page's layout."""
    cells = breaks = 0
    for element in row.iterdescendants():
        tag = element.tag
        if tag in _CELLS:
            cells += 1
            breaks = 0
        elif tag == "br":
            breaks += 1
            if breaks > 1:
                return False
        elif tag in BLOCK_TAGS:
            return False
    return cells > 1
