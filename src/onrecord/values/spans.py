"""Spans of text and anchors: where the words stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """[start, end) in code points of one article's kept text; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs from before its end: [{self.start}, {self.end})")

    def slice(self, text: str) -> str:
        """The words at this place of `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """The words at [start, end) of the article with this id."""

    article: str
    start: int
    end: int
    text: str
