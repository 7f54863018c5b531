"""Which printings are one utterance: average linkage over the pairs that are linked.

A group may hold a printing that another group holds too: who prints two sentences shares the one
with some articles and the other with others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

_LEAST = 0.55
"""Least average strength of links between two groups that become one."""


@dataclass(slots=True)
class LinkedItems:
    """Items and how strongly pairs of them are linked; pairs hold the smaller item first."""

    strengths: Mapping[tuple[str, str], float]
    """0 to 1; a pair that is missing has 0."""
    together: Iterable[tuple[str, str]] = ()
    """Pairs that a person said are one."""
    apart: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """Pairs that a person said are not."""


def grouped(items: LinkedItems) -> list[frozenset[str]]:
    """The groups of two items or more; none is a part of another; in order of smallest members."""
    groups = _joined_by_decision(items)
    parts = _average_linkage(groups, items)
    found = {part: set(part) for part in parts}
    home = {item: part for part in parts for item in part}
    near: dict[str, set[str]] = defaultdict(set)
    for left, right in items.strengths:
        near[left].add(right)
        near[right].add(left)
    for item in sorted(near):
        for part in {home[other] for other in near[item] if home[other] != home[item]}:
            if _between(frozenset({item}), part, items) >= _LEAST:
                found[part].add(item)
    wholes = {frozenset(one) for one in found.values() if len(one) > 1}
    kept = [one for one in wholes if not any(one < other for other in wholes)]
    return sorted(kept, key=sorted)


def _joined_by_decision(items: LinkedItems) -> dict[str, frozenset[str]]:
    """Every linked item with those that a person said are one with it."""
    pairs = {*items.strengths, *items.together}
    groups = {item: frozenset({item}) for pair in pairs for item in pair}
    for left, right in sorted(items.together):
        whole = groups[left] | groups[right]
        for item in whole:
            groups[item] = whole
    return groups


def _average_linkage(
    start: Mapping[str, frozenset[str]], items: LinkedItems
) -> list[frozenset[str]]:
    groups = dict(enumerate(sorted(set(start.values()), key=sorted)))
    number = {item: n for n, group in groups.items() for item in group}
    near: dict[int, set[int]] = defaultdict(set)
    for left, right in items.strengths:
        if number[left] != number[right]:
            near[number[left]].add(number[right])
            near[number[right]].add(number[left])
    heap = [_entry(groups, a, b, items) for a in sorted(near) for b in sorted(near[a]) if a < b]
    heapify(heap)
    following = len(groups)
    while heap:
        strength, _, _, a, b = heappop(heap)
        if -strength < _LEAST:
            break
        if a not in groups or b not in groups:
            continue
        groups[following] = groups.pop(a) | groups.pop(b)
        near[following] = {n for n in near.pop(a) | near.pop(b) if n in groups}
        for other in sorted(near[following]):
            near[other].add(following)
            heappush(heap, _entry(groups, other, following, items))
        following += 1
    return [groups[n] for n in sorted(groups)]


type _Entry = tuple[float, str, str, int, int]


def _entry(groups: Mapping[int, frozenset[str]], a: int, b: int, items: LinkedItems) -> _Entry:
    first, second = sorted((min(groups[a]), min(groups[b])))
    return (-round(_between(groups[a], groups[b], items), 6), first, second, a, b)


def _between(one: frozenset[str], other: frozenset[str], items: LinkedItems) -> float:
    """Average strength of the links between two groups; 0 where a person said they are apart."""
    total, pairs = 0.0, 0
    for left in one:
        for right in other:
            if left == right:
                continue
            pair = (left, right) if left < right else (right, left)
            if pair in items.apart:
                return 0.0
            total += items.strengths.get(pair, 0.0)
            pairs += 1
    return total / pairs if pairs else 0.0
