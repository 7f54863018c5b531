"""What an agreement says in words: by how many origins something is reported, and what to mark.

These words and no stronger ones: `reported by 2 origins (5 outlets)`, and the marks of the closed
list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

type Json = Mapping[str, Any]

MARK_WORDS: Mapping[str, str] = {
    "single-origin": "single origin",
    "unnamed-only": "unnamed sources only",
    "possibly-one-briefing": "possibly one briefing",
    "circular": "circular",
}
"""Mark of an agreement -> its words."""
SEPARATOR = " · "
_MOST_TELLERS = 8
_OWN = frozenset({"outlet", "unknown-outlet"})
"""Reasons by which an origin is the article's own outlet."""


def reported_by(agreement: Json) -> str:
    """`reported by 2 origins (5 outlets)`; without the outlets where none is known."""
    origins = f"reported by {_counted(agreement['origins'], 'origin')}"
    outlets = agreement["outlets"]
    return f"{origins} ({_counted(outlets, 'outlet')})" if outlets else origins


def mark_words(agreement: Json) -> list[str]:
    """The words of its marks, in their order."""
    return [MARK_WORDS.get(mark, mark) for mark in agreement["marks"]]


def teller_names(agreement: Json) -> list[str]:
    """The names of its origins; of several under one name how many: `unknown outlet (2)`."""
    counts = Counter(teller["origin"] for teller in agreement["tellers"])
    return [name if count == 1 else f"{name} ({count})" for name, count in counts.items()]


def agreement_words(agreement: Json) -> str:
    """The whole of it on one line: `reported by 2 origins (3 outlets): Elm Wire; Lorne Gazette`,
    with its marks behind it.

    What one article alone reports is told by its marks, and by the name of the origin where that is
    another medium than its own.
    """
    marks, names = mark_words(agreement), teller_names(agreement)
    shown = "; ".join(names[:_MOST_TELLERS])
    if len(names) > _MOST_TELLERS:
        shown += f" and {len(names) - _MOST_TELLERS} more"
    if agreement["articles"] > 1:
        return SEPARATOR.join([f"{reported_by(agreement)}: {shown}", *marks])
    head, *others = marks or [reported_by(agreement)]
    return SEPARATOR.join([head if _is_own(agreement) else f"{head}: {shown}", *others])


def agreement_cells(agreement: Json | None) -> dict[str, Any]:
    """Its columns in a table: `origins`, `outlets`, `marks`."""
    if agreement is None:
        return {"origins": None, "outlets": None, "marks": None}
    counts = {key: agreement[key] for key in ("origins", "outlets")}
    return {**counts, "marks": mark_words(agreement)}


def _is_own(agreement: Json) -> bool:
    """Whether every origin is the outlet that prints it."""
    return all(teller["why"].split(":")[0] in _OWN for teller in agreement["tellers"])


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
