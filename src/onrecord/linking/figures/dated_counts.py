"""The dated counts of one thing, looked up by the days before a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from onrecord.lexicon.scope_words import same_cause
from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.keys import Period, Placed
from onrecord.linking.figures.readings import printed_number

type _Number = tuple[float | None, float | None]


class DatedCounts:
    """Counts whose period is known; those of one day are few, however many there are in all."""

    def __init__(self, dated: Iterable[Placed]) -> None:
        self._by_day: dict[date, list[Placed]] = defaultdict(list)
        self._by_number: dict[tuple[_Number, date], list[Placed]] = defaultdict(list)
        self._of_number: dict[_Number, list[Placed]] = defaultdict(list)
        self._running: dict[_Number, list[Placed]] = defaultdict(list)
        self._causes: dict[str, set[Period]] = defaultdict(set)
        for one in dated:
            period, number = one.key.period, printed_number(one.fact)
            if period is None:
                continue
            self._of_number[number].append(one)
            if period.last is None:
                self._running[number].append(one)
                continue
            self._by_day[period.last].append(one)
            self._by_number[number, period.last].append(one)
            if one.fact.cause:
                self._causes[one.fact.cause].add(period)

    def before(self, fact: FigureFact, most: int) -> Iterator[Placed]:
        """Those whose period ends some days before a figure is told, or on that day."""
        for day in _days_before(fact, most):
            yield from self._by_day.get(day, ())

    def equal_before(self, fact: FigureFact, most: int) -> Iterator[Placed]:
        """The same of those that print its number."""
        for day in _days_before(fact, most):
            yield from self._by_number.get((printed_number(fact), day), ())

    def equal(self, fact: FigureFact) -> list[Placed]:
        """All that print its number."""
        return self._of_number.get(printed_number(fact), [])

    def equal_running(self, fact: FigureFact) -> list[Placed]:
        """Those that print its number and run up to their report."""
        return self._running.get(printed_number(fact), [])

    def only_event(self, fact: FigureFact) -> Period | None:
        """The only period of what may be the cause of a figure; None where there are others."""
        found: set[Period] = set()
        for cause, periods in self._causes.items():
            if same_cause(fact.cause, cause):
                found |= periods
                if len(found) > 1:
                    return None
        return found.pop() if found else None

    def tells(self, fact: FigureFact, period: Period) -> Iterator[Placed]:
        """Those of a period that print a figure's number."""
        if period.last is not None:
            yield from self._by_number.get((printed_number(fact), period.last), ())


def _days_before(fact: FigureFact, most: int) -> Iterator[date]:
    """The days that are some days before a figure is told at most; none where that is not known."""
    first, last = fact.told.first, fact.told.last
    if first is None or last is None or (last - first).days > most:
        return
    for back in range((last - first).days + most + 1):
        if (last - date.min).days >= back:
            yield last - timedelta(days=back)
