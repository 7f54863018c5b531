"""Time expressions of a parsed paragraph, with the direction that the clause gives them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.analysis.parsed_words import parsed_words
from onrecord.analysis.tense import AFTER, Tense, governing_verb, tells_end_of_past, tense_of
from onrecord.analysis.time_grammar import Candidate, find_candidates
from onrecord.analysis.time_ranges import link_ranges
from onrecord.analysis.time_rules import time_rules
from onrecord.analysis.time_rules.vague import ADJECTIVE
from onrecord.lexicon.time_words import time_words
from onrecord.values.spans import Span
from onrecord.values.times import CountedFrom, Direction, Shape, TimeExpression, TimeForm, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Span_

_NAMES = frozenset({"WORK_OF_ART", "PERSON", "PRODUCT", "ORG", "FAC"})
_TITLES = frozenset({"WORK_OF_ART", "PRODUCT"})
"""Types of names that may be made of words of time alone."""
_TITLED = frozenset({"unit", "this-morning", "duration"})
"""Rules whose words make names of programmes: `on This Morning`, `told 90 Minutes`."""
_DOUBTED = frozenset({"vague", ADJECTIVE, "set", "month", "year", "today", "tonight"}) | _TITLED
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
    text = parsed_words(doc).text
    for candidate in find_candidates(text, time_rules()):
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
    return link_ranges(text, times)


def _expression(doc: Doc, candidate: Candidate) -> TimeExpression | None:
    """The expression that a candidate is in its sentence; None where it is no time there."""
    found = candidate.found
    words = doc.char_span(found.start, found.end, alignment_mode="expand")
    if words is None:
        return None
    if found.doubtful and words.root.ent_type_ != "DATE":
        return None
    if found.type is not TimeType.TIME and _is_in_name(words):
        return None
    if not _stands_as_time(candidate, words):
        return None
    one = TimeExpression(
        span=Span(found.start, found.end),
        type=found.type,
        form=found.form,
        rule=candidate.rule,
        counted_from=found.counted_from,
    )
    return _told(one, words, open_direction=found.open_direction)


def _told(one: TimeExpression, words: Span_, *, open_direction: bool) -> TimeExpression:
    """The expression with what its clause says of it."""
    form = one.form
    if open_direction:
        return replace(one, form=_directed(words, form))
    if form.shape is Shape.STRETCH and words[0].tag_.startswith("VB"):
        # `supplies to last five days`: a length, and the verb is no part of it
        return replace(
            one,
            span=Span(words[1].idx, one.span.end),
            form=TimeForm(shape=Shape.FIXED, value=form.value),
            counted_from=CountedFrom.NOTHING,
        )
    if form.shape is Shape.FIXED and one.type is TimeType.DATE:
        return replace(one, form=replace(form, direction=_tense_direction(words.root)))
    return one


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
    if candidate.rule in ("today", "tonight"):
        return not (root.text.istitle() and root.i and root.nbor(-1).tag_ == "NNP")
    if candidate.rule == "year":
        return not _is_number(words)
    if candidate.rule in _TITLED:
        return not _is_title(words)
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


def _is_title(words: Span_) -> bool:
    """Whether capitals say that it is a name, in a sentence that is not all in capitals."""
    if len(words) < 2 or any(token.text[0].islower() for token in words):
        return False
    sentence = words.sent
    small = sum(token.text[0].islower() for token in sentence)
    return words.start > sentence.start and 2 * small > len(sentence)


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


def _directed(words: Span_, form: TimeForm) -> TimeForm:
    """The form with its direction; a day of a month may lie near on the other side."""
    direction = _direction(words, form)
    since = words[0].i > 0 and words[0].nbor(-1).lower_ == "since"
    if direction is Direction.PAST and _is_day_of_month(form) and not since:
        direction = Direction.RATHER_PAST
    return replace(form, direction=direction)


_TOLD = {
    Tense.PAST: Direction.PAST,
    Tense.PRESENT: Direction.PRESENT,
    Tense.FUTURE: Direction.FUTURE,
    Tense.OPEN: Direction.SHIFTED,
}


def _tense_direction(token: Token) -> Direction:
    """How the clause tells of what has a full date: it fixes nothing, but bounds publication."""
    since = token.dep_ == "pobj" and token.head.lower_ == "since"
    return Direction.PAST if since else _TOLD[tense_of(token)]


def _is_day_of_month(form: TimeForm) -> bool:
    return form.shape is Shape.YEARLESS and len(form.value) > len("12")


def _head_of(words: Span_) -> Token:
    """The word that the expression hangs by: of `June 28 at 2 p.m.` the month."""
    root = words.root
    if root.tag_ != "IN" or root.i == words.start:
        return root
    return words[: root.i - words.start].root


def _direction(words: Span_, form: TimeForm) -> Direction:
    """The side that the clause says: by what the expression stands in, its preposition, tense."""
    token, before = _head_of(words), words[0].nbor(-1).lower_ if words[0].i else ""
    weekday = form.shape is Shape.WEEKDAY
    if weekday and (_is_when_told(words, token) or _is_from(token)):
        return Direction.PAST
    if form.value[:1] in _NEAR and form.direction is Direction.NEAREST:
        return Direction.NEAREST  # quarters and halves lie near whatever the tense
    if token.dep_ in _INSIDE and token.head.tag_.startswith("NN"):
        return _inside(token, form)
    tense = tense_of(token)
    lead = token.head.lower_ if token.dep_ in ("pobj", "pcomp") else ""
    lead = before if before in _DEADLINES else lead
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
    month = form.shape is Shape.YEARLESS and form.value.isdigit()
    if month and form.direction is Direction.PAST:
        return Direction.RATHER_PAST  # `it is to be ready at the start of May`
    return form.direction


def _is_when_told(words: Span_, token: Token) -> bool:
    """Whether it says when something was said: `he would stay, he wrote in a tweet on Thursday`."""
    at = words.start - 1
    if at > 0 and words.doc[at].lower_ == "on":
        at -= 1
    before = words.doc[at].lower_ if at >= 0 else ""
    if before in time_words().written:
        return True
    verb = governing_verb(token) if before in time_words().spoken else None
    return verb is not None and verb.dep_ == "ccomp" and verb.head.tag_ == "VBD"


def _is_from(token: Token) -> bool:
    """Whether it says of when something is: `the message from Tuesday is clear`."""
    lead = token.head
    return token.dep_ == "pobj" and lead.lower_ == "from" and not lead.head.tag_.startswith("VB")


def _inside(token: Token, form: TimeForm) -> Direction:
    """Before a noun: `ahead of Friday's vote`, `Friday's vote will`, `the June election`."""
    weekday = form.shape is Shape.WEEKDAY
    head = token.head
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head  # `ahead of Thursday's debate and Saturday's poll`
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ == "ahead":
        return Direction.FUTURE
    head = token.head
    if head.lower_ not in time_words().events_to_come:
        return Direction.PAST if weekday else Direction.RATHER_PAST
    if tense_of(head) is Tense.FUTURE:
        # `after the Nov. 7 briefing it will` may be over: the nearest one is meant.
        behind = head.dep_ == "pobj" and head.head.lower_ in AFTER and _is_day_of_month(form)
        return Direction.NEAREST if behind else Direction.FUTURE
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
