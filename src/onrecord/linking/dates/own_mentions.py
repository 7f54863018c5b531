"""Days, months and years that an article mentions, as bounds of the day it was written.

What is told in the past had begun by then; what will be had not ended. A page's other stamps
(amendments, comments, editions) say nothing of the kind, and names for what comes
(`the 2004 games`, `the 2004 budget`) are used years before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from onrecord.lexicon.dating_words import any_of, dating_words
from onrecord.lexicon.words import stop_words
from onrecord.linking.dates.own_text import OwnText
from onrecord.values.datings import DateEvidence
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.times import Direction, Shape, TimeExpression, TimeType, resolve
from onrecord.values.vocabulary import Role

_CLAUSE = re.compile(r"[;:]|--|—|, (?:but|and|which|who|where)\b")
_NOUN_AFTER = re.compile(r"(?:\s+|-)([^\W\d_][\w’'-]*)")
_TWEET = re.compile(r"\(@\w+\)\s*$")
_CLOCK_AFTER = re.compile(r"\s*(?:[-–|,]\s*)?(?:at\s+)?\d{1,2}[:.]?\d\d\b|\s*\|")
_BY = re.compile(r"\b(?:by|until|through|starting)\s+$")
_BY_OR_ON = re.compile(r"\b(?:in|on|by|until|through|before|starting)\s+$")
_IS_THE_DAY = re.compile(r"\b(?:is|are)\s+$")
_CLOCK_YEAR = re.compile(r"\s*[:/]")
_LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class _Mention:
    """A date with its year at its place; `value` as TIMEX3."""

    value: str
    days: DayInterval
    span: Span
    direction: Direction
    before: str
    after: str
    role: Role

    @property
    def is_day(self) -> bool:
        return self.days.exact

    @property
    def is_year(self) -> bool:
        return len(self.value) == 4


def mentioned_dates(text: OwnText) -> list[DateEvidence]:
    """The latest date told as past, the earliest told as still to come, and of amendments."""
    past: list[tuple[date, _Mention]] = []
    future: list[tuple[date, _Mention]] = []
    amended: list[tuple[date, _Mention]] = []
    for one in text.times:
        mention = _mention(text, one)
        if mention is None or mention.days.first is None or mention.days.last is None:
            continue
        if _is_amendment(mention):
            amended.append((mention.days.last, mention))
        elif mention.role is Role.NOTICE or _is_other_stamp(mention):
            continue
        elif _is_past(mention):
            past.append((_earliest_day(mention, mention.days.first), mention))
        elif _is_to_come(text, mention):
            future.append((mention.days.last, mention))
    found = []
    first = max((day for day, _ in past), default=None)
    if first is not None:
        # What lies before a date that is past is not to come, whatever the clause around it.
        future = [(day, mention) for day, mention in future if day >= first]
        found.append(_bound(text, "past-date", past, first, DayInterval(first, None)))
    for name, dates in (("amended-on", amended), ("date-to-come", future)):
        if dates:
            last = min(day for day, _ in dates)
            found.append(_bound(text, name, dates, last, DayInterval(None, last)))
    return found


def _bound(
    text: OwnText, name: str, dates: list[tuple[date, _Mention]], day: date, days: DayInterval
) -> DateEvidence:
    same = [mention for at, mention in dates if at == day]
    value = max((mention.value for mention in same), key=len)
    return text.evidence(days, f"{name}: {value}", *(mention.span for mention in same))


def _mention(text: OwnText, one: TimeExpression) -> _Mention | None:
    if one.form.shape is not Shape.FIXED or one.type is not TimeType.DATE:
        return None
    came_to = resolve(one.form, None)
    if came_to.days.last is None or came_to.days.last.year >= _LAST_YEAR or len(came_to.value) < 4:
        return None
    before, after = text.around(one.span)
    return _Mention(
        came_to.value,
        came_to.days,
        one.span,
        one.form.direction,
        before,
        after,
        text.role(one.span.start),
    )


def _earliest_day(mention: _Mention, first: date) -> date:
    """The day; embedded posts and pictures are dated in other zones, which may be a day ahead."""
    loose = mention.role is Role.CAPTION or _TWEET.search(mention.before)
    return first - timedelta(1) if loose else first


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = dating_words()
    return {
        "ahead": re.compile(any_of(words.ahead) + r"|[’']ll\b", re.I),
        "leads_ahead": re.compile(any_of(words.leads_ahead) + r"\s+(?:\w+\s+)?$", re.I),
        "leads_behind": re.compile(any_of(words.leads_behind) + r"\s+(?:the\s+year\s+)?$", re.I),
        "leads_event": re.compile(r"\b(?:the|of|that|its|his|her|their)\s+(?:\w+\s+)?$", re.I),
        "amended": re.compile(any_of(words.amended) + r"\s+(?:on|at)?\s*$", re.I),
        "stamps": re.compile(any_of(words.other_stamps), re.I),
        "sure": re.compile(any_of(words.sure_to_come) + r"|[’']ll\b", re.I),
    }


def _is_amendment(mention: _Mention) -> bool:
    return mention.is_day and _patterns()["amended"].search(mention.before[-40:]) is not None


def _is_other_stamp(mention: _Mention) -> bool:
    if mention.is_year and _CLOCK_YEAR.match(mention.after):
        return True  # `2015: the minister takes the stage`
    if mention.is_day and _CLOCK_AFTER.match(mention.after):
        return True
    near = mention.before[-80:]
    if near.rstrip().endswith("|"):
        return True
    return any(_patterns()["stamps"].search(words) for words in (near, mention.after[:20]))


def _is_past(mention: _Mention) -> bool:
    """Whether the date had come when the words were written."""
    patterns = _patterns()
    if mention.direction is Direction.FUTURE:
        return False
    looks_ahead = patterns["ahead"].search(mention.before[-200:] + " " + mention.after[:120])
    leads_ahead = patterns["leads_ahead"].search(mention.before[-30:])
    if mention.is_day:
        open_end = leads_ahead or mention.direction is not Direction.PAST
        return not (looks_ahead and open_end) and not _IS_THE_DAY.search(mention.before)
    if looks_ahead or leads_ahead:
        return False
    noun = _noun_after(mention)
    if noun in dating_words().past_events:
        return True
    if noun:
        return False
    if not mention.is_year:
        return mention.direction is not Direction.PRESENT
    if mention.direction in (Direction.PRESENT, Direction.SHIFTED):
        return False
    return patterns["leads_behind"].search(mention.before[-20:]) is not None


def _noun_after(mention: _Mention) -> str:
    """The word that the date stands before: `the 2004 budget`; empty where there is none."""
    match = _NOUN_AFTER.match(mention.after)
    word = match[1].lower().removesuffix("’s").removesuffix("'s") if match else ""
    return "" if word in stop_words() or word in dating_words().no_noun else word


def _is_to_come(text: OwnText, mention: _Mention) -> bool:
    """Whether the date surely lay ahead: future tense, a plan in the present, no quotation."""
    if mention.direction is not Direction.FUTURE or _noun_after(mention):
        return False
    if text.is_quoted(mention.span.start):
        return False
    clause = _CLAUSE.split(mention.before)[-1]
    if not _patterns()["sure"].search(clause):
        return False
    return (_BY if mention.is_year else _BY_OR_ON).search(clause) is not None
