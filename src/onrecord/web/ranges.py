"""Articles known only within some days: brackets under the flags, with open ends as arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.web.axis import Axis
from onrecord.web.datewords import interval_words
from onrecord.web.flags import shorten, text_width
from onrecord.web.gauge import percent
from onrecord.web.index import RecordIndex, published, short_name

MOST = 24
"""Most brackets drawn."""
LANE = 22
"""Height of a lane in px: the label above its bracket."""
_LANES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A bracket; `y` in px is its upper edge, positions in percent."""

    x: str
    end: str
    width: str
    y: int
    before: bool
    after: bool
    leftward: bool
    """The label ends at the bracket's right end."""
    name: str
    title: str
    href: str


def place_ranges(
    index: RecordIndex,
    axis: Axis,
    articles: Sequence[Mapping[str, Any]],
    *,
    ground: int,
    width: int,
    name_length: int,
) -> tuple[tuple[Range, ...], int, int]:
    """Brackets in as few lanes as keep them apart, how many found no room, and their foot's `y`."""
    lanes: list[float] = []
    placed: list[Range] = []
    for article in articles[:MOST]:
        days = published(article)
        left = axis.at(days.first) if days.first else 0.0
        right = axis.at(days.last, end=True) if days.last else 1.0
        name = shorten(short_name(article), name_length)
        label = text_width(name) + 8
        leftward = left * width + label > width
        begin = min(left * width, right * width - label) if leftward else left * width
        finish = max(right * width, left * width + label) if not leftward else right * width
        lane = next((n for n, used in enumerate(lanes) if used + 8 <= begin), len(lanes))
        if lane == _LANES:
            continue
        lanes[lane : lane + 1] = [finish]
        placed.append(
            Range(
                x=percent(100 * left),
                end=percent(100 * right),
                width=percent(100 * (right - left)),
                y=ground + 6 + lane * LANE + 14,
                before=days.first is None or days.first < axis.first,
                after=days.last is None or days.last > axis.last,
                leftward=leftward,
                name=name,
                title=f"{short_name(article)}, {interval_words(days).words}",
                href=f"#{index.keys[article['id']]}",
            )
        )
    foot = ground + (len(lanes) * LANE + 10 if lanes else 0)
    return tuple(placed), len(articles) - len(placed), foot
