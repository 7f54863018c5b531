"""What lies between reports: that a level held, that two agree, or that they do not.

Never a slope: solid only where a source says that the level held, dotted between equal reports,
a hatched box between unequal ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_SAME = 0.001
"""Places on the axis that lie no further apart are one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One report on the axis: from where to where it tells the number, and which."""

    start: float
    end: float
    """Equal to `start` where it tells of one day."""
    first: float
    last: float
    """Where that day may lie; equal to `start` and `end` where this is known."""
    low: float
    high: float

    @property
    def is_sure(self) -> bool:
        """Whether it is known where it lies."""
        return self.last - self.first <= self.end - self.start + _SAME

    def meets(self, other: Stay) -> bool:
        """Whether nothing says which of the two is the earlier one."""
        return self.first <= other.last + _SAME and other.first <= self.last + _SAME


@dataclass(frozen=True, slots=True)
class Line:
    """Reports from `start` to `end` tell the same number; `held` where one source says so."""

    start: float
    end: float
    value: float
    held: bool


@dataclass(frozen=True, slots=True)
class Zone:
    """Between `start` and `end` the reports go from one of the numbers to another."""

    start: float
    end: float
    low: float
    high: float


@dataclass(slots=True)
class _Column:
    """Reports of the same days."""

    stay: Stay
    values: set[tuple[float, float]] = field(default_factory=set)


def connect(stays: Sequence[Stay]) -> tuple[list[Line], list[Zone]]:
    """The lines and boxes between reports; one of uncertain days joins in where its place among
    the others is sure."""
    lines = [
        Line(s.start, s.end, s.low, held=True)
        for s in stays
        if s.end - s.start > _SAME and s.low == s.high
    ]
    zones: list[Zone] = []
    placed = [
        stay
        for n, stay in enumerate(stays)
        if stay.is_sure or not any(stay.meets(o) for m, o in enumerate(stays) if m != n)
    ]
    before: _Column | None = None
    for column in _columns(sorted(placed, key=lambda s: (s.start, s.end))):
        if before is not None and column.stay.start > before.stay.end + _SAME:
            shared = before.values & column.values
            if shared:
                ends = before.stay.end, column.stay.start
                lines += [Line(*ends, low, held=False) for low, _ in shared]
            else:
                every = [end for value in before.values | column.values for end in value]
                ends = _sure_end(before.stay), _sure_start(column.stay)
                zones.append(Zone(*ends, min(every), max(every)))
        if before is None or column.stay.end >= before.stay.end:
            before = column
    return sorted(set(lines), key=lambda one: (one.start, one.end, one.value)), zones


def _sure_end(stay: Stay) -> float:
    """From when on the number may have become another."""
    return stay.end if stay.is_sure else stay.first


def _sure_start(stay: Stay) -> float:
    """By when it surely was this number."""
    return stay.start if stay.is_sure else stay.last


def _columns(stays: Sequence[Stay]) -> Iterator[_Column]:
    column: _Column | None = None
    for stay in stays:
        if (
            column is None
            or abs(stay.start - column.stay.start) > _SAME
            or abs(stay.end - column.stay.end) > _SAME
        ):
            if column is not None:
                yield column
            column = _Column(stay)
        column.values.add((stay.low, stay.high))
    if column is not None:
        yield column
