"""Figures and the series in which they stand: the rows of `onrecord figures`.

`figures_of` conducts:

1. the figures of the record, each as a row (`figures_points`);
2. those that pass (`figures_filter`);
3. a row for each series of theirs, with its points, differences and near misses; a figure that
   stands in none has a row of its own;
4. those of most origins first, then those in most articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from onrecord.record.article_places import ArticlePlaces
from onrecord.record.figures_filter import FiguresQuery, FoundFigures, select_figures
from onrecord.record.figures_points import figure_rows
from onrecord.record.figures_range import latest_of, range_of
from onrecord.record.names_meant import Meant
from onrecord.values.vocabulary import DifferenceReason, FigureKind, Modality

if TYPE_CHECKING:
    from onrecord.record.compile import Record

type Json = Mapping[str, Any]
type Row = dict[str, Any]

_ASSERTED = frozenset({Modality.ASSERTED.value, Modality.REPORTED.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Series with their reports."""

    rows: tuple[Row, ...]
    """Those of most origins first; `id` is null of a figure that stands in no series."""
    points: tuple[Row, ...]
    """The figures of these, in the order of the record."""
    speakers: tuple[Meant, ...]
    """Who was meant by each name that was asked for."""
    unknown: tuple[str, ...]
    """Names of places and owners that were asked for and that no figure has."""


def figures_of(record: Record, query: FiguresQuery) -> Figures | None:
    """The series of a record with figures that pass a query; None where none were looked for.

    A row has those reports of its series that pass, and what it says (`reports`, `articles`,
    `latest`, `lowest`, `highest`) it says of these; `all_reports` counts all of the series. Its
    `differences` are those in which one of them differs.

    Raises:
        UsageError: the words of `about` are none.
        SeveralNames: a name fits several entities that give figures.
    """
    if "figures" not in record.head["looked_for"] or record.tail["series"] is None:
        return None
    # 1. figures
    everything = list(record.attributions()) if "attributions" in record.head["looked_for"] else []
    attributions = {one["id"]: one for one in everything}
    rows = figure_rows(record, attributions)
    # 2. those that pass
    found = select_figures(
        rows,
        query,
        entities=record.tail["entities"] or (),
        attributions=attributions,
        outlets={s.id: f"{s.outlet or ''} | {s.agency or ''}" for s in record.summaries},
    )
    # 3. series
    made = _Series(record, rows).rows(found)
    made = [row for row in made if _differs(row, query)]
    # 4. order
    made.sort(key=lambda row: _rank(row, found.told))
    kept = {point["id"] for row in made for point in row["points"]}
    return Figures(
        rows=tuple(made),
        points=tuple(row for row in rows if row["id"] in kept),
        speakers=found.speakers,
        unknown=found.unknown,
    )


def _by_time(point: Row) -> tuple[str, str, float]:
    """Counts as they were reported, those of one day from low to high, so that a toll is seen to
    grow; all else as of when it holds, what is open to the left at its end. Undated last."""
    is_count = point["kind"] == FigureKind.COUNT
    days = "published" if is_count else "as_of"
    first, last = point[f"{days}_first"], point[f"{days}_last"]
    number = point["low"] or point["high"] or 0.0
    return first or last or "~", last or "~", number if is_count else 0.0


def _differs(row: Row, query: FiguresQuery) -> bool:
    if query.conflicts and not row["conflicts"]:
        return False
    return bool(row["differences"]) or not query.differences


def _rank(row: Row, told: Collection[str]) -> tuple[bool | int, ...]:
    """Series before lone figures, those with the words that were asked for first."""
    only_around = bool(told) and not any(point["id"] in told for point in row["points"])
    counts = (-row[key] for key in ("origins", "articles", "reports"))
    return only_around, row["id"] is None, row["all_reports"] == 1, *counts


@dataclass(slots=True)
class _Series:
    record: Record
    all_rows: Sequence[Row]
    by_id: Mapping[str, Row] = field(init=False)
    series: Mapping[str, Json] = field(init=False)
    differences: Mapping[str, list[Json]] = field(init=False)
    places: ArticlePlaces = field(init=False)

    def __post_init__(self) -> None:
        self.by_id = {row["id"]: row for row in self.all_rows}
        self.series = {one["id"]: one for one in self.record.tail["series"]}
        self.places = ArticlePlaces(self.record.summaries)
        self.differences = defaultdict(list)
        for one in self.record.tail["differences"] or ():
            self.differences[one["about"]].append(one)

    def rows(self, found: FoundFigures) -> list[Row]:
        """A row for each series with a figure that was found; then the figures of none."""
        passed = {row["id"] for row in found.rows}
        made = []
        for one in self.record.tail["series"]:
            points = [self.by_id[id_] for id_ in one["points"] if id_ in passed]
            points.sort(key=_by_time)
            if points:
                made.append(self._row(one, points))
        made += [_lone(self.by_id[row["id"]]) for row in found.rows if row["series"] is None]
        return made

    def _row(self, one: Json, points: Sequence[Row]) -> Row:
        shown = {point["id"] for point in points}
        differences = [
            self._difference(each)
            for each in self.differences[one["id"]]
            if {each["left_figure"], each["right_figure"]} & shown
        ]
        reasons = Counter(each["reason"] for each in differences)
        period = one["period"] or {"first": None, "last": None}
        return {
            **{key: one[key] for key in ("id", "label", "kind", "unit", "per", "counted")},
            "outcome": one["outcome"],
            **{key: one["scope"][key] for key in ("place", "owner", "part")},
            "period_first": period["first"],
            "period_last": period["last"],
            "modality": one["modality"],
            "reports": len(points),
            "articles": len({point["article"] for point in points}),
            "origins": len({self._origin(point) for point in points}),
            "all_reports": len(one["points"]),
            **_values(one["kind"], points),
            "conflicts": reasons[DifferenceReason.CONFLICT],
            "points": list(points),
            "differences": differences,
            "not_joined": [self._near(near) for near in one["not_joined"]],
            "why": [dict(why) for why in one["why"]],
        }

    def _origin(self, point: Row) -> str:
        """Whose report it is."""
        told = self.record.tellers.at(point["article"], point["start"], point["end"])
        return told.origin.key

    def _near(self, near: Json) -> Row:
        """A near miss with the label of the other series and its latest report, if undated its
        first."""
        other = self.series.get(near["series"])
        points = [self.by_id[i] for i in other["points"] if i in self.by_id] if other else []
        latest = latest_of(other["kind"], points) if other else None
        return {
            **near,
            "label": other["label"] if other else None,
            "latest": _short(latest or next(iter(points), None)),
        }

    def _difference(self, one: Json) -> Row:
        return {
            "id": one["id"],
            "reason": one["reason"],
            "why": one["why"],
            "left": self._side(one["left"], one["left_figure"]),
            "right": self._side(one["right"], one["right_figure"]),
        }

    def _side(self, anchor: Json | None, figure: str | None) -> Row | None:
        """One side of a difference: its sentence, and the figure's own words in it."""
        if anchor is None:
            return None
        row = self.by_id.get(figure or "")
        return {
            "figure": figure,
            "words": row["words"] if row else None,
            "source": row["source"] if row else None,
            "label": self.places.label(anchor["article"]),
            "at": row["at"] if row else self.places.place(anchor),
            **{key: anchor[key] for key in ("article", "start", "end", "text")},
        }


def _values(kind: str, points: Sequence[Row]) -> Row:
    """The latest, lowest and highest of some reports, and between which numbers they lie."""
    ends = range_of(points)
    return {
        "latest": _short(latest_of(kind, points)),
        "low": ends.low,
        "high": ends.high,
        "lowest": _short(ends.lowest),
        "highest": _short(ends.highest),
    }


_SHORT = (
    *("id", "words", "printed", "direction", "as_of_first", "as_of_last", "as_of_basis"),
    "expression",
)


def _short(row: Json | None) -> Row | None:
    return {key: row[key] for key in _SHORT} if row else None


def _lone(point: Row) -> Row:
    """A figure that stands in no series, with the columns of one."""
    names = [point[key] for key in ("counted", "owner", "place", "part")]
    same = ("kind", "unit", "per", "counted", "outcome", "place", "owner", "part")
    modality = "actual" if point["modality"] in _ASSERTED else point["modality"]
    return {
        "id": None,
        "label": " · ".join(dict.fromkeys(filter(None, names))) or point["words"],
        **{key: point[key] for key in same},
        "period_first": None,
        "period_last": None,
        "modality": modality,
        **dict.fromkeys(("reports", "articles", "origins", "all_reports"), 1),
        **_values(point["kind"], [point]),
        "conflicts": 0,
        "points": [point],
        **{key: [] for key in ("differences", "not_joined", "why")},
    }
