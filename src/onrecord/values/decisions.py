"""What a person decided: kept in order, never overwritten by the machine."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    SAME = "same"
    DIFFERENT = "different"
    UNDECIDED = "undecided"
    SPEAKER = "speaker"


ENTRY_DECISIONS = frozenset({What.KEEP, What.HIDE, What.NOTE})
"""Decisions about timeline entries; they hang on a sentence and change no article."""
PAIR_DECISIONS = frozenset({What.SAME, What.DIFFERENT, What.UNDECIDED})
"""Decisions that compare two names, wordings or figures; they change no article."""


class PairKind(StrEnum):
    """What a decision on a pair compares; its value."""

    NAME = "name"
    """Two mentions: whether they name one thing."""
    WORDING = "wording"
    """Two attributions, each from its first to its last word: whether they are one utterance."""
    FIGURE = "figure"
    """Two figures: whether they answer one question, and so stand in one series."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision of a person about one article, one place in it, or two places."""

    number: int
    """1, 2, 3, ... in the order made."""
    what: What
    article: str
    value: str
    """As written, checked: an ISO day or `first..last`, a name, a role, a note, or `unknown`; empty
    for `keep` and `hide`; of a pair what is compared (`PairKind`)."""
    start: int | None = None
    end: int | None = None
    text: str | None = None
    """At a place: the anchor's words, so that a moved text is reported, never guessed."""
    other_article: str | None = None
    """Of a pair the article of its right side; of a speaker that of a mention of the name, where
    the record has such a name."""
    other_start: int | None = None
    other_end: int | None = None
    other_text: str | None = None
    by: str = ""
    """Who decided, as far as the person said."""
    at: str = ""
    """Clock time, for the person only; never exported."""
    undone: bool = False

    @property
    def right(self) -> Decision | None:
        """The decision as it hangs on its other side; None where it has one side."""
        if self.other_article is None:
            return None
        return replace(
            self,
            article=self.other_article,
            start=self.other_start,
            end=self.other_end,
            text=self.other_text,
        )
