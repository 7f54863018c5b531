"""The verb that is meant, where the parser hung an expression on a neighbour of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.analysis.event_words import is_verb, names_event, stems_of, word_stem
from onrecord.analysis.tense import governing_verb
from onrecord.values.times import Shape, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


_LOOSE = frozenset({"prep", "npadvmod", "advmod"})
_BEFORE_NAME = frozenset({"compound", "nmod"})
_LOWER = frozenset({"relcl", "advcl", "acl", "pobj", "pcomp"})
_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})


def not_ahead(verb: Token, words: Span, time: TimeExpression) -> Token:
    """What is over dates no plan and nothing present: `advised him to quit last year` dates the
    advice, `faces a charge after her death last June` the death.
    """
    head, form = verb.head, time.form
    over = form.shape in (Shape.UNIT, Shape.DISTANCE) and form.shift < 0
    over = over or words[0].lower_ == "past" or words[min(1, len(words) - 1)].lower_ == "past"
    if over and verb.tag_ in ("VBZ", "VBP", "VBG"):
        return _event_before(verb, words) or verb
    if not over or verb.tag_ != "VB":
        return verb
    if verb.dep_ == "acl":  # `voted down a plan to create it last year`
        above = governing_verb(head)
        return above if above is not None and above.tag_ == "VBD" else verb
    if verb.dep_ not in ("xcomp", "ccomp") or not is_verb(head):
        return verb
    told = head.tag_ in ("VBD", "VBG")
    return head if told and word_stem(head) in stems_of("anticipated") else verb


def _event_before(verb: Token, words: Span) -> Token | None:
    """The noun of an event right before an expression, under a verb told in the present."""
    told = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if not words.start or (verb.tag_ == "VBG" and not told & {"is", "are", "am", "'s", "’s"}):
        return None
    noun = verb.doc[words.start - 1]
    return noun if names_event(noun) and noun.i > verb.i else None


def settled(verb: Token, words: Span) -> Token | None:
    """The verb that is meant, where the parser hung the expression on a neighbour of it."""
    while verb.dep_ in ("aux", "auxpass") and is_verb(verb.head):
        verb = verb.head
    report = _report_before(verb, words)
    if report is not None:
        return report
    if verb.lower_ == "following":  # `following the vote on Friday`
        followed = [c for c in verb.children if c.dep_ in ("dobj", "pobj") and names_event(c)]
        if followed:
            return followed[0]
    if verb.dep_ == "acl" and words.start > verb.i and verb.doc[words.start - 1].text == ",":
        verb = governing_verb(verb.head) or verb  # `passed the bill, known as X, last week`
    return _under_frame(verb)


def lower_verb(node: Token, head: Token, words: Span) -> Token | None:
    """The past verb of the clause that ends right before a word of the climb, where the parser
    hung that word on something further off: `the promise he made to the council in May`.

    A comma keeps them apart, and so does a clause told as what somebody said.
    """
    if head.i >= node.i or node.dep_ not in _LOOSE or words.start < node.i:
        return None
    first = node.left_edge
    if first.i <= head.i + 2:
        return None
    last = first.nbor(-1)
    if not (first.is_alpha or first.dep_ in _BEFORE_NAME):
        return None
    verb = last
    while verb.i > head.i and verb.head.i != verb.i:
        if verb.tag_ == "VBD" and verb.dep_ in _LOWER and verb.right_edge.i == last.i:
            return verb if last.is_alpha else None
        verb = verb.head
    return None


def _report_before(verb: Token, words: Span) -> Token | None:
    """The report that an expression belongs to: `said on Tuesday the army would leave`."""
    node = verb
    for _ in range(3):
        head = node.head
        if node.dep_ not in _CLAUSES or head.i == node.i:
            return None
        if node.dep_ == "ccomp" and head.i < words[0].i and word_stem(head) in stems_of("speech"):
            return head if words[-1].i < _beginning(node, words) else None
        node = head
    return None


def _beginning(verb: Token, words: Span) -> int:
    """Where a clause begins, its own subject or `that` first; what dates it left out."""
    starts = [
        child.left_edge.i
        for child in verb.children
        if child.dep_ in ("nsubj", "nsubjpass", "mark", "csubj", "expl", "aux", "auxpass")
    ]
    starts = [start for start in starts if not words[0].i <= start <= words[-1].i]
    return min([*starts, verb.i])


def _under_frame(verb: Token) -> Token:
    """What a verb only puts on a day: `is scheduled Monday to speak`, `is likely in June to`."""
    for _ in range(3):
        heads = [verb, *(c for c in verb.children if c.dep_ in ("acomp", "oprd"))]
        below = [
            child
            for head in heads
            if word_stem(head) in stems_of("bare_frames") and _is_frame(head)
            for child in head.children
            if child.dep_ == "xcomp" and is_verb(child)
        ]
        if not below:
            return verb
        verb = below[0]
    return verb


def _is_frame(head: Token) -> bool:
    return head.lower_ != "set" or head.tag_ in ("VBN", "JJ")
