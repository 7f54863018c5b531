"""Which entries of the timeline stand on the page, how large, and under which id."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.record.entry_words import entry_days
from onrecord.values.days import DayInterval

type Json = Mapping[str, Any]

MOST = 300
"""Most entries on a page: the weightiest, and all that a person keeps."""
_LARGE_SHARE, _SMALL_SHARE = 5, 3
"""At most one in five is large; a third, and what weighs as little, is small."""
_FEWEST_FOR_SIZES = 4
_PLAIN_ID = re.compile(r"[0-9A-Za-z_]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The timeline as the page has it."""

    looked_for: bool
    entries: tuple[Json, ...]
    """Those on the page, in order of time."""
    all: tuple[Json, ...]
    """All that no person hides, in order of time."""
    days: Mapping[str, DayInterval]
    """Of each entry that no person hides, by its id."""
    keys: Mapping[str, str]
    """HTML id of each entry on the page, by its id."""
    sizes: Mapping[str, str]
    """`major`, `normal` or `minor` for each entry on the page, by its id."""
    hidden: int
    """Entries left out because a person hides them."""

    @property
    def more(self) -> int:
        """Entries that are not on the page for want of room."""
        return len(self.all) - len(self.entries)


def select_entries(timeline: Sequence[Json] | None) -> Selection:
    """The weightiest entries of a timeline as exported; null where it was not looked for."""
    every = tuple(entry for entry in timeline or () if not entry.get("hidden"))
    chosen = {entry["id"] for entry in _by_weight(every)[:MOST]}
    chosen |= {entry["id"] for entry in every if entry.get("kept")}
    shown = tuple(entry for entry in every if entry["id"] in chosen)
    return Selection(
        looked_for=timeline is not None,
        entries=shown,
        all=every,
        days={entry["id"]: entry_days(entry) for entry in every},
        keys={
            entry["id"]: f"t-{entry['id'] if _PLAIN_ID.fullmatch(entry['id']) else f'n-{n}'}"
            for n, entry in enumerate(shown)
        },
        sizes=_sizes(shown),
        hidden=len(timeline or ()) - len(every),
    )


def _by_weight(entries: Sequence[Json]) -> list[Json]:
    return sorted(entries, key=lambda entry: -float(entry["weight"]))


def _sizes(entries: Sequence[Json]) -> dict[str, str]:
    """Large are the weightiest as far as they stand out, small the lightest."""
    weights = sorted(float(entry["weight"]) for entry in entries)
    if len(weights) < _FEWEST_FOR_SIZES:
        return {entry["id"]: "normal" for entry in entries}
    most = len(weights) // _LARGE_SHARE or 1
    # What weighs as much as an entry that is not among the `most` heaviest is not large.
    over = weights[-most - 1]
    under = weights[(len(weights) - 1) // _SMALL_SHARE]
    sizes = {}
    for entry in entries:
        weight = float(entry["weight"])
        small = weight <= under < weights[-1]
        sizes[entry["id"]] = "major" if weight > over else "minor" if small else "normal"
    return sizes
