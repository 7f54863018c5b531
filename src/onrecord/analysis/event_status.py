"""How an event stands as it is told: by tense, mood, negation and words such as `called off`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.analysis.event_cancelling import (
    arranged_and_called_off,
    calls_off,
    is_sure,
    noun_called_off,
)
from onrecord.analysis.event_moods import (
    HAVE,
    as_frame,
    auxiliaries,
    has_condition,
    has_if_mark,
    has_no,
    is_called_for,
    is_hedged,
    is_negated,
    modal_status,
    only_begins_then,
)
from onrecord.analysis.event_present import (
    is_present_span,
    lies_ahead,
    lies_behind,
    present_status,
    progressive_status,
    since_then,
)
from onrecord.analysis.event_words import (
    is_one_of,
    is_verb,
    stems_of,
    word_stem,
)
from onrecord.analysis.tense import governing_verb
from onrecord.lexicon.event_words import event_words
from onrecord.lexicon.time_words import time_words
from onrecord.values.times import Shape, TimeExpression
from onrecord.values.vocabulary import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEPTH = 6
"""Governing words that are looked at."""
_BE = frozenset({"am", "is", "are", "'s", "’s", "'re", "’re", "'m", "’m"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "ll"})
_WERE = frozenset({"was", "were", "be", "been", "being"})
_HERE = frozenset({"today", "tonight"})

_THEMES_OF_CALLING_OFF = frozenset({"xcomp", "dobj", "pcomp", "csubj"})
_AHEAD_OF_US = (EventStatus.ANTICIPATED, EventStatus.SCHEDULED)


def status_of(predicate: Token, time: TimeExpression | None) -> EventStatus:
    """How the event that a verb or noun names stands, as told there."""
    if predicate.tag_ == "JJ":  # `the dividend, due Friday`
        if arranged_and_called_off(predicate, time):
            return EventStatus.CANCELLED
        planned = word_stem(predicate) in stems_of("scheduled")
        return EventStatus.SCHEDULED if planned else EventStatus.ANTICIPATED
    if not is_verb(predicate):
        return _of_noun(predicate, time)
    found = _of_verb(predicate, time, _DEPTH)
    if found in _AHEAD_OF_US and arranged_and_called_off(predicate, time):
        return EventStatus.CANCELLED
    return found


def _of_verb(verb: Token, time: TimeExpression | None, depth: int) -> EventStatus:
    mood = _mood(verb, time, depth)
    if calls_off(verb, time) and mood is not EventStatus.ANTICIPATED:
        if is_negated(verb):
            return EventStatus.DENIED
        if is_sure(verb):
            return EventStatus.CANCELLED
    if mood is EventStatus.ANTICIPATED and has_if_mark(verb):
        return mood
    if is_negated(verb) and not only_begins_then(verb, time):
        return EventStatus.DENIED
    return mood


def _mood(verb: Token, time: TimeExpression | None, depth: int) -> EventStatus:
    if depth <= 0:
        return EventStatus.HAPPENED
    said = auxiliaries(verb)
    if has_if_mark(verb):
        return EventStatus.ANTICIPATED
    if said & _WILL or verb.lower_ in _WILL:
        unsure = is_hedged(verb) or has_condition(verb)
        return EventStatus.ANTICIPATED if unsure else EventStatus.SCHEDULED
    if said & event_words().may - {"'d", "’d"}:
        return modal_status(verb, said)
    frame = as_frame(verb, said, time)
    if frame is not None:
        return frame
    if verb.tag_ == "VB" or "to" in said:
        return _infinitive(verb, said, time, depth)
    if verb.tag_ == "VBG" and not said & (_BE | _WERE | {"been"}):
        return _governed(verb, time, depth)
    if verb.tag_ == "VBN" and not said:
        return _participle(verb, time, depth)
    return _finite(verb, said, time)


def _infinitive(
    verb: Token, said: frozenset[str], time: TimeExpression | None, depth: int
) -> EventStatus:
    head = verb.head
    if head.i == verb.i or (verb.dep_ == "acl" and governing_verb(head) is None):
        # A headline: `Premier to visit Velmar`.
        return EventStatus.SCHEDULED if "to" in said else EventStatus.HAPPENED
    if verb.dep_ == "conj" and is_verb(head):
        return _of_verb(head, time, depth - 1)
    told = _under(head, "have" in said)
    if told is not None:
        return told
    own = word_stem(head)
    if own in stems_of("anticipated") and (head.dep_ == "acl" or is_called_for(verb)):
        return EventStatus.ANTICIPATED  # `the money needed to open in June`
    if verb.dep_ == "ccomp" and own in stems_of("anticipated") - stems_of("speech") | {"expect"}:
        return EventStatus.ANTICIPATED  # `expected the tariffs to rise`
    if head.tag_ == "JJ" and own not in stems_of("anticipated"):
        return _above(verb, time, depth)  # `was sorry to leave`
    if own in stems_of("implicative") or verb.dep_ in ("advcl", "ccomp"):
        return _above(verb, time, depth)
    if verb.dep_ in ("acl", "relcl") and not _is_planned(head):
        return _above(verb, time, depth)
    return EventStatus.ANTICIPATED


def _under(head: Token, perfect: bool) -> EventStatus | None:
    """What the word that governs an infinitive says by itself; `to have met` is perfect."""
    own = word_stem(head)
    if own in stems_of("denial") or own in stems_of("failure"):
        return EventStatus.DENIED
    if is_one_of(head, "cancelled"):
        return EventStatus.CANCELLED
    if own == "be" and any(c.dep_ == "attr" for c in head.children):
        return None  # `was the third storm to hit the coast`
    if own == "be" or (own == "go" and head.tag_ == "VBG"):
        if is_negated(head) and not any(c.dep_ == "acomp" for c in head.children):
            return EventStatus.DENIED  # `is not going to start`
        return EventStatus.ANTICIPATED if perfect else EventStatus.SCHEDULED
    if own in stems_of("scheduled") and head.tag_ in ("VBN", "JJ", "VBD"):
        return EventStatus.SCHEDULED
    return EventStatus.HAPPENED if perfect and own not in stems_of("anticipated") else None


def _is_planned(noun: Token) -> bool:
    return word_stem(noun) in stems_of("plan_nouns")


def _participle(verb: Token, time: TimeExpression | None, depth: int) -> EventStatus:
    """A participle without auxiliary: `a man arrested Friday`, a headline's `Man arrested`."""
    head = verb.head
    if time is not None and time.form.shape is Shape.UNIT and time.form.shift > 0:
        return EventStatus.SCHEDULED
    if verb.dep_ in ("conj", "xcomp", "ccomp") and head.i != verb.i and head.tag_ != "VBD":
        governed = _above(verb, time, depth)
        if governed is not EventStatus.ONGOING:
            return governed
    return EventStatus.HAPPENED


def _governed(verb: Token, time: TimeExpression | None, depth: int) -> EventStatus:
    head = verb.head
    node = head.head if verb.dep_ == "pcomp" else head
    stem = word_stem(node)
    if stem in stems_of("denial"):
        return EventStatus.DENIED
    if is_one_of(node, "cancelled") and verb.dep_ in _THEMES_OF_CALLING_OFF:
        return EventStatus.CANCELLED
    if verb.dep_ == "pcomp" and _looks_forward(head, node, stem):
        return EventStatus.ANTICIPATED
    if verb.dep_ == "acl" and is_present_span(time):
        return EventStatus.ONGOING
    above = _above(verb, time, depth)
    if verb.dep_ == "pcomp" and head.lower_ in ("after", "for", "of", "since", "with"):
        return EventStatus.HAPPENED if above is EventStatus.ONGOING else above
    if above is EventStatus.ONGOING and verb.dep_ not in ("xcomp", "conj"):
        return present_status(verb, time)
    return above


def _looks_forward(preposition: Token, node: Token, stem: str) -> bool:
    """`look forward to meeting`, `agreed on holding`, `plans for leaving`."""
    if stem == "look":
        return any(c.lower_ == "forward" for c in node.children)
    if preposition.lower_ not in ("to", "on", "for", "of", "about"):
        return False
    return stem in stems_of("anticipated") and stem not in stems_of("speech")


def _above(verb: Token, time: TimeExpression | None, depth: int) -> EventStatus:
    """How the clause above stands; a report above says nothing of what it reports."""
    node = governing_verb(verb.head) if verb.head.i != verb.i else None
    while node is not None and node.dep_ in ("aux", "auxpass") and node.head.i != node.i:
        node = node.head
    if node is None or node.i == verb.i:
        return EventStatus.HAPPENED
    found = _of_verb(node, time, depth - 1)
    return EventStatus.HAPPENED if found is EventStatus.DENIED else found


def _finite(verb: Token, said: frozenset[str], time: TimeExpression | None) -> EventStatus:
    if verb.dep_ == "ccomp" and word_stem(verb.head) in stems_of("denial"):
        return EventStatus.DENIED
    own = word_stem(verb)
    if own == "be" and _predicative(verb) is not None:
        return _predicative(verb) or EventStatus.HAPPENED
    if said & HAVE:
        return EventStatus.ONGOING if since_then(verb, time) else EventStatus.HAPPENED
    if verb.tag_ == "VBD" or "had" in said or said & {"was", "were", "did"}:
        return EventStatus.HAPPENED
    if said & _BE and verb.tag_ == "VBG":
        return progressive_status(verb, time)
    return present_status(verb, time)


def _predicative(verb: Token) -> EventStatus | None:
    """`is due Monday`, `was expected in June`, `is likely on Friday`."""
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "oprd") and child.tag_[:2] != "NN":
            stem = word_stem(child)
            if stem in stems_of("scheduled"):
                return EventStatus.SCHEDULED
            if stem in stems_of("anticipated"):
                return EventStatus.ANTICIPATED
    return None


def _will_do(noun: Token) -> bool:
    """`the elections, which will decide`."""
    return any(
        any(below.lower_ in ("will", "would") for below in child.children)
        and noun.lower_ in time_words().events_to_come
        for child in noun.children
        if child.dep_ == "relcl"
    )


def _of_noun(noun: Token, time: TimeExpression | None) -> EventStatus:
    before = {c.lower_ for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod")}
    words = event_words()
    if has_no(noun):
        return EventStatus.DENIED
    if before & words.cancelled_before:
        return EventStatus.CANCELLED
    if before & words.anticipated_before:
        return EventStatus.ANTICIPATED
    if before & words.scheduled_before or _will_do(noun):
        return EventStatus.SCHEDULED
    verb = governing_verb(noun.head) if noun.head.i != noun.i else None
    called_off = noun_called_off(noun, time)
    if called_off is not None:
        return EventStatus.CANCELLED if called_off else EventStatus.SCHEDULED
    if time is not None and lies_ahead(time):
        return EventStatus.SCHEDULED
    if verb is None or noun.lower_ not in time_words().events_to_come:
        return EventStatus.HAPPENED
    above = _of_verb(verb, time, _DEPTH)
    if above in (EventStatus.SCHEDULED, EventStatus.ANTICIPATED) and not lies_behind(time):
        return EventStatus.SCHEDULED
    return EventStatus.HAPPENED
