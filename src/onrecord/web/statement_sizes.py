"""How much of a page a statement takes, as far as that can be told before it is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

type Json = Mapping[str, Any]

_FEET, _COMPARED, _LONGEST = 12, 7, 3000
"""Most printings of a statement that have a foot, that are compared, and their characters."""


def size_of(members: Sequence[Json]) -> int:
    """About how many bytes a statement takes: its row, its feet, and its wordings twice each."""
    spans = [member["content"] for member in members[:_COMPARED]]
    words = sum(min(_LONGEST, int(span[-1][1]) - int(span[0][0])) for span in spans)
    several = len(members) > 1
    return 1500 + 900 * min(_FEET, len(members)) + (4 if several else 1) * words
