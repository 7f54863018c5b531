"""Time expressions of a parsed paragraph, with the direction that the clause gives them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.analysis.tense import Tense, tense_of
from onrecord.analysis.time_grammar import Candidate, find_candidates
from onrecord.analysis.time_rules import time_rules
from onrecord.analysis.time_rules.vague import ADJECTIVE
from onrecord.values.spans import Span
from onrecord.values.times import Direction, Shape, TimeExpression, TimeForm

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DEADLINES = frozenset({"until", "till", "by"})
_INSIDE = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
"""Relations of a word inside a noun phrase: `Friday's attack`, `the June election`."""


def find_times(doc: Doc) -> list[TimeExpression]:
    """The expressions in order; offsets are in the paragraph."""
    times: list[TimeExpression] = []
    ranges: dict[tuple[int, int], int] = {}
    for candidate in find_candidates(doc.text, time_rules()):
        found = candidate.found
        words = doc.char_span(found.start, found.end, alignment_mode="expand")
        if words is None or not _stands_as_time(candidate, words.root):
            continue
        form = found.form
        if found.open_direction:
            form = replace(form, direction=_direction(words.root, form))
        one = TimeExpression(
            span=Span(found.start, found.end),
            type=found.type,
            form=form,
            rule=candidate.rule,
            counted_from=found.counted_from,
        )
        if found.range_end and candidate.match in ranges:
            place = ranges[candidate.match]
            one = replace(one, range=times[place].span)
            times[place] = replace(times[place], range=one.span)
        elif found.range_end:
            ranges[candidate.match] = len(times)
        times.append(one)
    return times


def _stands_as_time(candidate: Candidate, root: Token) -> bool:
    """Whether a vague word is used for a time here: `now that`, `as soon as` are not."""
    if candidate.rule == ADJECTIVE:
        return (root.tag_ == "JJ" or root.dep_ == "amod") and not root.head.tag_.startswith("VB")
    alone = " " not in root.doc.text[candidate.found.start : candidate.found.end]
    if candidate.rule != "vague" or not alone:
        return True
    after = root.nbor(1).lower_ if root.i + 1 < len(root.doc) else ""
    before = root.nbor(-1).lower_ if root.i else ""
    if (before, after) == ("as", "as") or after in ("after", "before"):
        return False
    return root.tag_ not in ("CC", "IN", "UH")


def _direction(token: Token, form: TimeForm) -> Direction:
    """The side that the clause says: by what the expression stands in, its preposition, tense."""
    yearless = form.shape is Shape.YEARLESS
    if yearless and (form.value[0] in "QH" or len(form.value) > 2 or ":" in form.value):
        return Direction.NEAREST  # days and quarters lie near whatever the tense
    if token.dep_ in _INSIDE and token.head.tag_.startswith("NN"):
        return Direction.NEAREST if yearless else Direction.PAST
    tense = tense_of(token)
    deadline = token.dep_ == "pobj" and token.head.lower_ in _DEADLINES
    if deadline and not (tense is Tense.PAST and token.head.lower_ == "by"):
        return Direction.FUTURE
    if tense is Tense.FUTURE:
        return Direction.FUTURE
    if tense is Tense.PAST:
        return Direction.PAST
    if tense is Tense.PRESENT and form.shape is Shape.WEEKDAY:
        return Direction.FUTURE
    return form.direction
