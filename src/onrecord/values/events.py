"""Events as one article tells them: a clause, what dates it, who takes part."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.values.spans import Span, moved_span
from onrecord.values.vocabulary import EventStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One clause that tells an event. Places are [start, end) in code points of the text."""

    sentence: Span
    """The sentence that holds the clause."""
    clause: Span
    """The clause from its first word to its last, without what frames it (`officials said`)."""
    predicate: Span
    """The verb, or the noun where the noun names the event (`Friday's attack`)."""
    time: Span | None
    """The time expression that dates the clause; None where it has none, as most headlines."""
    status: EventStatus
    """As told there: by tense, mood, negation and words such as `called off`."""
    action: str
    """Stem of the predicate, folded."""
    participants: tuple[str, ...] = ()
    """Folded names and stems of the nouns that do or undergo it; sorted, each once."""
    places: tuple[str, ...] = ()
    """Folded names of the places where it happens; sorted, each once."""
    words: tuple[str, ...] = ()
    """Stems of the content words of the clause, folded; sorted, each once."""
    source: Span | None = None
    """Who is said to have said it, where the clause is told as somebody's words."""
    self_contained: bool = True
    """Whether the sentence can be read alone: no pronoun or `the statement` at its head that
    points back."""


def moved_event(event: Event, offset: int) -> Event:
    """The event with all its places moved by `offset` code points."""
    return replace(
        event,
        sentence=moved_span(event.sentence, offset),
        clause=moved_span(event.clause, offset),
        predicate=moved_span(event.predicate, offset),
        time=moved_span(event.time, offset) if event.time else None,
        source=moved_span(event.source, offset) if event.source else None,
    )
