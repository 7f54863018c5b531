"""Speaker strips: when each voice spoke, a tick a statement, on one axis for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.values.days import DayInterval
from onrecord.web.axis import Axis, span_axis
from onrecord.web.datewords import MONTHS
from onrecord.web.gauge import percent
from onrecord.web.statements import Statement

_WIDTH, _STEP = 168, 4
"""Of a strip, and from one tick to the next, in px."""
_FEW_DAYS = 45
_FAR = 0.8
"""Ticks beyond this share of the axis step to the left."""
_MOST = 8
"""A tick that lies further from its place than so many steps is not drawn."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A statement; `aside` in px from its place."""

    x: str
    aside: int
    hollow: bool
    """All printings have it through another medium."""


@dataclass(frozen=True, slots=True)
class SpeakerStrip:
    """The ticks of a voice, and the first days of years."""

    ticks: tuple[Tick, ...]
    years: tuple[str, ...]


class StripAxis:
    """The axis that all strips share."""

    def __init__(self, days: Sequence[DayInterval]) -> None:
        known = [day for each in days if (day := each.first or each.last)]
        self._axis = span_axis([DayInterval.on(day) for day in known])

    @property
    def words(self) -> str:
        """From which month to which; empty where no day is known."""
        if self._axis is None:
            return ""
        first, last = self._axis.first, self._axis.last
        one = f"{MONTHS[first.month - 1]} {first.year}"
        other = f"{MONTHS[last.month - 1]} {last.year}"
        return one if one == other else f"{one} to {other}"

    def strip(self, statements: Sequence[Statement]) -> SpeakerStrip:
        """The strip of a voice; what has no day, or lies beyond the axis, is not drawn."""
        if self._axis is None:
            return SpeakerStrip((), ())
        ticks: list[Tick] = []
        used: list[float] = []
        for statement in statements:
            at = place_on(self._axis, statement.days)
            aside = None if at is None else free_place(used, at, _WIDTH, _STEP)
            if at is not None and aside is not None:
                ticks.append(Tick(percent(100 * at), aside, statement.is_through))
        years = [t.at for t in self._axis.ticks(40) if t.strong and t.at > 0]
        return SpeakerStrip(tuple(ticks), tuple(percent(100 * at) for at in years))


def place_on(axis: Axis, days: DayInterval) -> float | None:
    """Where days lie on an axis, from 0 to 1: the middle of a few, else the first that is known."""
    first, last = days.first or days.last, days.last or days.first
    if first is None or last is None or last < axis.first or first > axis.last:
        return None
    if (last - first).days > _FEW_DAYS:
        return axis.at(first)
    return (axis.at(first) + axis.at(last, end=True)) / 2


def free_place(used: list[float], at: float, width: int, step: int) -> int | None:
    """How far beside its place a tick lies that keeps clear of others, in px; None without room.

    Args:
        used: where ticks lie, in px; the new one is added.
        at: its place on the axis, from 0 to 1.
        width: of the axis, in px.
        step: from one tick to the next, in px.
    """
    for number in range(_MOST + 1):
        aside = -number * step if at > _FAR else number * step
        here = at * width + aside
        if all(abs(here - other) >= step for other in used):
            used.append(here)
            return aside
    return None
