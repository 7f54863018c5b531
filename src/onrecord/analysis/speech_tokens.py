"""The words of a parsed paragraph by their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Words:
    """A parsed paragraph with its text and words at hand: a `Doc` makes them anew each time."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc.text
        sizes = doc.to_array(["LENGTH", "SPACY"])
        self._starts: list[int] = [0, *(sizes[:, 0] + sizes[:, 1]).cumsum().tolist()][:-1]

    def meeting(self, start: int, end: int) -> list[Token]:
        """The words that share a code point with a place, white space left out."""
        first = max(0, bisect_right(self._starts, start) - 1)
        found = self.doc[first : bisect_left(self._starts, end)]
        return [t for t in found if t.idx + len(t) > start and not t.is_space]

    def inside(self, start: int, end: int) -> list[Token]:
        """The words that lie wholly in a place, white space left out."""
        found = self.doc[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [t for t in found if t.idx + len(t) <= end and not t.is_space]
