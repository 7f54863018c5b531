"""How an event stands that is told in the present tense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.analysis.event_words import (
    names_event,
    stems_of,
    word_stem,
)
from onrecord.lexicon.time_words import time_words
from onrecord.values.times import CountedFrom, Direction, Shape, TimeExpression, TimeType
from onrecord.values.vocabulary import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token


_AHEAD = (Direction.FUTURE, Direction.PRESENT, Direction.AFTER)


def since_then(verb: Token, time: TimeExpression | None) -> bool:
    """Whether what has been told in the perfect goes on: `has led since`, `has been leading`."""
    if time is not None and time.form.shape is Shape.STRETCH:
        return verb.tag_ == "VBG"
    return any(c.lower_ == "since" for c in verb.children) or verb.tag_ == "VBG"


def lies_ahead(time: TimeExpression | None) -> bool:
    """Whether the expression itself points ahead: `next week`, a weekday told in the present."""
    if time is None or time.form.shape is Shape.FIXED:
        return False
    form = time.form
    if form.shape in (Shape.UNIT, Shape.DISTANCE, Shape.STRETCH):
        return form.shift > 0
    return form.direction in _AHEAD


def lies_behind(time: TimeExpression | None) -> bool:
    """Whether the expression itself points back: `last week`, a date of a year."""
    if time is None:
        return False
    form = time.form
    if form.shape in (Shape.UNIT, Shape.DISTANCE, Shape.STRETCH):
        return form.shift < 0
    return form.shape is Shape.FIXED or form.direction in (Direction.PAST, Direction.RATHER_PAST)


def progressive_status(verb: Token, time: TimeExpression | None) -> EventStatus:
    """`is leaving`: ongoing, but scheduled with a day to come."""
    ends = time is not None and time.form.part == "late"  # `at the end of the year`
    if word_stem(verb) == "go" or not (lies_ahead(time) or ends):
        return EventStatus.ONGOING
    if time is not None and time.type is TimeType.DURATION:
        return EventStatus.ONGOING
    return EventStatus.SCHEDULED


def present_status(verb: Token, time: TimeExpression | None) -> EventStatus:
    """Told in the present tense: headlines tell so of the past, calendars of what is to come."""
    own = word_stem(verb)
    if own in stems_of("ongoing"):
        return EventStatus.ONGOING
    if time is None:
        return EventStatus.ONGOING if own in stems_of("states") else EventStatus.HAPPENED
    if _is_sure_to_come(time):
        return EventStatus.SCHEDULED
    if lies_behind(time):
        return EventStatus.HAPPENED
    if since_then(verb, time):
        return EventStatus.ONGOING
    return _by_verb(verb, own, time)


def _is_sure_to_come(time: TimeExpression) -> bool:
    """`next week`, `tonight`."""
    form = time.form
    if form.shape in (Shape.UNIT, Shape.DISTANCE) and form.shift > 0:
        return True
    return form.clock in ("TNI", "TEV") and form.shape is Shape.UNIT and form.shift == 0


def _by_verb(verb: Token, own: str, time: TimeExpression) -> EventStatus:
    if own in stems_of("speech") or verb.lower_ in time_words().looks_back:
        return EventStatus.HAPPENED
    if own == "be" or verb.lower_ in time_words().takes_place:
        ahead = lies_ahead(time) and (own != "be" or _is_of_event(verb, time))
        return EventStatus.SCHEDULED if ahead else EventStatus.ONGOING
    if own in stems_of("states") or is_present_span(time):
        return EventStatus.ONGOING
    return EventStatus.SCHEDULED if _is_dated_ahead(time) else EventStatus.HAPPENED


def _is_of_event(verb: Token, time: TimeExpression) -> bool:
    """`The vote is on Friday`, `The last day is Friday`."""
    return any(
        (c.dep_ in ("nsubj", "nsubjpass", "attr") and names_event(c))
        or (
            c.dep_ in ("attr", "npadvmod")
            and c.left_edge.i == verb.i + 1
            and time.span.start <= c.idx < time.span.end
        )
        for c in verb.children
    )


def _is_dated_ahead(time: TimeExpression) -> bool:
    return lies_ahead(time) and time.form.direction is Direction.FUTURE


def is_present_span(time: TimeExpression | None) -> bool:
    """`this week`, `this year`: a stretch in which the writer stands."""
    return (
        time is not None
        and time.form.shape is Shape.UNIT
        and time.form.shift == 0
        and time.counted_from is CountedFrom.PUBLICATION
    )
