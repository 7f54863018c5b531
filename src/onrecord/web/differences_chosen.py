"""Which differences stand on the page, in which order, and under which ids."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from onrecord.values.vocabulary import DifferenceReason

type Json = Mapping[str, Any]

ORDER = (
    DifferenceReason.CONFLICT,
    DifferenceReason.SOURCING,
    DifferenceReason.SCOPE,
    DifferenceReason.ROUNDING,
    DifferenceReason.WORDING,
    DifferenceReason.REVISION,
    DifferenceReason.PERIOD,
)
COURSE = frozenset({DifferenceReason.REVISION, DifferenceReason.PERIOD})
"""The course of time: reports of different days."""
_MOST_CONFLICTS, _MOST = 200, 60
"""Most conflicts on the page, and most differences of another reason."""
_PLAIN_ID = re.compile(r"[0-9A-Za-z_]{1,64}")


@dataclass(frozen=True, kw_only=True)
class Differences:
    """The differences of a record as the page has them."""

    looked_for: bool
    by_reason: Mapping[str, tuple[Json, ...]]
    """Those on the page, by reason in the order in which they are shown."""
    totals: Mapping[str, int]
    """How many of each reason the record has."""
    keys: Mapping[str, str]
    """HTML id of each difference on the page, by its id."""

    @cached_property
    def about(self) -> Mapping[str, tuple[Json, ...]]:
        """Those on the page, conflicts first, by id of what they are about."""
        found: dict[str, list[Json]] = defaultdict(list)
        for each in self.shown:
            found[str(each.get("about"))].append(each)
        return {about: tuple(each) for about, each in found.items()}

    @property
    def total(self) -> int:
        """How many the record has."""
        return sum(self.totals.values())

    @property
    def conflicts(self) -> int:
        """How many of them cannot both hold."""
        return self.totals.get(DifferenceReason.CONFLICT, 0)

    @property
    def shown(self) -> tuple[Json, ...]:
        """Those on the page, conflicts first."""
        return tuple(each for found in self.by_reason.values() for each in found)


def select_differences(
    differences: Sequence[Json] | None, articles: Mapping[str, Json]
) -> Differences:
    """The differences of a record as exported; null where they were not looked for."""
    known = [each for each in differences or () if _is_known(each, articles)]
    reasons = [*map(str, ORDER), *sorted({str(d["reason"]) for d in known} - {*map(str, ORDER)})]
    by_reason: dict[str, tuple[Json, ...]] = {}
    totals: dict[str, int] = {}
    for reason in reasons:
        here = [each for each in known if each["reason"] == reason]
        most = _MOST_CONFLICTS if reason == DifferenceReason.CONFLICT else _MOST
        if here:
            by_reason[reason] = tuple(here[:most])
            totals[reason] = len(here)
    shown = (each for found in by_reason.values() for each in found)
    return Differences(
        looked_for=differences is not None,
        by_reason=by_reason,
        totals=totals,
        keys={d["id"]: _key(d["id"], n) for n, d in enumerate(shown)},
    )


def _is_known(difference: Json, articles: Mapping[str, Json]) -> bool:
    """Whether some side has words, and their articles are in the record."""
    sides = [side for key in ("left", "right") if (side := difference.get(key))]
    return bool(sides) and all(side["article"] in articles for side in sides)


def _key(id_: str, number: int) -> str:
    return f"d-{id_ if _PLAIN_ID.fullmatch(id_) else f'n-{number}'}"
