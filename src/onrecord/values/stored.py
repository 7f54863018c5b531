"""An article with what the record knows of it besides its own reading."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.values.days import DayInterval
from onrecord.values.pages import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSummary:
    """One line of the list of articles; no text."""

    id: str
    label: str
    """Short label: outlet and day, else the file's stem; or as a person set it."""
    name: str
    names: tuple[str, ...]
    outlet: str | None
    agency: str | None
    headline: str | None
    published: DayInterval
    basis: str
    updated: DayInterval | None
    language: str
    analysed: bool
    words: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptItem:
    """The bytes of an article as received, with every name under which they came."""

    page: Page
    names: tuple[tuple[str, tuple[str, ...]], ...]
    """(name, days in file and folder names), in order."""


def day_order(days: DayInterval, id_: str) -> tuple[bool, str, str, str]:
    """Sort key of the record: first or last known day, last day, id; undated last."""
    first, last = days.first or days.last, days.last
    return (
        first is None,
        first.isoformat() if first else "",
        last.isoformat() if last else "",
        id_,
    )
