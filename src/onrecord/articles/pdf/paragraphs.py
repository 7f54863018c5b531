"""Lines of a PDF to paragraphs, across columns and pages.

Within a column a paragraph begins where the structure tree says so; else where the type
changes, the gap is wider than usual, a line is set in, an item of a list begins, or the line
before ends so early that the next word would have had room in it. At the top of a column the
paragraph of an earlier one goes on where that broke off inside a word or sentence, or with a
full line in a document whose paragraphs begin with an indent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.articles.pdf.layout import Layout
from onrecord.articles.pdf.lines import Line, is_bullet

_SAME_SIZE = 0.07
_WIDER = 1.28
"""Times the usual distance of lines from which on a gap parts paragraphs."""
_WIDER_IN_ELEMENT = 1.6
_INDENT = (0.5, 5.0)
"""Sizes by which the first line of a paragraph is set in."""
_LOOK_BACK = 12
"""Paragraphs at ends of columns that are looked at for one that goes on."""
_FEWEST = 40
"""Characters: a shorter paragraph that ends without a full stop is a heading or an item."""
_LINK = 0.8
_ENDS = re.compile(r"[.!?:;…。！？।؟۔]['\"”’»)\]]*$")
_SMALL = re.compile(r"^[\"“‘'(]?[^\W\d_]")


@dataclass(slots=True)
class Paragraph:
    """The lines of one paragraph."""

    lines: list[Line] = field(default_factory=list)
    right: float = 0.0
    """Where its column ends."""
    closes_column: bool = False
    """Whether its last line is the last of its column."""

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]

    @property
    def characters(self) -> int:
        """How many characters its lines have."""
        return sum(len(line.text) for line in self.lines)

    @property
    def links(self) -> float:
        """Share of its characters that are links."""
        return sum(line.links * len(line.text) for line in self.lines) / max(1, self.characters)


def find_paragraphs(columns: Sequence[Sequence[Line]], layout: Layout) -> list[Paragraph]:
    """The paragraphs of a document's columns, in reading order."""
    found: list[Paragraph] = []
    ends: list[Paragraph] = []
    for column in columns:
        right = layout.right(column[0], column)
        margin = min(line.left for line in column)
        current = _earlier(ends, column, layout)
        if current is not None:
            current.closes_column = False
            current.lines.append(column[0])
            current.right = right
        else:
            current = Paragraph([column[0]], right)
            found.append(current)
        for line in column[1:]:
            if _begins(current, line, margin, layout):
                current = Paragraph([line], layout.right(line, column))
                found.append(current)
            else:
                current.lines.append(line)
        current.closes_column = True
        ends = [*(p for p in ends if p is not current), current][-_LOOK_BACK:]
    return found


def _begins(current: Paragraph, line: Line, margin: float, layout: Layout) -> bool:
    """Whether a line below another begins a paragraph."""
    last = current.last
    if last.page == line.page and abs(last.base - line.base) <= 0.4 * line.size:
        return last.element != line.element or line.left - last.right > 3 * line.size
    if last.element != line.element:
        return True
    if not _alike(last, line) and not (line.element and _near_size(last, line)):
        return True
    gap = line.base - last.base
    widest = _WIDER_IN_ELEMENT if line.element else _WIDER
    if gap > widest * layout.leading(max(line.size, last.size)) or gap < 0:
        return True
    if last.text.endswith("-"):
        return False
    if is_bullet(line.text):
        return True
    return _set_in(current, line, margin) or _ends_early(current, line)


def _alike(last: Line, line: Line) -> bool:
    return _near_size(last, line) and last.bold == line.bold


def _near_size(last: Line, line: Line) -> bool:
    return abs(last.size - line.size) <= _SAME_SIZE * max(last.size, line.size)


def _set_in(current: Paragraph, line: Line, margin: float) -> bool:
    last, size = current.last, line.size
    if _INDENT[0] * size <= line.left - last.left and (
        _INDENT[0] * size <= line.left - margin <= _INDENT[1] * size
    ):
        return True
    rest = current.lines[1:]
    hanging = rest and min(x.left for x in rest) > line.left + _INDENT[0] * size
    return bool(hanging) and _ENDS.search(last.text) is not None


def _ends_early(current: Paragraph, line: Line) -> bool:
    """Whether the last line has room for the next word, and the words look like an end."""
    last = current.last
    room = current.right - last.right
    if room < _first_word(line) + 0.8 * line.size:
        return False
    return _ENDS.search(last.text) is not None or not _goes_on_small(line)


def _goes_on_small(line: Line) -> bool:
    match = _SMALL.match(line.text)
    return match is not None and match[0][-1].islower()


def _first_word(line: Line) -> float:
    """Width of the line's first word with a space."""
    count = len(line.text.split(" ", 1)[0]) + 1
    return line.width * min(1.0, count / max(1, len(line.text)))


def _earlier(ends: list[Paragraph], column: Sequence[Line], layout: Layout) -> Paragraph | None:
    """The paragraph at the end of an earlier column that the column's first line goes on."""
    line = column[0]
    if is_bullet(line.text):
        return None
    reachable = [p for p in reversed(ends) if line.page - p.last.page <= 1 and p.closes_column]
    for paragraph in reachable:
        if (
            _alike(paragraph.last, line)
            and paragraph.last.tag == line.tag
            and (_breaks_off(paragraph, line, column, layout))
        ):
            return paragraph
    return None


def _breaks_off(paragraph: Paragraph, line: Line, column: Sequence[Line], layout: Layout) -> bool:
    last = paragraph.last
    if last.page == line.page and last.element and last.element == line.element:
        return True
    if last.text.endswith("-") and _goes_on_small(line):
        return True
    ended = _ENDS.search(last.text) is not None
    linked = last.links >= _LINK and line.links >= _LINK
    if not ended and _goes_on_small(line) and not linked:
        return True
    if paragraph.characters < _FEWEST:
        return False
    full = paragraph.right - last.right < _first_word(line) + 0.8 * line.size
    if not ended:
        return full and last.links < _LINK and line.links < _LINK
    set_in = len(column) > 1 and line.left - column[1].left >= _INDENT[0] * line.size
    return full and layout.indents and not set_in and _near_size(last, line)
