"""Of the reports of a series the latest, the lowest and the highest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.values.vocabulary import FigureKind

type Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The reports with the lowest and the highest number; None where none can be compared."""

    lowest: Json | None = None
    highest: Json | None = None
    low: float | None = None
    high: float | None = None


def latest_of(kind: str, points: Sequence[Json]) -> Json | None:
    """The report that tells how things stood last; None where none is dated.

    A count is told anew by every article, so the one that was published last counts; of all else
    the one whose days end last, of these the one whose days begin last.

    Args:
        kind: of the series.
        points: its reports in their order.
    """
    days = ("published_first", "published_last") if kind == FigureKind.COUNT else _AS_OF
    dated = [(ends, one) for one in points if (ends := _ends(one, *days)) is not None]
    latest = max((ends for ends, _ in dated), default=None)
    return next((one for ends, one in reversed(dated) if ends == latest), None)


_AS_OF = ("as_of_first", "as_of_last")


def _ends(one: Json, first: str, last: str) -> tuple[str, str] | None:
    """Days as they are compared, the last one first."""
    begins, ends = one[first], one[last]
    if begins is None and ends is None:
        return None
    return ends or begins, begins or ""


def range_of(points: Sequence[Json]) -> Range:
    """The lowest and the highest of some reports.

    What is told in another unit than the first, or as a change in the other direction, cannot be
    compared, and then there is neither; what has no number (`dozens`) is passed over.
    """
    known = [(bounds, one) for one in points if (bounds := _bounds(one)) is not None]
    if len({(one["unit"], one["per"], one["direction"]) for _, one in known}) != 1:
        return Range()
    (low, _), lowest = min(known, key=lambda each: each[0][0])
    (_, high), highest = max(known, key=lambda each: each[0][1])
    return Range(lowest=lowest, highest=highest, low=low, high=high)


def _bounds(one: Json) -> tuple[float, float] | None:
    low, high = one["low"], one["high"]
    if low is None and high is None:
        return None
    return (low if low is not None else high, high if high is not None else low)
