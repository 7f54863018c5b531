"""A series with its figures, and the words of the articles that name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.linking.figures.keys import FactGroup, Period, Placed
from onrecord.values.ids import group_id


@dataclass(frozen=True, slots=True)
class SeriesOf:
    """A series and its figures."""

    id: str
    group: FactGroup
    points: tuple[Placed, ...]
    """In order of as-of, then of the record."""

    @property
    def place(self) -> tuple[int, int, int]:
        """Sort key: where its first figure in the record stands."""
        return self.group.members[0].fact.place_in_record


def series_of(group: FactGroup) -> SeriesOf:
    """A group as a series."""
    id_ = group_id("series", [one.fact.id for one in group.members])
    return SeriesOf(id_, group, tuple(sorted(group.members, key=_as_of_order)))


def _as_of_order(one: Placed) -> tuple[bool, date, date, tuple[int, int, int]]:
    days = one.fact.days
    first, last = days.first or days.last, days.last or days.first
    return first is None, first or date.max, last or date.max, one.fact.place_in_record


def scope_words(one: SeriesOf, slot: str) -> str | None:
    """The name of its place, owner or part that most of its figures have."""
    found = (getattr(member.fact, slot) for member in one.group.members)
    return most_printed(name.name for name in found if name is not None)


def most_printed(forms: Iterable[str]) -> str | None:
    """The form that is printed most; of several the first in order."""
    counts = Counter(form for form in forms if form)
    return min(counts, key=lambda form: (-counts[form], form)) if counts else None


def period_words(period: Period | None) -> str:
    """The days of a period: one, or `FIRST..LAST` with nothing at an open end."""
    if period is None:
        return ""
    left, right = (day.isoformat() if day else "" for day in (period.first, period.last))
    return left if left == right else f"{left}..{right}"
