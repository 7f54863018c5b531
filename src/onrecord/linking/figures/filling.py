"""Places and owners that a figure does not tell, taken from others of the same thing.

An open place is taken

- from figures of its own article that print the same number of the same period;
- of what is no count, from its article where all figures of the thing have one and the same;
- from the whole pile where all figures of the thing, of the same period and with the same other
  slot, have one and the same: of counts only from those that print its number, of others where it
  shares the other slot and the number is of their size.

So an open place never joins two different ones: where two could be meant the figure stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.linking.figures.keys import Placed, with_slot
from onrecord.linking.figures.nearness import is_telling
from onrecord.linking.figures.readings import printed_number
from onrecord.values.vocabulary import FigureKind

_SLOTS = (("owner", "place"), ("place", "owner"))
"""What is filled, and the other slot; in this order."""
_SIZE = 2.0
"""How many times larger or smaller than those known a number of the same thing may be."""


def fill_slots(block: Sequence[Placed]) -> None:
    """Fill the open owners and places of the figures of one thing."""
    for slot, other in _SLOTS:
        _fill(block, slot, other)


def _fill(block: Sequence[Placed], slot: str, other: str) -> None:
    held: dict[object, list[Placed]] = defaultdict(list)
    for one in block:
        if getattr(one.key, slot) is not None:
            for index in _homes(one, other):
                held[index].append(one)
    found = []
    for one in block:
        if getattr(one.key, slot) is None:
            value, how = _value(one, slot, other, held)
            if value is not None:
                found.append((one, value, how))
    for one, value, how in found:
        one.key = with_slot(one.key, slot, value)
        one.how.append(f"{slot}-{how}")


def _homes(one: Placed, other: str) -> Iterable[object]:
    """What a figure is looked up by when another one lacks a slot."""
    number, article = printed_number(one.fact), one.fact.article
    yield "number", article, number, one.key.period
    if one.fact.kind is FigureKind.COUNT:
        yield "pile", one.key.period, getattr(one.key, other), number
    else:
        yield "article", article
        yield "pile", getattr(one.key, other)


def _value(
    one: Placed, slot: str, other: str, held: dict[object, list[Placed]]
) -> tuple[str | None, str]:
    for index, how in zip(_homes(one, other), _hows(one), strict=True):
        near = held.get(index, [])
        values = {getattr(n.key, slot) for n in near}
        if how == "of-all" and not _is_like(one, near, other):
            continue
        if len(values) == 1:
            return values.pop(), how
        if values:
            return None, ""
    return None, ""


def _hows(one: Placed) -> tuple[str, ...]:
    if one.fact.kind is FigureKind.COUNT:
        return ("of-article", "of-all")
    return ("of-article", "of-article", "of-all")


def _is_like(one: Placed, near: Sequence[Placed], other: str) -> bool:
    """Whether a figure may be of what others in the pile are."""
    low, high = printed_number(one.fact)
    numbers = [n for n in (printed_number(n.fact) for n in near) if n[0] is not None]
    if low is None or high is None or not numbers:
        return False
    if one.fact.kind is FigureKind.COUNT:
        return is_telling(one.fact) or any(one.fact.copies == n.fact.copies != "" for n in near)
    least = min(n[0] for n in numbers if n[0] is not None)
    most = max(n[1] for n in numbers if n[1] is not None)
    of_their_size = least / _SIZE <= low and high <= most * _SIZE
    return getattr(one.key, other) is not None and of_their_size
