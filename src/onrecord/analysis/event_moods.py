"""What the words around a verb say of how it stands: auxiliaries, negation, frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.analysis.event_words import (
    arranged_for,
    is_verb,
    stems_of,
    word_stem,
)
from onrecord.lexicon.event_words import event_words
from onrecord.values.times import TimeExpression
from onrecord.values.vocabulary import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEPTH = 6
"""Governing words that are looked at."""
HAVE = frozenset({"have", "has", "'ve", "’ve"})
IF = frozenset({"if", "unless", "whether"})


_NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "cannot"})
_NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
_ENDS = frozenset({"until", "till", "before"})


def auxiliaries(verb: Token) -> frozenset[str]:
    """The auxiliaries of a verb, lower case; a verb joined by `and` shares those of the first."""
    own = frozenset(
        c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass") and not _is_month(c)
    )
    if not own and verb.dep_ == "conj" and _shares(verb):
        return auxiliaries(verb.head)
    return own


def _is_month(token: Token) -> bool:
    """Whether `May` before a number or a past tense was taken for a verb: `May said`."""
    if token.text != "May":
        return False
    after = token.i + 1
    return token.head.tag_ == "VBD" or (after < len(token.doc) and token.doc[after].is_digit)


def _shares(verb: Token) -> bool:
    head = verb.head
    if not is_verb(head) or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return False
    return verb.tag_ == head.tag_ or (verb.tag_ in ("VB", "VBN", "VBP") and head.tag_ == "VB")


def is_negated(verb: Token) -> bool:
    """Whether the verb is denied: `did not meet`, `nobody met`, `held no talks`."""
    for child in verb.children:
        dep = child.dep_
        if dep == "neg" and child.lower_ in _NOT:
            after = child.doc[child.i + 1].lower_ if child.i + 1 < len(child.doc) else ""
            if after not in ("only", "just", "long"):
                return True
        if dep in ("nsubj", "nsubjpass") and _is_nobody(child):
            return True
        if dep in ("dobj", "attr") and has_no(child):
            return word_stem(verb) in stems_of("light_verbs") | {"be"}
    return False


def has_no(noun: Token) -> bool:
    """Whether `no` stands before a noun: `no attack`."""
    return any(c.lower_ == "no" and c.dep_ == "det" for c in noun.lefts)


def _is_nobody(subject: Token) -> bool:
    if subject.lower_ in _NOBODY:
        return True
    return any(c.lower_ == "no" and c.dep_ in ("det", "neg") for c in subject.lefts)


def only_begins_then(verb: Token, time: TimeExpression | None) -> bool:
    """Whether `not until Friday` says that it was on Friday."""
    if time is None or not any(c.lower_ in _ENDS and c.dep_ == "prep" for c in verb.children):
        return False
    return any(c.lower_ in _ENDS and c.idx < time.span.start < c.idx + 30 for c in verb.children)


def as_frame(verb: Token, said: frozenset[str], time: TimeExpression | None) -> EventStatus | None:
    """What is arranged or expected: `set for Monday`, `is scheduled`, `expected in June`."""
    if arranged_for(verb, time):
        return EventStatus.SCHEDULED
    if verb.tag_ != "VBN" or said & HAVE:
        return None
    own = word_stem(verb)
    if own in stems_of("slated"):
        return EventStatus.SCHEDULED
    return EventStatus.ANTICIPATED if own in stems_of("expected") else None


def is_hedged(verb: Token) -> bool:
    """Whether an adverb makes it uncertain: `will probably meet`."""
    return any(c.dep_ == "advmod" and c.lower_ in event_words().hedges for c in verb.children)


def modal_status(verb: Token, said: frozenset[str]) -> EventStatus:
    """`would` told by a report in the past is the `will` of the one who spoke."""
    if "would" in said and "have" not in said and _report_in_past(verb) and not has_condition(verb):
        return EventStatus.ANTICIPATED if is_hedged(verb) else EventStatus.SCHEDULED
    return EventStatus.ANTICIPATED


def has_if_mark(verb: Token) -> bool:
    """Whether `if`, `unless` or `whether` opens the clause of the verb."""
    return any(c.dep_ == "mark" and c.lower_ in IF for c in verb.children)


def is_called_for(verb: Token) -> bool:
    """`called for the council to meet on Friday`."""
    return any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children)


def has_condition(verb: Token) -> bool:
    """Whether it hangs on a condition: `will close if`."""
    return any(c.dep_ == "advcl" and any(m.lower_ in IF for m in c.children) for c in verb.children)


def _report_in_past(verb: Token) -> bool:
    node = verb
    for _ in range(_DEPTH):
        if node.dep_ == "ccomp":
            head = node.head
            return head.tag_ in ("VBD", "VBN") and word_stem(head) in stems_of("speech")
        if node.dep_ not in ("conj", "relcl", "xcomp") or node.head.i == node.i:
            return False
        node = node.head
    return False
