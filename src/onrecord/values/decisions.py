"""What a person decided: kept in order, never overwritten by the machine."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """What a decision is about."""

    PUBLISHED = "published"
    UPDATED = "updated"
    OUTLET = "outlet"
    AGENCY = "agency"
    LABEL = "label"
    ROLE = "role"
    KEEP = "keep"
    HIDE = "hide"
    NOTE = "note"


ENTRY_DECISIONS = frozenset({What.KEEP, What.HIDE, What.NOTE})
"""Decisions about timeline entries; they hang on a sentence and change no article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision of a person about one article or one place in it."""

    number: int
    """1, 2, 3, ... in the order made."""
    what: What
    article: str
    value: str
    """As written, checked: an ISO day or `first..last`, a name, a role, a note, or `unknown`; empty
    for `keep` and `hide`."""
    start: int | None = None
    end: int | None = None
    text: str | None = None
    """At a place: the anchor's words, so that a moved text is reported, never guessed."""
    by: str = ""
    """Who decided, as far as the person said."""
    at: str = ""
    """Clock time, for the person only; never exported."""
    undone: bool = False
