"""The incident of counts whose own sentence tells none, or tells it without where and when."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onrecord.analysis.figures.filling_article import Told, is_country, is_far
from onrecord.analysis.figures.filling_focus import Focus, one_place
from onrecord.analysis.figures.filling_places import UNSETTLED
from onrecord.analysis.figures.phrases import ScopedPhrase
from onrecord.lexicon.scope_words import same_cause, scope_words
from onrecord.values.figures import AsOf, Figure
from onrecord.values.spans import Span
from onrecord.values.times import Shape, TimeType
from onrecord.values.vocabulary import PROSE_ROLES, EntityType, FigureKind, Modality

_TOLD = frozenset({Modality.ASSERTED, Modality.REPORTED})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_WORDS_BACK = 4
_FIRST_PARAGRAPHS = 3
_PERFECT = "tense: perfect"
"""Reason of counts that run up to the day of the article: `have been killed`."""
_OWN_CAUSE = re.compile(
    r"\b(?:die[ds]?|dying|dead|deaths?) (?:of|from) (?!(?:\w+ )*(?:wound|injur))"
)
_DEEDS = re.compile(r"\b(?:deaths?|killings?|murders?|wounding|arrests?) of (?:[\w-]+ ){0,2}$")
_TOLL = re.compile(r"\btolls?\b", re.IGNORECASE)


def fill_incident(told: Told, figure: Figure, focus: Focus | None) -> Figure:
    """The count with incident, place and time of the event that its article tells it of.

    It is left as it is where its sentence, or what stands before it in its paragraph, speaks of
    another time, place or event.
    """
    if not figure.outcome or figure.modality not in _TOLD or figure.per is not None:
        return figure
    if told.sentence_of(figure.number) < 0:
        return figure
    own = _own_phrase(told, figure)
    if own is not None:
        figure = _with(told, figure, own.place, own.time, "own-incident", inferred=False)
    if figure.incident is not None and not _is_definite(told, figure.incident):
        return figure
    if figure.place is not None and figure.time is not None and figure.incident is not None:
        return figure
    if figure.incident is None and (_runs_on(figure) or tells_other(told, figure)):
        return figure
    source = _before(told, figure, focus)
    if source is None:
        return figure
    if figure.incident is None:
        figure = replace(
            figure,
            incident=source.incident,
            cause=source.cause,
            inferred=tuple(sorted({*figure.inferred, "incident"})),
        )
    rule = f"from-incident: {told.words(source.incident).lower()}"
    return _with(told, figure, source.place, source.time, rule, inferred=True)


def _runs_on(figure: Figure) -> bool:
    """Whether a figure is a state, or counts up to the day of the article."""
    return figure.kind is FigureKind.LEVEL or _PERFECT in figure.why


def tells_other(told: Told, figure: Figure) -> bool:
    """Whether a sentence counts over a war or the like, names its own cause, speaks of deaths and
    not of who died, or is of some other place without a name."""
    sentence = told.sentences[told.sentence_of(figure.number)]
    lasting = scope_words().lasting
    if any(one.cause in lasting for one in told.phrases_in(sentence.start, sentence.end)):
        return True
    if _DEEDS.search(told.text[max(figure.span.start - 30, sentence.start) : figure.span.start]):
        return True
    words = sentence.slice(told.text)
    return bool(_OWN_CAUSE.search(words) or _somewhere().search(words))


@cache
def _somewhere() -> re.Pattern[str]:
    kinds = "|".join(sorted(scope_words().named_kinds))
    return re.compile(
        rf"\b(?:an?|another|other|one|nearby) (?:[\w-]+ ){{0,2}}(?:{kinds})s?\b", re.IGNORECASE
    )


def _own_phrase(told: Told, figure: Figure) -> ScopedPhrase | None:
    span = figure.incident
    if span is None:
        return None
    return next(
        (one for one in told.phrases_in(span.start, span.end) if one.span == span and one.cause),
        None,
    )


def _with(
    told: Told,
    figure: Figure,
    place: Span | None,
    time: Span | None,
    rule: str,
    *,
    inferred: bool,
) -> Figure:
    """The count with place and time where it has none of its own."""
    place = place if figure.place is None and UNSETTLED not in figure.why else None
    if figure.time is not None or figure.as_of is AsOf.FUTURE or not _is_day(told, time):
        time = None
    filled = [name for name, one in (("place", place), ("time", time)) if one is not None]
    if not filled:
        return figure
    names = {*figure.inferred, *filled} if inferred else set(figure.inferred)
    return replace(
        figure,
        place=place or figure.place,
        time=time or figure.time,
        inferred=tuple(sorted(names)),
        why="; ".join(filter(None, (figure.why, f"{rule}: {', '.join(filled)}"))),
    )


def _is_day(told: Told, span: Span | None) -> bool:
    """Whether an expression tells a day or a few, not a length or something vague."""
    if span is None:
        return False
    return any(
        time.type in (TimeType.DATE, TimeType.TIME)
        and not time.form.value.endswith("_REF")
        and time.form.shape is not Shape.STRETCH
        for time in told.times_in(span.start, span.end)
    )


def _is_definite(told: Told, incident: Span) -> bool:
    """`the attack`: it was told before."""
    before = told.text[max(incident.start - 40, 0) : incident.start].lower().split()
    return any(word in _DEFINITE for word in before[-_WORDS_BACK:])


def _before(told: Told, figure: Figure, focus: Focus | None) -> Focus | None:
    """The incident that a count is told of: of its paragraph, else that of the article."""
    days = focus.days if focus is not None else ()
    number = told.sentence_of(figure.number)
    if number < 0:
        return None
    paragraph = told.paragraph_of(figure.number)
    opens = told.paragraphs[paragraph][0].start if paragraph >= 0 else 0
    while number >= 0 and told.sentences[number].end > opens:
        start, end = max(told.sentences[number].start, opens), told.sentences[number].end
        if any(
            is_far(time, days)
            for time in told.times_in(start, end)
            if focus is None or time.span != focus.time
        ):
            return None
        found = _told_in(told, figure, start, min(end, figure.number.start))
        if isinstance(found, Focus):
            return _finer(told, found, focus)
        if found is not None or is_elsewhere(told, figure, focus, start, end):
            return None
        number -= 1
    if focus is None or not same_cause(figure.cause, focus.cause):
        return None
    if figure.incident is None and not _may_befall(figure.outcome, focus.cause):
        return None
    if figure.incident is None and not _is_of_focus(told, figure, paragraph):
        return None
    if figure.place is not None and not _same_place(told, figure.place, focus.place):
        return None
    return focus


def _may_befall(outcome: str, cause: str) -> bool:
    """Whether an event may bring an outcome: nobody is arrested by an earthquake."""
    return outcome not in scope_words().by_police or cause in scope_words().policed


def _finer(told: Told, found: Focus, focus: Focus | None) -> Focus:
    """An incident told before a count; the article's own where that is the same more finely."""
    if focus is None or focus.place is None or found.place is None:
        return found
    wide = is_country(told.words(found.place)) and not is_country(told.words(focus.place))
    return focus if wide and same_cause(found.cause, focus.cause) else found


def _is_of_focus(told: Told, figure: Figure, paragraph: int) -> bool:
    """Whether a count without an incident is of the one that the article is about: it stands among
    its first paragraphs, or it speaks of a toll."""
    before = [role for _, role in told.paragraphs[:paragraph] if role in PROSE_ROLES]
    if len(before) < _FIRST_PARAGRAPHS:
        return True
    number = told.sentence_of(figure.number)
    return bool(_TOLL.search(told.sentences[number].slice(told.text)))


def _told_in(told: Told, figure: Figure, start: int, end: int) -> Focus | str | None:
    """The incident that a stretch before a count tells with its place; a word where it tells
    several or another; None where it tells none."""
    if end <= start:
        return None
    events = [
        one
        for one in told.phrases_in(start, end)
        if one.cause and one.cause not in scope_words().lasting and one.span != figure.incident
    ]
    if not events:
        return None
    if not all(same_cause(one.cause, figure.cause) for one in events):
        return "other"
    if figure.incident is None and not _may_befall(figure.outcome, events[-1].cause):
        return "other"
    placed = [one for one in events if one.place is not None]
    if not placed:
        return None
    place = one_place(told, [one.place for one in reversed(placed)])
    if place is None or (figure.place is not None and not _same_place(told, figure.place, place)):
        return "several"
    last = placed[-1]
    time = next((one.time for one in reversed(events) if one.time is not None), None)
    return Focus(last.span, last.cause, place, time)


def _same_place(told: Told, own: Span, other: Span | None) -> bool:
    if other is None:
        return False
    names = told.words(own), told.words(other)
    return told.key(own) == told.key(other) or is_country(names[0]) != is_country(names[1])


def is_elsewhere(told: Told, figure: Figure, focus: Focus | None, start: int, end: int) -> bool:
    """Whether a sentence names a place other than the incident's, of which it may be told."""
    known = {told.key(focus.place)} if focus is not None and focus.place is not None else set()
    if figure.place is not None:
        known.add(told.key(figure.place))
    return any(
        mention.type is EntityType.PLACE
        and told.key(mention.span) not in known
        and not is_country(told.words(mention.span))
        for mention in told.mentions_in(start, end)
    )
