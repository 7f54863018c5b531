"""What a series is not joined with, and how its reports differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.values.vocabulary import DifferenceReason
from onrecord.web.figures_rows import FigureRows, Reported, is_by_report

type Json = Mapping[str, Any]

MOST_NEAR = 12
MOST_DIFFERENCES = 40
_SHOWN = 6
"""Most differences of a series that stand before its fold."""
_ORDER = (
    DifferenceReason.CONFLICT,
    DifferenceReason.SCOPE,
    DifferenceReason.ROUNDING,
    DifferenceReason.REVISION,
    DifferenceReason.PERIOD,
)
_FOLDED = frozenset({DifferenceReason.REVISION, DifferenceReason.PERIOD})
"""What the chart tells already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearView:
    """Another series that is about the same but for one thing."""

    label: str
    href: str
    why: str
    reported: Reported
    more: int
    """Its other reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """Two reports of one thing, the earlier first."""

    reason: str
    why: str
    sign: str
    """`apx` where both round to the same, else `neq`."""
    left: Reported
    right: Reported

    @property
    def is_conflict(self) -> bool:
        """Whether not both can hold."""
        return self.reason == DifferenceReason.CONFLICT


@dataclass(frozen=True, slots=True)
class Differences:
    """The differences of a series."""

    shown: tuple[DifferenceView, ...]
    folded: tuple[DifferenceView, ...]
    more: int
    label: str
    """What is folded: `3 by period, 1 by revision`."""


def near_misses(rows: FigureRows, series: Json) -> Iterator[NearView]:
    """The near misses of a series, as far as the page has room."""
    chosen = rows.index.figures
    for miss in (series.get("not_joined") or ())[:MOST_NEAR]:
        other = chosen.series.get(miss["series"])
        points = [chosen.by_id[p] for p in (other or {}).get("points", ()) if p in chosen.by_id]
        if other is None or not points:
            continue
        key = chosen.series_keys.get(other["id"])
        yield NearView(
            label=str(other["label"]),
            href=f"#{key}" if key else "",
            why=str(miss["why"]),
            reported=rows.reported(points[0]),
            more=len(points) - 1,
        )


def differences_of(rows: FigureRows, series: Json) -> Differences:
    """The differences of a series: what is more than a course of time first, the rest folded."""
    found = rows.index.figures.differences.get(series["id"], ())
    ordered = sorted(found, key=_weight)
    shown = [d for d in ordered if d["reason"] not in _FOLDED][:_SHOWN]
    rest = [d for d in ordered if d not in shown]
    by_report = is_by_report(series)
    counted = {r: sum(1 for d in rest if d["reason"] == r) for r in _ORDER}
    return Differences(
        shown=tuple(_view(rows, d, by_report=by_report) for d in shown),
        folded=tuple(_view(rows, d, by_report=by_report) for d in rest[:MOST_DIFFERENCES]),
        more=max(0, len(rest) - MOST_DIFFERENCES),
        label=", ".join(f"{n:,} by {reason}" for reason, n in counted.items() if n),
    )


def _weight(difference: Json) -> int:
    reasons = [reason for reason in _ORDER if reason == difference["reason"]]
    return _ORDER.index(reasons[0]) if reasons else len(_ORDER)


def _view(rows: FigureRows, difference: Json, *, by_report: bool) -> DifferenceView:
    by_id = rows.index.figures.by_id
    return DifferenceView(
        reason=difference["reason"],
        why=str(difference.get("why") or ""),
        sign="apx" if difference["reason"] == DifferenceReason.ROUNDING else "neq",
        left=rows.reported(by_id[difference["left_figure"]], by_report=by_report),
        right=rows.reported(by_id[difference["right_figure"]], by_report=by_report),
    )
