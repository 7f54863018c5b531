"""The structure tree of a tagged PDF: which element each piece of a page's text belongs to.

Browsers and word processors write it; where it is there, it tells paragraphs, headings and
list items without guessing, and the order in which they are read.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any, NamedTuple

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
class Element:
    """An element of the tree. The numbers of places are the same on all pages."""

    kind: str
    """Its type: `P`, `LI`, `NonStruct`, ..."""
    place: int
    """Which child of its parent it is, from 0."""
    parent: Element | None


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a piece of text stands in the tree."""

    order: int
    """Its place in reading order, on its page."""
    element: int
    """Number of the paragraph, heading, item or cell that holds it; 0: of none."""
    tag: str | None
    """The HTML element that says the same."""
    inside: Element | None = None
    """The innermost element that holds it."""


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
    top = min(pdfium.FPDF_StructTree_CountChildren(tree), _MOST)
    waiting = [
        _Waiting(pdfium.FPDF_StructTree_GetChildAtIndex(tree, n), n) for n in reversed(range(top))
    ]
    seen = 0
    while waiting and seen < _MOST:
        found = waiting.pop()
        if isinstance(found.thing, int):
            marks.setdefault(found.thing, Mark(len(marks), found.block, found.tag, found.parent))
            continue
        if not found.thing or found.depth > _DEEPEST:
            continue
        seen += 1
        kind = _type(pdfium, found.thing)
        block, tag, own = found.block, found.tag, _BLOCKS.get(kind)
        # the number and the text of a list item are one block
        if own is not None and not (own == "li" and tag == "li"):
            block, tag = seen, own
        element = Element(kind, found.place, found.parent)
        count = min(pdfium.FPDF_StructElement_CountChildren(found.thing), _MOST)
        waiting.extend(
            _Waiting(_child(pdfium, found.thing, n), n, element, block, tag, found.depth + 1)
            for n in reversed(range(count))
        )
    return marks


class _Waiting(NamedTuple):
    """A child that is still to be looked at, with what holds around it."""

    thing: Any
    """An element, or the number of a piece of content."""
    place: int
    parent: Element | None = None
    block: int = 0
    tag: str | None = None
    depth: int = 0


def _child(pdfium: Any, element: Any, place: int) -> Any:
    content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, place)
    return content if content >= 0 else pdfium.FPDF_StructElement_GetChildAtIndex(element, place)


def _type(pdfium: Any, element: Any) -> str:
    size = pdfium.FPDF_StructElement_GetType(element, None, 0)
    if not 2 < size < 200:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_StructElement_GetType(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
