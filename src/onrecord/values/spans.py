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


def moved_span(span: Span, offset: int) -> Span:
    """The span moved by `offset` code points."""
    return Span(span.start + offset, span.end + offset)


def moved_if_any(span: Span | None, offset: int) -> Span | None:
    """The span moved by `offset` code points, where there is one."""
    return moved_span(span, offset) if span is not None else None


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """The words at [start, end) of the article with this id."""

    article: str
    start: int
    end: int
    text: str
