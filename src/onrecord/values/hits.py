"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.values.spans import Span
from onrecord.values.stored import ArticleSummary
from onrecord.values.vocabulary import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of an article's text that holds matches; offsets in the article's text."""

    start: int
    end: int
    text: str
    role: Role
    matches: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One article that a search found, best passages first."""

    article: ArticleSummary
    passages: tuple[Passage, ...]
    count: int
    """Matches in the whole text."""
