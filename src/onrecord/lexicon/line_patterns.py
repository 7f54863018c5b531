"""What a line of a news page is, told by the line itself: patterns from a data file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lexicon.agencies import agency_alternation
from onrecord.lexicon.data_files import LexiconError, check_keys, load_data
from onrecord.lexicon.stamps import (
    clocked_stamp_alternation,
    dated_stamp_alternation,
    month_alternation,
    stamp_alternation,
    weekday_alternation,
)

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽ"
_NAME_WORD = rf"(?:[{_UPPER}][\w’'.-]*|al-[{_UPPER}][\w’'-]+|d[’'][{_UPPER}]\w+)"
_NAME_JOINT = r"(?:\s(?:de|da|di|del|der|den|van|von|bin|ibn|al|el|la|le|dos|y|ten)\b)"
NAME = rf"(?:{_NAME_WORD}{_NAME_JOINT}*(?:\s{_NAME_WORD}){{1,4}})"
"""A personal name of two to five words, by capitals alone."""
NAMES = rf"(?:{NAME}(?:(?:\s*,\s*(?:and\s)?|\s+and\s+|\s+AND\s+|\s*&\s*|\s*/\s*){NAME})*)"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePattern:
    """One entry of `line_patterns.yaml`."""

    name: str
    role: str
    regex: re.Pattern[str]
    require: re.Pattern[str] | None
    """Searched first: a line without it is left alone."""
    max_words: int
    edge: bool
    """Holds only outside of the body."""
    block: bool
    """Opens a block of foreign lines."""
    weak: bool
    """Leaves a line alone that reads as prose of the article."""
    no_sentence: bool
    """Leaves a line alone that is a full sentence."""
    example: str
    leaves_alone: tuple[str, ...]


_REQUIRED = frozenset({"name", "role", "pattern", "example"})
_OPTIONAL = frozenset({
    "require", "require_end", "require_names", "max_words",
    "edge", "block", "weak", "no_sentence", "case", "not",
})  # fmt: skip


@cache
def line_patterns() -> tuple[LinePattern, ...]:
    """All patterns, in the order in which they are tried.

    Raises:
        LexiconError: an entry lacks a key, has an unknown one, or no working expression.
    """
    patterns = tuple(_read_entry(entry) for entry in load_data("line_patterns")["patterns"])
    names = [p.name for p in patterns]
    if len(set(names)) != len(names):
        raise LexiconError("line_patterns.yaml: a name stands twice")
    return patterns


def _read_entry(entry: dict[str, Any]) -> LinePattern:
    check_keys("line_patterns", entry, required=_REQUIRED, optional=_OPTIONAL)
    flags = re.DOTALL | (0 if entry.get("case") else re.IGNORECASE)
    require = entry.get("require")
    if entry.get("require_names"):
        require = rf"(?-i:\b{NAME})"
    if entry.get("require_end"):
        require = entry["require_end"] + r"\.?\s*\w{0,4}$"
    return LinePattern(
        name=entry["name"],
        role=entry["role"],
        regex=_compile(entry["name"], entry["pattern"], flags),
        require=_compile(entry["name"], require, flags) if require else None,
        max_words=entry.get("max_words", 150 if entry["role"] not in ("residue",) else 30),
        edge=entry.get("edge", False),
        block=entry.get("block", False),
        weak=entry.get("weak", False),
        no_sentence=entry.get("no_sentence", False),
        example=entry["example"],
        leaves_alone=tuple(entry.get("not", ())),
    )


def _compile(name: str, pattern: str, flags: int) -> re.Pattern[str]:
    try:
        return re.compile(expand(pattern), flags)
    except re.error as error:
        raise LexiconError(f"line_patterns.yaml: {name}: {error}") from error


def expand(pattern: str) -> str:
    """The pattern with `{agency}`, `{month}`, `{names}`, ... replaced by what they stand for."""
    for key, value in _placeholders().items():
        pattern = pattern.replace("{" + key + "}", value)
    return pattern.replace("{{", "{").replace("}}", "}")


@cache
def _placeholders() -> dict[str, str]:
    return {
        "agency": agency_alternation(brackets=False),
        "agency_any": agency_alternation(brackets=True),
        "month": month_alternation(),
        "weekday": weekday_alternation(),
        "stamp": stamp_alternation(),
        "clocked_stamp": clocked_stamp_alternation(),
        "dated_stamp": dated_stamp_alternation(),
        "name": NAME,
        "names": NAMES,
    }
