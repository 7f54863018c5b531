"""Which labels a chart has on its data, and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.web.charts_brackets import Bracket
from onrecord.web.charts_labels import Box, Label, Wanted, place_labels
from onrecord.web.charts_scale import ValueScale
from onrecord.web.charts_spans import Line, Zone
from onrecord.web.charts_spots import RADIUS, Size, Spot
from onrecord.web.flags import shorten
from onrecord.web.gauge import percent

_MANY = 12
"""With more marks, only those whose number differs from the one before are labelled."""


@dataclass(frozen=True, slots=True)
class Note:
    """A label on the data."""

    x: str
    label: Label


def place_notes(
    spots: Sequence[Spot],
    lines: Iterable[Line],
    zones: Iterable[Zone],
    scale: ValueScale,
    size: Size,
    marked: Iterable[Bracket],
) -> Iterable[Note]:
    """The labels of a chart, those that find room."""
    width = size.width
    blocked = [
        *(_around(spot, width) for spot in spots),
        *(bracket.box for bracket in marked),
        *(beside(line, scale, width) for line in lines),
        Box(-40, 0, 60 if scale.word else 20, 20),
    ]
    avoided = [Box(z.start * width, scale.y(z.high), z.end * width, scale.y(z.low)) for z in zones]
    frame = Box(-4, 0, width + 4, scale.ground - 7)
    wanted = [_wanted(n, spots[n], size) for n in _by_weight(spots)]
    for label in place_labels(wanted[: size.labels], frame=frame, blocked=blocked, avoided=avoided):
        yield Note(percent(100 * spots[label.number].at), label)


def _around(spot: Spot, width: int) -> Box:
    x, half = spot.at * width, spot.height / 2
    return Box(x - RADIUS - 1, spot.y - half - 1, x + RADIUS + 1, spot.y + half + 1)


def beside(line: Line, scale: ValueScale, width: int) -> Box:
    """What a line takes of the chart."""
    y = scale.y(line.value)
    return Box(line.start * width, y - 3, line.end * width, y + 3)


def _wanted(number: int, spot: Spot, size: Size) -> Wanted:
    report, *others = spot.reports
    names = list(dict.fromkeys(r.source for r in (report, *others)))
    more = f" + {len(names) - 1}" if len(names) > 1 else ""
    source = shorten(report.source, size.name_length) + more if size.name_length else ""
    return Wanted(
        number=number,
        x=spot.at * size.width,
        top=spot.y - spot.height / 2,
        bottom=spot.y + spot.height / 2,
        words=shorten(report.printed or report.computed, 26),
        source=source,
        serif=bool(report.printed),
    )


def _by_weight(spots: Sequence[Spot]) -> list[int]:
    """The marks whose labels matter most first: the ends, the extremes, where a number changes."""
    if not spots:
        return []
    least = min(range(len(spots)), key=lambda n: spots[n].ends[0])
    most = max(range(len(spots)), key=lambda n: spots[n].ends[1])
    order = [len(spots) - 1, 0, most, least]
    changed = [n for n in range(1, len(spots)) if spots[n].ends != spots[n - 1].ends]
    order += sorted(changed, key=lambda n: -len(spots[n].reports))
    if len(spots) <= _MANY:
        order += range(len(spots))
    return list(dict.fromkeys(order))
