"""What comes out of a source: pages, and what has to be said about an input."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class MediaType(StrEnum):
    """The shapes in which an article reaches `read_article`."""

    PLAIN = "text/plain"
    HTML = "text/html"
    RECORD = "application/json"
    """One article as fields: a row, a line or an entry, as JSON with sorted keys."""
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    RTF = "application/rtf"
    MAIL = "message/rfc822"
    """One mail with its headers, as sent."""
    NEWS_XML = "application/xml"
    """One news item in NewsML-G2 or NITF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was given with an item from outside of its bytes; part of its identity."""

    address: str | None = None
    outlet: str | None = None
    published: str | None = None
    """A date or timestamp as it was given; it is read, not trusted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One item as received: its bytes, what they are, and what came with them."""

    data: bytes
    media_type: MediaType
    name: str
    """Base name of the file; for a member of a container `container#number`."""
    given: Given = field(default_factory=Given)
    name_dates: tuple[str, ...] = ()
    """ISO days (YYYY-MM-DD) read from the file name or from folders named by a day."""
    archived: str | None = None
    """ISO day on which an archive states that it had the page; it was published no later."""


class Severity(StrEnum):
    """How far an input could not be used."""

    NOTE = "note"
    """Read in full; something was changed or left aside."""
    PARTIAL = "partial"
    """A part could not be read; the rest was."""
    FAILED = "failed"
    """Nothing could be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What the user must be told about one input."""

    name: str
    severity: Severity
    reason: str
    """The name of a reason: `empty`, `not-text`, `too-large`, `encoding-guessed`, ..."""
    message: str
