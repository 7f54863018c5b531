"""Names that nobody could print before a certain day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from onrecord.lexicon.data_files import LexiconError, load_data

_FILE = "known_since"


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name and the first day on which it can be met."""

    forms: tuple[str, ...]
    """As printed, in their case."""
    first: date
    source: str
    """Address of the page that the day is taken from."""


@cache
def known_names() -> tuple[KnownName, ...]:
    """All names, in the order of the data file.

    Raises:
        LexiconError: an entry is incomplete, or its day is none.
    """
    data = load_data(_FILE)
    base = str(data.get("source", ""))
    if not base.startswith("https://"):
        raise LexiconError(f"{_FILE}.yaml: no address as its source")
    return tuple(_name(base, row) for row in data["names"])


def _name(base: str, row: Any) -> KnownName:
    if not isinstance(row, list) or len(row) != 3 or not isinstance(row[0], list) or not row[0]:
        raise LexiconError(f"{_FILE}.yaml: no forms, first day and page: {row!r}")
    try:
        first = date.fromisoformat(str(row[1]))
    except ValueError as error:
        raise LexiconError(f"{_FILE}.yaml: {row[0][0]} has no day {row[1]!r}") from error
    return KnownName(tuple(map(str, row[0])), first, base + str(row[2]))
