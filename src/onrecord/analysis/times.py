"""Time expressions of a parsed paragraph, with the direction that the sentence gives them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.analysis.time_grammar import Found, find_candidates
from onrecord.values.spans import Span
from onrecord.values.times import (
    CountedFrom,
    Direction,
    Shape,
    TimeExpression,
    TimeForm,
    TimeType,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FUTURE_AUX = frozenset({"will", "shall", "'ll", "’ll", "wo", "ll"})
_MODAL = frozenset({"would", "could", "may", "might", "should", "must", "can"})
_PLANS = frozenset(
    "plan plans planned planning expect expects expected scheduled schedule schedules due set slated"
    " hope hopes hoped intend intends intended about going likely ready want wants vow vows vowed"
    " promise promises promised agree agreed agrees".split()
)


def find_times(doc: Doc) -> list[TimeExpression]:
    """The expressions in order; offsets are in the paragraph."""
    out: list[TimeExpression] = []
    for one in find_candidates(doc.text):
        span = doc.char_span(one.start, one.end, alignment_mode="expand")
        if span is None or not _fits(one, span):
            continue
        form = one.form
        if one.open_direction:
            form = replace(form, direction=_direction(span.root, form))
        out.append(
            TimeExpression(
                span=Span(one.start, one.end),
                type=one.type,
                form=form,
                rule=one.rule,
                counted_from=one.counted_from,
            )
        )
    return out


def _fits(one: Found, span: object) -> bool:
    root = span.root  # type: ignore[attr-defined]
    if one.needs_noun:
        return bool(root.tag_ == "JJ" or root.dep_ == "amod") and root.head.pos_ != "VERB"
    if one.rule == "vague" and len(span) == 1:  # type: ignore[arg-type]
        after = root.nbor(1).lower_ if root.i + 1 < len(root.doc) else ""
        before = root.nbor(-1).lower_ if root.i else ""
        return root.tag_ not in ("CC", "IN", "UH") and not (before == "as" and after == "as") and after not in ("after", "before")
    return True


_DEADLINE = frozenset({"until", "till", "by"})
_INSIDE = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
_REPORTS = frozenset(
    "say tell report show state note add write claim suggest indicate reveal announce quote read"
    " explain believe think warn".split()
)


def _direction(token: Token, form: TimeForm) -> Direction:
    """The side of the reference that the clause says: tense, preposition, or what it modifies."""
    default = form.direction
    if form.shape is Shape.YEARLESS and (_has_day(form) or form.value[0] in "QH"):
        return Direction.NEAREST
    if token.dep_ in _INSIDE and token.head.pos_ in ("NOUN", "PROPN"):
        return Direction.PAST if form.shape is Shape.WEEKDAY else Direction.NEAREST
    tense = tense_of(token)
    if tense == "future" or _is_deadline(token, past=tense == "past"):
        return Direction.FUTURE
    if tense == "past":
        return Direction.PAST
    if tense == "present" and form.shape is Shape.WEEKDAY:
        return Direction.FUTURE
    return default if default is not Direction.SHIFTED else Direction.PAST


def _has_day(form: TimeForm) -> bool:
    return len(form.value) == 5 and form.value[2] == "-"


def _is_deadline(token: Token, *, past: bool) -> bool:
    if token.dep_ != "pobj" or token.head.lower_ not in _DEADLINE:
        return False
    return not (past and token.head.lower_ == "by")


def tense_of(token: Token) -> str:
    """`past`, `present`, `future` or empty: the tense of the clause that a token hangs on."""
    node = token
    for _ in range(12):
        if node.tag_.startswith("VB") or node.tag_ == "MD":
            return _verb_tense(node)
        if node.head.i == node.i:
            return ""
        node = node.head
    return ""


def _verb_tense(verb: Token) -> str:
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    words = {a.lower_ for a in auxiliaries}
    if words & _FUTURE_AUX:
        return "future"
    if verb.tag_ == "MD":
        return "future" if verb.lower_ in _FUTURE_AUX else ""
    if verb.lower_ in ("planned", "scheduled", "expects", "plans"):
        return "future"
    if any(a.tag_ == "VBD" for a in auxiliaries) or verb.tag_ == "VBD":
        return "past"
    if words & {"have", "has", "'ve", "’ve", "had"}:
        return "past"
    head = verb.head
    inside = head.i != verb.i
    if "to" in words or verb.tag_ == "VB":
        if words & _MODAL:
            return "future"
        if inside and (head.lower_ in _PLANS or head.lemma_ in _PLANS):
            return "future"
        return tense_of(head) if inside else ""
    if verb.tag_ in ("VBN", "VBG") and inside:
        if verb.lower_ in ("scheduled", "expected", "planned", "due", "slated", "set"):
            return "past" if head.tag_ == "VBD" and verb.dep_ == "acl" else "future"
        if verb.tag_ == "VBN" and not auxiliaries:
            return "past"
        return tense_of(head)
    if verb.tag_ in ("VBZ", "VBP"):
        return "" if verb.lemma_ in _REPORTS or verb.lower_ in _REPORTING else "present"
    return ""


_REPORTING = frozenset(f"{word}s" for word in _REPORTS)


def counts_from_expression(one: TimeExpression) -> bool:
    """Whether the expression needs another one to count from."""
    return one.counted_from is CountedFrom.EXPRESSION and one.form.shape is not Shape.FIXED


__all__ = ["TimeType", "counts_from_expression", "find_times", "tense_of"]
