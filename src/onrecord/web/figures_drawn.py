"""The charts of the section: which reports go in, at which sizes, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.values.vocabulary import FigureKind
from onrecord.web.charts import Drawing, draw_chart
from onrecord.web.charts_brackets import Rival
from onrecord.web.charts_periods import Period, PeriodDrawing, draw_periods
from onrecord.web.charts_reports import Report, place_of, report_axis
from onrecord.web.charts_spots import Size
from onrecord.web.datewords import interval_words, read_days
from onrecord.web.figures_rows import FigureRows
from onrecord.web.figures_words import reading
from onrecord.web.index import published, short_name

type Json = Mapping[str, Any]

_WIDTHS = {"full": 860, "wide": 612, "narrow": 284}
"""By the name of a drawing, the least width at which it is shown, in px."""
_HIGH, _LOW = 264, 184
"""Heights of a chart; the lower one is for few different numbers."""
_FEW = 3
_MOST_SPOKEN = 8


_LEGEND = (
    ("full", "exact"),
    ("ring", "about"),
    ("least", "at least"),
    ("most", "at most"),
    ("range", "range"),
    ("held", "a source says it held"),
    ("equal", "equal reports"),
    ("zone", "unequal reports: somewhere in here"),
    ("days", "on one of these days"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The chart of a series."""

    drawings: tuple[Drawing, ...]
    spoken: str
    """The same in words."""
    is_report_days: bool
    """Its axis has the days of the reports, not those for which they tell the number."""
    unit: str
    unnumbered: int
    """Reports without a number, which are in the table only."""
    undated: int
    beyond: int
    """Reports of days that lie too far off for the axis, or anywhere on it."""

    @property
    def thinned(self) -> int:
        """Reports that the widest drawing leaves out for want of room."""
        return self.drawings[0].thinned


def draw_series(rows: FigureRows, series: Json, *, is_first: bool) -> Drawn | None:
    """The chart of a series; None where no two reports can be told apart on it."""
    by_id = rows.index.figures.by_id
    points = [by_id[p] for p in series["points"] if p in by_id]
    reports = sorted(map(rows.report, points), key=_in_time)
    numbered = [r for r in reports if r.ends is not None]
    axis = report_axis(numbered)
    if axis is None:
        return None
    dated = [r for r in numbered if r.anchor.known]
    here = [r for r in dated if place_of(axis, r.anchor) is not None]
    if len({(place_of(axis, r.anchor), r.ends) for r in here}) < 2:
        return None
    high = is_first or len({r.ends for r in here}) > _FEW
    rivals = [
        Rival(d["left_figure"], d["right_figure"], d["reason"])
        for d in rows.index.figures.differences.get(series["id"], ())
    ]
    return Drawn(
        drawings=tuple(draw_chart(here, axis, size, rivals) for size in _sizes(high=high)),
        spoken=_spoken(here),
        is_report_days=series["kind"] == FigureKind.COUNT,
        unit=str(series.get("unit") or ""),
        unnumbered=len(reports) - len(numbered),
        undated=len(numbered) - len(dated),
        beyond=len(dated) - len(here),
    )


def _in_time(report: Report) -> tuple[str, str]:
    first, last = report.anchor.first, report.anchor.last
    return str(first or last or ""), str(last or first or "")


def _sizes(*, high: bool) -> Iterator[Size]:
    for name, width in _WIDTHS.items():
        narrow = name == "narrow"
        yield Size(
            name=name,
            width=width,
            height=_HIGH if high else _LOW,
            top=30,
            foot=24,
            days=3 if narrow else 7,
            lines=6 if high else 4,
            name_length=16 if narrow else 24,
            labels=10 if narrow else 28,
        )


def legend_of(drawn: Iterable[Drawn]) -> tuple[tuple[str, str], ...]:
    """The signs that charts use, with their words."""
    used: set[str] = set()
    for drawing in (d for each in drawn for d in each.drawings):
        used |= {mark.shape for mark in drawing.marks}
        used |= {"held" if segment.held else "equal" for segment in drawing.segments}
        used |= {"zone"} if drawing.hatches else set()
        used |= {"days"} if drawing.bars else set()
    return tuple((name, words) for name, words in _LEGEND if name in used)


def _spoken(reports: Sequence[Report]) -> str:
    """The reports in order, for those who do not see the chart."""
    told = [
        f"{r.computed} on {interval_words(r.anchor).words}, {r.source}"
        for r in reports[:_MOST_SPOKEN]
    ]
    more = len(reports) - len(told)
    return "; ".join(told) + (f"; {more} more" if more else "") + ". The table has them all."


def draw_family(rows: FigureRows, family: Sequence[Json]) -> tuple[tuple[PeriodDrawing, ...], str]:
    """The bars of counts over several periods, and the same in words."""
    periods = sorted((_period(rows, series) for series in family), key=_begins)
    drawings = (
        draw_periods(periods, name=name, width=width, days=3 if name == "narrow" else 7)
        for name, width in _WIDTHS.items()
    )
    return tuple(d for d in drawings if d), "; ".join(period.title for period in periods)


def _begins(period: Period) -> str:
    return str(period.days.first or period.days.last or period.reported.last or "~")


def _period(rows: FigureRows, series: Json) -> Period:
    by_id = rows.index.figures.by_id
    first, *others = [by_id[p] for p in series["points"] if p in by_id]
    days = read_days(series.get("period"))
    article = rows.index.by_id[first["article"]]
    source = short_name(article) + (f" + {len(others)}" if others else "")
    when = interval_words(days).words if days.first and days.last else "period not stated"
    return Period(
        days=days,
        reported=published(article),
        words=rows.feet.words(first["article"], (first["start"], first["end"])),
        computed=reading(first),
        source=source,
        title=f"{reading(first)}, {when}, {source}",
        href=rows.href(first),
    )
