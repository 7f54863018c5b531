"""Characters of a PDF page to lines: what stands on one baseline and was set in one go.

A line ends where the next character of the page's stream stands on another baseline, goes
back, or leaves a gap wider than any space. Spaces that the file leaves out are put in where
the gap between two characters is wide against the other gaps of the line.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.articles.pdf.characters import SOFT_HYPHEN
from onrecord.articles.pdf.glyphs import Glyph
from onrecord.articles.pdf.structure import Mark

_SAME_BASE = 0.4
"""Shares of the size: raised and lowered figures stand on the line still."""
_WIDEST_SPACE = 1.2
_BACKWARDS = 0.6
_SPACE = 0.17
"""Share of the size by which a gap is wider than the line's usual one to be a space."""
_MERGED_GAP = 0.6
_BULLET_GAP = 3.5
_BULLET = re.compile(r"[•●▪■◦·*–—-]|\(?(?:\d{1,3}|[a-zA-Z])[.)]")
_TWICE = 0.35
"""Share of its width by which a character is shifted that is printed twice to look bold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line, or the part of one that stands in one column; lengths in points."""

    text: str
    page: int
    """From 0."""
    left: float
    right: float
    base: float
    size: float
    bold: bool
    links: float
    """Share of its characters that are links."""
    number: int
    """Place of its first character in the page's stream."""
    mark: Mark | None = None
    wraps: bool = False
    """Whether it ends in a soft hyphen: a word goes on in the next line."""

    @property
    def top(self) -> float:
        """Upper edge of its letters."""
        return self.base - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Lower edge of its letters without their tails."""
        return self.base + 0.1 * self.size

    @property
    def width(self) -> float:
        """From its first to its last character."""
        return self.right - self.left

    @property
    def element(self) -> int:
        """Number of its element in the structure tree; 0 without one."""
        return self.mark.element if self.mark else 0

    @property
    def tag(self) -> str | None:
        """Tag of its element in the structure tree."""
        return self.mark.tag if self.mark else None


def page_lines(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """The lines of a page in the order of its stream; without those of white space."""
    lines = [line for run in _runs(glyphs) if (line := _line(run, page)) is not None]
    return _merged(lines)


def _runs(glyphs: Iterable[Glyph]) -> Iterable[list[Glyph]]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _goes_on(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    if abs(last.base - glyph.base) > _SAME_BASE * size:
        return False
    if last.mark is not glyph.mark and _element(last) != _element(glyph):
        return False
    return -_BACKWARDS * size <= glyph.left - last.right <= _WIDEST_SPACE * size


def _element(glyph: Glyph) -> int:
    return glyph.mark.element if glyph.mark else 0


def _line(run: list[Glyph], page: int) -> Line | None:
    if not any(not glyph.text.isspace() for glyph in run):
        return None
    kept = _once([glyph for glyph in run if glyph.right > glyph.left or not glyph.text.isspace()])
    while kept and kept[-1].text.isspace():
        kept.pop()
    while kept and kept[0].text.isspace():
        kept.pop(0)
    words = _joined(kept)
    wraps = words.endswith(SOFT_HYPHEN)
    words = words.replace(SOFT_HYPHEN, "") + ("-" if wraps else "")
    if not words.strip():
        return None
    letters = [glyph for glyph in kept if not glyph.text.isspace()]
    size = statistics.median_high(glyph.size for glyph in letters)
    bases = [glyph.base for glyph in letters if glyph.size >= 0.9 * size]
    return Line(
        text=" ".join(words.split()),
        page=page,
        left=min(glyph.left for glyph in letters),
        right=max(glyph.right for glyph in letters),
        base=statistics.median_low(bases),
        size=size,
        bold=2 * sum(glyph.bold for glyph in letters) > len(letters),
        links=sum(glyph.link for glyph in letters) / len(letters),
        number=kept[0].number,
        mark=letters[0].mark,
        wraps=wraps,
    )


def _once(run: list[Glyph]) -> list[Glyph]:
    """The characters without those printed again on top of themselves."""
    kept: list[Glyph] = []
    for glyph in run:
        width = glyph.right - glyph.left
        again = any(
            other.text == glyph.text and abs(other.left - glyph.left) <= _TWICE * width
            for other in kept[-2:]
            if width > 0 and not glyph.text.isspace()
        )
        if not again:
            kept.append(glyph)
    return kept


def _joined(run: list[Glyph]) -> str:
    gaps = [
        max(0.0, right.left - left.right)
        for left, right in pairwise(run)
        if not left.text.isspace() and not right.text.isspace()
    ]
    usual = statistics.median(gaps) if len(gaps) > 2 else 0.0
    parts = [run[0].text] if run else []
    for left, right in pairwise(run):
        size = max(left.size, right.size)
        if right.left - left.right > usual + _SPACE * size:
            parts.append(" ")
        parts.append(right.text)
    return "".join(parts)


def _merged(lines: list[Line]) -> list[Line]:
    """Parts of a line that the stream tells one after another, put together."""
    merged: list[Line] = []
    for line in lines:
        if merged and _continues(merged[-1], line):
            merged[-1] = join_parts(merged[-1], line)
        else:
            merged.append(line)
    return merged


def _continues(last: Line, line: Line) -> bool:
    size = max(last.size, line.size)
    widest = _BULLET_GAP if _BULLET.fullmatch(last.text) else _MERGED_GAP
    return (
        abs(last.base - line.base) <= _SAME_BASE * size
        and last.element == line.element
        and -0.3 * size <= line.left - last.right <= widest * size
    )


def is_bullet(text: str) -> bool:
    """Whether a line begins as an item of a list does."""
    first, _, rest = text.partition(" ")
    return bool(rest) and _BULLET.fullmatch(first) is not None and first not in {"–", "—", "-"}


def join_parts(left: Line, right: Line) -> Line:
    """Two neighbouring parts of one line as one."""
    gap = right.left - left.right > _SPACE * max(left.size, right.size)
    count, more = len(left.text), len(right.text)
    larger = left if count >= more else right
    return replace(
        larger,
        text=f"{left.text}{' ' if gap else ''}{right.text}",
        left=min(left.left, right.left),
        right=max(left.right, right.right),
        links=(left.links * count + right.links * more) / (count + more),
        number=min(left.number, right.number),
        mark=left.mark,
        wraps=right.wraps,
    )
