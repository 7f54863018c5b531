"""The pages of a PDF as lines, with what went wrong on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from onrecord.articles.pdf.glyphs import page_glyphs
from onrecord.articles.pdf.lines import Line, page_lines
from onrecord.articles.pdf.pictures import Box


@dataclass(slots=True)
class PageLines:
    """One page."""

    number: int
    """From 0."""
    height: float
    lines: list[Line]
    turned: list[Line]
    pictures: tuple[Box, ...]


@dataclass(slots=True)
class PdfPages:
    """All pages that were read; page numbers are from 1, as a reader counts."""

    pages: list[PageLines] = field(default_factory=list)
    textless: list[int] = field(default_factory=list)
    """Pages that show something but hold no character."""
    broken: list[int] = field(default_factory=list)
    outside: int = 0
    """Characters outside of their page."""
    tiny: int = 0
    unmapped: int = 0
    characters: int = 0
    left_out: int = 0
    """Pages after the limit."""

    @property
    def upright_lines(self) -> Iterator[Line]:
        """All upright lines."""
        return (line for page in self.pages for line in page.lines)


def read_pages(document: Any, most: int) -> PdfPages:
    """The first `most` pages; a page that cannot be loaded is counted and left out."""
    import pypdfium2 as pdfium  # noqa: PLC0415

    found = PdfPages(left_out=max(0, len(document) - most))
    for number in range(min(len(document), most)):
        try:
            glyphs = page_glyphs(document, number)
        except pdfium.PdfiumError:
            found.broken.append(number + 1)
            continue
        turned = [line for one in glyphs.turned for line in page_lines(one, number)]
        lines = page_lines(glyphs.upright, number)
        if not lines and not turned and glyphs.shown.anything:
            found.textless.append(number + 1)
        found.outside += glyphs.outside
        found.tiny += glyphs.tiny
        found.unmapped += glyphs.unmapped
        found.characters += len(glyphs.upright) + sum(map(len, glyphs.turned))
        found.pages.append(PageLines(number, glyphs.height, lines, turned, glyphs.shown.pictures))
    return found
