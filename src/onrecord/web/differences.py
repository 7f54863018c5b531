"""The section of differences: two reports of one thing side by side, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.record.entry_words import entry_when
from onrecord.values.vocabulary import DifferenceReason
from onrecord.web.difference_sides import Side, Sides
from onrecord.web.differences_chosen import COURSE
from onrecord.web.entries import Json
from onrecord.web.index import RecordIndex

FEW = 8
"""Reasons stand open, but for the course of time, as long as they are so few together."""
_CONFLICTS = 40
"""Conflicts that stand before their fold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What two reports are about."""

    printed: tuple[str, ...]
    """Printed words: the label of a series, the name of a speaker."""
    computed: str
    """The days of an entry of the timeline."""
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """Two reports of one thing, the earlier first."""

    key: str
    reason: str
    slot: str
    """What differs: `number`, `date`, `place`, `name`, `who`, `wording`, `denial`."""
    about: About
    why: str
    sign: str
    """`apx` where both round to the same, else `neq`."""
    left: Side | None
    right: Side | None
    stories: str

    @property
    def is_conflict(self) -> bool:
        """Whether not both can hold."""
        return self.reason == DifferenceReason.CONFLICT


@dataclass(frozen=True, slots=True)
class ReasonGroup:
    """Differences of one reason."""

    reason: str
    total: int
    items: tuple[DifferenceView, ...]
    is_open: bool

    @property
    def more(self) -> int:
        """Differences for which the page has no room."""
        return self.total - len(self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencesView:
    """The section."""

    looked_for: bool
    total: int
    conflicts: int
    groups: tuple[ReasonGroup, ...]
    """Conflicts first."""


def list_differences(index: RecordIndex) -> DifferencesView:
    """The differences as the page shows them."""
    chosen, maker = index.differences, _Maker(index)
    groups, opened = [], 0
    for reason, found in chosen.by_reason.items():
        views = tuple(maker.view(each) for each in found)
        conflict = reason == DifferenceReason.CONFLICT
        if conflict and len(views) > _CONFLICTS:
            groups.append(ReasonGroup(reason, _CONFLICTS, views[:_CONFLICTS], True))
            rest = views[_CONFLICTS:]
            groups.append(ReasonGroup(reason, chosen.totals[reason] - _CONFLICTS, rest, False))
            continue
        is_few = reason not in COURSE and opened + len(views) <= FEW
        opened += len(views) if is_few and not conflict else 0
        is_open = conflict or is_few
        groups.append(ReasonGroup(reason, chosen.totals[reason], views, is_open))
    return DifferencesView(
        looked_for=chosen.looked_for,
        total=chosen.total,
        conflicts=chosen.conflicts,
        groups=tuple(groups),
    )


class _Maker:
    """Makes the views of a record's differences."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self._sides = Sides(index)
        self._entries = {entry["id"]: entry for entry in index.record.get("timeline") or ()}
        self._variants = _speakers(index.record)

    def view(self, difference: Json) -> DifferenceView:
        """One difference."""
        left, right = self._sides.both(difference)
        places = [difference[key] for key in ("left", "right") if difference.get(key)]
        return DifferenceView(
            key=self._index.differences.keys[difference["id"]],
            reason=difference["reason"],
            slot=str(difference.get("slot") or ""),
            about=self._about(difference),
            why=str(difference.get("why") or ""),
            sign="apx" if difference["reason"] == DifferenceReason.ROUNDING else "neq",
            left=left,
            right=right,
            stories=self._index.stories.tags(place["article"] for place in places),
        )

    def _about(self, difference: Json) -> About:
        """What it is about, with a link to where the page shows that."""
        index, about = self._index, str(difference.get("about") or "")
        if about in index.figures.series:
            label = str(index.figures.series[about]["label"]).split(" · ")
            key = index.figures.series_keys.get(about)
            return About(printed=tuple(label), computed="", href=f"#{key}" if key else "")
        if about in self._entries:
            key = index.timeline.keys.get(about)
            when = entry_when(self._entries[about])
            return About(printed=(), computed=when, href=f"#{key}" if key else "")
        if about in index.names.by_id:
            name, fragment = str(index.names.by_id[about]["name"]), index.names.fragment(about)
            return About(printed=(name,), computed="", href=fragment or "")
        attribution = self._variants.get(about, {})
        statement = index.said.by_id.get(index.said.of.get(str(attribution.get("id")), ""))
        name = index.said.names.get(str(attribution.get("speaker") or ""), "")
        href = f"#{statement.key}" if statement is not None else ""
        return About(printed=(name,) if name else (), computed="", href=href)


def _speakers(record: Mapping[str, Any]) -> dict[str, Json]:
    """The first attribution of each variant and statement, by its id."""
    by_id = {one["id"]: one for one in record.get("attributions") or ()}
    found = {}
    for group in (*(record.get("variants") or ()), *(record.get("statements") or ())):
        first = next((by_id[a] for a in group["attributions"] if a in by_id), None)
        if first is not None and group.get("id"):
            found[str(group["id"])] = first
    return found
