"""The axis of values: from zero to a round number above the greatest, with lines between."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from onrecord.web.figures_words import number_words

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_DIVISORS = ((1e12, "trillions"), (1e9, "billions"), (1e6, "millions"), (1e5, "thousands"))
_SMALL = 10
_HEAD = 0.97
"""The greatest value may lie so far up at most."""


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A line across the chart, `y` in px from its top."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class ValueScale:
    """Values from 0 to `most` between `ground` and `top`, in px from the chart's top."""

    most: float
    step: float
    ground: float
    top: float
    divisor: float
    word: str
    """What the labels count: `millions`; empty where they are plain."""

    def y(self, value: float) -> float:
        """Where a value lies, in px from the top."""
        share = min(1.0, max(0.0, value / self.most))
        return round(self.ground - share * (self.ground - self.top), 1)

    def lines(self) -> tuple[ValueLine, ...]:
        """The lines from zero up."""
        count = round(self.most / self.step)
        values = [self.step * n for n in range(count + 1)]
        return tuple(ValueLine(self.y(v), number_words(v / self.divisor)) for v in values)


def value_scale(
    greatest: float, *, ground: float, top: float, lines: int, whole: bool = False
) -> ValueScale:
    """The scale that holds `greatest`, with at most `lines` lines above zero.

    Args:
        greatest: the greatest value.
        ground: where zero lies, in px from the chart's top.
        top: where the highest line lies.
        lines: most lines above zero.
        whole: no line lies between two whole numbers.
    """
    greatest = greatest if greatest > 0 else 1.0
    step = _step(greatest / _HEAD / lines)
    if whole and step < _SMALL:
        step = max(1.0, 5.0 if step == 2.5 else step)
    most = step * max(1, ceil(greatest / _HEAD / step))
    divisor, word = _divisor(most)
    return ValueScale(most, step, ground, top, divisor, word)


def _step(least: float) -> float:
    """The smallest round step that is no less."""
    size = 10.0 ** floor(log10(least))
    return next(size * step for step in _STEPS if size * step >= least * 0.999999)


def _divisor(most: float) -> tuple[float, str]:
    for size, word in _DIVISORS:
        if most >= size:
            return (1e3 if word == "thousands" else size), word
    return 1.0, ""
