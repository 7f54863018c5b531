"""The lane of the leading series on the score: its reports on the axis of the whole record."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.web.axis import Axis
from onrecord.web.charts import Drawing, draw_chart
from onrecord.web.charts_reports import Report, place_of
from onrecord.web.charts_spots import Size
from onrecord.web.figures_chosen import leading_series
from onrecord.web.figures_rows import FigureRows
from onrecord.web.index import RecordIndex

HEIGHT = 96
_TOP, _FOOT = 28, 16
_LABELS = {"wide": 4, "narrow": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesLane:
    """One drawing of the lane."""

    label: tuple[str, ...]
    """Printed words: what is counted, whose, where."""
    told: str
    """Kind, unit and outcome, in computed words."""
    href: str
    drawing: Drawing
    more: int
    """Reports that are not drawn: beyond the axis, or without a day or a number."""


class LeadingSeries:
    """The leading series, read once for all drawings."""

    def __init__(self, index: RecordIndex) -> None:
        self._series = leading_series(index.figures)
        self._reports: list[Report] = []
        self._key = ""
        if self._series is not None:
            rows, by_id = FigureRows(index), index.figures.by_id
            points = [by_id[p] for p in self._series["points"] if p in by_id]
            self._key = index.figures.series_keys[self._series["id"]]
            # Copies may be left out of the page after the score is drawn; rows never are.
            keys = index.figures.keys
            reports = (
                replace(rows.report(p), href=f"#{keys.get(p['id'], self._key)}") for p in points
            )
            self._reports = sorted(reports, key=_in_time)

    def draw(self, axis: Axis, name: str, width: int) -> SeriesLane | None:
        """The lane on an axis of `width` px; None where fewer than two reports lie on it."""
        series = self._series
        here = [r for r in self._reports if r.ends and place_of(axis, r.anchor) is not None]
        if series is None or len(here) < 2:
            return None
        size = Size(
            name=name,
            width=width,
            height=HEIGHT,
            top=_TOP,
            foot=_FOOT,
            days=0,
            lines=2,
            name_length=0,
            labels=_LABELS[name],
        )
        words = (series["kind"], series.get("unit"), series.get("outcome"))
        return SeriesLane(
            label=tuple(part for part in str(series["label"]).split(" · ") if part),
            told=", ".join(str(word) for word in words if word),
            href=f"#{self._key}",
            drawing=draw_chart(here, axis, size),
            more=len(self._reports) - len(here),
        )


def _in_time(report: Report) -> tuple[str, str]:
    first, last = report.anchor.first, report.anchor.last
    return str(first or last or ""), str(last or first or "")
