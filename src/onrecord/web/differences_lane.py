"""The lane of differences on the score: where reports differ, at the days of the later one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.values.vocabulary import DifferenceReason
from onrecord.web.axis import Axis
from onrecord.web.differences_chosen import COURSE
from onrecord.web.flags import text_width
from onrecord.web.gauge import percent
from onrecord.web.index import RecordIndex, published
from onrecord.web.strips import place_on

type Json = Mapping[str, Any]

HEIGHT = 40
_LINES = (15, 33)
"""Where the words of a line stand, in px."""
_SIGN = 16
_GAP = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceMark:
    """Differences of one reason that lie near each other."""

    x: str
    y: int
    leftward: bool
    label: str
    """`conflict`, `wording 3`."""
    is_conflict: bool
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class DifferencesLane:
    """One drawing of the lane."""

    height: int
    marks: tuple[DifferenceMark, ...]
    more: int
    """Differences that are not drawn: without a day, beyond the axis, or without room."""


def draw_differences(index: RecordIndex, axis: Axis, width: int) -> DifferencesLane | None:
    """The lane on an axis of `width` px; None where no report differs from another of its days."""
    shown = [d for d in index.differences.shown if d["reason"] not in COURSE]
    placed = [(at, d) for d in shown if (at := _place(index, axis, d)) is not None]
    if not placed:
        return None
    marks: list[DifferenceMark] = []
    used: tuple[list[tuple[float, float]], ...] = ([], [])
    drawn = 0
    for reason, run in _runs(placed, width):
        mark = _mark(index, reason, run, width, used)
        if mark is not None:
            marks.append(mark)
            drawn += len(run)
    total = sum(n for reason, n in index.differences.totals.items() if reason not in COURSE)
    marks.sort(key=lambda mark: float(mark.x.rstrip("%")))
    return DifferencesLane(HEIGHT, tuple(marks), total - drawn)


def _place(index: RecordIndex, axis: Axis, difference: Json) -> float | None:
    """Where the later of two reports lies on the axis."""
    sides = (difference[key] for key in ("left", "right") if difference.get(key))
    places = [place_on(axis, published(index.by_id[side["article"]])) for side in sides]
    return max((at for at in places if at is not None), default=None)


def _runs(
    placed: Sequence[tuple[float, Json]], width: int
) -> list[tuple[str, list[tuple[float, Json]]]]:
    """Differences of one reason, those near each other together; conflicts first."""
    runs: list[tuple[str, list[tuple[float, Json]]]] = []
    by_reason: dict[str, list[tuple[float, Json]]] = {}
    for at, difference in placed:
        by_reason.setdefault(str(difference["reason"]), []).append((at, difference))
    for reason, found in by_reason.items():
        room = (text_width(f"{reason} 99") + _SIGN + _GAP) / width
        run: list[tuple[float, Json]] = []
        for each in sorted(found, key=lambda one: (one[0], one[1]["id"])):
            if run and each[0] - run[0][0] > room:
                runs.append((reason, run))
                run = []
            run.append(each)
        runs.append((reason, run))
    return runs


def _mark(
    index: RecordIndex,
    reason: str,
    run: Sequence[tuple[float, Json]],
    width: int,
    used: Sequence[list[tuple[float, float]]],
) -> DifferenceMark | None:
    """The mark of a run in the first line with room for it; conflicts stand in the upper."""
    at, first = run[0]
    label = reason if len(run) == 1 else f"{reason} {len(run):,}"
    length = text_width(label) + _SIGN + _GAP
    leftward = at * width + length > width
    start = at * width - length if leftward else at * width
    conflict = reason == DifferenceReason.CONFLICT
    for number in (0, 1):
        line = used[number]
        if all(start >= right or start + length <= left for left, right in line):
            line.append((start, start + length))
            slots = Counter(str(d.get("slot") or "") for _, d in run)
            told = ", ".join(f"{slot} {n}" if n > 1 else slot for slot, n in slots.items() if slot)
            return DifferenceMark(
                x=percent(100 * at),
                y=_LINES[number],
                leftward=leftward,
                label=label,
                is_conflict=conflict,
                title=f"{label}: {told}" if told else label,
                href=f"#{index.differences.keys[first['id']]}",
            )
    return None
