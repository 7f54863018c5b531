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
    glued: re.Pattern[str]
    """What is cut off, up to the end of the line."""
    before: re.Pattern[str] | None
    """How the rest of the line must end."""
    words: re.Pattern[str] | None
    """What each word of the rest must be."""
    example: str

    def find(self, line: str) -> int | None:
        """Where in `line` the glued part begins, or None."""
        start = max(0, len(line) - _LONGEST_GLUED)
        for match in self.glued.finditer(line, start):
            rest = line[: match.start()].rstrip()
            if rest and self._may_end(rest):
                return match.start()
        return None

    def _may_end(self, rest: str) -> bool:
        if self.before is not None:
            return self.before.search(rest, max(0, len(rest) - 12)) is not None
        tokens = rest.split()
        fits = self.words.fullmatch if self.words else None
        return len(tokens) <= _MOST_WORDS and fits is not None and all(map(fits, tokens))


_LONGEST_GLUED = 220
"""Characters at the end of a line that are looked at."""
_MOST_WORDS = 12
_REQUIRED = frozenset({"name", "role", "pattern", "example"})
_OPTIONAL = frozenset({"before", "words", "case"})


@cache
def line_cuts() -> tuple[LineCut, ...]:
    """All cuts, in the order in which they are tried.

    Raises:
        LexiconError: an entry lacks a key, has an unknown one, or no working expression.
    """
    return tuple(_read_entry(entry) for entry in load_data("line_cuts")["cuts"])


def _read_entry(entry: dict[str, Any]) -> LineCut:
    check_keys("line_cuts", entry, required=_REQUIRED, optional=_OPTIONAL)
    if ("before" in entry) == ("words" in entry):
        raise LexiconError(f"line_cuts.yaml: {entry['name']} needs either before or words")
    flags = re.DOTALL | (0 if entry.get("case") else re.IGNORECASE)
    try:
        return LineCut(
            entry["name"],
            entry["role"],
            re.compile(rf"{expand(entry['pattern'])}\s*\Z", flags),
            re.compile(rf"(?:{expand(entry['before'])})\Z", flags) if "before" in entry else None,
            re.compile(expand(entry["words"])) if "words" in entry else None,
            entry["example"],
        )
    except re.error as error:
        raise LexiconError(f"line_cuts.yaml: {entry['name']}: {error}") from error
