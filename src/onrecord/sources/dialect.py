"""How a table is written: its separator, found by trying the likely ones."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from itertools import islice

from onrecord.sources.record_fields import field_of

SEPARATORS = (",", ";", "\t", "|")
_ROWS = 20


@dataclass(frozen=True, slots=True)
class Dialect:
    """What the csv module must be told."""

    separator: str = ","
    space_after: bool = False
    """Whether a space follows the separators, before quotation marks too."""


def find_dialect(sample: str, *, tabs_expected: bool = False) -> Dialect:
    """The dialect of a table from its first lines, the header among them.

    The separator wins under which the most columns are known by name, then the most
    rows are as long as the header, then there are the most columns.
    """
    lines = sample.splitlines(keepends=True)
    # The last line of a sample may be cut in the middle of a quoted cell.
    lines = lines[:-1] if len(lines) > _ROWS else lines
    first = "\t" if tabs_expected else ","
    order = sorted(SEPARATORS, key=lambda separator: separator != first)
    best = max(order, key=lambda separator: _score(lines, separator))
    spaced = re.search(re.escape(best) + ' "', sample) is not None
    return Dialect(best, spaced and best + '"' not in sample)


def _score(lines: list[str], separator: str) -> tuple[int, float, int]:
    reader = csv.reader(lines, delimiter=separator)
    try:
        rows = [row for row in islice(reader, _ROWS) if row]
    except csv.Error:
        return (0, 0.0, 0)
    if not rows or len(rows[0]) < 2:
        return (0, 0.0, 0)
    known = sum(field_of(cell.strip()) is not None for cell in rows[0])
    alike = sum(len(row) == len(rows[0]) for row in rows) / len(rows)
    return (known, alike, len(rows[0]))
