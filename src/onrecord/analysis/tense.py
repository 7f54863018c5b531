"""The tense of the clause that a word hangs on: what lies behind and what lies ahead."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from onrecord.lexicon.time_words import time_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST_STEPS = 12
"""Heads that are climbed from a word to its verb."""
_PERFECT = frozenset({"have", "has", "had", "'ve", "’ve"})
_BE = frozenset({"am", "is", "are", "'s", "’s", "'re", "’re", "'m", "’m"})
_GOALS = frozenset({"for", "to", "until", "till", "through", "beyond"})
"""Prepositions after a verb of arranging before the day that it is arranged for."""
_CLAUSES = frozenset({"acl", "relcl"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
AFTER = frozenset({"after", "since", "following"})
"""Prepositions before what has happened: `the move comes after a vote on Tuesday`."""
_CONDITIONS = frozenset({"if", "when", "once", "unless", "until", "till", "before", "after"})
"""Words after which the present tense tells what is to come: `when parliament meets`."""
_NEGATIONS = frozenset(
    {"not", "n't", "n’t", "never", "nobody", "none", "no", "nothing", "neither", "nor"}
)


class Tense(StrEnum):
    """When a clause places what it tells, seen from when it was written."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    OPEN = "open"


def tense_of(token: Token) -> Tense:
    """The tense of the verb that governs a token; OPEN where there is none or it does not tell."""
    if _follows_past(token):
        return Tense.PAST
    node, lead, behind = token, "", False
    for _ in range(_MOST_STEPS):
        if node.tag_.startswith("VB") or node.tag_ == "MD":
            if _is_arranged(node, lead):
                return Tense.FUTURE
            tense = _verb_tense(node, _MOST_STEPS)
            return Tense.PAST if behind and tense is Tense.PRESENT else tense
        if node.head.i == node.i:
            break
        if node.tag_[:2] == "NN" and node.i != token.i and _is_to_come(node):
            return Tense.FUTURE
        if node.lower_ == "due" and node.tag_ == "JJ":
            return Tense.OPEN if _is_before_past(node.head) else Tense.FUTURE
        if lead in _GOALS and node.dep_ in _OBJECTS and _is_arranged(node.head, lead):
            return Tense.FUTURE  # `set the sentencing for June 28`
        lead = node.lower_ if node.dep_ == "prep" else ""
        behind = behind or lead in AFTER
        node = node.head
    return Tense.OPEN


def _is_to_come(noun: Token) -> bool:
    """Whether a word before a noun puts it ahead: `the looming shutdown on Thursday`."""
    return any(child.lower_ in time_words().to_come for child in noun.lefts)


def _follows_past(token: Token) -> bool:
    """Whether it stands right after a report: `said in May he would`, wherever it is attached."""
    first = token.head if token.dep_ == "pobj" and token.head.dep_ == "prep" else token
    at = min(first.left_edge.i, token.left_edge.i) - 1
    if at < 0:
        return False
    before = token.doc[at]
    return before.tag_ == "VBD" and before.lower_ in time_words().reported


def _is_arranged(verb: Token, lead: str) -> bool:
    """Whether the verb puts something off to the day: `set for Monday`, `extended until May`."""
    if lead not in _GOALS or verb.lower_ not in time_words().arranged:
        return False
    return lead in ("for", "to") or not tells_end_of_past(verb)


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token."""
    node = token
    for _ in range(_MOST_STEPS):
        if node.tag_.startswith("VB") or node.tag_ == "MD":
            return node
        if node.head.i == node.i:
            return None
        node = node.head
    return None


def tells_end_of_past(verb: Token) -> bool:
    """Whether `until` after the verb looks back: `had been`, `nobody had`, `did not`."""
    if verb.tag_ == "VBD" and verb.lower_ == "had":
        return True
    return any(child.lower_ == "had" for child in verb.children) or _is_negated(verb)


def _is_negated(verb: Token) -> bool:
    return any(
        child.dep_ == "neg"
        or child.lower_ in _NEGATIONS
        or (child.dep_[:5] == "nsubj" and any(c.lower_ in _NEGATIONS for c in child.lefts))
        for child in verb.children
    )


def _verb_tense(verb: Token, steps: int) -> Tense:
    words = time_words()
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    said = {auxiliary.lower_ for auxiliary in auxiliaries}
    if said & words.future_auxiliaries or verb.lower_ in words.future_auxiliaries:
        return Tense.FUTURE
    if _is_announced(verb, said):
        return Tense.FUTURE
    if verb.tag_ == "VBD" or said & _PERFECT or any(a.tag_ == "VBD" for a in auxiliaries):
        return Tense.PAST
    if verb.tag_ == "VB" or "to" in said or said & words.modals:
        return _infinitive(verb, said, steps)
    if verb.tag_ in ("VBN", "VBG"):
        return _participle(verb, said, steps)
    if verb.tag_ in ("VBZ", "VBP"):
        return _present(verb)
    return Tense.OPEN


def _is_announced(verb: Token, said: set[str]) -> bool:
    """Whether it puts its day ahead: `planned`, `a summit set for`; not `as planned`."""
    if verb.tag_ not in ("VBD", "VBN") or "had" in said:
        return False
    if verb.lower_ in time_words().announced:
        return not any(child.lower_ == "as" for child in verb.children)
    return verb.dep_ == "acl" and verb.lower_ == "set" and _has_goal(verb)


def _has_goal(verb: Token) -> bool:
    return any(child.dep_ == "prep" and child.lower_ == "for" for child in verb.children)


def _is_before_past(verb: Token) -> bool:
    """Whether it is told from before another past: `had been due`."""
    return any(child.lower_ in ("had", "'d", "’d") for child in verb.children)


def _present(verb: Token) -> Tense:
    if verb.lower_ in time_words().expects:
        return Tense.FUTURE  # `it expects demand to hold through March`
    if _reports(verb):
        return Tense.OPEN
    return Tense.FUTURE if _is_condition(verb) else Tense.PRESENT


def _is_condition(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(child.lower_ in _CONDITIONS for child in verb.children)


def _infinitive(verb: Token, said: set[str], steps: int) -> Tense:
    words = time_words()
    if said & words.modals:
        # `could not be reached on Friday`
        return Tense.PAST if "could" in said and _is_negated(verb) else Tense.FUTURE
    head = verb.head
    if head.i == verb.i and "to" in said:
        return Tense.FUTURE  # a headline: `Premier to visit Oslo on Monday`
    if head.i == verb.i or not steps:
        return Tense.OPEN
    if head.lower_ in words.plans or head.lower_ in _BE or head.lower_ in ("was", "were"):
        told_before = _is_before_past(head) or _is_before_past(head.head)
        return Tense.OPEN if told_before else Tense.FUTURE
    if verb.dep_ in _CLAUSES and ("be" in said or head.lower_ in words.plan_nouns):
        return Tense.FUTURE
    return _above(head, steps)


def _participle(verb: Token, said: set[str], steps: int) -> Tense:
    if said & _BE:
        return _present(verb)
    head = verb.head
    if head.i == verb.i or not steps:
        return Tense.OPEN
    if verb.tag_ == "VBN" and not said:
        return Tense.PAST
    if verb.dep_ == "pcomp" and head.head.lower_ in time_words().plans:
        return Tense.FUTURE  # `is planning on holding`
    above = _above(head, steps)
    if verb.dep_ == "pcomp" and above is Tense.PRESENT:
        return Tense.OPEN  # `is accused of shooting`, `is known for winning`
    return above


def _above(head: Token, steps: int) -> Tense:
    node = head
    while steps and not (node.tag_.startswith("VB") or node.tag_ == "MD"):
        if node.head.i == node.i:
            return Tense.OPEN
        node, steps = node.head, steps - 1
    return _verb_tense(node, steps - 1) if steps else Tense.OPEN


def _reports(verb: Token) -> bool:
    """Whether a verb in the present tense tells what has happened: `says`, `is accused of`."""
    word, reports = verb.lower_, time_words().reports
    return (
        word in time_words().looks_back
        or word in reports
        or (word.endswith("s") and word[:-1] in reports)
    )
