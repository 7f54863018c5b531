"""One change from an earlier export to the record now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

type Json = Mapping[str, Any]

PARTS = ("record", "article", "story", "origin", "entry", "series", "difference", "name")
"""What can change, in the order in which it is told."""
KINDS = (
    *("added", "gone", "re-dated", "merged", "split"),
    *("outlet", "agency", "headline", "words", "relation"),
    *("status", "later-report", "origins", "reports", "reason", "name"),
    *("version", "not-compared"),
)
"""How it can change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One thing as it was, or as it is."""

    id: str | None
    value: str | None
    """What changed of it: its days, its status, a count, a version; else its name or its days."""
    anchor: Json | None = None
    """Words that show it: article, start, end, text."""
    label: str | None = None
    """Of the article that prints these words."""
    at: str | None = None
    """ARTICLE or ARTICLE:START."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was and what is; a thing that is new has no `before`, one that is gone no `after`."""

    part: str
    """One of `PARTS`."""
    change: str
    """One of `KINDS`."""
    before: tuple[Shown, ...] = ()
    after: tuple[Shown, ...] = ()
    why: str = ""
    """Names of reasons with their values; empty where nothing in the articles explains it."""

    def as_dict(self) -> dict[str, Any]:
        """The change as JSON has it."""
        return asdict(self) | {
            "before": [asdict(one) for one in self.before],
            "after": [asdict(one) for one in self.after],
        }
