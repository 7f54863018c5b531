"""An article: its kept text, the role of every paragraph, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.values.datings import ALL_WEEKDAYS, Place
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Basis, Role


@dataclass(frozen=True, slots=True)
class Paragraph:
    """[start, end) of the kept text, its role, and the reason for it.

    A paragraph includes the line breaks after it; the paragraphs of an article
    follow each other without a gap from 0 to the end of the text.
    """

    start: int
    end: int
    role: Role
    why: str
    """Name of a reason with its values: `dateline-pattern`, `share-menu: Follow us`."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that an article says of itself, and where."""

    value: str
    basis: Basis
    span: Span | None = None
    """Where it stands in the kept text; None when it comes from metadata or an address."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article was published or updated, as far as is known."""

    days: DayInterval = DayInterval()  # noqa: RUF009 (a frozen value)
    basis: Basis = Basis.UNKNOWN
    at: str | None = None
    """Full timestamp with its zone as stamped (ISO 8601), where there is one."""
    evidence: tuple[Span, ...] = ()
    """Words of the article itself."""
    why: str = "none-found"
    weekdays: frozenset[int] = ALL_WEEKDAYS
    """The weekdays on which it may have been, Monday 1."""
    elsewhere: tuple[Place, ...] = ()
    """Words of other articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What `read_article` makes of a page. Offsets are code points of `text`."""

    id: str
    name: str
    media_type: str
    sha256: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    language: str
    """ISO 639-1 code, or `und` when there is too little text to tell."""
    headline: Field | None = None
    dek: Field | None = None
    bylines: tuple[Field, ...] = ()
    outlet: Field | None = None
    agency: Field | None = None
    dateline_place: Field | None = None
    address: str | None = None
    published: Dating = Dating()
    updated: Dating | None = None
    notes: tuple[str, ...] = ()
    """Names of things done to the text, with values: `undecodable-bytes: 3`."""

    def slice(self, span: Span) -> str:
        """The words at this place of the text."""
        return span.slice(self.text)
