"""The blocks and regions of a page: what the walk over its tree hands on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the page whose element is hidden or names itself as no part of an article."""

    parent: int
    """Number of the region around it, -1 for none; always smaller than its own number."""
    hidden: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One run of visible text without a block boundary in it."""

    text: str
    tag: str
    """Name of the innermost block element: `p`, `li`, `tr`, ..."""
    region: int
    """Number of the innermost region it lies in, -1 for none."""
    container: int
    """Number of the block element around that element; siblings share it."""
    in_quote: bool
    """Whether it lies in a blockquote."""
    words: int
    link_share: float
    """Share of its characters that are links, 0 to 1."""
    caption: str
    byline: str
    timestamp: str
    """Reason why the markup counts most of its characters as such, or empty."""


@dataclass(frozen=True, slots=True)
class BlockList:
    """All blocks of a page and the regions that they lie in."""

    blocks: tuple[Block, ...] = ()
    regions: tuple[Region, ...] = ()
    elements: tuple[str, ...] = ()
    """Class, id and itemprop of each block element, by its number."""
    depth: int = 0
    """Most elements that were open at a time."""
    count: int = 0
    """Elements in all."""
    reach: int = 0
    """Sum of the depths of all elements: what a walk from each to the root costs."""
