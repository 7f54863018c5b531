"""The marks of a chart: reports of one number and one time stand under one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.web.charts_reports import Report, shape_of
from onrecord.web.charts_scale import ValueScale

RADIUS = 5.5
"""Of a mark, in px."""
_MOST = 120
"""Most marks of a chart that has them all."""
_STEP = 10
"""Of one with more, the width on the axis that has two marks, in px."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """For which width a chart is drawn, and how high; in px."""

    name: str
    """`full`, `wide` or `narrow`."""
    width: int
    """The narrowest at which it is shown."""
    height: int
    top: int
    """The plot begins there; above it is room for labels."""
    foot: int
    """Room beneath the plot."""
    days: int
    """Most labels of the axis of time; 0: it has none, nor bars on it."""
    lines: int
    """Most lines above zero."""
    name_length: int
    """Most characters of a source in a label; 0: none."""
    labels: int
    """Most labels on the data."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Reports that have one mark."""

    at: float
    y: float
    height: float
    shape: str
    reports: tuple[Report, ...]

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the greatest number that it stands for."""
        ends = self.reports[0].ends
        assert ends is not None
        return ends


def thinned(placed: Sequence[tuple[Report, float]], width: int) -> list[tuple[Report, float]]:
    """Reports with their places, as many as can be told apart.

    Of too many, those that lie within a mark's width on the axis are told by the first with the
    least and the first with the greatest number.
    """
    if len({(round(at * width), report.ends) for report, at in placed}) <= _MOST:
        return list(placed)
    least: dict[int, int] = {}
    most: dict[int, int] = {}
    for n, (report, at) in enumerate(placed):
        low, high = report.ends or (0.0, 0.0)
        here = int(at * width / _STEP)
        if here not in least or low < (placed[least[here]][0].ends or (low,))[0]:
            least[here] = n
        if here not in most or high > (placed[most[here]][0].ends or (high,))[-1]:
            most[here] = n
    kept = {*least.values(), *most.values()}
    return [pair for n, pair in enumerate(placed) if n in kept]


def place_spots(
    placed: Iterable[tuple[Report, float]], scale: ValueScale, width: int
) -> list[Spot]:
    """Marks in order of time; reports of one number and one place share theirs."""
    found: dict[tuple[object, ...], Spot] = {}
    for report, at in placed:
        low, high = report.ends or (0.0, 0.0)
        shape = shape_of(report)
        key = (round(at * width), low, high, shape)
        if key in found:
            found[key] = replace(found[key], reports=(*found[key].reports, report))
            continue
        top, bottom = scale.y(high), scale.y(low)
        height = max(12.0, bottom - top) if shape == "range" else 2 * RADIUS
        found[key] = Spot(at, round((top + bottom) / 2, 1), height, shape, (report,))
    return sorted(found.values(), key=lambda spot: spot.at)
