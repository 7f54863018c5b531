"""The text of one block while it is being read: white space, line breaks, shares of marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.articles.html.marks import Surroundings
from onrecord.articles.html.page_blocks import Block

# what Python or HTML counts as white space, but for no-break spaces and spaces themselves
_SPACE = re.compile("[\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_SPACES = re.compile("  +")
LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""Where a line ends in preformatted text."""

_AROUND_BREAK = re.compile(" *\n *")
_MOSTLY = 0.8


class Frame(NamedTuple):
    """What holds for text directly in an open element."""

    tag: str
    """Name of the innermost block element."""
    element: int
    """Number of the innermost block element."""
    container: int
    """Number of the block element around that."""
    around: Surroundings


PAGE = Frame("body", 0, 0, Surroundings())
"""What holds outside of all elements."""


@dataclass(slots=True)
class TextRun:
    """Text without a block boundary in it, as far as it has been read."""

    frame: Frame = PAGE
    """Where its first visible character stands."""
    parts: list[str] = field(default_factory=list)
    characters: int = 0
    """Visible ones."""
    linked: int = 0
    marked: dict[tuple[str, str], int] = field(default_factory=dict)
    """Characters by kind of mark and its reason."""
    at_break: bool = False
    """Whether nothing visible stands after the last line break."""

    def add(self, text: str, frame: Frame) -> None:
        """More text, directly in the element of this frame."""
        # most texts have nothing to fold, and asking that is ten times as fast
        if not text.isprintable():
            text = _SPACE.sub(" ", text)
        count = len(text) - text.count(" ") - text.count("\xa0")
        if count or self.parts:
            self.parts.append(text)
        if not count:
            return
        if not self.characters:
            self.frame = frame
        self.at_break = False
        self.characters += count
        around = frame.around
        if around.link:
            self.linked += count
        if around.caption:
            self._mark("caption", around.caption, count)
        if around.byline:
            self._mark("byline", around.byline, count)
        if around.timestamp:
            self._mark("timestamp", around.timestamp, count)

    def break_line(self) -> None:
        """A single line break; none at the start of a block."""
        if self.characters:
            self.parts.append("\n")
            self.at_break = True

    def finish(self, *, row: bool) -> Block | None:
        """The block, or None where nothing in it is visible; `row`: the cells of a table row."""
        if not self.characters:
            return None
        text = "".join(self.parts)
        if "  " in text:
            text = _SPACES.sub(" ", text)
        if "\n" in text:
            text = _AROUND_BREAK.sub("\n", text)
        text = text.strip(" |\n\xa0") if row else text.strip()
        if not text:
            return None
        marks = {"caption": "", "byline": "", "timestamp": ""}
        for (name, why), count in self.marked.items():
            if count >= _MOSTLY * self.characters:
                marks[name] = why
        return Block(
            text=text,
            words=len(text.split()),
            tag="tr" if row else self.frame.tag,
            region=self.frame.around.region,
            container=self.frame.container,
            in_quote=self.frame.around.quote,
            link_share=self.linked / self.characters,
            **marks,
        )

    def _mark(self, name: str, why: str, count: int) -> None:
        self.marked[name, why] = self.marked.get((name, why), 0) + count
