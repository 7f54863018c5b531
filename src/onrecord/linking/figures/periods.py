"""Of which period or event a count is.

- Dated counts are of one when their days are equal.
- Running ones (`since 2019`) are of one when the days from which they run are equal, or one holds
  the other and no third (`2019`, `March 2019`).
- Of dated ones that print one number of one place, periods that meet are one, and of one kind of
  event at one place days that follow each other (`meeting_periods`).
- A count without days is of the period of the only dated counts near it that print its number; else
  of the only period that is dated near it at its place, or of its cause where places do not
  contradict; else it is of its own, with those near it that print its number.

Near is within days after it: a toll is told without its day for as long as everybody knows it.
Nothing of this joins what has another place, owner or cause.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from onrecord.lexicon.scope_words import same_cause
from onrecord.linking.figures.dated_counts import DatedCounts
from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.keys import Period, Placed
from onrecord.linking.figures.meeting_periods import unite_next_days, unite_periods
from onrecord.linking.figures.nearness import (
    chunks_by_day,
    days_between,
    is_telling,
    is_telling_at_any_time,
)
from onrecord.linking.figures.readings import is_number, printed_number
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import FigureKind

_DATED = frozenset({"expression", "incident"})
_NEAR = 10
"""Days for which an event's toll is told without its day."""
_RUNNING = 100
"""Days for which a running count is told with one round number."""
_GROWING = 3
"""Days for which the toll of an event is told without its day while its number grows."""


def with_periods(block: Sequence[Placed]) -> None:
    """Set the periods of the counts of one thing; other kinds have none."""
    counts = [one for one in block if one.fact.kind is FigureKind.COUNT]
    _running([one for one in counts if one.fact.since is not None])
    for one in counts:
        days = one.fact.days
        if one.key.period is None and one.fact.basis in _DATED and days.first and days.last:
            one.key = one.key._replace(period=Period(days.first, days.last, "days"))
    unite_periods([one for one in counts if one.key.period is not None])
    unite_next_days([one for one in counts if one.key.period is not None])
    _since_a_day([one for one in counts if one.key.period is not None])
    dated = DatedCounts(one for one in counts if one.key.period is not None)
    open_ = [one for one in counts if one.key.period is None]
    found = [(one, *_period_near(one, dated)) for one in open_]
    for one, period, how in found:
        if period is not None:
            one.key = one.key._replace(period=period)
            one.how.append(how)
    _own([one for one in open_ if one.key.period is None])


def _running(counts: Sequence[Placed]) -> None:
    """The periods of counts that run from some days on."""
    homes: dict[object, list[Placed]] = defaultdict(list)
    for one in counts:
        homes[one.key.place, one.key.owner].append(one)
    for held in homes.values():
        cores: list[DayInterval] = []
        starts = {one.fact.since for one in held if one.fact.since is not None}
        for start in sorted(starts, key=_length):
            if not any(_holds(start, core) for core in cores):
                cores.append(start)
        for one in held:
            inside = [core for core in cores if one.fact.since and _holds(one.fact.since, core)]
            begin = inside[0] if len(inside) == 1 else one.fact.since
            if begin is not None and begin.first is not None:
                one.key = one.key._replace(period=Period(begin.first, None, "since"))


def _since_a_day(dated: Sequence[Placed]) -> None:
    """What is counted since a day is counted of that day where others print its number so."""
    known = {(printed_number(one.fact), one.key.period) for one in dated}
    for one in dated:
        period = one.key.period
        if period is not None and period.last is None:
            day = Period(period.first, period.first, "days")
            if (printed_number(one.fact), day) in known:
                one.key = one.key._replace(period=day)


def _length(days: DayInterval) -> tuple[int, date, date]:
    first, last = days.first or date.min, days.last or date.max
    return (last - first).days, first, last


def _holds(outer: DayInterval, inner: DayInterval) -> bool:
    return outer.intersect(inner) == inner


def _period_near(one: Placed, dated: DatedCounts) -> tuple[Period | None, str]:
    fact = one.fact
    if not is_number(fact):
        return None, ""
    near = [o for o in dated.equal_before(fact, _NEAR) if _may_be_one(fact, o.fact)]
    found = _periods(near) or _periods(_told_again(fact, dated))
    if len(found) == 1:
        return found.pop(), "period-of-equal-number"
    if found:
        return None, ""
    only = dated.only_event(fact) if fact.cause else None
    if only is not None and any(_may_be_one(fact, o.fact) for o in dated.tells(fact, only)):
        return only, "only-event"
    if one.key.place is None and not fact.cause:
        return None, ""
    return _event_near(fact, dated)


def _told_again(fact: FigureFact, dated: DatedCounts) -> Iterator[Placed]:
    """Counts that print a number that is told at any time, or a running one told within months."""
    if is_telling_at_any_time(fact):
        yield from (one for one in dated.equal(fact) if _may_be_one(fact, one.fact))
        return
    for one in dated.equal_running(fact):
        between = days_between(one.fact.told, fact.told)
        if between is not None and abs(between) <= _RUNNING and _may_be_one(fact, one.fact):
            yield one


def _event_near(fact: FigureFact, dated: DatedCounts) -> tuple[Period | None, str]:
    there = [one for one in dated.before(fact, _NEAR) if _may_be_event(fact, one.fact)]
    # Where the article gives another number of that event, it is of something else.
    if any(one.fact.article == fact.article for one in there):
        return None, ""
    at_place = [one for one in there if one.fact.place == fact.place is not None]
    for events in (at_place, there):
        around = _periods(events)
        if len(around) == 1 and any(_is_near(fact, one, _GROWING) for one in events):
            return around.pop(), "period-near"
        if around:
            break
    return None, ""


def _periods(dated: Iterable[Placed]) -> set[Period]:
    return {one.key.period for one in dated if one.key.period is not None}


def _is_near(fact: FigureFact, dated: Placed, most: int) -> bool:
    """Whether a figure is told within some days after the period of another one ends."""
    period = dated.key.period
    if period is None or period.last is None:
        return False
    between = days_between(DayInterval(period.first, period.last), fact.told)
    return between is not None and 0 <= between <= most


def _may_be_event(fact: FigureFact, other: FigureFact) -> bool:
    """Whether a count may be of the event of a dated one: at its place, or of a cause that both
    tell where neither place contradicts, or the article of one names the place of the other."""
    if not same_cause(fact.cause, other.cause):
        return False
    if fact.place is not None and other.place is not None:
        if fact.place.key == other.place.key:
            return True
        if not (fact.place.wide or other.place.wide):
            return False
    told = bool(fact.cause and other.cause)
    for place, article in ((fact.place, other), (other.place, fact)):
        if place is not None and not place.wide and article.named:
            return told and place.key in article.named
    return told


def _may_be_one(fact: FigureFact, other: FigureFact) -> bool:
    if not same_cause(fact.cause, other.cause):
        return False
    slots = ((fact.place, other.place), (fact.owner, other.owner))
    if any(a is not None and b is not None and a.key != b.key for a, b in slots):
        return False
    same_place = fact.place is not None and other.place is not None
    return same_place or is_telling(fact) or fact.copies == other.copies != ""


def _own(counts: Sequence[Placed]) -> None:
    """Unknown periods, each told by its number and the days around it."""
    homes: dict[object, list[Placed]] = defaultdict(list)
    for one in counts:
        fact = one.fact
        number = printed_number(fact) if is_number(fact) else fact.id
        home: object = number, fact.cause
        if not is_telling(fact) and fact.place is None:
            home = number, fact.copies or fact.article
        homes[home].append(one)
    for held in homes.values():
        for chunk in chunks_by_day(held, _NEAR):
            for one in chunk:
                what = f"unknown {chunk[0].fact.id}"
                one.key = one.key._replace(period=Period(None, None, what))
