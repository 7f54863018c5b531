"""What the analysis finds in one article."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.values.events import Event
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression
from onrecord.values.vocabulary import EntityType


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it is written at one place."""

    span: Span
    type: EntityType


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The findings of one article, in order of their place."""

    article: str
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    words: int = 0
    """Tokens that were parsed."""
