"""Figures that are printed in the same words: they are of one question whatever else is read.

Two figures of one number, unit and modality that are told near each other are told in the same
words when most content words around the one stand around the other. What the readers made of such
figures may differ by chance; they get what most of them have. Within an article a large number that
is printed of people and of something particular (`6,200 people`, `attendance was 6,200`) is of the
particular thing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from itertools import combinations

from onrecord.linking.figures.keys import Placed, Thing, with_slot
from onrecord.linking.figures.nearness import chunks_by_day, digits
from onrecord.linking.figures.readings import is_number, printed_number

_FEWEST = 5
_MOST_SHARE = 0.7
"""Content words, and share of those of the figure with more, that both must have."""
_NEAR = 10
"""Days within which a number is told again in the same words."""
_MOST_TOLD = 60
"""Ways in which a number is told, up to which they are compared with each other."""
_LARGE = 1000
_DIGITS = 2
"""The least number that an article gives of one thing only, and how many of its digits count."""
_GENERAL = frozenset({"", "person"})
_SLOTS = ("thing", "owner", "place", "part")


def find_same_words(placed: Sequence[Placed]) -> None:
    """Number those that are told in the same words (`Placed.words`)."""
    homes: dict[Hashable, list[Placed]] = defaultdict(list)
    for one in placed:
        fact = one.fact
        if len(fact.near) >= _FEWEST:
            value = printed_number(fact) if is_number(fact) else fact.counted.lower()
            homes[fact.unit, value, fact.mood].append(one)
    number = 0
    for held in homes.values():
        for cluster in _clusters(held):
            for chunk in chunks_by_day(cluster, _NEAR):
                if len(chunk) > 1:
                    for one in chunk:
                        one.words = number
                    number += 1


def _clusters(held: Sequence[Placed]) -> list[list[Placed]]:
    told: dict[frozenset[str], list[Placed]] = defaultdict(list)
    for one in held:
        told[one.fact.near].append(one)
    ways = list(told)
    home = {way: n for n, way in enumerate(ways)}
    if len(ways) <= _MOST_TOLD:
        for left, right in combinations(ways, 2):
            if home[left] != home[right] and _are_same(left, right):
                gone, kept = home[right], home[left]
                home = {way: kept if n == gone else n for way, n in home.items()}
    found: dict[int, list[Placed]] = defaultdict(list)
    for way in ways:
        found[home[way]] += told[way]
    return list(found.values())


def _are_same(one: frozenset[str], other: frozenset[str]) -> bool:
    both, most = len(one & other), max(len(one), len(other))
    return both >= _FEWEST and both >= _MOST_SHARE * most


def unite_same_words(placed: Sequence[Placed], slots: Sequence[str] = _SLOTS) -> None:
    """Give those that are told in the same words what most of them have."""
    clusters: dict[int, list[Placed]] = defaultdict(list)
    for one in placed:
        if one.words >= 0:
            clusters[one.words].append(one)
    for held in clusters.values():
        for slot in slots:
            value = _most(held, slot)
            for one in held:
                if getattr(one.key, slot) != value:
                    one.key = with_slot(one.key, slot, value)
                    if "same-words" not in one.how:
                        one.how.append("same-words")


def _most(held: Sequence[Placed], slot: str) -> object:
    values = [getattr(one.key, slot) for one in held]
    known = [value for value in values if _is_known(value, slot)] or values
    counts = Counter(known)
    return max(known, key=lambda v: (_tells(v, slot), counts[v], -known.index(v)))


def _tells(value: object, slot: str) -> bool:
    """Whether it is read of a figure what became of those who are counted."""
    return slot == "thing" and bool(getattr(value, "outcome", ""))


def _is_known(value: object, slot: str) -> bool:
    if slot == "period":
        return value is not None and getattr(value, "first", None) is not None
    if slot == "thing":
        return bool(getattr(value, "head", "") or getattr(value, "outcome", ""))
    return bool(value)


def unite_in_articles(placed: Sequence[Placed]) -> None:
    """Give a large number of people the particular thing of which its article prints it, and what
    `budget blueprint` counts to the `budget`."""
    homes: dict[Hashable, list[Placed]] = defaultdict(list)
    for one in placed:
        low, _ = printed_number(one.fact)
        if low is not None and low >= _LARGE:
            thing = one.key.thing
            homes[one.fact.article, low, thing.kind, thing.unit, thing.per, one.key.mood].append(
                one
            )
    for held in homes.values():
        things = sorted({one.key.thing for one in held}, key=str)
        to = {thing: _particular(thing, things) for thing in things}
        for one in held:
            thing = to[one.key.thing]
            is_fine = digits(one.fact) >= _DIGITS or one.key.thing.head in thing.modifiers
            if thing is not one.key.thing and is_fine:
                one.key = one.key._replace(thing=thing)
                one.how.append("number-of-article")


def _particular(thing: Thing, things: Sequence[Thing]) -> Thing:
    """The one thing of an article that another one with the same number stands for; else itself."""
    found = [other for other in things if other != thing and _stands_for(thing, other)]
    return found[0] if len(found) == 1 else thing


def _stands_for(thing: Thing, other: Thing) -> bool:
    if thing.outcome not in ("", other.outcome):
        return False
    if thing.head in other.modifiers and not thing.modifiers:
        return True
    return thing.head in _GENERAL and not thing.modifiers and other.head not in _GENERAL
