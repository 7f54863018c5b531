"""The figures of a pile with the words around them, and how alike two are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from onrecord.linking.figures.fact import FigureFact
from onrecord.record.differences.told_figures import (
    ToldFigure,
    Weight,
    likeness_of,
    told_figures,
    with_sayers,
)

_NEAR, _FAR = 0.6, 0.4
"""How much the words of the clause and those of the sentence say."""
_NAMED, _COUNTED = 0.1, 0.1
"""What a shared name and the same counted thing add."""
_NUMBERED, _MOST_NUMBERED = 0.15, 0.3
"""What each other number adds that both sentences print, and all of them."""
_GENERAL = frozenset({"", "person"})


class ToldFigures:
    """The figures of a pile that can be compared by their words."""

    def __init__(
        self, facts: Iterable[FigureFact], text_of: Callable[[str], str], weight: Weight
    ) -> None:
        self.facts: dict[str, FigureFact] = {}
        """All figures by id, with those who give a toll as their source."""
        self.every: list[ToldFigure] = []
        """Those that can be compared, in the order of the record."""
        for article, held in groupby(facts, key=lambda one: one.article):
            text = text_of(article)
            known = list(with_sayers(held, text))
            self.facts |= {one.id: one for one in known}
            self.every += told_figures(known, text, weight)
        self._by_id = {one.fact.id: one for one in self.every}

    def are_apart(self, left: FigureFact, right: FigureFact) -> bool:
        """Whether their sentences tell of two events: of other weekdays, of `another` one. A day in
        one of them alone says nothing (`said on Thursday that ...`, `the same day`) of one thing
        counted in one article, or of what is no toll."""
        one, other = self._by_id.get(left.id), self._by_id.get(right.id)
        if one is None or other is None:
            return False
        if one.days != other.days and not one.days & other.days:
            is_toll = bool(left.outcome) and left.article != right.article
            if (one.days and other.days) or is_toll or left.head != right.head:
                return True
        return one.when - one.days != other.when - other.days

    def is_revised(self, left: FigureFact, right: FigureFact) -> bool:
        """Whether one of them is called an earlier number."""
        one, other = self._by_id.get(left.id), self._by_id.get(right.id)
        return one is not None and other is not None and one.is_former is not other.is_former

    def likeness(self, left: FigureFact, right: FigureFact) -> float:
        """How alike the words around two figures are; 0 of those that have none to compare."""
        one, other = self._by_id.get(left.id), self._by_id.get(right.id)
        return likeness(one, other) if one is not None and other is not None else 0.0


def likeness(one: ToldFigure, other: ToldFigure) -> float:
    """How alike two figures are told, from 0 to about 1."""
    told = _NEAR * likeness_of(one.near, other.near) + _FAR * likeness_of(one.far, other.far)
    shared = one.marks & other.marks
    told += _NAMED * bool(shared)
    told += min(_MOST_NUMBERED, _NUMBERED * sum(mark.isdigit() for mark in shared))
    head = one.fact.head
    return told + _COUNTED * (head not in _GENERAL and head == other.fact.head)
