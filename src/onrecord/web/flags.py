"""Flags on the score: labels at several levels, so that none lies on another.

A label stands right of its pole (left of it at the end of the axis). The pole of a later
flag may pass under a label, never through it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.web.gauge import percent

LEVEL = 18
"""Height of a level in px."""
_FOOT = 16
"""Length of a pole below its label at the lowest level, in px."""
_HEAD = 6
_GAP = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A flag to place; `at` is a share of the axis from 0 to 1."""

    at: float
    name: str
    date: str
    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A flag in its place; without room for its label it is a short pole."""

    x: str
    top: int
    """Upper end of the pole, in px."""
    labelled: bool
    leftward: bool
    name: str
    date: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class _Placed:
    pole: float
    left: float
    right: float
    level: int

    def clashes(self, other: _Placed) -> bool:
        """Whether a label and a pole, or two labels, would lie on each other."""
        if self.level == other.level and self.left < other.right and other.left < self.right:
            return True
        through_other = other.left < self.pole < other.right and self.level >= other.level
        through_self = self.left < other.pole < self.right and other.level >= self.level
        return through_other or through_self


def text_width(text: str) -> float:
    """Width of 12 px type in px, generously guessed; ideographs are square."""
    return sum(12.5 if unicodedata.east_asian_width(c) in "WF" else 7.5 for c in text)


def shorten(name: str, length: int) -> str:
    """The name, cut with an ellipsis where it is longer than `length` characters."""
    name = " ".join(name.split())
    return name if len(name) <= length else name[: length - 1].rstrip() + "…"


def place_flags(
    requests: Sequence[Request], width: int, levels: int
) -> tuple[tuple[Flag, ...], int]:
    """Place flags for a strip of `width` px; their foot in px from the top comes with them.

    The later ones are placed first and lowest, so that labels step down to the right.
    """
    placed: dict[int, _Placed] = {}
    for number in range(len(requests) - 1, -1, -1):
        if spot := _spot(requests[number], list(placed.values()), width, levels):
            placed[number] = spot
    top = max((spot.level for spot in placed.values()), default=0)
    ground = _HEAD + (top + 1) * LEVEL + _FOOT
    flags = tuple(_flag(r, placed.get(n), ground) for n, r in enumerate(requests))
    return flags, ground


def _spot(request: Request, placed: Sequence[_Placed], width: int, levels: int) -> _Placed | None:
    pole = request.at * width
    length = text_width(request.name) + text_width(request.date) + _GAP
    left = pole if pole + length <= width else pole - length
    if left < 0:
        return None
    spots = (_Placed(pole, left, left + length, level) for level in range(levels))
    return next((s for s in spots if not any(s.clashes(other) for other in placed)), None)


def _flag(request: Request, spot: _Placed | None, ground: int) -> Flag:
    top = ground - 9 if spot is None else ground - _FOOT - (spot.level + 1) * LEVEL + 4
    return Flag(
        x=percent(100 * request.at),
        top=top,
        labelled=spot is not None,
        leftward=spot is not None and spot.left < spot.pole,
        name=request.name,
        date=request.date,
        title=request.title,
        href=request.href,
    )
