"""Where a program broke the lines of a text: the column of mails and database exports."""

from __future__ import annotations

from collections.abc import Iterable

_NARROWEST, _WIDEST = 50, 100
"""Columns at which programs wrap, in characters; mails at 72 to 78."""
_NEAR = 14
"""Characters by which a wrapped line may stay under the column."""


def wrap_column(lengths: Iterable[int], *, fewest: int) -> int | None:
    """The column at which lines of these lengths were wrapped; None where nothing shows it.

    A twentieth of the lines may be longer: links in a sentence, tables. `fewest` lines must
    reach close to the column.
    """
    usual = sorted(lengths)
    if not usual:
        return None
    longest = usual[: max(1, len(usual) - len(usual) // 20)][-1]
    if not _NARROWEST <= longest <= _WIDEST:
        return None
    near = sum(longest - _NEAR <= length <= longest for length in usual)
    return longest if near >= fewest else None
