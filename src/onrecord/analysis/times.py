"""Time expressions of a parsed paragraph, with the direction that the clause gives them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.analysis.tense import Tense, governing_verb, tells_end_of_past, tense_of
from onrecord.analysis.time_grammar import Candidate, find_candidates
from onrecord.analysis.time_ranges import link_ranges
from onrecord.analysis.time_rules import time_rules
from onrecord.analysis.time_rules.vague import ADJECTIVE
from onrecord.lexicon.time_words import time_words
from onrecord.values.spans import Span
from onrecord.values.times import Direction, Shape, TimeExpression, TimeForm, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Span_

_NAMES = frozenset({"WORK_OF_ART", "PERSON", "PRODUCT", "ORG"})
_TITLES = frozenset({"WORK_OF_ART", "PRODUCT"})
"""Types of names that may be made of words of time alone."""
_DOUBTED = frozenset({"vague", ADJECTIVE, "set", "month", "year", "today"})
"""Rules whose words have other uses."""
_DEADLINES = frozenset({"until", "till", "by"})
_NEAR = frozenset({"Q", "H"})
"""First letters of the values of quarters and halves of a year."""
_INSIDE = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
"""Relations of a word inside a noun phrase: `Friday's attack`, `the June election`."""


def find_times(doc: Doc) -> list[TimeExpression]:
    """The expressions in order; offsets are in the paragraph."""
    times: list[TimeExpression] = []
    ranges: dict[tuple[int, int], int] = {}
    for candidate in find_candidates(doc.text, time_rules()):
        one = _expression(doc, candidate)
        if one is None:
            continue
        if candidate.found.range_end and candidate.match in ranges:
            place = ranges[candidate.match]
            one = replace(one, range=times[place].span)
            times[place] = replace(times[place], range=one.span)
        elif candidate.found.range_end:
            ranges[candidate.match] = len(times)
        times.append(one)
    return link_ranges(doc.text, times)


def _expression(doc: Doc, candidate: Candidate) -> TimeExpression | None:
    """The expression that a candidate is in its sentence; None where it is no time there."""
    found, form = candidate.found, candidate.found.form
    words = doc.char_span(found.start, found.end, alignment_mode="expand")
    if words is None:
        return None
    if found.doubtful and words.root.ent_type_ != "DATE":
        return None
    if found.type is not TimeType.TIME and _is_in_name(words):
        return None
    if not _stands_as_time(candidate, words):
        return None
    if found.open_direction:
        form = _directed(words.root, form)
    return TimeExpression(
        span=Span(found.start, found.end),
        type=found.type,
        form=form,
        rule=candidate.rule,
        counted_from=found.counted_from,
    )


def _is_in_name(words: Span_) -> bool:
    """Whether the words belong to a name or title: `Orion 1980`, the programme `This Week`."""
    first, last = words[0], words[-1]
    if first.ent_type_ not in _NAMES or last.ent_type_ != first.ent_type_:
        return False
    doc, after = first.doc, last.i + 1
    longer = first.ent_iob_ == "I" or (after < len(doc) and doc[after].ent_iob_ == "I")
    return longer or (first.ent_type_ in _TITLES and len(words) > 1)


def _stands_as_time(candidate: Candidate, words: Span_) -> bool:
    """Whether a word is used for a time here: `the daily Star`, `as soon as` are not."""
    if candidate.rule not in _DOUBTED:
        return True
    root = words.root
    if candidate.rule == ADJECTIVE:
        return (root.tag_ == "JJ" or root.dep_ == "amod") and not root.head.tag_.startswith("VB")
    if candidate.rule == "today":
        return not (root.text.istitle() and root.i and root.nbor(-1).tag_ == "NNP")
    if candidate.rule == "year":
        return not _is_number(words)
    if candidate.rule == "month":
        return not (root.tag_.startswith(("VB", "MD")) or _is_first_name(words))
    if candidate.rule == "set":
        return not (root.tag_.startswith("NN") and root.head.tag_.startswith("NN"))
    if len(words) > 1:
        return True
    after = root.nbor(1).lower_ if root.i + 1 < len(root.doc) else ""
    before = root.nbor(-1).lower_ if root.i else ""
    if (before, after) == ("as", "as") or after in ("after", "before"):
        return False
    return root.tag_ not in ("CC", "IN", "UH")


def _is_number(words: Span_) -> bool:
    """Whether four digits count what follows: `bought 1990 tickets`."""
    first, after = words[0], words[-1].i + 1
    if len(words) > 1 or not first.i or after >= len(first.doc):
        return False
    return first.nbor(-1).tag_.startswith("VB") and first.doc[after].tag_ == "NNS"


def _is_first_name(words: Span_) -> bool:
    """Whether a month alone begins a name: `April Roe`."""
    first = words[0]
    if len(words) > 1 or first.dep_ != "compound" or first.head.tag_ != "NNP":
        return False
    return first.head.i == first.i + 1 and (not first.i or first.nbor(-1).is_punct)


def _directed(token: Token, form: TimeForm) -> TimeForm:
    """The form with its direction; a day of a month may lie near on the other side."""
    direction = _direction(token, form)
    if direction is Direction.PAST and form.shape is Shape.YEARLESS and len(form.value) > 2:
        direction = Direction.RATHER_PAST
    return replace(form, direction=direction)


def _direction(token: Token, form: TimeForm) -> Direction:
    """The side that the clause says: by what the expression stands in, its preposition, tense."""
    weekday = form.shape is Shape.WEEKDAY
    if form.value[:1] in _NEAR:
        return Direction.NEAREST  # quarters and halves lie near whatever the tense
    if token.dep_ in _INSIDE and token.head.tag_.startswith("NN"):
        return _inside(token, weekday=weekday)
    tense = tense_of(token)
    lead = token.head.lower_ if token.dep_ in ("pobj", "pcomp") else ""
    if lead == "since":
        return Direction.PAST
    if lead in _DEADLINES and not _looks_back(token, lead, tense):
        return Direction.FUTURE
    if tense is Tense.FUTURE:
        return Direction.FUTURE
    if tense is Tense.PAST:
        return Direction.PAST
    if tense is Tense.PRESENT and (weekday or _takes_place(token)):
        return Direction.PRESENT
    return form.direction


def _inside(token: Token, *, weekday: bool) -> Direction:
    """Before a noun: `ahead of Friday's vote`, `Friday's vote will`, `the June election`."""
    head = token.head
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ == "ahead":
        return Direction.FUTURE
    if head.lower_ in time_words().events_to_come and tense_of(head) is Tense.FUTURE:
        return Direction.FUTURE
    return Direction.PAST if weekday else Direction.NEAREST


def _looks_back(token: Token, lead: str, tense: Tense) -> bool:
    """Whether a deadline is over: `by Friday 20 had died`, `until Friday nobody had`."""
    if tense is not Tense.PAST:
        return False
    verb = governing_verb(token)
    return lead == "by" or (verb is not None and tells_end_of_past(verb))


def _takes_place(token: Token) -> bool:
    verb = governing_verb(token)
    return verb is not None and verb.lower_ in time_words().takes_place
