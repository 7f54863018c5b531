"""Periods of one count that are told a little differently: `Saturday`, `the weekend`, a day off.

Counts that print one telling number of one place are of one period where its ends differ by a day
or one holds the other within a week: of the one that more figures have, then of the shorter one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from onrecord.lexicon.scope_words import same_cause
from onrecord.linking.figures.keys import Period, Placed
from onrecord.linking.figures.nearness import is_telling
from onrecord.linking.figures.readings import printed_number

_WEEK = 7
"""Days of a period that may stand for one event in it."""


def unite_periods(dated: Sequence[Placed]) -> None:
    """Give counts of one number and place one period where theirs meet."""
    often = Counter((one.key.place, one.key.period) for one in dated)
    homes: dict[object, list[Placed]] = defaultdict(list)
    for one in dated:
        fact = one.fact
        if fact.place is not None and is_telling(fact) and _is_closed(one.key.period):
            homes[one.key.place, one.key.owner, printed_number(fact)].append(one)
    for held in homes.values():
        place = held[0].key.place
        counts = {p: often[place, p] for one in held if (p := one.key.period) is not None}
        if len(counts) == 1:
            continue
        to = _united(counts)
        for one in held:
            if one.key.period is not None and to[one.key.period] != one.key.period:
                one.key = one.key._replace(period=to[one.key.period])
                one.how.append("period-of-equal-number")


def unite_next_days(dated: Sequence[Placed]) -> None:
    """Give counts of one place and one kind of event on two days that follow each other one
    period, unless one speaks of different numbers of both days."""
    homes: dict[object, list[Placed]] = defaultdict(list)
    for one in dated:
        fact, period = one.fact, one.key.period
        local = fact.place is not None and not fact.place.wide
        told = local and fact.cause and one.key.thing.outcome
        if told and period is not None and period.first == period.last:
            homes[one.key.place, one.key.owner, one.key.part].append(one)
    for held in homes.values():
        days: dict[Period, list[Placed]] = defaultdict(list)
        for one in held:
            if one.key.period is not None:
                days[one.key.period].append(one)
        _unite_days(days)


def _unite_days(days: dict[Period, list[Placed]]) -> None:
    taken: set[Period] = set()
    for period in sorted(days, key=lambda p: (-len(days[p]), p)):
        if period in taken:
            continue
        taken.add(period)
        for other in sorted(days.keys() - taken):
            if _meet(period, other) and _may_be_one_event(days[period], days[other]):
                taken.add(other)
                for one in days[other]:
                    one.key = one.key._replace(period=period)
                    one.how.append("day-of-event")


def _may_be_one_event(ours: Sequence[Placed], theirs: Sequence[Placed]) -> bool:
    causes = [sorted({one.fact.cause for one in side}) for side in (ours, theirs)]
    if not all(same_cause(left, right) for left in causes[0] for right in causes[1]):
        return False
    numbers: dict[tuple[str, str], set[object]] = defaultdict(set)
    for one in ours:
        numbers[one.fact.article, one.fact.sayer].add(printed_number(one.fact))
    return all(
        printed_number(one.fact) in numbers[one.fact.article, one.fact.sayer]
        for one in theirs
        if (one.fact.article, one.fact.sayer) in numbers
    )


def _is_closed(period: Period | None) -> bool:
    return period is not None and period.first is not None and period.last is not None


def _united(counts: Mapping[Period, int]) -> dict[Period, Period]:
    """Each period to the one that stands for it."""
    ordered = sorted(counts, key=lambda p: (-counts[p], _length(p), p))
    to: dict[Period, Period] = {}
    for period in ordered:
        near = [core for core in dict.fromkeys(to.values()) if _meet(core, period)]
        to[period] = near[0] if near else period
    return to


def _length(period: Period) -> int:
    if period.first is None or period.last is None:
        return 0
    return (period.last - period.first).days


def _meet(one: Period, other: Period) -> bool:
    """Whether both ends are a day apart at most, or one of a week at most holds the other."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    day = timedelta(days=1)
    if abs(one.first - other.first) <= day and abs(one.last - other.last) <= day:
        return True
    inner, outer = sorted((one, other), key=_length)
    if inner.first is None or inner.last is None or outer.first is None or outer.last is None:
        return False
    return _length(outer) < _WEEK and outer.first <= inner.first and inner.last <= outer.last
