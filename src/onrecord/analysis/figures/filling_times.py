"""The day of counts whose own sentence tells none: that of the event which the article tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.event_words import stems_of, verb_stem
from onrecord.analysis.figures.filling_article import Told, is_country, is_far
from onrecord.analysis.figures.filling_focus import Focus
from onrecord.analysis.figures.filling_incidents import is_elsewhere, tells_other
from onrecord.lexicon.scope_words import same_cause, scope_words
from onrecord.values.figures import AsOf, Figure
from onrecord.values.spans import Span
from onrecord.values.times import Direction, Shape, TimeExpression, TimeType
from onrecord.values.vocabulary import PROSE_ROLES, FigureKind, Modality, Role

_TOLD = frozenset({Modality.ASSERTED, Modality.REPORTED})
_HEADS = frozenset({Role.HEADLINE, Role.DEK})
_FIRST_PARAGRAPHS = 4
_FIRST_SENTENCES = 6
_LEDE_SENTENCES = 2
_BACK = 2
"""Sentences before a count that may tell its day."""
_PERFECT = "tense: perfect"
_LONGER = re.compile(
    r"\b(?:since|so far|in all|to date|until|earlier|previous(?:ly)?|former(?:ly)?|ever|career"
    r"|overall|altogether|over the years|once|had|history|record|decades?|years?|months?|weeks?"
    r"|last time|annual(?:ly)?|each|every|typical(?:ly)?|average|usually|often|another time)\b",
    re.IGNORECASE,
)
"""Words of a sentence that counts over a longer time, or over one that is over."""
_DAY_UNITS = frozenset({"D", "TH", "TM"})
_FULL_DAY = len("2031-05-12")
_DAY = len("05-12")


def date_by_event(told: Told, figures: Sequence[Figure], focus: Focus | None) -> list[Figure]:
    """The figures of an article, counts of the past without a time with the day of their event.

    Args:
        told: the article.
        figures: of it, in order.
        focus: the incident that its top tells.
    """
    top = _top_day(told)
    return [_dated(told, one, top, focus) if _is_past(one) else one for one in figures]


def _is_past(one: Figure) -> bool:
    """Whether it is a count of the past of which nothing says when."""
    if one.kind is not FigureKind.COUNT or one.time is not None or one.as_of is not AsOf.PAST:
        return False
    return one.modality in _TOLD and one.per is None


def _is_open(told: Told, one: Figure) -> bool:
    """Whether nothing in its own sentence says when a count was counted."""
    if _PERFECT in one.why:
        return False
    own = told.sentences[told.sentence_of(one.number)]
    silent = not any(_is_dating(time) for time in told.times_in(own.start, own.end))
    return silent and _LONGER.search(told.text, own.start, own.end) is None


def _is_dating(time: TimeExpression) -> bool:
    return time.type is not TimeType.DURATION or time.form.shape is Shape.STRETCH


def _dated(told: Told, one: Figure, top: Span | None, focus: Focus | None) -> Figure:
    if told.sentence_of(one.number) < 0:
        return one
    event = _event_day(told, one)
    if event is not None:
        as_of = AsOf.SINCE if _PERFECT in one.why else AsOf.EXPRESSION
        return replace(_with(one, event, "event-day"), as_of=as_of)
    if not _is_open(told, one) or tells_other(told, one):
        return one
    before = _before(told, one)
    if before is not None:
        return _with(one, before, "sentence-before")
    if top is not None and _opens(told, one, focus):
        return _with(one, top, "lede-day")
    return one


def _with(one: Figure, time: Span, reason: str) -> Figure:
    inferred = tuple(sorted({*one.inferred, "time"}))
    why = "; ".join(part for part in (one.why, reason) if part)
    return replace(one, time=time, as_of=AsOf.EXPRESSION, inferred=inferred, why=why)


def _event_day(told: Told, one: Figure) -> Span | None:
    """The one day on which the article says that the event of a count was."""
    cause = one.cause if one.incident is not None else _own_cause(told, one)
    lasts = _PERFECT in one.why
    if not cause or cause in scope_words().lasting:
        return None
    key = told.key(one.place)
    found = [
        time
        for phrase in told.phrases
        if phrase.cause == cause
        and phrase.time is not None
        and (not key or phrase.place is None or told.key(phrase.place) == key)
        for time in told.times_in(phrase.time.start, phrase.time.end)
    ]
    printed = [time for time in found if time.form.shape in (Shape.FIXED, Shape.YEARLESS)]
    if lasts:
        found = printed  # `the quake has killed`: a weekday may be that of an aftershock
    return _only_day(told, printed or found) if found else None


def _own_cause(told: Told, one: Figure) -> str:
    """The class of the only event that a count's own sentence tells; empty without."""
    own = told.sentences[told.sentence_of(one.number)]
    if any(_is_dating(time) for time in told.times_in(own.start, own.end)):
        return ""
    causes = {phrase.cause for phrase in told.phrases_in(own.start, own.end) if phrase.cause}
    return causes.pop() if len(causes) == 1 and one.kind is FigureKind.COUNT else ""


def _before(told: Told, one: Figure) -> Span | None:
    """The one day that the sentences before a count tell in its paragraph."""
    paragraph = told.paragraph_of(one.number)
    opens = told.paragraphs[paragraph][0].start if paragraph >= 0 else 0
    number = told.sentence_of(one.number) - 1
    for _ in range(_BACK):
        if number < 0 or told.sentences[number].start < opens:
            return None
        sentence = told.sentences[number]
        times = [t for t in told.times_in(sentence.start, sentence.end) if _is_dating(t)]
        if times:
            return _only_day(told, times)
        number -= 1
    return None


def _opens(told: Told, one: Figure, focus: Focus | None) -> bool:
    """Whether a count stands in the headline or in the first paragraphs, no other time, place or
    event told before it in its own."""
    paragraph = told.paragraph_of(one.number)
    if paragraph < 0:
        return False
    if told.paragraphs[paragraph][1] in _HEADS:
        return True
    before = [span for span, role in told.paragraphs[:paragraph] if role in PROSE_ROLES]
    if not _goes_on(told, one, paragraph, focus) or _is_placed_apart(told, one, focus):
        return False
    first = before[0] if before else told.paragraphs[paragraph][0]
    sentences = told.sentence_of(one.number) - told.sentence_of(first)
    return len(before) < _FIRST_PARAGRAPHS and sentences < _FIRST_SENTENCES


def _is_placed_apart(told: Told, one: Figure, focus: Focus | None) -> bool:
    """Whether a count is of another place than the incident."""
    if one.place is None or focus is None or focus.place is None:
        return False
    names = told.words(one.place), told.words(focus.place)
    return told.key(one.place) != told.key(focus.place) and not any(map(is_country, names))


def _goes_on(told: Told, one: Figure, paragraph: int, focus: Focus | None) -> bool:
    """Whether nothing before a count in its paragraph tells of another time, place or event."""
    opens = told.paragraphs[paragraph][0].start
    number = told.sentence_of(one.number)
    while number >= 0 and told.sentences[number].end > opens:
        start, end = max(told.sentences[number].start, opens), told.sentences[number].end
        if any(
            is_far(time) and time.form.shape is not Shape.FIXED
            for time in told.times_in(start, end)
        ):
            return False
        if any(
            len(t.form.value) < _FULL_DAY
            for t in told.times_in(start, end)
            if t.form.shape is Shape.FIXED
        ):
            return False
        if is_elsewhere(told, one, focus, start, end):
            return False
        if (
            one.outcome
            and focus is not None
            and any(
                phrase.cause and not same_cause(phrase.cause, focus.cause)
                for phrase in told.phrases_in(start, end)
            )
        ):
            return False
        number -= 1
    return True


def _top_day(told: Told) -> Span | None:
    """The day that the first sentences of the lede tell, where it is one near the publication."""
    for span, role in told.paragraphs:
        if role not in PROSE_ROLES:
            continue
        first = max(told.sentence_of(span), 0)
        for sentence in told.sentences[first : first + _LEDE_SENTENCES]:
            times = [t for t in told.times_in(sentence.start, sentence.end) if _is_dating(t)]
            if times:
                day = _only_day(told, times)
                far = any(t.form.shape in (Shape.YEARLESS, Shape.FIXED) or is_far(t) for t in times)
                return None if far else day  # full dates there are mostly those of printing
        return None
    return None


def _only_day(told: Told, times: Sequence[TimeExpression]) -> Span | None:
    """The only one of some times, where it is a day and not the day on which something was said."""
    if len({(t.form.shape, t.form.value, t.form.number, t.form.shift) for t in times}) != 1:
        return None
    time = times[0]
    if not _is_day(time) or _is_when_told(told, time):
        return None
    return time.span


def _is_day(time: TimeExpression) -> bool:
    form = time.form
    if time.range is not None or "REF" in form.value:
        return False
    if form.shape is Shape.FIXED:
        return len(form.value) >= _FULL_DAY and form.value[:1].isdigit()
    if form.shape is Shape.YEARLESS:
        return len(form.value) >= _DAY and form.direction is not Direction.FUTURE
    if form.shape is Shape.WEEKDAY:
        return form.direction not in (Direction.FUTURE, Direction.AFTER)
    return (
        form.shape in (Shape.UNIT, Shape.DISTANCE) and form.unit in _DAY_UNITS and form.shift <= 0
    )


def _is_when_told(told: Told, time: TimeExpression) -> bool:
    """Whether it stands beside a verb of speech: `said on Friday`, `on Friday told`."""
    before = told.text[max(time.span.start - 40, 0) : time.span.start].lower().split()
    while before and before[-1] in ("on", "late", "early", "in", "reporters", "officials"):
        before.pop()
    speech = stems_of("speech")
    after = told.text[time.span.end : time.span.end + 20].lower().split()
    near = [*before[-1:], *after[:1]]
    return any(verb_stem(word.strip(".,:;")) in speech for word in near)
