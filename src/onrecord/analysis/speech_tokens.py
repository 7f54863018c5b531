"""The words of a parsed paragraph by their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from onrecord.analysis.parsed_words import parsed_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Words:
    """A parsed paragraph with its text and words at hand: a `Doc` makes them anew each time."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.parsed = parsed_words(doc)
        self.text = self.parsed.text

    def meeting(self, start: int, end: int) -> list[Token]:
        """The words that share a code point with a place, white space left out."""
        return [self.doc[number] for number in self.numbers_meeting(start, end)]

    def inside(self, start: int, end: int) -> list[Token]:
        """The words that lie wholly in a place, white space left out."""
        return [self.doc[number] for number in self.numbers(start, end)]

    def numbers_meeting(self, start: int, end: int) -> list[int]:
        """The numbers of the words that share a code point with a place, white space left out."""
        ends, spaces = self.parsed.ends, self.parsed.spaces
        first = max(0, bisect_right(self.parsed.starts, start) - 1)
        last = bisect_left(self.parsed.starts, end, first)
        return [n for n in range(first, last) if ends[n] > start and not spaces[n]]

    def numbers(self, start: int, end: int) -> list[int]:
        """The numbers of the words that lie wholly in a place, white space left out."""
        ends, spaces = self.parsed.ends, self.parsed.spaces
        first = bisect_left(self.parsed.starts, start)
        last = bisect_left(self.parsed.starts, end, first)
        return [n for n in range(first, last) if ends[n] <= end and not spaces[n]]
