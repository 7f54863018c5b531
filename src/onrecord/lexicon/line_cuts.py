"""What is glued to a line and plays another part than the rest of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data
from onrecord.lexicon.line_patterns import expand


@dataclass(frozen=True, slots=True)
class LineCut:
    """One entry of `line_cuts.yaml`."""

    name: str
    role: str
    regex: re.Pattern[str]
    """Group `rest` is the line's own part, group `glued` what is cut off its end."""
    example: str


_REQUIRED = frozenset({"name", "role", "pattern", "before", "example"})
_OPTIONAL = frozenset({"whole", "case"})


@cache
def line_cuts() -> tuple[LineCut, ...]:
    """All cuts, in the order in which they are tried.

    Raises:
        LexiconError: an entry lacks a key, has an unknown one, or no working expression.
    """
    return tuple(_read_entry(entry) for entry in load_data("line_cuts")["cuts"])


def _read_entry(entry: dict[str, Any]) -> LineCut:
    check_keys("line_cuts", entry, required=_REQUIRED, optional=_OPTIONAL)
    start = "" if entry.get("whole") else ".*?"
    rest = rf"(?P<rest>{start}{expand(entry['before'])})"
    flags = re.DOTALL | (0 if entry.get("case") else re.IGNORECASE)
    try:
        regex = re.compile(rf"{rest}(?P<glued>{expand(entry['pattern'])})\s*", flags)
    except re.error as error:
        raise LexiconError(f"line_cuts.yaml: {entry['name']}: {error}") from error
    return LineCut(entry["name"], entry["role"], regex, entry["example"])
