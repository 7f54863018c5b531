"""Labels on the data of a chart, each where it lies on nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.web.flags import text_width

HIGH, LOW = 19, 14
"""Height of a line of printed words, and of the source beneath, in px."""
_PRINTED, _NARROWER = 8.0, 0.9
"""Width of a printed character in px; how much less a source takes than is guessed for flags."""
_SIDE = 9
"""From a mark to a label beside it, in px."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in px from the upper left."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two have a place in common."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A label to place at a mark; places in px."""

    number: int
    """Of the mark."""
    x: float
    top: float
    bottom: float
    """Upper and lower edge of the mark."""
    words: str
    source: str
    serif: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label in its place beside the mark with a number."""

    number: int
    aside: float
    """From the mark to the label's edge, in px."""
    y: float
    """Baseline of its first line."""
    at_end: bool
    """The label ends there."""
    words: str
    source: str
    serif: bool


def place_labels(
    wanted: Iterable[Wanted],
    *,
    frame: Box,
    blocked: Sequence[Box],
    avoided: Sequence[Box] = (),
) -> list[Label]:
    """The labels that find room, the first ones first.

    Args:
        wanted: the most important first.
        frame: within which they lie.
        blocked: what they must not cover.
        avoided: what they cover only where there is no other room.
    """
    taken = list(blocked)
    labels: list[Label] = []
    for each in wanted:
        for spot, label in _best(each, frame, taken, avoided):
            taken.append(spot)
            labels.append(label)
            break
    return labels


def _best(
    each: Wanted, frame: Box, taken: Sequence[Box], avoided: Sequence[Box]
) -> Iterator[tuple[Box, Label]]:
    """Places that are free, the best first: all of it off the boxes, then on them, then less."""
    forms = [each.source, ""] if each.source else [""]
    for source in forms:
        places = [
            (spot, label)
            for spot, label in _places(each, source)
            if _within(spot, frame) and not any(spot.meets(other) for other in taken)
        ]
        free = [p for p in places if not any(p[0].meets(other) for other in avoided)]
        yield from (free or places)


def _places(each: Wanted, source: str) -> Iterator[tuple[Box, Label]]:
    long = len(each.words) * _PRINTED if each.serif else text_width(each.words) * 1.1
    width = max(long, text_width(source) * _NARROWER) + 3
    height = HIGH + (LOW if source else 0)
    middle = (each.top + each.bottom) / 2
    above, below = each.top - 5 - height, each.bottom + 3
    beside = middle - HIGH / 2 - 1
    for at_end, aside, top in (
        (False, -5.0, above),
        (False, 2.0, above),
        (False, -5.0, below),
        (True, 5.0, above),
        (True, 5.0, below),
        (False, float(_SIDE), beside),
        (True, -float(_SIDE), beside),
    ):
        edge = each.x + aside
        left = edge - width if at_end else edge
        yield (
            Box(left, top, left + width, top + height),
            Label(
                number=each.number,
                aside=aside,
                y=round(top + 14, 1),
                at_end=at_end,
                words=each.words,
                source=source,
                serif=each.serif,
            ),
        )


def _within(spot: Box, frame: Box) -> bool:
    across = frame.left <= spot.left and spot.right <= frame.right
    return across and frame.top <= spot.top and spot.bottom <= frame.bottom
