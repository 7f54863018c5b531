"""Events of a parsed paragraph: clauses with what dates them, how they stand, who takes part."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from onrecord.analysis.event_attachment import dated_word
from onrecord.analysis.event_clause import (
    action_of,
    content_below,
    own_words,
    top_of,
    words_of_clause,
)
from onrecord.analysis.event_participants import arguments, participants_of, places_of
from onrecord.analysis.event_reading import Quotations, stands_alone
from onrecord.analysis.event_simultaneous import same_day
from onrecord.analysis.event_source import source_of
from onrecord.analysis.event_status import status_of
from onrecord.analysis.event_telling import is_told
from onrecord.analysis.event_times import dates, nearest_and_finest
from onrecord.analysis.event_words import is_verb, names_event
from onrecord.values.events import Event
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Span_


def find_events(doc: Doc, times: Sequence[TimeExpression], *, undated: bool = True) -> list[Event]:
    """The dated events of a paragraph, and the main clause of its first sentence.

    Args:
        doc: the parsed paragraph.
        times: its time expressions, in order; offsets are in the paragraph.
        undated: whether that main clause is wanted where nothing dates it.

    Returns:
        Events in the order of their clauses; offsets are in the paragraph. An event is undated
        only where it is the main clause of the first sentence.
    """
    if not len(doc):
        return []
    placed = [
        (one, words)
        for one in times
        if (words := doc.char_span(one.span.start, one.span.end, alignment_mode="expand"))
    ]
    dated: dict[int, list[tuple[TimeExpression, Span_]]] = {}
    for one, words in placed:
        predicate = dated_word(words, one) if dates(one) else None
        if predicate is not None and is_told(predicate, one):
            dated.setdefault(predicate.i, []).append((one, words))
    main = _main_word(doc, dated) if undated else None
    if main is not None:
        dated.setdefault(main.i, [])
    if not dated:
        return []
    chosen = {place: nearest_and_finest(doc[place], found) for place, found in dated.items()}
    for place, time in list(chosen.items()):
        for verb in same_day(doc[place], time, placed):
            chosen[verb.i] = chosen.get(verb.i) or time
    paragraph = _Paragraph(doc, placed)
    events = [paragraph.event(doc[place], time) for place, time in chosen.items()]
    return sorted(events, key=lambda e: (e.clause, e.predicate, e.time or Span(0, 1)))


class _Paragraph:
    """What the events of one paragraph share."""

    def __init__(self, doc: Doc, placed: Sequence[tuple[TimeExpression, Span_]]) -> None:
        self.entities = {i: entity for entity in doc.ents for i in range(entity.start, entity.end)}
        self.alone: dict[int, bool] = {}
        self.quotations = Quotations(doc)
        self.times = frozenset(i for _, words in placed for i in range(words.start, words.end))

    def event(self, predicate: Token, time: TimeExpression | None) -> Event:
        """The event that a verb or noun names."""
        sentence = predicate.sent
        top = top_of(predicate) if is_verb(predicate) else predicate
        words = own_words(top)
        if time is None and not is_verb(_root(top)):  # a headline: all of it tells the event
            words = [t for t in sentence if not t.is_space] or words
        if sentence.start not in self.alone:
            self.alone[sentence.start] = stands_alone(sentence)
        span = Span(sentence.start_char, sentence.end_char)
        return Event(
            sentence=span,
            clause=Span(words[0].idx, words[-1].idx + len(words[-1])),
            predicate=Span(predicate.idx, predicate.idx + len(predicate)),
            time=time.span if time is not None else None,
            status=status_of(predicate, time),
            action=action_of(predicate),
            participants=participants_of(arguments(predicate), self.entities),
            places=places_of(words, self.entities),
            words=words_of_clause(words, self.times),
            source=source_of(predicate, self.quotations),
            self_contained=self.alone[sentence.start],
        )


def _main_word(doc: Doc, dated: Container[int]) -> Token | None:
    """The main verb of the first sentence, or the noun at its head, if nothing dates it.

    What is reported is rather it than the report: `Two die in fire, police say`.
    """
    main = _root(doc[0])
    below: Token | None = main
    while below is not None and below.i not in dated:
        main, below = below, content_below(below)
    if below is not None:
        return None
    if not (is_verb(main) or names_event(main)):
        main = next((t for t in main.sent if _leads(t)), main)
    if main.i in dated or not any(c.isalpha() for c in main.text):
        return None
    return main if is_told(main, None) else None


def _root(token: Token) -> Token:
    while token.head.i != token.i:
        token = token.head
    return token


def _leads(token: Token) -> bool:
    """Whether a verb tells what a headline says whose head the parser took for a noun."""
    return is_verb(token) and token.dep_ in ("acl", "ccomp", "conj", "xcomp", "dep", "advcl")
