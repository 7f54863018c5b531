"""Whether a clause tells an event: no question, no command, no state that does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.analysis.event_clause import top_of
from onrecord.analysis.event_moods import has_no, is_negated, only_begins_then
from onrecord.analysis.event_words import is_verb, names_event, stems_of, word_stem
from onrecord.values.times import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

_NONE = frozenset({"none", "nothing", "nobody"})
_STILL = frozenset({"still", "yet"})


def is_told(predicate: Token, time: TimeExpression | None) -> bool:
    """Whether the clause tells something: neither a question nor a command, nor that there was
    nothing or that something was not so.

    Args:
        predicate: the verb or noun of the event.
        time: what dates it.
    """
    if not is_verb(predicate):
        return not (has_no(predicate) and _is_existential(predicate.head))
    if _is_no_event(predicate, time):
        return False
    top = top_of(predicate)
    while top.dep_ in ("conj", "ccomp") and top.head.i != top.i and is_verb(top.head):
        top = top_of(top.head)
    return top.head.i != top.i or not (_is_asked(top) or _is_command(top))


def _is_existential(verb: Token) -> bool:
    return any(c.dep_ == "expl" and c.lower_ == "there" for c in verb.children)


def _is_no_event(verb: Token, time: TimeExpression | None) -> bool:
    """`there was no word`, `was not ready`, `had still not gone`; not `did not meet`."""
    if _is_existential(verb):
        named = [c for c in verb.children if c.dep_ in ("attr", "dobj", "nsubj")]
        return is_negated(verb) or any(has_no(c) or c.lower_ in _NONE for c in named)
    if not is_negated(verb) or only_begins_then(verb, time):
        return False
    if word_stem(verb) in stems_of("stative"):
        return not any(c.dep_ == "dobj" and names_event(c) for c in verb.children)
    said = {c.lower_ for c in verb.children if c.dep_ in ("aux", "advmod")}
    return bool(said & _STILL) and verb.tag_ == "VBN"


def _is_asked(root: Token) -> bool:
    last = root.right_edge
    while last.i > root.i and (last.is_space or last.is_quote):
        last = last.nbor(-1)
    return last.text.startswith("?")


def _is_command(verb: Token) -> bool:
    if verb.tag_ != "VB" or verb.ent_type_:
        return False
    if verb.sent[0].tag_.startswith("NNP") and verb.sent.start != verb.i:
        return False  # a headline: the parser took the subject for something else
    return not any(
        c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "expl", "csubj") for c in verb.children
    )
