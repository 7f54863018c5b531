"""Events that last, or are not known to a month, as bars on the score's lane of events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import sub

from onrecord.record.entry_words import entry_days, entry_status, entry_when
from onrecord.values.days import DayInterval
from onrecord.web.axis import Axis
from onrecord.web.entries import Json
from onrecord.web.gauge import LOOKS, faded_ends, percent
from onrecord.web.index import RecordIndex

STEP = 12
"""From one square or span to the next, in px."""
MOST_LANES = 3
"""Most lanes of spans; the lightest that find no room are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanBar:
    """An entry that is longer than a period or not known to one; `y` in px, rest in percent."""

    x: str
    end: str
    width: str
    y: int
    look: str
    fade: str
    before: bool
    after: bool
    title: str
    href: str


def place_spans(
    index: RecordIndex, axis: Axis, entries: Sequence[Json], top: int
) -> tuple[tuple[SpanBar, ...], int, int]:
    """Spans in as few lanes as keep them apart, how many found no room, and their foot."""
    lanes: list[list[tuple[float, float]]] = []
    placed: list[SpanBar] = []
    ends = {entry["id"]: ends_on(axis, index.timeline.days[entry["id"]]) for entry in entries}
    # The weightiest choose first; among equals the longest, which are hardest to place.
    for entry in sorted(entries, key=lambda e: (-float(e["weight"]), sub(*ends[e["id"]]))):
        left, right = ends[entry["id"]]
        free = (n for n, lane in enumerate(lanes) if all(right <= a or b <= left for a, b in lane))
        number = next(free, len(lanes))
        if number == MOST_LANES:
            continue
        if number == len(lanes):
            lanes.append([])
        lanes[number].append((left, right))
        placed.append(_span(axis, entry, top + number * STEP, first_of(index, [entry])))
    foot = top + len(lanes) * STEP
    return tuple(placed), len(entries) - len(placed), foot


def _span(axis: Axis, entry: Json, y: int, href: str) -> SpanBar:
    days = entry_days(entry)
    left, right = ends_on(axis, days)
    before = days.first is not None and days.first < axis.first
    after = days.last is not None and days.last > axis.last
    fade = faded_ends(days, entry.get("part"))
    return SpanBar(
        x=percent(100 * left),
        end=percent(100 * right),
        width=percent(100 * (right - left)),
        y=y,
        look=LOOKS.get(entry["status"], ""),
        fade=fade,
        before=before,
        after=after,
        title=mark_title(entry),
        href=href,
    )


def ends_on(axis: Axis, days: DayInterval) -> tuple[float, float]:
    """Where an interval begins and ends on the axis, from 0 to 1; what is open runs to its end."""
    left = axis.at(days.first) if days.first else 0.0
    return left, axis.at(days.last, end=True) if days.last else 1.0


def first_of(index: RecordIndex, entries: Iterable[Json]) -> str:
    """The first of the entries that stands on the page, else the section."""
    keys = (index.timeline.keys.get(entry["id"]) for entry in entries)
    return f"#{next((key for key in keys if key), 'timeline')}"


def mark_title(entry: Json) -> str:
    """Date and status of an entry, for a mark without a label."""
    return ", ".join(part for part in (entry_when(entry), entry_status(entry)) if part)
