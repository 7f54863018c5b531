"""When articles were published, as far as the pile tells: possible days, links, and results."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Basis

ALL_WEEKDAYS = frozenset(range(1, 8))
"""Monday 1 to Sunday 7."""


@dataclass(frozen=True, slots=True)
class PossibleDays:
    """The days that are possible: those of an interval that fall on certain weekdays.

    Both ends are days that are possible themselves, so that equal sets are equal values.
    """

    days: DayInterval = DayInterval()  # noqa: RUF009 (a frozen value)
    weekdays: frozenset[int] = ALL_WEEKDAYS

    @classmethod
    def of(cls, days: DayInterval, weekdays: frozenset[int] = ALL_WEEKDAYS) -> PossibleDays | None:
        """The set with its ends moved in to possible days; None where no day is left."""
        first, last = days.first, days.last
        if not weekdays:
            return None
        if first is not None:
            first = _next(first, weekdays, 1)
        if last is not None:
            last = _next(last, weekdays, -1)
        if first is not None and last is not None:
            if first > last:
                return None
            if (last - first).days < 6:
                weekdays &= {
                    (first + timedelta(n)).isoweekday() for n in range((last - first).days + 1)
                }
        return cls(DayInterval(first, last), frozenset(weekdays))

    @property
    def exact(self) -> bool:
        """Whether one day is left."""
        return self.days.exact

    def intersect(self, other: PossibleDays) -> PossibleDays | None:
        """The days in both, or None where there is none."""
        both = self.days.intersect(other.days)
        return None if both is None else PossibleDays.of(both, self.weekdays & other.weekdays)

    def __contains__(self, day: date) -> bool:
        first, last = self.days.first, self.days.last
        if (first is not None and day < first) or (last is not None and day > last):
            return False
        return day.isoweekday() in self.weekdays


def telling_weekdays(days: DayInterval, weekdays: frozenset[int]) -> tuple[int, ...]:
    """The possible weekdays in order, where they leave out a day of the interval; else none."""
    first, last = days.first, days.last
    if first is not None and last is not None and (last - first).days < 6:
        inside = {(first + timedelta(n)).isoweekday() for n in range((last - first).days + 1)}
        return () if inside <= weekdays else tuple(sorted(weekdays & inside))
    return () if weekdays == ALL_WEEKDAYS else tuple(sorted(weekdays))


def _next(day: date, weekdays: frozenset[int], step: int) -> date:
    while day.isoweekday() not in weekdays:
        day += timedelta(step)
    return day


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Words of an article of the pile that a date rests on."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DateEvidence:
    """One reason for which only certain days are possible."""

    possible: PossibleDays
    basis: Basis
    why: str
    """Name of a reason with its values: `past-date: 2020-03-11`, `in-office: NAME`."""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDates:
    """Everything that one article tells of its own date (pass 1), each piece apart."""

    article: str
    evidence: tuple[DateEvidence, ...] = ()
    """Those that bound; kinds in the order of `Basis`, then by place."""
    decided: bool = False
    """Whether a person decided the date: then there is nothing else in `evidence`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledDate:
    """When an article was published, after all passes."""

    article: str
    possible: PossibleDays
    basis: Basis
    """The weakest kind that moved a bound."""
    why: str
    evidence: tuple[Place, ...] = ()
