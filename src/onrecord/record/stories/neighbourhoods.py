"""What two articles have in common that the others near them have not.

Articles of a neighbourhood are alike; the words that most of them share tell nothing of which of
them report one event. How rare a word is there is taken from the neighbourhood, and where it is
small from the fixed table as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from onrecord.linking.dates.rarity import rarity
from onrecord.linking.same_event.event_text import (
    EventText,
    Vector,
    cosine,
    name_rarity,
    unit_of,
)

_TABLE = 3.0
"""Articles for which the fixed table stands in a neighbourhood."""
_HINGES = (0.1, 0.2, 0.35)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The words of an article as its neighbourhood weighs them."""

    lede: Vector
    names: Vector


def neighbours(texts: Sequence[EventText], copies: Sequence[str]) -> list[Neighbour]:
    """The articles of a neighbourhood.

    Args:
        texts: what they tell.
        copies: of each the report of which it is a copy: one report counts once.
    """
    ledes = [Counter(text.lede) for text in texts]
    names = [{key: name.times for key, name in text.names.items()} for text in texts]
    return [
        Neighbour(one, other)
        for one, other in zip(
            _weighed(ledes, copies, rarity), _weighed(names, copies, name_rarity), strict=True
        )
    ]


def near_likeness(left: Neighbour, right: Neighbour, odds: float) -> dict[str, float]:
    """What is looked at of two articles of a neighbourhood, by name.

    Args:
        left: one article.
        right: the other one.
        odds: what else speaks for one event.
    """
    lede = cosine(left.lede, right.lede)
    found = {"odds": odds, "lede": lede, "names": cosine(left.names, right.names)}
    for hinge in _HINGES:
        found[f"lede_{hinge}"] = max(lede - hinge, 0.0)
    return found


def _weighed(
    counts: Iterable[Mapping[str, int]], copies: Sequence[str], rarity_of: Callable[[str], float]
) -> list[Vector]:
    counts = list(counts)
    holders: dict[str, set[str]] = {}
    for count, copy in zip(counts, copies, strict=True):
        for word in count:
            holders.setdefault(word, set()).add(copy)
    whole = len(set(copies)) + _TABLE

    def weight(word: str) -> float:
        others = len(holders[word]) - 1
        return log(whole / (others + _TABLE * exp(-rarity_of(word)) + 0.5))

    weights = {word: max(weight(word), 0.0) for word in holders}
    return [
        unit_of({word: (1 + log(n)) * weights[word] for word, n in count.items()})
        for count in counts
    ]
