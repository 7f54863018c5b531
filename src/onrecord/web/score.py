"""The score: articles and events on one axis of time, drawn once for wide and once for narrow.

Positions along the axis are percentages, so that the drawing takes any width while type
keeps its size; labels are set for the narrowest width that each drawing is shown at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.web.axis import Axis, span_axis
from onrecord.web.bars import Bar, count_bars
from onrecord.web.datewords import day_words, short_day
from onrecord.web.differences_lane import DifferencesLane, draw_differences
from onrecord.web.event_lane import EventLane, draw_events
from onrecord.web.figures_lane import LeadingSeries, SeriesLane
from onrecord.web.flags import Flag, Request, place_flags, shorten, text_width
from onrecord.web.gauge import percent
from onrecord.web.index import RecordIndex, published, short_name
from onrecord.web.ranges import Range, place_ranges
from onrecord.web.voice_lane import VoiceLane, draw_voice, leading_voice

MOST_FLAGS = 60
"""More days with articles than this are drawn as bars of counts."""
FEW_FLAGS = 14
"""With more, labels keep to fewer levels: some of each stretch, not all of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisLabel:
    """A line through the strip and its label; no label where there is no room."""

    x: str
    label: str
    strong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One drawing of the articles, and of the events; heights and `y` in px from its top."""

    kind: str
    """`wide` or `narrow`."""
    height: int
    ground: int
    """Where the flags stand."""
    flags: tuple[Flag, ...]
    bars: tuple[Bar, ...]
    most: str
    """What the highest bar stands for; empty where there are no bars."""
    ranges: tuple[Range, ...]
    more_ranges: int
    """Ranges for which there is no room."""
    events: EventLane | None
    series: SeriesLane | None
    """The leading series of figures."""
    voice: VoiceLane | None
    """The leading speaker."""
    differences: DifferencesLane | None
    labels: tuple[AxisLabel, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The overview: two drawings of the same, and what has no place on the axis."""

    strips: tuple[Strip, ...]
    undated: tuple[tuple[str, str], ...]
    """Short name and fragment of the first undated articles."""
    more_undated: int
    undated_events: int


def draw_score(index: RecordIndex) -> Score:
    """The score of all articles and events of the record."""
    dated = [a for a in index.articles if published(a).known]
    undated = [a for a in index.articles if not published(a).known]
    events = list(index.timeline.days.values())
    voice = leading_voice(index)
    spoken = [statement.days for statement in voice.statements] if voice else []
    axis = span_axis([published(a) for a in dated], [*events, *spoken])
    leading = LeadingSeries(index)
    strips = () if axis is None else tuple(_strip(index, axis, dated, k, leading) for k in _KINDS)
    shown = tuple((short_name(a), f"#{index.keys[a['id']]}") for a in undated[:5])
    without = sum(1 for days in events if not days.known)
    return Score(strips, shown, len(undated) - len(shown), without)


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    width: int
    """Narrowest width in px at which the drawing is shown."""
    labels: int
    """Most labels of the axis."""
    levels: int
    name_length: int


_KINDS = (_Kind("wide", 660, 9, 7, 26), _Kind("narrow", 280, 4, 6, 14))


def _strip(
    index: RecordIndex,
    axis: Axis,
    dated: Sequence[Mapping[str, Any]],
    kind: _Kind,
    leading: LeadingSeries,
) -> Strip:
    days: dict[date, list[Mapping[str, Any]]] = defaultdict(list)
    for article in dated:
        when = published(article)
        if when.exact and when.first:
            days[when.first].append(article)
    flags: tuple[Flag, ...] = ()
    bars: tuple[Bar, ...] = ()
    most, ground = "", 0
    if len(days) > MOST_FLAGS:
        bars, most, ground = count_bars(index, axis, days)
    elif days:
        levels = kind.levels if len(days) <= FEW_FLAGS else 4
        flags, ground = place_flags(_requests(index, axis, days, kind), kind.width, levels)
    wanted = [a for a in dated if not published(a).exact]
    ranges, more, foot = place_ranges(
        index, axis, wanted, ground=ground, width=kind.width, name_length=kind.name_length
    )
    return Strip(
        kind=kind.name,
        height=foot,
        ground=ground,
        flags=flags,
        bars=bars,
        most=most,
        ranges=ranges,
        more_ranges=more,
        events=draw_events(index, axis, kind.width),
        series=leading.draw(axis, kind.name, kind.width),
        voice=draw_voice(index, axis, kind.width),
        differences=draw_differences(index, axis, kind.width),
        labels=tuple(_axis_labels(axis, kind)),
    )


def _requests(
    index: RecordIndex, axis: Axis, days: Mapping[date, list[Mapping[str, Any]]], kind: _Kind
) -> list[Request]:
    requests = []
    for day in sorted(days):
        articles = days[day]
        name = shorten(short_name(articles[0]), kind.name_length)
        more = f" + {len(articles) - 1}" if len(articles) > 1 else ""
        by_hand = any((a.get("published") or {}).get("basis") == "decided" for a in articles)
        requests.append(
            Request(
                at=(axis.at(day) + axis.at(day, end=True)) / 2,
                name=name + more,
                date=("✎ " if by_hand else "") + short_day(day),
                title=f"{short_name(articles[0])}{more}, {day_words(day)}",
                href=f"#{index.keys[articles[0]['id']]}",
            )
        )
    return requests


def _axis_labels(axis: Axis, kind: _Kind) -> list[AxisLabel]:
    labels = []
    for tick in axis.ticks(kind.labels):
        room = (1 - tick.at) * kind.width >= text_width(tick.label) + 6
        label = tick.label if room else ""
        labels.append(AxisLabel(x=percent(100 * tick.at), label=label, strong=tick.strong))
    return labels
