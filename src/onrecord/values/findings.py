"""What the analysis finds in one article."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.values.attributions import Attribution
from onrecord.values.events import Event
from onrecord.values.figures import Figure
from onrecord.values.spans import Span, moved_span
from onrecord.values.times import TimeExpression
from onrecord.values.vocabulary import EntityType


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it is written at one place."""

    span: Span
    type: EntityType
    label: str = ""
    """The language model's own label: PERSON, ORG, GPE, LOC, FAC, NORP, ..."""
    title: Span | None = None
    """Title or office printed right before it: `Gen.`, `Foreign Minister`."""
    description: Span | None = None
    """Apposition after it: `a former chief of staff`."""
    gender: str = ""
    """`f` or `m` where its own words or its sentence tell; else empty."""
    cues: tuple[str, ...] = ()
    """What else its sentence tells of it, each the name of a reason with its value; sorted."""


def moved_mention(mention: Mention, offset: int) -> Mention:
    """The mention with all its places moved by `offset` code points."""
    title, told = mention.title, mention.description
    return replace(
        mention,
        span=moved_span(mention.span, offset),
        title=moved_span(title, offset) if title else None,
        description=moved_span(told, offset) if told else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The findings of one article, in order of their place."""

    article: str
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    words: int = 0
    """Tokens that were parsed."""
