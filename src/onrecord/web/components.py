"""What hangs together by groups that share members."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable


def joined[T: Hashable](
    items: Iterable[T], groups: Iterable[Iterable[T]], largest: int
) -> dict[T, T]:
    """The first item of what each item hangs together with, by item.

    Args:
        items: all items in order.
        groups: members of one thing; items that are not known are passed over.
        largest: most items that hang together through several groups; of a group that would join
            more only the members that hang on nothing else are joined.
    """
    place = {item: number for number, item in enumerate(items)}
    top = {item: item for item in place}
    held: dict[T, list[T]] = defaultdict(list)
    for item in place:
        held[item].append(item)
    for group in groups:
        tops = sorted({top[item] for item in group if item in top}, key=lambda item: place[item])
        if sum(len(held[each]) for each in tops) > largest:
            tops = [each for each in tops if len(held[each]) == 1]
        for other in tops[1:]:
            moved = held.pop(other)
            held[tops[0]] += moved
            for item in moved:
                top[item] = tops[0]
    return top
