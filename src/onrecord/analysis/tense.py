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
_ANNOUNCED = frozenset({"planned", "scheduled", "expected", "slated", "due", "set"})
"""Participles that put what they modify ahead."""


class Tense(StrEnum):
    """When a clause places what it tells, seen from when it was written."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    OPEN = "open"


def tense_of(token: Token) -> Tense:
    """The tense of the verb that governs a token; OPEN where there is none or it does not tell."""
    node = token
    for _ in range(_MOST_STEPS):
        if node.tag_.startswith("VB") or node.tag_ == "MD":
            return _verb_tense(node, _MOST_STEPS)
        if node.head.i == node.i:
            break
        node = node.head
    return Tense.OPEN


def _verb_tense(verb: Token, steps: int) -> Tense:
    words = time_words()
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    said = {auxiliary.lower_ for auxiliary in auxiliaries}
    if said & words.future_auxiliaries or verb.lower_ in words.future_auxiliaries:
        return Tense.FUTURE
    if verb.tag_ == "VBD" and verb.lower_ in _ANNOUNCED - {"set"}:
        return Tense.FUTURE
    if verb.tag_ == "VBD" or said & _PERFECT or any(a.tag_ == "VBD" for a in auxiliaries):
        return Tense.PAST
    if verb.tag_ == "VB" or "to" in said:
        return _infinitive(verb, said, steps)
    if verb.tag_ in ("VBN", "VBG"):
        return _participle(verb, bool(auxiliaries), steps)
    if verb.tag_ in ("VBZ", "VBP") and not _reports(verb):
        return Tense.PRESENT
    return Tense.OPEN


def _infinitive(verb: Token, said: set[str], steps: int) -> Tense:
    words = time_words()
    if said & words.modals:
        return Tense.FUTURE
    head = verb.head
    if head.i == verb.i or not steps:
        return Tense.OPEN
    if head.lower_ in words.plans:
        return Tense.FUTURE
    return _above(head, steps)


def _participle(verb: Token, has_auxiliary: bool, steps: int) -> Tense:
    head = verb.head
    if head.i == verb.i or not steps:
        return Tense.OPEN
    if verb.lower_ in _ANNOUNCED:
        return Tense.FUTURE
    if verb.tag_ == "VBN" and not has_auxiliary:
        return Tense.PAST
    return _above(head, steps)


def _above(head: Token, steps: int) -> Tense:
    node = head
    while steps and not (node.tag_.startswith("VB") or node.tag_ == "MD"):
        if node.head.i == node.i:
            return Tense.OPEN
        node, steps = node.head, steps - 1
    return _verb_tense(node, steps - 1) if steps else Tense.OPEN


def _reports(verb: Token) -> bool:
    """Whether a verb in the present tense reports what was said: `says`, `shows`."""
    word, reports = verb.lower_, time_words().reports
    return word in reports or (word.endswith("s") and word[:-1] in reports)
