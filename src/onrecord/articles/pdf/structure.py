"""The structure tree of a tagged PDF: which element each piece of a page's text belongs to.

Browsers and word processors write it; where it is there, it tells paragraphs, headings and
list items without guessing, and the order in which they are read.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

_BLOCKS = {
    "P": "p", "H": "h2", "Title": "h1", "LI": "li", "LBody": "li", "Lbl": "li", "TD": "td",
    "TH": "th", "Caption": "figcaption", "BlockQuote": "p", "Note": "p", "TOCI": "li", "DT": "p",
    "DD": "p",
    **{f"H{n}": f"h{n}" for n in range(1, 7)},
}  # fmt: skip
_DEEPEST = 500
_MOST = 100_000
"""Elements of one page that are looked at."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a piece of text stands in the tree."""

    order: int
    """Its place in reading order, on its page."""
    element: int
    """Number of the paragraph, heading, item or cell that holds it; 0: of none."""
    tag: str | None
    """The HTML element that says the same."""


def page_marks(page: Any) -> dict[int, Mark]:
    """The mark of each numbered piece of content of a page; empty where it is not tagged."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    try:
        return _walk(pdfium, tree)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _walk(pdfium: Any, tree: Any) -> dict[int, Mark]:
    marks: dict[int, Mark] = {}
    top = pdfium.FPDF_StructTree_CountChildren(tree)
    roots = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, n) for n in range(min(top, _MOST))]
    waiting: list[tuple[Any, int, str | None, int]] = [(r, 0, None, 0) for r in reversed(roots)]
    seen = 0
    while waiting and seen < _MOST:
        element, block, tag, depth = waiting.pop()
        if isinstance(element, int):
            marks.setdefault(element, Mark(len(marks), block, tag))
            continue
        if not element or depth > _DEEPEST:
            continue
        seen += 1
        own = _BLOCKS.get(_type(pdfium, element))
        # the number and the text of a list item are one block
        if own is not None and not (own == "li" and tag == "li"):
            block, tag = seen, own
        children: list[tuple[Any, int, str | None, int]] = []
        for n in range(min(pdfium.FPDF_StructElement_CountChildren(element), _MOST)):
            content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, n)
            child = (
                content if content >= 0 else pdfium.FPDF_StructElement_GetChildAtIndex(element, n)
            )
            children.append((child, block, tag, depth + 1))
        waiting.extend(reversed(children))
    return marks


def _type(pdfium: Any, element: Any) -> str:
    size = pdfium.FPDF_StructElement_GetType(element, None, 0)
    if not 2 < size < 200:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_StructElement_GetType(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
