"""Figures as the page writes them: what was read, in computed words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.values.vocabulary import Bound, FigureKind, Modality

type Json = Mapping[str, Any]

_MAGNITUDES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_BOUNDS = {
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "at most ",
}
_PLAIN = frozenset({Modality.ASSERTED, Modality.REPORTED})
NO_NUMBER = "no number"


def number_words(value: float) -> str:
    """`5,200`, `0.25`, `8.5 billion`: at most four decimals."""
    for size, word in _MAGNITUDES:
        if abs(value) >= size and round(value / size, 2) * size == value:
            return f"{_digits(round(value / size, 2))} {word}"
    return _digits(value)


def _digits(value: float) -> str:
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def amount_words(low: float | None, high: float | None, bound: str) -> str:
    """A number with its bound: `about 5,200`, `2,000–2,500`."""
    ends = [number_words(end) for end in (low, high) if end is not None]
    if not ends:
        return NO_NUMBER
    if bound == Bound.RANGE or (len(ends) == 2 and low != high):
        return "–".join(dict.fromkeys(ends))
    return _BOUNDS.get(Bound(bound), "") + ends[0]


def reading(figure: Json) -> str:
    """What was read of a figure, with unit and direction: `about 58 percent`, `down 300`."""
    amount = amount_words(figure["low"], figure["high"], figure["bound"])
    words = with_unit(amount, figure["unit"], figure.get("per"))
    direction = figure.get("direction") if figure["kind"] == FigureKind.CHANGE else None
    return f"{direction} {words}" if direction else words


def with_unit(amount: str, unit: str | None, per: str | None) -> str:
    """An amount with its unit; a currency stands before it."""
    words = amount
    if unit and len(unit) == 3 and unit.isupper():
        words = f"{unit} {amount}"
    elif unit:
        words = f"{amount} {unit}"
    return f"{words} per {per}" if per else words


def unusual_mood(modality: str) -> str:
    """The modality where a figure is not simply told: `planned`, `denied`; else nothing."""
    return "" if modality in _PLAIN else modality


def middle(figure: Json) -> float | None:
    """Where a figure stands among others: its number, of a range the middle."""
    ends = [float(end) for end in (figure["low"], figure["high"]) if end is not None]
    return sum(ends) / len(ends) if ends else None


def extremes(figures: list[Json]) -> tuple[float, float] | None:
    """The least and the greatest number of figures; None without any."""
    ends = [float(e) for f in figures for e in (f["low"], f["high"]) if e is not None]
    return (min(ends), max(ends)) if ends else None
