"""Groups of an earlier export and of the record now, brought together by what they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

type Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """One group with the keys of its members."""

    one: Json
    members: frozenset[object]


@dataclass(frozen=True, slots=True)
class Matched:
    """Groups of before and of now that share members with one another, each in their order."""

    old: tuple[Group, ...]
    new: tuple[Group, ...]


def match(old: Sequence[Group], new: Sequence[Group]) -> Iterator[Matched]:
    """All groups, those together that hang together by shared members; first those that are there
    now, in their order, then those that are gone."""
    links = _links(old, new)
    seen: set[tuple[bool, int]] = set()
    for start in [*((True, n) for n in range(len(new))), *((False, n) for n in range(len(old)))]:
        if start in seen:
            continue
        together = _reach(start, links)
        seen |= together
        yield Matched(
            tuple(old[n] for now, n in sorted(together) if not now),
            tuple(new[n] for now, n in sorted(together) if now),
        )


def _links(
    old: Sequence[Group], new: Sequence[Group]
) -> Mapping[tuple[bool, int], set[tuple[bool, int]]]:
    holders: dict[object, list[int]] = defaultdict(list)
    for n, group in enumerate(old):
        for member in group.members:
            holders[member].append(n)
    links: dict[tuple[bool, int], set[tuple[bool, int]]] = defaultdict(set)
    for n, group in enumerate(new):
        for member in group.members:
            for other in holders.get(member, ()):
                links[True, n].add((False, other))
                links[False, other].add((True, n))
    return links


def _reach(
    start: tuple[bool, int], links: Mapping[tuple[bool, int], Collection[tuple[bool, int]]]
) -> set[tuple[bool, int]]:
    found, waiting = {start}, [start]
    while waiting:
        for other in links.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found
