"""Where the links of a PDF page lie."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from typing import Any, NamedTuple

_BAND = 16.0
"""Points: links are looked up by bands of this height."""
_MOST = 5_000


class _Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float


class LinkPlaces:
    """The rectangles of a page's links, in the page's own coordinates."""

    def __init__(self) -> None:
        self._bands: dict[int, list[_Box]] = defaultdict(list)

    def add(self, box: _Box) -> None:
        """One more rectangle; the height of a page bounds how many bands it can lie in."""
        first, last = int(box.bottom // _BAND), int(box.top // _BAND)
        for band in range(first, min(last, first + 1_000) + 1):
            self._bands[band].append(box)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in a link."""
        return any(
            box.left <= x <= box.right and box.bottom <= y <= box.top
            for box in self._bands.get(int(y // _BAND), ())
        )


def link_places(page: Any) -> LinkPlaces:
    """The links of a page; those that no rectangle is told for are left out."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    places = LinkPlaces()
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    rect, quad = pdfium.FS_RECTF(), pdfium.FS_QUADPOINTSF()
    for _ in range(_MOST):
        if not pdfium.FPDFLink_Enumerate(page, position, link):
            break
        count = pdfium.FPDFLink_CountQuadPoints(link)
        for number in range(min(count, 100)):
            if pdfium.FPDFLink_GetQuadPoints(link, number, quad):
                xs = (quad.x1, quad.x2, quad.x3, quad.x4)
                ys = (quad.y1, quad.y2, quad.y3, quad.y4)
                _keep(places, _Box(min(xs), min(ys), max(xs), max(ys)))
        if count <= 0 and pdfium.FPDFLink_GetAnnotRect(link, rect):
            _keep(places, _Box(rect.left, rect.bottom, rect.right, rect.top))
    return places


def _keep(places: LinkPlaces, box: _Box) -> None:
    if all(abs(value) < 1e6 for value in box):
        places.add(box)
