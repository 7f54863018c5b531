"""Whether what was arranged is told as called off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.analysis.event_clause import top_of
from onrecord.analysis.event_moods import (
    auxiliaries,
    has_if_mark,
    is_called_for,
    is_negated,
    modal_status,
)
from onrecord.analysis.event_words import (
    arranged_for,
    is_noun,
    is_one_of,
    is_verb,
    names_event,
    stems_of,
    word_stem,
)
from onrecord.analysis.tense import governing_verb
from onrecord.lexicon.event_words import event_words
from onrecord.text.stems import stem
from onrecord.values.times import TimeExpression
from onrecord.values.vocabulary import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOVERNED = frozenset({"xcomp", "pcomp", "ccomp", "acl", "dobj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_THEMES = frozenset({"dobj", "nsubjpass", "nsubj"})
_WILL = frozenset({"will", "shall", "'ll", "’ll"})


def calls_off(verb: Token, time: TimeExpression | None) -> bool:
    """Whether a verb calls something off, and does not only put it on the day of `time`."""
    if not is_one_of(verb, "cancelled") or arranged_for(verb, time):
        return False
    themes = [c for c in verb.children if c.dep_ in _THEMES]
    if verb.dep_ == "acl" and is_noun(verb.head):
        themes.append(verb.head)
    if is_one_of(verb, "cancelled_deeds"):
        return any(names_event(c) or word_stem(c) in stems_of("plan_nouns") for c in themes)
    if any(c.lower_ == "against" for c in verb.children):  # `pushed back against the claim`
        return False
    return bool(themes) or verb.tag_ == "VBN"


def is_sure(verb: Token) -> bool:
    """Whether a verb of calling off is told as done or decided, not weighed or asked for."""
    said = auxiliaries(verb)
    if is_negated(verb) or has_if_mark(verb) or is_called_for(verb):
        return False
    if said & event_words().may:
        return modal_status(verb, said) is not EventStatus.ANTICIPATED
    if said & _WILL or verb.tag_ not in ("VB", "VBG") or verb.dep_ not in _GOVERNED:
        return True
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    own = word_stem(above)
    if own in stems_of("anticipated") or own in stems_of("failure") or own in stems_of("denial"):
        return False
    return verb.tag_ == "VBG" or own in stems_of("implicative")


def noun_called_off(noun: Token, time: TimeExpression | None) -> bool | None:
    """Whether a verb or noun calls off what a noun names; None where none governs it."""
    head = noun.head
    if noun.dep_ == "pobj" and is_noun(head.head):
        above = head.head
        if head.lower_ == "of" and stem(above.lower_) in stems_of("callings_off"):
            return True
        if stem(above.lower_) not in stems_of("plan_nouns") or names_event(above):
            return None
        noun, head = above, above.head  # `plans for a hearing were scrapped`
    verb = governing_verb(head) if head.i != noun.i else None
    if verb is None or noun.dep_ not in _THEMES or not calls_off(verb, time):
        return None
    return is_sure(verb)


def arranged_and_called_off(verb: Token, time: TimeExpression | None) -> bool:
    """Whether what a verb arranges is called off in the same sentence: `the talks planned for
    Friday were called off`, `was due on Friday but was called off`.
    """
    head = verb.head
    if verb.dep_ == "ccomp" and verb.i < head.i and calls_off(head, time):
        # The parser took the participle for a verb of its own.
        return not any(c.dep_ in _SUBJECTS for c in head.children) and is_sure(head)
    top = top_of(verb)
    if top.dep_ == "xcomp" and top.head.tag_ == "JJ":  # `elections due to be held on Monday`
        top = top.head
    if top.dep_ in ("acl", "relcl", "amod") and is_noun(top.head) and top.head.i < top.i:
        return bool(noun_called_off(top.head, time))
    return any(_undoes(child, top) for child in top.children if child.dep_ == "conj")


def _undoes(verb: Token, first: Token) -> bool:
    """Whether a verb joined behind another calls that off: `but was cancelled`, `but the talks
    were`; not `will be held, but the parade was`.
    """
    if not is_verb(verb) or not calls_off(verb, None) or not is_sure(verb):
        return False
    own = [c for c in verb.children if c.dep_ in ("nsubjpass", "dobj") and is_noun(c)]
    named = {c.lower_ for c in first.children if c.dep_ in _SUBJECTS and names_event(c)}
    return all(names_event(c) and (not named or c.lower_ in named) for c in own)
