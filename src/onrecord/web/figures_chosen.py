"""Which series of figures stand on the page, how each is shown, and under which ids."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.values.vocabulary import DifferenceReason, FigureKind, Role
from onrecord.web.components import joined
from onrecord.web.figures_grouped import Row, RowMaker, told_first

type Json = Mapping[str, Any]

MOST_CHARTS = 12
_MOST_ROWS, _FEW_ROWS = 60, 12
"""Most rows of a series that has a chart, and of another; the others are counted."""
_MOST_FOLDED = 200
"""Most series of several reports that have no chart."""
MOST_FEET = 12
"""Most printings listed under a row."""
_LARGEST_FAMILY = 8
_OTHER_PERIOD = ("other-period", "period-not-told")
"""Reasons of near misses that differ only in when they are counted."""
_PLAIN_ID = re.compile(r"[0-9A-Za-z_]{1,64}")
_DRAWN = frozenset({FigureKind.LEVEL, FigureKind.MONEY, FigureKind.SHARE, FigureKind.COUNT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The figures of a record as the page has them."""

    looked_for: bool
    by_id: Mapping[str, Json]
    """All figures, by id."""
    series: Mapping[str, Json]
    """All series, by id."""
    charts: tuple[Json, ...]
    """Series that have a chart, the leading one first."""
    periods: tuple[tuple[Json, ...], ...]
    """Counts of one thing over several periods, together in one chart of bars."""
    folded: tuple[Json, ...]
    """Other series of several reports."""
    single: tuple[Json, ...]
    """Series of one report."""
    more_folded: int
    more_single: int
    rows: Mapping[str, tuple[Row, ...]]
    """The rows of each series on the page, by its id, in order."""
    more_rows: Mapping[str, int]
    """Reports of a series that are not on the page, by its id."""
    differences: Mapping[str, tuple[Json, ...]]
    """By id of the series."""
    keys: Mapping[str, str]
    """HTML id of the row or the foot of each figure on the page, by the figure's id."""
    series_keys: Mapping[str, str]
    """HTML id of each series on the page, by its id."""
    series_of: Mapping[str, str]
    """Id of the series that holds a figure, by the figure's id."""

    @property
    def conflicts(self) -> int:
        """Differences of figures that cannot both hold."""
        every = (d for found in self.differences.values() for d in found)
        return sum(1 for d in every if d["reason"] == DifferenceReason.CONFLICT)


def choose_figures(record: Json, articles: Mapping[str, Json]) -> Chosen:
    """The figures of a record as exported; null where they were not looked for."""
    by_id = {f["id"]: f for f in record.get("figures") or () if f["article"] in articles}
    known = [s for s in record.get("series") or () if any(p in by_id for p in s["points"])]
    series = {s["id"]: s for s in known}
    differences = _differences(record, by_id, series)
    several = sorted(
        (s for s in known if len(s["points"]) > 1),
        key=lambda s: _rank(s, by_id, differences.get(s["id"], ())),
    )
    drawn = [s for s in several if _can_be_drawn(s, by_id, articles)][:MOST_CHARTS]
    charted = {s["id"] for s in drawn}
    periods = tuple(_families(known, charted))[: max(2, MOST_CHARTS - len(drawn))]
    charted |= {s["id"] for family in periods for s in family}
    folded = [s for s in several if s["id"] not in charted]
    single = [s for s in known if len(s["points"]) == 1 and s["id"] not in charted]
    rows = RowMaker(by_id, articles)
    for one in (*drawn, *(s for family in periods for s in family)):
        rows.add(one, _MOST_ROWS, _rivals(differences.get(one["id"], ())))
    several_kept = [s for s in folded[:_MOST_FOLDED] if rows.add(s, _FEW_ROWS)]
    ranked = told_first(single, by_id, {id_: _front(a) for id_, a in articles.items()})
    single_kept = {s["id"] for s in ranked if rows.add(s, 1)}
    return Chosen(
        looked_for=record.get("figures") is not None,
        by_id=by_id,
        series=series,
        charts=tuple(drawn),
        periods=periods,
        folded=tuple(several_kept),
        single=tuple(s for s in single if s["id"] in single_kept),
        more_folded=len(folded) - len(several_kept),
        more_single=len(single) - len(single_kept),
        rows=rows.rows,
        more_rows=rows.more,
        differences=differences,
        keys=_keys(rows.rows, by_id),
        series_keys={id_: _key("s", id_, n) for n, id_ in enumerate(rows.rows)},
        series_of={point: s["id"] for s in known for point in s["points"]},
    )


def _rivals(differences: Iterable[Json]) -> frozenset[str]:
    """Figures that compete with another."""
    found = (d for d in differences if d["reason"] == DifferenceReason.CONFLICT)
    return frozenset(id_ for d in found for id_ in (d["left_figure"], d["right_figure"]))


def _front(article: Json) -> int:
    """Where the head of an article ends, with its first paragraph of running text."""
    ledes = (p["end"] for p in article["paragraphs"] if p["role"] == Role.LEDE)
    return int(next(ledes, 0))


def _differences(
    record: Json, by_id: Mapping[str, Json], series: Mapping[str, Json]
) -> dict[str, tuple[Json, ...]]:
    found: dict[str, list[Json]] = defaultdict(list)
    for each in record.get("differences") or ():
        sides = each.get("left_figure"), each.get("right_figure")
        if each["about"] in series and all(side in by_id for side in sides):
            found[each["about"]].append(each)
    return {about: tuple(each) for about, each in found.items()}


def _rank(series: Json, by_id: Mapping[str, Json], differences: Iterable[Json]) -> tuple[Any, ...]:
    """Those that tell what is come before plans, conflicts before the rest, then by articles."""
    return (
        series.get("modality", "actual") != "actual",
        all(d["reason"] != DifferenceReason.CONFLICT for d in differences),
        *_size(series, by_id),
    )


def _size(series: Json, by_id: Mapping[str, Json]) -> tuple[int, int]:
    points = [by_id[p] for p in series["points"] if p in by_id]
    return -len({p["article"] for p in points}), -len(points)


def _can_be_drawn(series: Json, by_id: Mapping[str, Json], articles: Mapping[str, Json]) -> bool:
    """Whether it is a state or a count, told at two times or with two numbers."""
    told = set()
    for point in (by_id[p] for p in series["points"] if p in by_id):
        count = point["kind"] == FigureKind.COUNT
        days = articles[point["article"]].get("published") if count else point.get("as_of")
        when = ((days or {}).get("first"), (days or {}).get("last"))
        if (point["low"], point["high"]) != (None, None) and when != (None, None):
            told.add((*when, point["low"], point["high"]))
    return series["kind"] in _DRAWN and len(told) > 1


def leading_series(chosen: Chosen) -> Json | None:
    """The charted series of most articles, one whose numbers differ before one where all agree."""
    actual = [s for s in chosen.charts if s.get("modality", "actual") == "actual"]
    by_size = sorted(actual, key=lambda s: (_is_flat(s, chosen.by_id), *_size(s, chosen.by_id)))
    return by_size[0] if by_size else None


def _is_flat(series: Json, by_id: Mapping[str, Json]) -> bool:
    points = [by_id[p] for p in series["points"] if p in by_id]
    return len({(p["low"], p["high"]) for p in points}) < 2


def _families(known: Sequence[Json], charted: set[str]) -> Iterator[tuple[Json, ...]]:
    """Counts that were not joined because their periods differ, if one is not drawn otherwise."""
    counts = {s["id"]: s for s in known if s["kind"] == FigureKind.COUNT}
    pairs = [
        (s["id"], miss["series"])
        for s in counts.values()
        for miss in s.get("not_joined") or ()
        if str(miss["why"]).startswith(_OTHER_PERIOD) and miss["series"] in counts
    ]
    top = joined(counts, pairs, _LARGEST_FAMILY)
    families: dict[str, list[Json]] = defaultdict(list)
    for id_, one in counts.items():
        families[top[id_]].append(one)
    found = [tuple(f) for f in families.values() if len(f) > 1]
    yield from sorted(
        (f for f in found if any(s["id"] not in charted for s in f)), key=lambda f: -len(f)
    )


def _keys(rows: Mapping[str, Sequence[Row]], by_id: Mapping[str, Json]) -> dict[str, str]:
    number = {id_: n for n, id_ in enumerate(by_id)}
    keys: dict[str, str] = {}
    for each in rows.values():
        for row in each:
            first = _key("f", row[0]["id"], number[row[0]["id"]])
            for place, figure in enumerate(row):
                own = _key("f", figure["id"], number[figure["id"]])
                keys[figure["id"]] = own if place < MOST_FEET else first
    return keys


def _key(kind: str, id_: str, number: int) -> str:
    return f"{kind}-{id_ if _PLAIN_ID.fullmatch(id_) else f'n-{number}'}"
