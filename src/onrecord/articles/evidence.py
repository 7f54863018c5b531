"""What a reader hands to the fields: text, segments, and what was said outside of the text."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.articles.header_lines import HeaderLine
from onrecord.articles.segments import Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is said of an article outside of its visible text; None where nothing is."""

    headline: str | None = None
    dek: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    """As it stands."""
    updated: str | None = None
    address: str | None = None
    language: str | None = None
    agencies: tuple[str, ...] = ()
    """Credits, sources and copyright notices in which an agency may be named."""
    dateline_place: str | None = None
    """Where it was written, as stated beside the text."""
    source: str = "record"
    """Where it was read: `record`, `json-ld`, `open-graph`, `meta`, ..."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as a reader took it out of its bytes, before roles."""

    text: str
    segments: tuple[Segment, ...]
    metadata: Metadata = Metadata()
    header: tuple[HeaderLine, ...] = ()
    notes: tuple[str, ...] = ()
