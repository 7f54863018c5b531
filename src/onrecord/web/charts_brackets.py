"""Brackets on a chart: reports of about the same days that differ, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.values.vocabulary import DifferenceReason
from onrecord.web.charts_labels import Box
from onrecord.web.flags import text_width
from onrecord.web.gauge import percent

_NEAR = 16
"""Marks that lie no further apart, in px, stand under one bracket."""
_OFF = 12
"""From the marks to the bracket, in px."""
_ORDER = (
    DifferenceReason.CONFLICT,
    DifferenceReason.SCOPE,
    DifferenceReason.ROUNDING,
)
"""Reasons of reports that compete; a revision and another day are told by the course of time."""


@dataclass(frozen=True, slots=True)
class Rival:
    """Two figures that differ."""

    left: str
    right: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """A bracket beside marks; `top` and `bottom` in px, `aside` from `x` to its back."""

    x: str
    aside: float
    top: float
    bottom: float
    arm: float
    """Length of its ends, in px; negative where they point to the left."""
    words: str
    """The reason that weighs most."""
    y: float
    """Baseline of the words."""
    box: Box


def brackets(
    rivals: Iterable[Rival],
    where: Mapping[str, tuple[float, float]],
    width: int,
    avoided: Sequence[Box] = (),
) -> tuple[Bracket, ...]:
    """The brackets of pairs whose marks stand near each other.

    Args:
        rivals: pairs of figures that differ.
        where: place of each figure's mark, in px.
        width: of the chart, in px.
        avoided: what a bracket lies on only where both sides have it.
    """
    groups: list[tuple[list[tuple[float, float]], set[str]]] = []
    pairs = [(where[r.left], where[r.right], r.reason) for r in rivals if _near(r, where)]
    for left, right, reason in sorted(pairs):
        x = min(left[0], right[0])
        group = next((g for g in groups if abs(min(p[0] for p in g[0]) - x) <= _NEAR), None)
        if group is None:
            groups.append(([left, right], {reason}))
        else:
            group[0].extend((left, right))
            group[1].add(reason)
    return tuple(_best(places, reasons, width, avoided) for places, reasons in groups)


def _best(
    places: list[tuple[float, float]], reasons: set[str], width: int, avoided: Sequence[Box]
) -> Bracket:
    """The bracket left of its marks, or right of them where there is more room."""
    both = [_bracket(places, reasons, width, leftward=side) for side in (True, False)]
    free = [b for b in both if b.box.left >= 0 and b.box.right <= width]
    clear = [b for b in free if not any(b.box.meets(other) for other in avoided)]
    return (clear or free or both)[0]


def _near(rival: Rival, where: Mapping[str, tuple[float, float]]) -> bool:
    left, right = where.get(rival.left), where.get(rival.right)
    if left is None or right is None or rival.reason not in _ORDER:
        return False
    return abs(left[0] - right[0]) <= _NEAR


def _bracket(
    places: list[tuple[float, float]], reasons: set[str], width: int, *, leftward: bool
) -> Bracket:
    words = next(str(reason) for reason in _ORDER if reason in reasons)
    room = text_width(words) + _OFF + 6
    edge = min(x for x, _ in places) if leftward else max(x for x, _ in places)
    top, bottom = min(y for _, y in places) - 1, max(y for _, y in places) + 1
    middle = (top + bottom) / 2
    aside = -_OFF if leftward else _OFF
    near, far = edge, edge + (-room if leftward else room)
    half = max(9.0, (bottom - top) / 2)
    return Bracket(
        x=percent(100 * edge / width),
        aside=aside,
        top=round(top, 1),
        bottom=round(bottom, 1),
        arm=5 if leftward else -5,
        words=words,
        y=round(middle + 4, 1),
        box=Box(min(near, far), middle - half, max(near, far), middle + half),
    )
