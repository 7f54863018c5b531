"""A segment: the smallest piece of an article's text that gets a role.

Plain text yields a segment a line, or several where things are glued; HTML yields
one a visible block. Both go through the same labeller.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.values.vocabulary import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """[start, end) of the kept text, without the white space around it."""

    start: int
    end: int
    text: str
    """The words, as in the kept text."""
    line: int
    """Number of the line or block that it is a part of, from 0."""
    blank_before: int = 0
    """Empty lines before it (plain text)."""
    tag: str | None = None
    """Name of the innermost block element (HTML): `p`, `h2`, `li`, `figcaption`, ..."""
    markup_role: Role | None = None
    """Role that the markup states beyond doubt (HTML), such as `figcaption` or an `h1` that
    equals the page's declared headline."""
    markup_why: str = ""
    """The reason for `markup_role`."""
    outside: bool = False
    """Whether it is no part of the flow, as what stands at the edges of a sheet; its
    `markup_role` is its role, and the lines around it are neighbours."""
    extracted: bool | None = None
    """Whether the extractor counts it as article body (HTML); None without an extractor."""
