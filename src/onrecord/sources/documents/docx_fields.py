"""Fields of a Word document: their code is never shown, their result is, page numbers aside."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)


def numbers_pages(code: str) -> bool:
    """Whether a field's code gives the number of a page or of all pages."""
    return _PAGE_FIELD.match(code) is not None


@dataclass(slots=True)
class _Field:
    code: str = ""
    shown: bool = False


class Fields:
    """The fields that are open at one place, outermost first."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def hide(self) -> bool:
        """Whether text at this place is code, or the number of a page."""
        return any(not one.shown for one in self._open)

    def code(self, text: str) -> None:
        """A piece of the innermost field's code."""
        if self._open:
            self._open[-1].code += text

    def mark(self, kind: str | None) -> None:
        """A field begins, its result begins (`separate`), or it ends."""
        if kind == "begin":
            self._open.append(_Field())
        elif self._open and kind == "separate":
            self._open[-1].shown = not numbers_pages(self._open[-1].code)
        elif self._open and kind == "end":
            self._open.pop()

    def end_paragraph(self) -> None:
        """Close what is still code: a field that never ends would hide all that follows."""
        self._open = [one for one in self._open if one.shown]
