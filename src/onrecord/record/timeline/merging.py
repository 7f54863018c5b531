"""Which tellings tell the same event. `merge_tellings` conducts:

1. tellings of the same days and the same content are one item, however many articles print them;
2. items that share a key (a day or month, and a rare word) are candidates;
3. within what candidates connect, average linkage: the two groups that agree most become one,
   again and again, while they agree enough (`same_event`); ties by the smaller id.

Two exact days never come together. A vaguer date joins a finer one that it holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush
from itertools import combinations

from onrecord.record.timeline.content import (
    Agreement,
    Content,
    Contents,
    agreement,
    heaviest_words,
    signature_of,
    words_agreement,
)
from onrecord.record.timeline.precision import holds, length_of, months_of
from onrecord.record.timeline.telling import Telling
from onrecord.values.days import DayInterval

_KEY_WORDS = 6
"""Heaviest words of an item under which it is found."""
_FULLEST_KEY = 80
"""Items under one key that are paired with each other; of more, each with the first so many."""
_FULLEST_MONTH = 200
"""Items of a month under one word, of which vague ones are still paired with all others."""
_MOST_MONTHS = 13
"""Months that a vague date may touch to be joined with finer ones."""
_SAME_DAY = 0.34
_VAGUER = 0.5
"""Least agreement of words, for equal days and where one date is vaguer."""
_ALIKE = 0.7
"""Or so much of what the groups agree on within themselves: large groups differ more inside."""
_FACET = 0.15
_FACET_SAME_DAY = 0.05
"""Least agreement of participants, action or place to be one of the two that must agree; where the
days are equal a shared noun beside a full name on one side will do."""
_ELSEWHERE = 0.6
"""Least agreement of words where both name places and share none."""

type _Judged = tuple[float, str, str, int, int]
"""Agreement (negative: the most first), the two ids, the two places."""


@dataclass(slots=True)
class _Group:
    id: str
    tellings: list[Telling]
    content: Content
    days: DayInterval
    """The narrowest days of a member; every member's days hold them."""
    spread: bool
    latest: date | None
    """The last day on which it can have been by those who tell it as happened."""


def same_event(found: Agreement, *, equal_days: bool) -> bool:
    """Whether two groups with compatible dates agree enough to tell one event."""
    least = _FACET_SAME_DAY if equal_days else _FACET
    agreed = sum(part >= least for part in (found.who, found.action, found.where))
    if agreed < 2:
        return False
    if found.elsewhere:
        return found.words >= _ELSEWHERE
    return found.words >= (_SAME_DAY if equal_days else _VAGUER) or found.likeness >= _ALIKE


def merge_tellings(tellings: Iterable[Telling], contents: Contents) -> list[list[Telling]]:
    """The dated tellings in groups of one event each; groups and members in order of ids."""
    # 1. items
    items = _items(tellings, contents)
    # 2. candidates, 3. average linkage
    return [sorted(g.tellings, key=lambda t: t.id) for g in _linked(items, _candidates(items))]


def _items(tellings: Iterable[Telling], contents: Contents) -> list[_Group]:
    found: dict[object, _Group] = {}
    for one in sorted(tellings, key=lambda t: t.id):
        # What says nothing that could be compared is like nothing else.
        alike = one.id if one.bare and not one.reference else signature_of(one.event)
        key = (one.days, one.spread, alike)
        group = found.get(key)
        if group is None:
            content = contents.of(one.event)
            found[key] = _Group(one.id, [one], content, one.days, one.spread, one.latest)
        else:
            group.tellings.append(one)
            group.latest = _earlier(group.latest, one.latest)
    return list(found.values())


def _candidates(items: Sequence[_Group]) -> list[tuple[int, int]]:
    """Pairs of places in `items` that share a key and whose dates are compatible."""
    equal: dict[tuple[DayInterval, str], list[int]] = defaultdict(list)
    exact: dict[tuple[str, str], list[int]] = defaultdict(list)
    vague: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        months = [] if item.spread else months_of(item.days, _MOST_MONTHS)
        by_month = exact if item.days.exact else vague
        for word in heaviest_words(item.content, _KEY_WORDS):
            equal[item.days, word].append(number)
            for month in months:
                by_month[month, word].append(number)
    pairs = {pair for numbers in equal.values() for pair in _paired(numbers)}
    for key, loose in vague.items():
        if len(loose) + len(exact.get(key, ())) <= _FULLEST_MONTH:
            pairs.update(_across(items, loose, exact.get(key, ())))
    return sorted(pairs)


def _across(
    items: Sequence[_Group], vague: Sequence[int], exact: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs of vague items with each other and with exact ones, where the dates are compatible."""
    for place, one in enumerate(vague):
        for other in (*vague[place + 1 :], *exact):
            if _compatible(items[one], items[other]):
                yield (one, other) if one < other else (other, one)


def _paired(numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    if len(numbers) <= _FULLEST_KEY:
        return combinations(numbers, 2)
    first = numbers[:_FULLEST_KEY]
    return ((a, b) for b in numbers for a in first if a < b)


def _compatible(one: _Group, other: _Group) -> bool:
    """Whether both may have been on the same days, by what dates them and by who had seen it."""
    if one.days == other.days:
        return True
    if one.spread or other.spread:
        return False
    finer, vaguer = (one, other) if holds(other.days, one.days) else (other, one)
    if not holds(vaguer.days, finer.days):
        return False
    first = finer.days.first
    return vaguer.latest is None or (first is not None and first <= vaguer.latest)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one is not None and other is not None else one or other


def _linked(items: Sequence[_Group], pairs: Iterable[tuple[int, int]]) -> list[_Group]:
    """Average linkage over candidate pairs; a merged group inherits the candidates of both.

    A pair whose words agree too little is forgotten: a mean over such pairs stays too little.
    """
    groups: dict[int, _Group] = dict(enumerate(items))
    near: dict[int, set[int]] = defaultdict(set)
    heap: list[_Judged] = []
    for a, b in pairs:
        if words_agreement(groups[a].content, groups[b].content) < _SAME_DAY:
            continue
        near[a].add(b)
        near[b].add(a)
        if (entry := _judged(groups, a, b)) is not None:
            heap.append(entry)
    heapify(heap)
    following = len(items)
    while heap:
        _, _, _, a, b = heappop(heap)
        if a not in groups or b not in groups:
            continue
        groups[following] = _joined(groups.pop(a), groups.pop(b))
        near[following] = {n for n in near.pop(a) | near.pop(b) if n in groups}
        for other in near[following]:
            near[other].add(following)
            if (entry := _judged(groups, other, following)) is not None:
                heappush(heap, entry)
        following += 1
    return sorted(groups.values(), key=lambda group: group.id)


def _judged(groups: Mapping[int, _Group], a: int, b: int) -> _Judged | None:
    """The entry of a pair in the heap, or None where it does not tell the same event."""
    one, other = groups[a], groups[b]
    if not _compatible(one, other):
        return None
    found = agreement(one.content, other.content)
    if not same_event(found, equal_days=one.days == other.days):
        return None
    first, second = sorted((one.id, other.id))
    return (-round(found.words, 9), first, second, a, b)


def _joined(one: _Group, other: _Group) -> _Group:
    content = Content()
    for group in sorted((one, other), key=lambda g: g.id):
        content.add(group.content)
    return _Group(
        min(one.id, other.id),
        one.tellings + other.tellings,
        content,
        min((one.days, other.days), key=length_of),
        one.spread,
        _earlier(one.latest, other.latest),
    )
