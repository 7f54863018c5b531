"""What a person decided about names: two mentions are of one thing, or of two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.values.decisions import Decision

NAME = "name"
"""Value of a decision `same`, `different` or `undecided` about names; others are of wordings."""


@dataclass(frozen=True, slots=True)
class NameDecision:
    """What was decided of the names at two places."""

    what: str
    """`same`, `different` or `undecided`."""
    left: tuple[str, int, int]
    """Article, start, end."""
    right: tuple[str, int, int]


def name_decisions(decisions: Sequence[Decision]) -> list[NameDecision]:
    """Those about names, in the order made; of two about the same places the later counts."""
    found: dict[frozenset[tuple[str, int, int]], NameDecision] = {}
    for decision in decisions:
        if decision.what.value not in ("same", "different", "undecided") or decision.value != NAME:
            continue
        left = _place(decision.article, decision.start, decision.end)
        right = _place(decision.other_article, decision.other_start, decision.other_end)
        if left is None or right is None:
            continue
        places = frozenset((left, right))
        found.pop(places, None)
        found[places] = NameDecision(decision.what.value, left, right)
    return list(found.values())


def _place(article: str | None, start: int | None, end: int | None) -> tuple[str, int, int] | None:
    if article is None or start is None or end is None:
        return None
    return article, start, end
