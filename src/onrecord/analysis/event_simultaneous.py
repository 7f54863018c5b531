"""Clauses that tell what happened at the same time as a dated one: `said Thursday, as he met`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.analysis.event_moods import is_negated
from onrecord.analysis.event_status import status_of
from onrecord.analysis.event_times import is_of_day
from onrecord.analysis.event_words import stems_of, word_stem
from onrecord.lexicon.event_words import event_words
from onrecord.values.times import TimeExpression
from onrecord.values.vocabulary import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OF_LATER = frozenset({"would", "will", "could", "to"})
_WERE = frozenset({"was", "were"})


def same_day(
    predicate: Token, time: TimeExpression | None, placed: Sequence[tuple[TimeExpression, Span]]
) -> list[Token]:
    """The verbs of the clauses that share the day of a dated clause without naming it.

    Args:
        predicate: the verb of the dated clause.
        time: what dates it.
        placed: all time expressions of the paragraph with their words.
    """
    if time is None or not is_of_day(time) or predicate.tag_ not in ("VBD", "VBN"):
        return []
    found = [verb for verb in _beside(predicate) if _tells_same(verb, predicate)]
    found = [verb for verb in found if not _holds_time(verb, placed)]
    if not found or status_of(predicate, time) is not EventStatus.HAPPENED:
        return []
    return found


def _beside(predicate: Token) -> Iterator[Token]:
    """Adverbial clauses of a verb, also those that the parser hung on what is said to come."""
    for child in predicate.rights:
        if child.dep_ == "advcl":
            yield child
        elif child.dep_ == "ccomp" and any(c.lower_ in _OF_LATER for c in child.lefts):
            yield from (c for c in child.rights if c.dep_ == "advcl")


def _tells_same(verb: Token, above: Token) -> bool:
    lefts = list(verb.lefts)
    if not lefts or not any(c.dep_ in _SUBJECTS for c in lefts) or is_negated(verb):
        return False
    said = {c.lower_ for c in lefts if c.dep_ in ("aux", "auxpass")}
    past = verb.tag_ == "VBD" or (said and said <= _WERE)
    if not past or "had" in said or any(c.lower_ in event_words().not_then for c in verb.children):
        return False
    own = word_stem(verb)
    if own in stems_of("stative") or own in stems_of("states"):
        return False
    goes_on = verb.tag_ == "VBG"
    opens = verb.left_edge.lower_
    if opens == "as":
        return own not in stems_of("referring")
    if opens == "when":
        return not goes_on and word_stem(above) not in stems_of("about")
    return opens == "while" and goes_on


def _holds_time(verb: Token, placed: Sequence[tuple[TimeExpression, Span]]) -> bool:
    first, last = verb.left_edge.i, verb.right_edge.i
    return any(first <= words.start <= last for _, words in placed)
