"""Verbs of speech in a parsed paragraph: their words, their subjects, and how they are meant."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.analysis.event_clause import top_of
from onrecord.analysis.event_participants import antecedent, subject_above
from onrecord.analysis.event_source import phrase_span
from onrecord.analysis.event_words import is_noun, is_verb, verb_stem
from onrecord.analysis.speech_tokens import Words
from onrecord.lexicon.speech_words import speech_words
from onrecord.text.stems import stem
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_AUXILIARIES = frozenset({"aux", "auxpass", "neg", "prt"})
_SUBJECTS = ("nsubj", "nsubjpass")
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
_MODALS = frozenset(
    {"would", "could", "may", "might", "should", "must", "will", "shall", "can"}
) | {*("’ll", "'ll", "wo", "ca", "’d", "'d")}
_MOST_STEPS = 4
_LAST = 3
"""Words at the end of a sentence among which a question mark may stand."""


@cache
def speech_stems(name: str) -> frozenset[str]:
    """The stems of one list of `SpeechWords`."""
    return frozenset(stem(word) for word in getattr(speech_words(), name))


def is_speech_verb(token: Token, name: str = "verbs") -> bool:
    """Whether a word is a verb of one list of `SpeechWords`, in any form."""
    return token.tag_[:2] == "VB" and verb_stem(token.lower_) in speech_stems(name)


def cue_span(verb: Token) -> Span:
    """The verb with particle, auxiliaries and negation, where they stand together."""
    first, last = verb, verb
    subjects = [c.i for c in verb.children if c.dep_ in _SUBJECTS]
    for child in verb.children:
        if child.dep_ not in _AUXILIARIES:
            continue
        between = range(min(child.i, verb.i), max(child.i, verb.i))
        if len(between) > _MOST_STEPS or any(i in between for i in subjects):
            continue
        first = child if child.i < first.i else first
        last = child if child.i > last.i else last
    return Span(first.idx, last.idx + len(last))


def speaker_of(verb: Token) -> Span | None:
    """The phrase that says who speaks: the subject, or the one shared with a clause above."""
    if any(c.dep_ == "auxpass" for c in verb.lefts):
        return _agent(verb)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        return _quoted(verb.head.head)
    if any(c.lower_ == "as" and any(b.dep_ == "pcomp" for b in c.children) for c in verb.rights):
        return _quoted(verb)
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None:
        above = subject_above(top_of(verb))
        subject = above[0] if above else None
    if subject is None or (subject.lower_ in ("it", "there") and subject.dep_ == "expl"):
        return None
    return phrase_span(antecedent(subject))


def _quoted(verb: Token) -> Span | None:
    """Whom a paper quotes: `quoted her as saying`."""
    quoted = next((c for c in verb.children if c.dep_ == "dobj"), None)
    return phrase_span(quoted) if quoted is not None else None


def _agent(verb: Token) -> Span | None:
    for child in verb.children:
        if child.dep_ in ("agent", "prep") and child.lower_ == "by":
            for below in child.children:
                if below.dep_ == "pobj" and below.ent_type_ not in ("DATE", "TIME"):
                    return phrase_span(antecedent(below))
    return None


def stance_of(paragraph: Words, cue: Span | None, source: Span | None) -> Stance:
    """Whether what a cue carries is told as said."""
    inside = paragraph.meeting(cue.start, cue.end) if cue is not None else []
    if not inside:
        return Stance.SAID
    head = _head(inside)
    if _is_negated(head, inside) or _is_by_nobody(paragraph, source):
        return Stance.NEGATED
    if _is_supposed(head, inside, asked="?" in paragraph.text):
        return Stance.HYPOTHETICAL
    return Stance.SAID


def _head(words: list[Token]) -> Token:
    """The verb of a cue that carries the words, of `is expected to say` the last; else a noun."""
    numbers = {t.i for t in words}
    head = next((t for t in words if t.head.i == t.i or t.head.i not in numbers), words[0])
    if not is_verb(head):
        head = next((t for t in reversed(words) if t.tag_[:2] == "VB"), head)
    for _ in range(_MOST_STEPS):
        below = [c for c in head.children if c.dep_ == "xcomp" and c.i in numbers and is_verb(c)]
        if not below:
            break
        head = below[0]
    return head


def _is_negated(head: Token, inside: list[Token]) -> bool:
    chain = _chain(head)
    if any(t.lower_ in _NEGATIONS for t in inside):
        return True
    if any(c.dep_ == "neg" or c.lower_ in _NEGATIONS for verb in chain for c in verb.lefts):
        return True
    refusing = _refusing()
    if is_noun(head):
        return any(c.lower_ in speech_words().nobody for c in head.lefts)
    if any(is_verb(t) and verb_stem(t.lower_) in refusing for t in (*chain, *inside)):
        return True
    before = head.nbor(-1) if head.i else None
    if before is None:
        return False
    return before.lower_ == "without" or (before.lower_ == "of" and _falls_short(before))


@cache
def _refusing() -> frozenset[str]:
    return speech_stems("refusing") - {stem("deny")}


def _falls_short(of: Token) -> bool:
    return of.i > 0 and of.nbor(-1).lower_ == "short"


def _chain(head: Token) -> list[Token]:
    """A verb and those above it that it completes: `say`, `decline` of `declined to say`."""
    chain = [head]
    while len(chain) <= _MOST_STEPS:
        node = chain[-1]
        completes = node.dep_ == "xcomp" or (node.dep_ == "pcomp" and not is_verb(node.head))
        above = node.head if completes else None
        if above is None or above.i == node.i:
            return chain
        chain.append(above)
    return chain


def _is_by_nobody(paragraph: Words, source: Span | None) -> bool:
    if source is None:
        return False
    words = paragraph.meeting(source.start, source.end)
    return bool(words) and words[0].lower_ in speech_words().nobody


def _is_supposed(head: Token, inside: list[Token], *, asked: bool) -> bool:
    if not is_verb(head):
        return False
    modal = any(c.tag_ == "MD" and c.lower_ in _MODALS for c in (*head.lefts, *inside))
    return modal or _is_bare_infinitive(head) or _is_condition(head) or (asked and _is_asked(head))


def _is_bare_infinitive(head: Token) -> bool:
    """`is expected to say`, `wanted to say`, but not `went on to say`, `called to say`."""
    if not any(c.lower_ == "to" and c.dep_ == "aux" for c in head.lefts):
        return False
    above = head.head
    if head.dep_ == "advcl" or above.i == head.i:
        return False
    return not (is_verb(above) and verb_stem(above.lower_) in speech_stems("goes_on"))


def _is_condition(head: Token) -> bool:
    node = head
    for _ in range(_MOST_STEPS):
        if any(c.dep_ == "mark" and c.lower_ in speech_words().conditions for c in node.lefts):
            return True
        if node.dep_ not in ("xcomp", "conj") or node.head.i == node.i:
            return False
        node = node.head
    return False


def _is_asked(head: Token) -> bool:
    """`Did he say that ...?`"""
    subject = next((c for c in head.lefts if c.dep_ in _SUBJECTS), None)
    if not any(t.text == "?" for t in head.sent[-_LAST:]):
        return False
    return subject is not None and any(
        c.dep_ in ("aux", "auxpass") and c.i < subject.i for c in head.lefts
    )
