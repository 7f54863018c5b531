"""What a PDF page shows besides text: pictures with their places, and whether anything at all."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

_SMALLEST = 50.0
"""Points: smaller pictures are icons and rules."""
_MOST = 20_000
"""Objects of one page that are looked at."""

type Box = tuple[float, float, float, float]
"""Left, top, right, bottom; from the upper left corner of the page."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is drawn on a page."""

    pictures: tuple[Box, ...]
    anything: bool
    """Whether there is any object, text included."""


def shown_on(page: Any) -> Shown:
    """The pictures of a loaded page and whether it shows anything."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    frame = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, frame)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    count = pdfium.FPDFPage_CountObjects(page)
    pictures: list[Box] = []
    for number in range(min(count, _MOST)):
        thing = pdfium.FPDFPage_GetObject(page, number)
        if not thing or pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        if not pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            continue
        if min(right.value - left.value, top.value - bottom.value) >= _SMALLEST:
            pictures.append(
                (
                    left.value - frame.left,
                    frame.top - top.value,
                    right.value - frame.left,
                    frame.top - bottom.value,
                )
            )
    return Shown(tuple(pictures), count > 0)
