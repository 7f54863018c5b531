"""Figures that a sentence sets beside each other as answers to one question: `from 37 to 71`."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.linking.figures.keys import FactGroup
from onrecord.linking.figures.uniting import Link, united

_SURE = 9.0


def with_beside(groups: Sequence[FactGroup]) -> list[FactGroup]:
    """The groups, those joined that a sentence sets beside each other."""
    home = {one.fact.id: n for n, group in enumerate(groups) for one in group.members}
    links = [
        Link(min(home[one.fact.beside], n), max(home[one.fact.beside], n), _SURE)
        for n, group in enumerate(groups)
        for one in group.members
        if home.get(one.fact.beside, n) != n
    ]
    return united(groups, links, "told-beside", sure=True)
