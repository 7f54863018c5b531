"""Stamps of day and clock that run into the text: the article's own, and those of comments.

A pasted page may have its time line glued to the first sentence (`TORVIK | Wed Mar 5, 2014
1:00pm TORVIK (Reuters) - ...`), where no line can be told to be one. Nobody comments on what is
not published yet.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from onrecord.lexicon.dating_words import any_of, dating_words
from onrecord.lexicon.time_words import time_words
from onrecord.linking.dates.own_text import OwnText
from onrecord.values.datings import DateEvidence
from onrecord.values.days import DayInterval
from onrecord.values.times import Shape, TimeExpression, resolve
from onrecord.values.vocabulary import Role

_HEAD = 800
"""Code points from the start in which an article's own stamp is looked for."""
_NEAR = 60
"""Code points around a stamp in which a comment's words stand."""
_CLOCK_VALUE = re.compile(r"T\d\d:\d\d")
_IN_SENTENCE = re.compile(
    r"\b(?:on|at|by|from|since|until|before|after|around|of|about|and|to|the|in|for)\s+$", re.I
)
_GOES_ON = re.compile(r"\s*(?:[,)]|[a-z])")


def stamped_dates(text: OwnText) -> list[DateEvidence]:
    """The day of the stamp at the head, and that it is no later than the first comment."""
    found: list[DateEvidence] = []
    comments: list[tuple[date, TimeExpression]] = []
    for one in text.times:
        day = _stamp(text, one)
        if day is None or text.role(one.span.start) in (Role.CAPTION, Role.NOTICE):
            continue
        if _is_comment(text, one):
            comments.append((day, one))
        elif not found and _is_at_head(text, one):
            found.append(text.evidence(DayInterval.on(day), f"stamp-at-head: {day}", one.span))
    if comments:
        first = min(day for day, _ in comments)
        spans = [one.span for day, one in comments if day == first]
        found.append(text.evidence(DayInterval(None, first), f"first-comment: {first}", *spans))
    return found


def _stamp(text: OwnText, one: TimeExpression) -> date | None:
    """The day of an expression that is a full day with a clock in or after it."""
    if one.form.shape is not Shape.FIXED:
        return None
    came_to = resolve(one.form, None)
    if not came_to.days.exact:
        return None
    clock = _CLOCK_VALUE.search(came_to.value) or _clock_after().match(text.text, one.span.end)
    return came_to.days.first if clock else None


def _is_comment(text: OwnText, one: TimeExpression) -> bool:
    before = text.text[max(0, one.span.start - _NEAR) : one.span.start]
    after = text.text[one.span.end : one.span.end + _NEAR]
    return any(_comment_words().search(words) for words in (before, after))


@cache
def _clock_after() -> re.Pattern[str]:
    """A time of day with its zone; a word in capitals after it may be the first of the text."""
    zones = "|".join(sorted(zone.upper() for zone in time_words().zones))
    return re.compile(
        r"\s*(?:[-–|,;]\s*)?(?:(?i:at)\s+)?\d{1,2}[:.]\d\d(?:\s*(?i:[ap]\.?m\b\.?))?"
        rf"(?:\s+(?:{zones})\b)?"
    )


@cache
def _comment_words() -> re.Pattern[str]:
    return re.compile(any_of(dating_words().comment_marks), re.I)


@cache
def _other_words() -> re.Pattern[str]:
    return re.compile(any_of(dating_words().no_publication), re.I)


def _is_at_head(text: OwnText, one: TimeExpression) -> bool:
    """Whether it stands at the head and in no sentence: `closed on 5 March 2014, 9:30` does."""
    if one.span.start > _HEAD:
        return False
    before = text.text[max(0, one.span.start - _NEAR) : one.span.start]
    clock = _clock_after().match(text.text, one.span.end)
    end = clock.end() if clock else one.span.end
    if _other_words().search(before):
        return False
    return not _IN_SENTENCE.search(before) and not _GOES_ON.match(text.text, end)
