"""Who is said, in the same sentence, to have told of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.analysis.event_clause import top_of
from onrecord.analysis.event_participants import antecedent, subject_above
from onrecord.analysis.event_reading import Quotations
from onrecord.analysis.event_words import is_verb, stems_of, word_stem
from onrecord.values.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST_STEPS = 8


def source_of(predicate: Token, quotations: Quotations) -> Span | None:
    """Who is said, in this sentence, to have said it; None where it is the article itself.

    Args:
        predicate: the verb or noun of the event.
        quotations: those of the paragraph.
    """
    node = top_of(predicate) if is_verb(predicate) else predicate
    if node.i != predicate.i and word_stem(node) in stems_of("speech"):
        told = _agent(node)  # `was said by an inquiry to have failed`
        if told is not None:
            return told
    inner: Span | None = None
    for _ in range(_MOST_STEPS * 2):
        named = _according_to(node)
        if named is not None:
            return named
        head = node.head
        if head.i == node.i:
            break
        speaker = _reporter(node)
        if node.dep_ == "relcl" and speaker is None and not quotations.hold(predicate):
            return inner  # what a relative clause adds is the writer's own
        if _is_beside_plan(node) and not quotations.hold(predicate):
            return inner
        if speaker is not None and not quotations.hold(head):
            return speaker
        if speaker is not None and inner is None and quotations.hold(predicate):
            inner = speaker  # `“We think that it left,” said the clerk`: the clerk, if named
        node = head
    return _beside(node) or inner


def _is_beside_plan(node: Token) -> bool:
    """Whether the writer tells when a report was made: `said they would leave, as he met`."""
    if node.dep_ != "advcl" or node.tag_ != "VBD" or node.left_edge.lower_ != "as":
        return False
    return any(c.lower_ in ("would", "will") for c in node.head.lefts)


def _reporter(node: Token) -> Span | None:
    """Who reports a clause that hangs on a verb of speech."""
    verb = _misplaced_report(node) if node.dep_ in ("acl", "relcl") else node.head
    if verb is None or (node.dep_ == "ccomp" and word_stem(verb) not in stems_of("speech")):
        return None
    return _speaker(verb) if node.dep_ in ("ccomp", "acl", "relcl") else None


def _misplaced_report(node: Token) -> Token | None:
    """The verb of a report that the parser hung on who hears or gives it: `told the court that`,
    `was said by a court to have`.
    """
    opens = {c.lower_ for c in node.lefts if c.dep_ in ("mark", "aux")}
    noun, over = node.head, node.head.head
    if noun.dep_ == "pobj" and over.dep_ == "agent" and opens & {"that", "to"}:
        return over.head if word_stem(over.head) in stems_of("speech") else None
    heard = noun.dep_ in ("dobj", "dative") and "that" in opens
    return over if heard and word_stem(over) in stems_of("addressing") else None


def _beside(node: Token) -> Span | None:
    for child in node.children:
        if child.dep_ == "parataxis" and word_stem(child) in stems_of("speech"):
            return _speaker(child)
    return None


def _speaker(verb: Token) -> Span | None:
    if any(c.dep_ == "auxpass" for c in verb.lefts):
        agent = _agent(verb)
        if agent is not None or word_stem(verb) in stems_of("addressing"):
            return agent  # `was told by the police that`
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return phrase_span(antecedent(child))
    for head in subject_above(top_of(verb)):
        return phrase_span(antecedent(head))
    return None


def _agent(verb: Token) -> Span | None:
    for child in verb.children:
        if child.dep_ in ("agent", "prep") and child.lower_ == "by":
            for below in child.children:
                if below.dep_ == "pobj" and below.ent_type_ not in ("DATE", "TIME"):
                    return phrase_span(antecedent(below))
    return None


def _according_to(node: Token) -> Span | None:
    for child in node.children:
        if child.lower_ == "according":
            for to in child.children:
                for below in to.children:
                    if below.dep_ == "pobj":
                        return phrase_span(below)
    return None


_OCCASION = frozenset({"in", "on", "during", "after", "before"})
"""Prepositions behind a name that tell when or where he spoke, rather than who he is."""


def phrase_span(head: Token) -> Span:
    """A noun phrase without relative clauses, participles and marks at its ends; of a name also
    without the occasion behind it (`Brisk in an interview on Monday`)."""
    found, waiting = [head], [head]
    while waiting:
        for child in waiting.pop().children:
            if child.dep_ not in ("relcl", "acl", "parataxis", "advcl", "punct") and not (
                child.head.i == head.i and head.tag_ in ("NNP", "PRP") and _is_occasion(child)
            ):
                found.append(child)
                waiting.append(child)
    first, last = min(found, key=lambda t: t.i), max(found, key=lambda t: t.i)
    end = last.idx + len(last)
    inner = head.doc[first.i : last.i + 2]
    if inner[-1].text == ")" and any(t.text == "(" for t in inner):
        end = inner[-1].idx + 1
    return Span(first.idx, end)


def _is_occasion(word: Token) -> bool:
    return word.dep_ == "prep" and word.lower_ in _OCCASION
