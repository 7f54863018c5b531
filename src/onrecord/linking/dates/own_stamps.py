"""Stamps of day and clock that run into the text: the article's own, and those of comments.

A pasted page may have its time line glued to the first sentence (`TORVIK | Wed Mar 5, 2014
1:00pm TORVIK (Reuters) - ...`), where no line can be told to be one. A stamp that says when a
page was last updated may be a day late. Nobody comments on what is not published yet, and where
many do the first of them does so within days.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from onrecord.lexicon.dating_words import any_of, dating_words
from onrecord.lexicon.stamps import Stamp, find_stamps
from onrecord.lexicon.time_words import time_words
from onrecord.linking.dates.own_text import OwnText
from onrecord.values.datings import DateEvidence
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.times import Shape, TimeExpression, resolve
from onrecord.values.vocabulary import Role

_HEAD = 900
"""Code points from the start in which an article's own stamp is looked for."""
_NEAR = 60
"""Code points around a stamp in which a comment's words stand."""
_UPDATE_DAYS = 1
"""Days by which the only stamp at the head, of an update, is late: 47 of 49 none, 2 one."""
_MANY_COMMENTS = 5
_COMMENT_DAYS = 7
"""Days within which the first of many comments is written: 27 of 27 within one."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK_OR_UPDATE = re.compile(r"\d[:.]\d\d|\d\s?[ap]\.?\s?m\b|\bupdated", re.I)
"""What a stamp is not without; much faster to look for than stamps."""
_CLOCK_VALUE = re.compile(r"T\d\d:\d\d")
_IN_SENTENCE = re.compile(
    r"\b(?:on|at|by|from|since|until|before|after|around|of|about|and|to|the|in|for)\s+$", re.I
)
_GOES_ON = re.compile(r"\s*(?:[,)]|[a-z])")
_LAST_WORD = re.compile(r"\s[A-Z][A-Za-z]*$")
_UPDATED_BEFORE = re.compile(r"\b(?:last\s+)?updated?(?:\s+(?:at|on))?\s*:?\s*$", re.I)
_UPDATED_AFTER = re.compile(r"\s*(?:last\s+)?updated\s*(?:at|:)\s*\d{1,2}[:.]\d\d", re.I)


def stamped_dates(text: OwnText) -> list[DateEvidence]:
    """The day of the stamp at the head, and what the comments bound."""
    return [*_at_head(text), *_comments(text)]


def _at_head(text: OwnText) -> list[DateEvidence]:
    """The day of the first stamp of the article itself; where none is, what an update bounds."""
    head = text.text[: _HEAD + _NEAR]
    if not _YEAR.search(head) or not _CLOCK_OR_UPDATE.search(head):
        return []
    stamps = [
        one
        for one in find_stamps(head)
        if one.start <= _HEAD and text.role(one.start) not in (Role.CAPTION, Role.NOTICE)
    ]
    updates: list[tuple[date, Span]] = []
    for one, last in zip(stamps, (None, *stamps), strict=False):
        if len(one.days) != 1:
            continue
        day, span = one.days[0], Span(one.start, one.end)
        if _is_update(text, one):
            updates.append((day, span))
        elif _is_own(text, one, last.end if last else 0):
            return [text.evidence(DayInterval.on(day), f"stamp-at-head: {day}", span)]
    return _updated(text, updates, alone=len(stamps) == 1)


def _updated(text: OwnText, updates: list[tuple[date, Span]], *, alone: bool) -> list[DateEvidence]:
    if not updates:
        return []
    last = min(day for day, _ in updates)
    first = last - timedelta(_UPDATE_DAYS) if alone and last > date.min else None
    spans = [span for day, span in updates if day == last]
    return [text.evidence(DayInterval(first, last), f"updated-at-head: {last}", *spans)]


def _is_update(text: OwnText, stamp: Stamp) -> bool:
    """Whether a stamp says when the page was last updated: before it, or between day and time."""
    if stamp.clock is None and _UPDATED_AFTER.match(text.text, stamp.end):
        return True
    before = text.text[max(0, stamp.start - _NEAR) : stamp.start]
    return _UPDATED_BEFORE.search(before) is not None


def _is_own(text: OwnText, stamp: Stamp, after: int) -> bool:
    """Whether it has a clock and stands in no sentence: `closed on 5 March 2014, 9:30` does.

    Args:
        text: of the article.
        stamp: one at its head.
        after: the end of the stamp before it, to which the words before that belong.
    """
    clock = None if stamp.clock else _clock_after().match(text.text, stamp.end)
    if not stamp.clock and not clock:
        return False
    before = text.text[max(after, stamp.start - _NEAR) : stamp.start]
    if _is_comment(text, Span(stamp.start, stamp.end)) or _other_words().search(before):
        return False
    end = clock.end() if clock else _end(text, stamp)
    return not _IN_SENTENCE.search(before) and not _GOES_ON.match(text.text, end)


def _end(text: OwnText, stamp: Stamp) -> int:
    """Where a stamp ends, without a zone: what looks like one may be the first word of the text."""
    words = text.text[stamp.start : stamp.end]
    return stamp.start + len(_LAST_WORD.sub("", words))


def _comments(text: OwnText) -> list[DateEvidence]:
    """That it is no later than the first comment, and where there are many not much earlier."""
    comments: list[tuple[date, Span]] = []
    for one in text.times:
        day = _stamp(text, one)
        if day is None or text.role(one.span.start) in (Role.CAPTION, Role.NOTICE):
            continue
        if _is_comment(text, one.span):
            comments.append((day, one.span))
    if not comments:
        return []
    last = min(day for day, _ in comments)
    many = len(comments) >= _MANY_COMMENTS and last > date.min + timedelta(_COMMENT_DAYS)
    first = last - timedelta(_COMMENT_DAYS) if many else None
    spans = [span for day, span in comments if day == last]
    return [text.evidence(DayInterval(first, last), f"first-comment: {last}", *spans)]


def _stamp(text: OwnText, one: TimeExpression) -> date | None:
    """The day of an expression that is a full day with a clock in or after it."""
    if one.form.shape is not Shape.FIXED:
        return None
    came_to = resolve(one.form, None)
    if not came_to.days.exact:
        return None
    clock = _CLOCK_VALUE.search(came_to.value) or _clock_after().match(text.text, one.span.end)
    return came_to.days.first if clock else None


def _is_comment(text: OwnText, span: Span) -> bool:
    before = text.text[max(0, span.start - _NEAR) : span.start]
    after = text.text[span.end : span.end + _NEAR]
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
