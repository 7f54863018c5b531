"""The incident that an article is about: what its headline and first sentences tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.analysis.figures.filling_article import Told, full_date, is_country, is_far
from onrecord.analysis.figures.phrases import ScopedPhrase
from onrecord.lexicon.scope_words import same_cause, scope_words
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Role

_HEADS = frozenset({Role.HEADLINE, Role.DEK})
_LEDE_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Focus:
    """What happened, where and when, as the top of an article tells it."""

    incident: Span
    cause: str
    place: Span | None
    time: Span | None
    days: tuple[date, ...] = ()
    """Full dates that the top prints."""


def top_of(told: Told) -> list[tuple[int, int]]:
    """[start, end) of the headline, the dek and the first sentences of the first paragraph."""
    found: list[tuple[int, int]] = []
    for span, role in told.paragraphs:
        if role in _HEADS and len(found) < 2:
            found.append((span.start, span.end))
        if role in (Role.LEDE, Role.BODY):
            number = told.sentence_of(span)
            number += 0 if number >= 0 and told.sentences[number].start >= span.start else 1
            stop = min(number + _LEDE_SENTENCES, len(told.sentences)) - 1
            end = min(told.sentences[stop].end, span.end) if stop >= 0 else span.end
            found.append((span.start, max(end, span.start + 1)))
            break
    return found


def focus_of(told: Told) -> Focus | None:
    """The incident that the top of an article tells; None where it tells none or several."""
    top = top_of(told)
    days = tuple(
        day
        for start, end in top
        for time in told.times_in(start, end)
        if (day := full_date(time)) is not None
    )
    events = [
        phrase
        for start, end in top
        for phrase in told.phrases_in(start, end)
        if phrase.cause and phrase.cause not in scope_words().lasting
    ]
    events = [phrase for phrase in events if not _is_past(told, phrase, days)]
    if not events:
        return None
    first = events[0]
    same = [phrase for phrase in events if same_cause(phrase.cause, first.cause)]
    place = one_place(told, [phrase.place for phrase in same])
    if place is None and any(phrase.place is not None for phrase in same):
        return None
    times = [phrase.time for phrase in same if phrase.time is not None]
    kept = next((one for one in reversed(times) if not _is_full(told, one)), None)
    narrow = max(same, key=lambda phrase: (phrase.place is not None, phrase.time is not None))
    time = kept or (times[-1] if times else None)
    return Focus(narrow.span, narrow.cause, place, time, days)


def _is_past(told: Told, phrase: ScopedPhrase, days: Sequence[date]) -> bool:
    return phrase.time is not None and any(
        is_far(time, days) for time in told.times_in(phrase.time.start, phrase.time.end)
    )


def _is_full(told: Told, span: Span) -> bool:
    return any(full_date(time) is not None for time in told.times_in(span.start, span.end))


def one_place(told: Told, places: Sequence[Span | None]) -> Span | None:
    """The one place that several places come to: countries give way to what is inside one; None
    where two others compete.

    Args:
        told: the article.
        places: in order of preference; None where nothing names one.
    """
    named = [place for place in places if place is not None]
    finer = [place for place in named if not is_country(told.words(place))]
    kept = finer or named
    outer = told.outer
    kept = [
        one for one in kept if not any(told.key(one) in outer.get(told.key(o), ()) for o in kept)
    ]
    keys = {told.key(place) for place in kept}
    return kept[0] if len(keys) == 1 else None
