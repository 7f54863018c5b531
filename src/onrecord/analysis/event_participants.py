"""Who takes part in an event, and where it happens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.analysis.event_clause import top_of
from onrecord.analysis.event_words import is_content, is_noun, is_verb
from onrecord.analysis.mentions import trim_name
from onrecord.text.folding import fold
from onrecord.text.stems import stem

if TYPE_CHECKING:
    from spacy.tokens import Span as Span_
    from spacy.tokens import Token

_MOST_STEPS = 8


_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "attr", "agent", "csubj"})
_SIDES = frozenset({"with", "by", "between", "against", "among"})
_WHERE = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "around", "throughout", "on", "off"}
    | {"to", "into", "toward", "towards", "over", "along", "within", "from", "through", "of"}
)
_WHERE_OF_NOUN = frozenset({"in", "at", "near", "outside", "inside", "across", "of", "off"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE", "FAC", "LOC", "EVENT"})
_DATES = frozenset({"DATE", "TIME"})


def arguments(predicate: Token) -> list[Token]:
    """The heads of the phrases that do or undergo it."""
    found = []
    if predicate.tag_ == "JJ":
        found.append(predicate.head)
    elif not is_verb(predicate):
        found += [c for c in predicate.children if c.dep_ in ("poss", "compound", "nmod", "amod")]
        found += _below_prepositions(predicate, _SIDES | {"on", "of"})
    else:
        found += _of_clause(predicate)
        top = top_of(predicate)
        if top.i != predicate.i:
            found += [c for c in top.children if c.dep_ in ("nsubj", "nsubjpass")]
        if not any(c.dep_ in ("nsubj", "nsubjpass") for c in top.children):
            found += subject_above(top)
    with_joined = []
    for token in found:
        with_joined.append(antecedent(token))
        with_joined += [c for c in token.conjuncts if c.i > token.i and not is_verb(c)]
    return with_joined


def _of_clause(verb: Token) -> list[Token]:
    found = []
    for child in verb.children:
        if child.dep_ == "agent":
            found += [c for c in child.children if c.dep_ == "pobj"]
        elif child.dep_ in _ROLES and not is_verb(child):
            found.append(child)
            found += _below_prepositions(child, _SIDES)
    return found + _below_prepositions(verb, _SIDES)


def _below_prepositions(head: Token, prepositions: frozenset[str]) -> list[Token]:
    return [
        below
        for child in head.children
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions
        for below in child.children
        if below.dep_ == "pobj"
    ]


def antecedent(token: Token) -> Token:
    """Of `which` and `who` the noun that their clause describes."""
    if token.tag_ in ("WDT", "WP") or token.lower_ == "that":
        node = token.head
        while node.dep_ in ("xcomp", "ccomp", "conj") and node.head.i != node.i:
            node = node.head
        if node.dep_ == "relcl":
            return node.head
    return token


def subject_above(verb: Token) -> list[Token]:
    """The subject that a clause without one shares with the clause or noun above it."""
    head = verb.head
    if head.i == verb.i:
        return []
    if verb.dep_ in ("acl", "relcl") and is_noun(head):
        return [head]
    for _ in range(_MOST_STEPS):
        subjects = [c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")]
        if subjects or head.head.i == head.i:
            return subjects
        head = head.head
    return []


def participants_of(heads: Sequence[Token], entities: dict[int, Span_]) -> tuple[str, ...]:
    """Folded names and head stems of the phrases at these heads."""
    found = set()
    for head in heads:
        if not (is_noun(head) or head.tag_[:2] in ("JJ", "CD")) or head.ent_type_ in _DATES:
            continue
        named = False
        for token in _phrase(head):
            entity = entities.get(token.i)
            name = _name(entity) if entity is not None and entity.label_ in _NAMES else ""
            if name:
                found.add(name)
                named = named or (entity is not None and entity.start <= head.i < entity.end)
        if not named and is_content(head) and is_noun(head):
            found.add(stem(head.lower_))
    return tuple(sorted(found))


def _phrase(head: Token) -> Iterator[Token]:
    """A noun and what stands close before it, and `of` with its noun."""
    yield head
    for child in head.children:
        if child.dep_ in ("compound", "nmod", "amod", "poss", "appos"):
            yield from _phrase(child)
        elif child.dep_ == "prep" and child.lower_ == "of":
            for below in child.children:
                yield from _phrase(below)


def _name(entity: Span_) -> str:
    return _folded_name(entity.text)


@lru_cache(maxsize=1 << 14)
def _folded_name(printed: str) -> str:
    span = trim_name(printed, 0, len(printed))
    name = " ".join(fold(span.slice(printed)).split()) if span else ""
    return name.removeprefix("the ")


def places_of(words: Sequence[Token], entities: dict[int, Span_]) -> tuple[str, ...]:
    """Folded names of the places of a clause, where a preposition of place leads to them."""
    found = set()
    for token in words:
        entity = entities.get(token.i)
        if entity is None or entity.label_ not in _PLACES:
            continue
        if _is_where(entity.root):
            found.add(_name(entity))
    return tuple(sorted(name for name in found if name))


def _is_where(token: Token) -> bool:
    node = token
    for _ in range(_MOST_STEPS):
        if node.dep_ == "pobj":
            over = node.head.head
            allowed = _WHERE if is_verb(over) else _WHERE_OF_NOUN
            if node.head.lower_ == "of":
                node = over
                continue
            return node.head.lower_ in allowed
        if node.dep_ not in ("compound", "nmod", "amod", "poss", "appos", "conj", "npadvmod"):
            return False
        node = node.head
    return False
