"""The blocks of visible text of a page, in document order.

One walk without recursion. A block ends where a block element starts or ends, at two
line breaks in a row and at the end of a table row; inline elements do not end it.
White space is folded to single spaces, `<br>` is a line break, no-break spaces stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from onrecord.articles.html_marks import SPEAKING_TAGS, Mark, Surroundings, is_hidden, mark_of
from onrecord.articles.html_tree import UNSEEN_TAGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BLOCK_TAGS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend "
    "li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody "
    "td textarea tfoot th thead tr ul xmp".split()
)
"""Elements before and after which a block ends."""

_TEXTLESS = frozenset("br img meta link input wbr source track base col area param".split())
_CELLS = frozenset({"td", "th"})
_SHOWN_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table)\b", re.IGNORECASE)
# what Python or HTML counts as white space, but for no-break spaces and spaces themselves
_SPACE = re.compile("[\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_LINE_SPACE = re.compile("[\t\f\v\x1c-\x1f]+")
_SPACES = re.compile("  +")
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_AROUND_BREAK = re.compile(" *\n *")
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the page whose element is hidden or names itself as no part of an article."""

    parent: int
    """Number of the region around it, -1 for none; always smaller than its own number."""
    hidden: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One run of visible text without a block boundary in it."""

    text: str
    tag: str
    """Name of the innermost block element: `p`, `li`, `tr`, ..."""
    region: int
    """Number of the innermost region it lies in, -1 for none."""
    container: int
    """Number of the block element around that element; siblings share it."""
    in_quote: bool
    """Whether it lies in a blockquote."""
    words: int
    link_share: float
    """Share of its characters that are links, 0 to 1."""
    caption: str
    byline: str
    timestamp: str
    """Reason why the markup counts most of its characters as such, or empty."""


@dataclass(frozen=True, slots=True)
class BlockList:
    """All blocks of a page and the regions that they lie in."""

    blocks: tuple[Block, ...] = ()
    regions: tuple[Region, ...] = ()
    elements: tuple[str, ...] = ()
    """Class, id and itemprop of each block element, by its number."""
    depth: int = 0
    """Most elements that were open at a time."""
    reach: int = 0
    """Sum of the depths of all elements: what a walk from each to the root costs."""


class _Frame(NamedTuple):
    """What holds for text directly in an open element."""

    tag: str
    """Name of the innermost block element."""
    element: int
    """Number of the innermost block element."""
    container: int
    """Number of the block element around that."""
    around: Surroundings


_PAGE = _Frame("body", 0, 0, Surroundings())
_INLINE, _BLOCK, _ROW = 0, 1, 2


@dataclass(slots=True)
class _Run:
    """The block that is being read."""

    frame: _Frame = _PAGE
    tag: str = "body"
    parts: list[str] = field(default_factory=list)
    characters: int = 0
    linked: int = 0
    marked: dict[tuple[str, str], int] = field(default_factory=dict)
    at_break: bool = False

    def mark(self, name: str, why: str, count: int) -> None:
        """So many characters are of that kind."""
        self.marked[name, why] = self.marked.get((name, why), 0) + count


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
        tuple(reader.blocks), tuple(reader.regions), tuple(reader.elements), reader.depth, reader.reach
    )


class _BlockReader:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.regions: list[Region] = []
        self._open: list[_Frame] = [_PAGE]
        self._kinds: list[int] = []
        self._run = _Run()
        self._in_row = False
        self.depth = 0
        self.reach = 0
        self.elements: list[str] = [""]

    def enter(self, element: HtmlElement) -> bool:
        """An element starts; False where nothing in it is visible."""
        tag = element.tag if isinstance(element.tag, str) else ""
        outer = self._open[-1]
        if tag in UNSEEN_TAGS or tag in _TEXTLESS:
            self._open.append(outer)
            self._kinds.append(_INLINE)
            self.reach += len(self._kinds)
            if tag == "br":
                self._break_line()
            return False
        attributes: dict[str, str] = dict(element.items())  # type: ignore[arg-type]
        kind = _BLOCK if tag in BLOCK_TAGS or _shown_as_block(attributes) else _INLINE
        if self._in_row and tag in _CELLS:
            kind = _INLINE
            if self._run.characters:
                self._run.parts.append(" | ")
        hidden = bool(attributes) and is_hidden(attributes)
        unseen = hidden and kind == _INLINE
        if kind:
            self.end_block()
            if tag == "tr" and not unseen and not self._in_row and _is_data_row(element):
                kind, self._in_row = _ROW, True
        self._kinds.append(kind)
        self.depth = max(self.depth, len(self._kinds))
        self.reach += len(self._kinds)
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
        run = self._run
        if not run.parts:
            return
        self._run = _Run()
        if not run.characters:
            return
        text = "".join(run.parts)
        if "  " in text:
            text = _SPACES.sub(" ", text)
        if "\n" in text:
            text = _AROUND_BREAK.sub("\n", text)
        text = text.strip()
        if row:
            text = text.strip(" |")
        if not text:
            return
        marks = {"caption": "", "byline": "", "timestamp": ""}
        for (name, why), count in run.marked.items():
            if count >= _MOSTLY * run.characters:
                marks[name] = why
        self.blocks.append(
            Block(
                text=text,
                words=len(text.split()),
                tag=run.tag,
                region=run.frame.around.region,
                container=run.frame.container,
                in_quote=run.frame.around.quote,
                link_share=run.linked / run.characters,
                **marks,
            )
        )

    def _frame(
        self, tag: str, attributes: dict[str, str], outer: _Frame, kind: int, *, hidden: bool
    ) -> _Frame:
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
            return _Frame(tag, len(self.elements) - 1, outer.element, around)
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
        if frame.around.preformatted:
            for number, line in enumerate(_LINE_END.split(text)):
                if number:
                    self._break_line()
                self._add_folded(_LINE_SPACE.sub(" ", line), frame)
        elif text.isspace() and "\xa0" not in text:
            if self._run.parts:
                self._run.parts.append(" ")
        else:
            # most texts have nothing to fold, and asking that is ten times as fast
            self._add_folded(text if text.isprintable() else _SPACE.sub(" ", text), frame)

    def _add_folded(self, text: str, frame: _Frame) -> None:
        run = self._run
        count = len(text) - text.count(" ") - text.count("\xa0")
        if count or run.parts:
            run.parts.append(text)
        if not count:
            return
        if not run.characters:
            run.frame, run.tag = frame, "tr" if self._in_row else frame.tag
        run.at_break = False
        run.characters += count
        around = frame.around
        if around.link:
            run.linked += count
        if around.caption:
            run.mark("caption", around.caption, count)
        if around.byline:
            run.mark("byline", around.byline, count)
        if around.timestamp:
            run.mark("timestamp", around.timestamp, count)

    def _break_line(self) -> None:
        if self._in_row:
            self._run.parts.append(" ")
        elif self._run.at_break:
            self.end_block()
        elif self._run.characters:
            self._run.parts.append("\n")
            self._run.at_break = True


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
