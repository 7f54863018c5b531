"""Groups that print one number of what is most likely one thing are one series.

What the readers made of two such figures may differ by chance: a place that one does not tell, a
modifier, `1,200 people` and `1,200 evacuees`. Two are compared only where they are told near each
other, so that the work grows with the figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.keys import FactGroup, Placed, SeriesKey
from onrecord.linking.figures.likeness import ENOUGH, WordWeights, are_apart, likeness
from onrecord.linking.figures.nearness import is_telling, is_telling_at_any_time
from onrecord.linking.figures.readings import is_number, printed_number
from onrecord.linking.figures.uniting import Link, united

_NEAR = 10
"""Days within which a number of one thing is told again."""
_BY_FAR = 1.0
"""How much more must speak for one of two groups that contradict each other."""
_FEW = 8
"""Links of a group that are looked at for it."""
_MOST = 16
"""Figures of one number behind one that it is compared with."""


def with_equal_numbers(groups: Sequence[FactGroup], weights: WordWeights) -> list[FactGroup]:
    """The groups, those joined that print one number of one thing."""
    blocks: dict[object, list[tuple[int, Placed]]] = defaultdict(list)
    for n, group in enumerate(groups):
        told: set[object] = set()
        for one in group.members:
            fact = one.fact
            if is_number(fact):
                number = printed_number(fact)
                way = number, fact.near, fact.told.first, fact.head
                if way not in told:
                    told.add(way)
                    for home in _homes(fact):
                        blocks[home].append((n, one))
    links: dict[tuple[int, int], Link] = {}
    for block in blocks.values():
        for link in _links(block, weights):
            pair = link.left, link.right
            if pair not in links or links[pair].weight < link.weight:
                links[pair] = link
    return united(groups, _sure(groups, links.values()), "equal-number", one_scope=True)


def _homes(fact: FigureFact) -> Iterator[object]:
    """What a figure is looked up by: its number, of a small one also what is counted."""
    number = fact.unit, printed_number(fact)
    if is_telling(fact):
        yield number
        return
    yield *number, "head", fact.head
    if fact.outcome:
        yield *number, "outcome", fact.outcome


def _sure(groups: Sequence[FactGroup], links: Iterable[Link]) -> list[Link]:
    """The links without those of a group to one of two that contradict each other, unless more
    speaks for it by far."""
    near: dict[int, list[tuple[float, int, Link]]] = defaultdict(list)
    kept = {(link.left, link.right): link for link in links}
    for link in kept.values():
        near[link.left].append((-link.weight, link.right, link))
        near[link.right].append((-link.weight, link.left, link))
    gone: set[Link] = set()
    for held in near.values():
        for (weight, n, link), (less, m, other) in combinations(sorted(held)[:_FEW], 2):
            if _contradict(groups[n].key, groups[m].key):
                gone.add(other)
                if less - weight < _BY_FAR:
                    gone.add(link)
    return [link for link in kept.values() if link not in gone]


def _contradict(one: SeriesKey, other: SeriesKey) -> bool:
    for slot in ("owner", "place"):
        ours, theirs = getattr(one, slot), getattr(other, slot)
        if ours and theirs and ours != theirs:
            return True
    return are_apart(one.period, other.period)


def _links(block: Sequence[tuple[int, Placed]], weights: WordWeights) -> list[Link]:
    ordered = sorted(block, key=lambda one: (_day(one[1]), one[1].fact.place_in_record))
    found = []
    for n, (left, one) in enumerate(ordered):
        for right, other in ordered[n + 1 : n + 1 + _MOST]:
            if not _are_near(one, other):
                break
            if left == right:
                continue
            weight = likeness(one, other, weights)
            if weight >= ENOUGH:
                found.append(Link(min(left, right), max(left, right), weight))
    return found


def _are_near(one: Placed, other: Placed) -> bool:
    if is_telling_at_any_time(one.fact):
        return True
    return (_day(other) - _day(one)).days <= _NEAR


def _day(one: Placed) -> date:
    told = one.fact.printed if one.fact.printed.first else one.fact.told
    return told.first or told.last or date.max
