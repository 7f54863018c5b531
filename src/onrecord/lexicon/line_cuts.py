"""What is glued to a line and plays another part than the rest of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.data_files import load_data
from onrecord.lexicon.line_patterns import expand


@dataclass(frozen=True, slots=True)
class LineCut:
    """One entry of `line_cuts.yaml`."""

    name: str
    role: str
    regex: re.Pattern[str]
    """Group `rest` is the line's own part, group `glued` what is cut off its end."""
    example: str


@cache
def line_cuts() -> tuple[LineCut, ...]:
    """All cuts, in the order in which they are tried."""
    return tuple(
        LineCut(
            entry["name"],
            entry["role"],
            re.compile(
                rf"(?P<rest>{'' if entry.get('whole') else '.*?'}{expand(entry['before'])})(?P<glued>{expand(entry['pattern'])})\s*",
                re.DOTALL | (0 if entry.get("case") else re.IGNORECASE),
            ),
            entry["example"],
        )
        for entry in load_data("line_cuts")["cuts"]
    )
