"""The words of a clause: what belongs to it, and which of them names what happens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.analysis.event_words import (
    arranged_for,
    content_stem,
    is_content,
    is_noun,
    is_verb,
    names_event,
    stems_of,
    verb_stem,
    word_stem,
)
from onrecord.analysis.parsed_words import parsed_words
from onrecord.text.stems import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_OTHER_CLAUSES = frozenset({"relcl", "advcl", "parataxis"})
_LOOKED_AT = _OTHER_CLAUSES | {"conj", "ccomp", "prep", "cc", "punct"}
_TRIMMED = frozenset({"punct", "cc", "space"})
_MOST_STEPS = 8


def own_words(head: Token) -> list[Token]:
    """The words of the clause of a verb or noun, in order, without clauses of their own in it."""
    doc = head.doc
    deps = parsed_words(doc).deps
    low, high = head.left_edge.i, head.right_edge.i
    others = [
        (token.left_edge.i, token.right_edge.i)
        for n in range(low, high + 1)
        if deps[n] in _LOOKED_AT and n != head.i and _is_own_clause(token := doc[n], head)
    ]
    inside = list(doc[low : high + 1])
    if others:
        inside = [
            token
            for n, token in enumerate(inside, low)
            if n == head.i or not any(first <= n <= last for first, last in others)
        ]
    first, last = 0, len(inside) - 1
    while first < last and _is_edge(inside[first], head):
        first += 1
    while last > first and _is_edge(inside[last], head):
        last -= 1
    return inside[first : last + 1]


def _is_edge(token: Token, head: Token) -> bool:
    return token.i != head.i and (token.is_space or token.dep_ in _TRIMMED or token.is_punct)


def _is_own_clause(child: Token, head: Token) -> bool:
    dep, node = child.dep_, child.head
    if dep in _OTHER_CLAUSES:
        return True
    if dep == "conj" and is_verb(child) and is_verb(node):
        return True
    if dep == "prep":
        return child.lower_ == "according"
    if node.i != head.i:
        return False
    if dep == "ccomp":
        return child.i < head.i and is_verb(head) and word_stem(head) not in stems_of("speech")
    return child.i > head.i and is_noun(head)


def top_of(verb: Token) -> Token:
    """The verb at the head of a chain such as `is expected to begin to leave`."""
    node = verb
    for _ in range(_MOST_STEPS):
        if node.dep_ != "xcomp" or node.head.i == node.i:
            return node
        head = node.head
        node = head.head if head.dep_ in ("acomp", "oprd") and is_verb(head.head) else head
    return node


def content_below(verb: Token) -> Token | None:
    """What a report behind it reports, and what a frame such as `is expected` frames."""
    if not is_verb(verb):
        return None
    own = word_stem(verb)
    for child in verb.children:
        if not is_verb(child):
            if child.dep_ in ("acomp", "oprd") and word_stem(child) in stems_of("bare_frames"):
                below = [c for c in child.children if c.dep_ == "xcomp" and is_verb(c)]
                if below:
                    return below[0]
            continue
        if child.dep_ == "ccomp" and child.i < verb.i and own in stems_of("speech"):
            return child
        if child.dep_ == "xcomp" and (own in stems_of("bare_frames") or own == "be"):
            return child
    return None


def action_of(predicate: Token) -> str:
    """The stem of what happens: of the noun of a light verb, of a verb with its particle."""
    if not is_verb(predicate):
        return stem(predicate.lower_)
    own = verb_stem(predicate.lower_)
    objects = [c for c in predicate.children if c.dep_ in ("dobj", "nsubjpass") and is_noun(c)]
    subjects = [c for c in predicate.children if c.dep_ in ("nsubj", "nsubjpass") and is_noun(c)]
    if own in stems_of("light_verbs"):
        if own == "take" and any(stem(c.lower_) == "place" for c in objects):
            return stem(subjects[0].lower_) if subjects else "take place"
        named = [c for c in objects if names_event(c)]
        if named:
            return stem(named[0].lower_)
    if own in stems_of("arranged"):
        named = [c for c in (*objects, *subjects, predicate.head) if names_event(c)]
        if named and arranged_for(predicate):
            return stem(named[0].lower_)
    if own in stems_of("takes_place") or own == "be":
        named = [c for c in subjects if names_event(c)]
        if named:
            return stem(named[0].lower_)
    if own == "be":
        said = [c for c in predicate.children if c.dep_ in ("attr", "acomp") and is_content(c)]
        return word_stem(said[0]) if said else own
    particle = next((c.lower_ for c in predicate.children if c.dep_ == "prt"), "")
    return f"{own} {particle}" if particle else own


def words_of_clause(words: Sequence[Token], times: frozenset[int]) -> tuple[str, ...]:
    """The stems of the content words that belong to no time expression."""
    return tuple(sorted({content_stem(t) for t in words if t.i not in times} - {""}))
