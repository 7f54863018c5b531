"""Tellings: one article's account of one event, with the days that its words come to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from onrecord.record.agreement.tellers import Origin, Tellers
from onrecord.record.agreement.tellers import Telling as ToldBy
from onrecord.record.timeline.precision import unit_of
from onrecord.values.article import Article
from onrecord.values.days import DayInterval
from onrecord.values.events import Event
from onrecord.values.findings import Analysis
from onrecord.values.ids import finding_id, make_id
from onrecord.values.spans import Span
from onrecord.values.times import Resolved, Shape, TimeExpression, days_of
from onrecord.values.told_days import tell_days
from onrecord.values.vocabulary import EVENT_ROLES, EventStatus, Role

_LONGEST_REFERENCE = 4
"""Words, without those that date it: `the release of`."""
LEADING = frozenset({Role.HEADLINE, Role.DEK, Role.LEDE})
"""Where an article says what it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One clause of one article that tells an event."""

    id: str
    article: str
    place: int
    """Place of the article in the order of the record."""
    teller: ToldBy
    """Who tells it."""
    event: Event
    sentence: str
    role: Role
    days: DayInterval
    """The days of the event; unknown where no expression of the clause dates it."""
    value: str
    """TIMEX3 value of the finest unit that is known to hold the days; may be empty."""
    part: str
    """`early`, `mid` or `late`, where the words say so."""
    spread: bool = False
    """Whether the words name a stretch of days as such: `from May to July`, `the past two weeks`.
    What is counted over it is no single event of one of its days."""

    @property
    def origin(self) -> Origin:
        """What it counts for."""
        return self.teller.told.origin

    @property
    def published(self) -> DayInterval:
        """When its article was."""
        return self.teller.published

    @property
    def status(self) -> EventStatus:
        """As told, but what was told before its days cannot have happened."""
        told, first = self.event.status, self.days.first
        ahead = (
            first is not None and self.published.last is not None and self.published.last < first
        )
        if ahead and told in (EventStatus.HAPPENED, EventStatus.ONGOING):
            return EventStatus.SCHEDULED
        return told

    @property
    def bare(self) -> bool:
        """Whether it names no more than the action: `Tuesday's earthquake`, `as it was in 2003`."""
        event = self.event
        return not (event.participants or event.places or set(event.words) - {event.action})

    @property
    def reference(self) -> bool:
        """Whether it is a noun phrase that only refers to an event: `Tuesday's earthquake`."""
        return self.bare and _words_of_clause(self.event, self.sentence) <= _LONGEST_REFERENCE

    @property
    def latest(self) -> date | None:
        """The last day on which it can have been, since it is told as happened."""
        return self.published.last if self.event.status is EventStatus.HAPPENED else None

    @property
    def order(self) -> tuple[int, Span, str]:
        """Article order, then place in the article."""
        return (self.place, self.event.clause, self.id)


def _words_of_clause(event: Event, sentence: str) -> int:
    """How many words the clause has, those that date it left out."""
    offset, clause, time = event.sentence.start, event.clause, event.time
    words = len(sentence[clause.start - offset : clause.end - offset].split())
    if time is None or not clause.start <= time.start < time.end <= clause.end:
        return words
    return words - len(sentence[time.start - offset : time.end - offset].split())


def tellings_of(
    article: Article, analysis: Analysis, *, place: int, tellers: Tellers
) -> Iterator[Telling]:
    """The tellings of one article, in order.

    Args:
        article: with its final date.
        analysis: its findings.
        place: place of the article in the order of the record.
        tellers: who tells what stands at a place.
    """
    told = tell_days(analysis.times, analysis.attributions, article.published.days)
    resolved = {
        one.span: (one, result) for one, result in zip(analysis.times, told.times, strict=True)
    }
    starts = [paragraph.start for paragraph in article.paragraphs]
    seen: set[str] = set()
    for event in analysis.events:
        role = article.paragraphs[bisect_right(starts, event.clause.start) - 1].role
        if role not in EVENT_ROLES:
            continue
        days, value, part, spread = _dated(event.time, resolved)
        yield Telling(
            id=_id(article.id, event, seen),
            article=article.id,
            place=place,
            teller=tellers.telling(article.id, event.predicate.start, event.predicate.end),
            event=event if days.known else replace(event, time=None),
            sentence=article.slice(event.sentence),
            role=role,
            days=days,
            value=value,
            part=part,
            spread=spread,
        )


def _id(article: str, event: Event, seen: set[str]) -> str:
    """By the clause; a further event of the same clause by its predicate, then by its time too."""
    places = (event.clause, event.predicate)
    ids = [finding_id("event", article, place.start, place.end) for place in places]
    ids.append(make_id("event", article, str(event.predicate), str(event.time)))
    found = next((one for one in ids if one not in seen), ids[-1])
    seen.add(found)
    return found


def _dated(
    time: Span | None, resolved: Mapping[Span, tuple[TimeExpression, Resolved]]
) -> tuple[DayInterval, str, str, bool]:
    """Days, value, part, and whether they are a stretch, of the expression that dates an event."""
    found = resolved.get(time) if time is not None else None
    if found is None:
        return DayInterval(), "", "", False
    one, result = found
    days = result.days
    other = resolved.get(one.range) if one.range is not None else None
    if other is not None and other[1].days.known:
        days = days.hull(other[1].days)
        return days, unit_of(days), "", True
    value = result.value.partition("T")[0]
    if not one.form.part and days_of(value) != days:
        value = unit_of(days)
    part = "" if days.exact else one.form.part
    return days, value, part, one.form.shape is Shape.STRETCH
