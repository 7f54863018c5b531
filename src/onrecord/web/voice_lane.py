"""The lane of the leading speaker on the score: a tick a statement."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.web.axis import Axis
from onrecord.web.datewords import interval_words
from onrecord.web.gauge import percent
from onrecord.web.index import RecordIndex
from onrecord.web.statements import Voice
from onrecord.web.strips import free_place, place_on

HEIGHT = 44
FEWEST = 2
"""Fewest statements of a leading speaker."""
_STEP = 7
"""From one tick of a place to the next, in px."""


@dataclass(frozen=True, slots=True)
class LaneTick:
    """A statement; `aside` in px from its place."""

    x: str
    aside: int
    hollow: bool
    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceLane:
    """One drawing of the lane."""

    name: str
    height: int
    ticks: tuple[LaneTick, ...]
    more: int
    """Statements that are not drawn: without a day, beyond the axis, or too many of one day."""
    has_hollow: bool


def leading_voice(index: RecordIndex) -> Voice | None:
    """The named speaker of most origins and statements; None where nobody spoke twice."""
    named = (v for v in index.said.voices if v.entity and v.names)
    return next((v for v in named if len(v.statements) >= FEWEST), None)


def draw_voice(index: RecordIndex, axis: Axis, width: int) -> VoiceLane | None:
    """The lane of the leading speaker on an axis of `width` px."""
    voice = leading_voice(index)
    if voice is None:
        return None
    ticks: list[LaneTick] = []
    used: list[float] = []
    for statement in voice.statements:
        at = place_on(axis, statement.days)
        aside = None if at is None else free_place(used, at, width, _STEP)
        if at is None or aside is None:
            continue
        ticks.append(
            LaneTick(
                x=percent(100 * at),
                aside=aside,
                hollow=statement.is_through,
                title=_title(index, statement.id),
                href=f"#{statement.key}",
            )
        )
    if not ticks:
        return None
    return VoiceLane(
        name=voice.names[0],
        height=HEIGHT,
        ticks=tuple(ticks),
        more=voice.total - len(ticks),
        has_hollow=any(tick.hollow for tick in ticks),
    )


def _title(index: RecordIndex, id_: str) -> str:
    statement = index.said.by_id[id_]
    kinds = " / ".join(dict.fromkeys(str(member["kind"]) for member in statement.members))
    return f"{interval_words(statement.days).words}, {kinds}"
