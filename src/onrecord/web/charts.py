"""The chart of a series: every report on its days, from zero, and what lies between reports.

Positions along the axis are percentages and heights are px, so that type keeps its size at any
width; labels are set for the narrowest width at which a drawing is shown. Uncertainty of days lies
on the axis, uncertainty of the number in the plot.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.web.axis import Axis
from onrecord.web.charts_brackets import Bracket, Rival, brackets
from onrecord.web.charts_days import DayBar, day_bars, has_bar
from onrecord.web.charts_notes import Note, beside, place_notes
from onrecord.web.charts_reports import Report, place_of
from onrecord.web.charts_scale import ValueLine, ValueScale, value_scale
from onrecord.web.charts_spans import Line, Stay, Zone, connect
from onrecord.web.charts_spots import Size, Spot, place_spots, thinned
from onrecord.web.flags import text_width
from onrecord.web.gauge import percent


@dataclass(frozen=True, slots=True)
class Tick:
    """A line through the chart and its label; no label where there is no room."""

    x: str
    label: str
    strong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Reports of one number and one time."""

    x: str
    y: float
    """Its middle."""
    shape: str
    """`full`, `ring`, `least`, `most` or `range`."""
    height: float
    """Of a range, in px."""
    within: bool
    """Its day is one of several, which a bar on the axis shows."""
    href: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A line along which a number held, or on which two reports agree."""

    x: str
    end: str
    width: str
    y: float
    held: bool
    fade: bool
    """It began somewhere in here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hatch:
    """A box within which the number went from one report to the next."""

    x: str
    width: str
    y: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart, drawn for one size."""

    size: Size
    ground: float
    """Where zero lies."""
    lines: tuple[ValueLine, ...]
    word: str
    """What the labels of values count: `millions`."""
    ticks: tuple[Tick, ...]
    hatches: tuple[Hatch, ...]
    segments: tuple[Segment, ...]
    bars: tuple[DayBar, ...]
    brackets: tuple[Bracket, ...]
    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]
    thinned: int
    """Reports left out between others of the same days and greater and smaller numbers."""


def draw_chart(
    reports: Sequence[Report], axis: Axis, size: Size, rivals: Iterable[Rival] = ()
) -> Drawing:
    """The chart of reports on an axis; those without a number or beyond the axis are left out.

    Args:
        reports: in order of time.
        axis: on which days they lie.
        size: for which it is drawn.
        rivals: pairs that differ, with the reason.
    """
    every = [(r, at) for r in reports if r.ends and (at := place_of(axis, r.anchor)) is not None]
    placed = thinned(every, size.width)
    greatest = max((r.ends[1] for r, _ in placed if r.ends), default=1.0)
    ground = size.height - size.foot
    whole = all(end.is_integer() for r, _ in placed if r.ends for end in r.ends)
    scale = value_scale(greatest, ground=ground, top=size.top, lines=size.lines, whole=whole)
    spots = place_spots(placed, scale, size.width)
    lines, zones = connect([_stay(axis, r, at) for r, at in placed])
    dated = [r for r, _ in placed] if size.days else []
    bars = day_bars(axis, dated, ground=ground, width=size.width)
    where = {r.id: (spot.at * size.width, spot.y) for spot in spots for r in spot.reports}
    marked = brackets(rivals, where, size.width, [beside(li, scale, size.width) for li in lines])
    return Drawing(
        size=size,
        ground=ground,
        lines=scale.lines(),
        word=scale.word,
        ticks=tuple(_ticks(axis, size)),
        hatches=tuple(_hatch(zone, scale) for zone in zones),
        segments=tuple(_segments(axis, placed, lines, scale)),
        bars=bars,
        brackets=marked,
        marks=tuple(_mark(spot, within=_is_within(axis, spot, size)) for spot in spots),
        notes=tuple(place_notes(spots, lines, zones, scale, size, marked)),
        thinned=len(every) - len(placed),
    )


def _stay(axis: Axis, report: Report, at: float) -> Stay:
    low, high = report.ends or (0.0, 0.0)
    held = _held(axis, report)
    start, end = held if held is not None else (at, at)
    days = report.anchor
    sure = held is not None or days.exact
    first = start if sure else axis.at(days.first) if days.first else 0.0
    last = end if sure else axis.at(days.last, end=True) if days.last else 1.0
    return Stay(start=start, end=end, first=first, last=last, low=low, high=high)


def _held(axis: Axis, report: Report) -> tuple[float, float] | None:
    """From where to where a source surely says that the number held."""
    if report.since is None or report.days.last is None:
        return None
    begun = report.since.last or report.since.first
    if begun is None or begun > report.days.last:
        return None
    end = place_of(axis, report.anchor)
    start = axis.at(begun, end=not report.since.exact)
    return (min(start, end), end) if end is not None else None


def _segments(
    axis: Axis,
    placed: Iterable[tuple[Report, float]],
    lines: Iterable[Line],
    scale: ValueScale,
) -> Iterable[Segment]:
    for line in lines:
        yield _segment(line.start, line.end, scale.y(line.value), held=line.held)
    for report, _ in placed:
        held = _held(axis, report)
        if held is None or report.since is None or report.since.first is None or not report.ends:
            continue
        before = axis.at(report.since.first)
        if before < held[0] - 0.005 and report.ends[0] == report.ends[1]:
            y = scale.y(report.ends[0])
            yield _segment(before, held[0], y, held=True, fade=True)


def _segment(start: float, end: float, y: float, *, held: bool, fade: bool = False) -> Segment:
    return Segment(
        x=percent(100 * start),
        end=percent(100 * end),
        width=percent(100 * (end - start)),
        y=y,
        held=held,
        fade=fade,
    )


def _hatch(zone: Zone, scale: ValueScale) -> Hatch:
    top, bottom = scale.y(zone.high), scale.y(zone.low)
    return Hatch(
        x=percent(100 * zone.start),
        width=percent(100 * (zone.end - zone.start)),
        y=top,
        height=round(bottom - top, 1),
    )


def _mark(spot: Spot, *, within: bool) -> Mark:
    first, *others = spot.reports
    return Mark(
        x=percent(100 * spot.at),
        y=spot.y,
        shape=spot.shape,
        height=spot.height,
        within=within,
        href=first.href,
        title=first.title + (f" + {len(others)}" if others else ""),
    )


def _is_within(axis: Axis, spot: Spot, size: Size) -> bool:
    """Whether a bar on the axis shows the days of a mark."""
    return size.days > 0 and any(has_bar(axis, r.anchor, size.width) for r in spot.reports)


def _ticks(axis: Axis, size: Size) -> Iterable[Tick]:
    for tick in axis.ticks(size.days):
        room = (1 - tick.at) * size.width >= text_width(tick.label) + 6
        yield Tick(percent(100 * tick.at), tick.label if room else "", tick.strong)
