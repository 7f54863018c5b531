"""The section of figures: a chart and a table per series, then what was reported once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from onrecord.record.review_lines import shell_word
from onrecord.values.vocabulary import DifferenceReason, FigureKind
from onrecord.web.charts_periods import PeriodDrawing
from onrecord.web.datewords import DateWords, interval_words, read_days
from onrecord.web.figures_drawn import Drawn, draw_family, draw_series, legend_of
from onrecord.web.figures_near import Differences, NearView, differences_of, near_misses
from onrecord.web.figures_rows import FigureRows, RowView, is_by_report
from onrecord.web.figures_words import amount_words, extremes, reading
from onrecord.web.index import RecordIndex

type Json = Mapping[str, Any]

_IN_SIGHT = 14
"""Rows of a series that stand before its fold."""
_FOLD_FROM = 4
"""Fewest rows that are folded."""
_OPEN_SINGLE = 8
"""Series of one report of a kind that stand before its fold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a series tells, in a line: printed words, then computed ones."""

    label: tuple[str, ...]
    """Its printed words: what is counted, whose, where."""
    kind: str
    unit: str
    outcome: str
    mood: str
    """`planned`, `proposed`, `denied`, `conditional`; empty of what is told to be so."""
    period: DateWords | None
    """Of a count."""
    last: str
    last_when: DateWords | None
    spread: str
    """The least and the greatest number."""
    reports: int
    articles: int
    conflicts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """A series with its reports."""

    key: str
    heading: Heading
    by_report: bool
    """Its reports stand in the order of their days, not of those for which they count."""
    drawn: Drawn | None
    rows: tuple[RowView, ...]
    folded: tuple[RowView, ...]
    more: int
    """Reports that are not on the page."""
    command: str
    near: tuple[NearView, ...]
    more_near: int
    differences: Differences


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyView:
    """Counts of one thing over several periods."""

    key: str
    heading: Heading
    drawings: tuple[PeriodDrawing, ...]
    spoken: str
    rows: tuple[RowView, ...]
    """Of those that have no chart of their own."""
    anchors: tuple[str, ...]
    """HTML id of the series of each row, where the row is its first."""
    differences: tuple[Differences, ...]


@dataclass(frozen=True, slots=True)
class SingleView:
    """A series of one report."""

    key: str
    label: tuple[str, ...]
    outcome: str
    row: RowView


@dataclass(frozen=True, slots=True)
class SingleGroup:
    """Series of one report and one kind."""

    kind: str
    shown: tuple[SingleView, ...]
    folded: tuple[SingleView, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.shown) + len(self.folded)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresView:
    """The section."""

    looked_for: bool
    legend: tuple[tuple[str, str], ...]
    """Signs that the charts use, with their words."""
    charts: tuple[SeriesView, ...]
    families: tuple[FamilyView, ...]
    folded: tuple[SeriesView, ...]
    more_folded: int
    single: tuple[SingleGroup, ...]
    more_single: int
    total: int
    """Series of the record."""
    several: int
    """Series of more than one report."""
    figures: int
    loose: int
    """Figures that stand in no series."""
    conflicts: int
    command: str


def list_figures(index: RecordIndex) -> FiguresView:
    """The figures as the page shows them."""
    chosen, rows = index.figures, FigureRows(index)
    drawn = [draw_series(rows, one, is_first=n == 0) for n, one in enumerate(chosen.charts)]
    charts = zip(chosen.charts, drawn, strict=True)
    return FiguresView(
        looked_for=chosen.looked_for,
        legend=legend_of([each for each in drawn if each]),
        charts=tuple(_series(rows, one, chart) for one, chart in charts),
        families=tuple(_family(rows, family, n) for n, family in enumerate(chosen.periods)),
        folded=tuple(_series(rows, one, None) for one in chosen.folded),
        more_folded=chosen.more_folded,
        single=tuple(_single(rows, chosen.single)),
        more_single=chosen.more_single,
        total=len(chosen.series),
        several=sum(1 for one in chosen.series.values() if len(one["points"]) > 1),
        figures=len(chosen.by_id),
        loose=len(chosen.by_id) - len(chosen.series_of),
        conflicts=chosen.conflicts,
        command="onrecord figures FILE",
    )


def _series(rows: FigureRows, series: Json, drawn: Drawn | None) -> SeriesView:
    chosen = rows.index.figures
    listed = list(rows.rows(series))
    shown, folded = listed[:_IN_SIGHT], listed[_IN_SIGHT:]
    if len(folded) < _FOLD_FROM:
        shown, folded = listed, []
    near = tuple(near_misses(rows, series))
    return SeriesView(
        key=chosen.series_keys[series["id"]],
        heading=_heading(rows, series),
        by_report=is_by_report(series),
        drawn=drawn,
        rows=tuple(shown),
        folded=tuple(folded),
        more=chosen.more_rows.get(series["id"], 0),
        command=_command(series),
        near=near,
        more_near=len(series.get("not_joined") or ()) - len(near),
        differences=differences_of(rows, series),
    )


def _command(series: Json) -> str:
    about = str(series.get("counted") or "")
    if about and about.isprintable():
        return f"onrecord figures FILE --about {shell_word(about)}"
    return "onrecord figures FILE"


def _heading(rows: FigureRows, series: Json) -> Heading:
    chosen = rows.index.figures
    points = [chosen.by_id[p] for p in series["points"] if p in chosen.by_id]
    numbered = [p for p in points if p["low"] is not None or p["high"] is not None]
    last = max(numbered, key=lambda p: str(rows.last_day(p) or "")) if numbered else None
    ends = extremes(points)
    several = ends is not None and ends[0] != ends[1]
    reasons = [d["reason"] for d in chosen.differences.get(series["id"], ())]
    return Heading(
        label=tuple(part for part in str(series["label"]).split(" · ") if part),
        kind=series["kind"],
        unit=_unit(series),
        outcome=str(series.get("outcome") or ""),
        mood="" if series.get("modality", "actual") == "actual" else series["modality"],
        period=_period(series),
        last=reading(last) if last else "",
        last_when=interval_words(rows.anchor(last)) if last else None,
        spread=amount_words(*ends, "range") if several and ends else "",
        reports=len(points),
        articles=len({p["article"] for p in points}),
        conflicts=reasons.count(DifferenceReason.CONFLICT),
    )


def _unit(series: Json) -> str:
    unit = str(series.get("unit") or "")
    per = series.get("per")
    return f"{unit} per {per}".strip() if per else unit


def _period(series: Json) -> DateWords | None:
    days = read_days(series.get("period"))
    return interval_words(days) if days.known else None


def _family(rows: FigureRows, family: Sequence[Json], number: int) -> FamilyView:
    drawn = {series["id"] for series in rows.index.figures.charts}
    alone = sorted((one for one in family if one["id"] not in drawn), key=_begins)
    listed: list[tuple[str, RowView]] = []
    for one in alone:
        key = rows.index.figures.series_keys[one["id"]]
        for row in rows.rows(one):
            listed.append((key, row))
            key = ""
    drawings, spoken = draw_family(rows, family)
    first = max(family, key=lambda series: len(series["points"]))
    return FamilyView(
        key=f"c-{number}",
        heading=_heading(rows, first),
        drawings=drawings,
        spoken=spoken,
        rows=tuple(row for _, row in listed),
        anchors=tuple(key for key, _ in listed),
        differences=tuple(differences_of(rows, one) for one in alone),
    )


def _begins(series: Json) -> str:
    days = read_days(series.get("period"))
    return str(days.first or days.last or "~")


def _single(rows: FigureRows, series: Iterable[Json]) -> Iterator[SingleGroup]:
    """Series of one report by kind, in the order of the record."""
    order = list(FigureKind)
    ranked = sorted(series, key=lambda s: order.index(FigureKind(s["kind"])))
    for kind, group in groupby(ranked, key=lambda s: str(s["kind"])):
        views = [view for one in group for view in _one(rows, one)]
        cut = _OPEN_SINGLE if len(views) > _OPEN_SINGLE + _FOLD_FROM else len(views)
        yield SingleGroup(kind, tuple(views[:cut]), tuple(views[cut:]))


def _one(rows: FigureRows, series: Json) -> Iterator[SingleView]:
    chosen = rows.index.figures
    for row in rows.rows(series):
        label = tuple(part for part in str(series["label"]).split(" · ") if part)
        yield SingleView(
            chosen.series_keys[series["id"]], label, str(series.get("outcome") or ""), row
        )
