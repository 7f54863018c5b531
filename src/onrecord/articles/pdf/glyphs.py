"""The characters of one PDF page as pdfium gives them, turned upright, with place and look.

Left out and counted: what lies outside of the page's box and what is too small to be seen.
Text that is not painted (render mode 3) is read: that is where text recognition puts it.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from onrecord.articles.pdf.characters import plain_character
from onrecord.articles.pdf.links import link_places
from onrecord.articles.pdf.pictures import Shown, shown_on
from onrecord.articles.pdf.structure import Mark, page_marks

_SMALLEST = 1.0
"""Points: smaller type is there to be searched for or to deceive, not to be read."""
_USUAL_WIDTH = 0.55
"""Share of the size that a letter is wide."""
_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy", "demi")


class Glyph(NamedTuple):
    """One character; lengths in points, x from the left and y from the top of the page as read."""

    text: str
    left: float
    right: float
    base: float
    """Distance of the baseline from the top."""
    size: float
    bold: bool
    link: bool
    number: int
    """Its place in the page's stream."""
    mark: Mark | None


@dataclass(slots=True)
class PageGlyphs:
    """All characters of one page by the angle at which they are set."""

    width: float = 0.0
    height: float = 0.0
    upright: list[Glyph] = field(default_factory=list)
    """Those at the angle of most of the page, in the order of its stream."""
    turned: list[list[Glyph]] = field(default_factory=list)
    """Those at other angles, one list an angle."""
    outside: int = 0
    tiny: int = 0
    unmapped: int = 0
    """Characters for which the file does not say what they are."""
    shown: Shown = field(default_factory=lambda: Shown((), False))


class _Look(NamedTuple):
    size: float
    bold: bool
    angle: int
    mark: Mark | None


def page_glyphs(document: Any, number: int) -> PageGlyphs:
    """The characters of page `number` (from 0).

    Raises:
        PdfiumError: the page cannot be loaded.
    """
    page = document[number]
    text_page = None
    try:
        text_page = page.get_textpage()
        return _Reader(page, text_page).read()
    finally:
        if text_page is not None:
            text_page.close()
        page.close()


class _Reader:
    """Reads one page; what holds for a text object is asked once."""

    def __init__(self, page: Any, text_page: Any) -> None:
        import pypdfium2.raw as pdfium  # noqa: PLC0415

        self._pdfium = pdfium
        self._page = page
        self._text = text_page
        self._looks: dict[int, _Look] = {}
        self._marks = page_marks(page)
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self._box = (box.left, box.bottom, box.right, box.top)

    def read(self) -> PageGlyphs:
        """All characters, those of the commonest angle first."""
        found = PageGlyphs()
        links = link_places(self._page)
        by_angle: dict[int, list[Glyph]] = {}
        frames = {angle: _Frame(angle, self._box) for angle in (0, 90, 180, 270)}
        for number, text, look, box, origin in self._characters(found):
            frame = frames.setdefault(look.angle, _Frame(look.angle, self._box))
            left, right, base = frame.place(box, origin, look.size)
            link = links.holds((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
            glyph = Glyph(text, left, right, base, look.size, look.bold, link, number, look.mark)
            by_angle.setdefault(look.angle, []).append(glyph)
        commonest = Counter({angle: len(glyphs) for angle, glyphs in by_angle.items()})
        order = [angle for angle, _ in commonest.most_common()]
        main = order[0] if order else 0
        found.width, found.height = frames[main].width, frames[main].height
        found.upright = by_angle.get(main, [])
        found.shown = shown_on(self._page)
        found.turned = [by_angle[angle] for angle in order[1:]]
        return found

    def _characters(
        self, found: PageGlyphs
    ) -> Iterator[tuple[int, str, _Look, tuple[float, ...], tuple[float, float]]]:
        pdfium, page = self._pdfium, self._text
        rect = pdfium.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        for number in range(page.count_chars()):
            if pdfium.FPDFText_IsGenerated(page, number) == 1:
                continue
            code = pdfium.FPDFText_GetUnicode(page, number)
            text = plain_character(code)
            if not text:
                found.unmapped += code == 0
                continue
            look = self._look(number)
            if not pdfium.FPDFText_GetLooseCharBox(page, number, rect):
                continue
            pdfium.FPDFText_GetCharOrigin(page, number, x, y)
            box = (rect.left, rect.bottom, rect.right, rect.top)
            if look.size < _SMALLEST:
                found.tiny += not text.isspace()
                continue
            if not self._visible(box):
                found.outside += not text.isspace()
                continue
            found.unmapped += pdfium.FPDFText_HasUnicodeMapError(page, number) == 1
            yield number, text, look, box, (x.value, y.value)

    def _visible(self, box: tuple[float, ...]) -> bool:
        middle_x, middle_y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        left, bottom, right, top = self._box
        return bool(left <= middle_x <= right and bottom <= middle_y <= top)

    def _look(self, number: int) -> _Look:
        pdfium = self._pdfium
        thing = pdfium.FPDFText_GetTextObject(self._text, number)
        address = ctypes.cast(thing, ctypes.c_void_p).value or -number - 1
        if (known := self._looks.get(address)) is not None:
            return known
        matrix = pdfium.FS_MATRIX()
        size = pdfium.FPDFText_GetFontSize(self._text, number)
        angle = 0
        if pdfium.FPDFText_GetMatrix(self._text, number, matrix):
            size *= math.hypot(matrix.c, matrix.d)
            angle = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 5) * 5 % 360
        mark = self._marks.get(pdfium.FPDFPageObj_GetMarkedContentID(thing)) if thing else None
        look = _Look(abs(size), self._bold(number, thing), angle, mark)
        self._looks[address] = look
        return look

    def _bold(self, number: int, thing: Any) -> bool:
        pdfium = self._pdfium
        weight: int = pdfium.FPDFText_GetFontWeight(self._text, number)
        if weight >= _BOLD_WEIGHT:
            return True
        font = pdfium.FPDFTextObj_GetFont(thing) if thing else None
        if not font:
            return False
        name = ctypes.create_string_buffer(200)
        pdfium.FPDFFont_GetBaseFontName(font, name, 200)
        shown = name.value.decode("latin-1").lower()
        return any(word in shown for word in _BOLD_NAMES)


class _Frame:
    """The page as it is seen when text at an angle is upright."""

    def __init__(self, angle: int, box: tuple[float, ...]) -> None:
        turn = math.radians(angle)
        self._slanting = angle % 90 != 0
        self._cos, self._sin = math.cos(turn), math.sin(turn)
        corners = [self._turned(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        self._left = min(x for x, _ in corners)
        self._top = min(y for _, y in corners)
        self.width = max(x for x, _ in corners) - self._left
        self.height = max(y for _, y in corners) - self._top

    def place(
        self, box: tuple[float, ...], origin: tuple[float, float], size: float
    ) -> tuple[float, float, float]:
        """Left, right and baseline of a character; pdfium's boxes do not turn with it."""
        if self._slanting:
            x, base = self._turned(*origin)
            return x - self._left, x - self._left + _USUAL_WIDTH * size, base - self._top
        corners = [self._turned(x, y)[0] for x in (box[0], box[2]) for y in (box[1], box[3])]
        base = self._turned(*origin)[1]
        return min(corners) - self._left, max(corners) - self._left, base - self._top

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        return x * self._cos + y * self._sin, x * self._sin - y * self._cos
