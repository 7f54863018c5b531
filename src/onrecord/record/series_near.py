"""What stands near a series and is not joined: other series that differ in one slot, and why.

Reasons that begin with `unsure-` are open: nothing tells that the two are not of one question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.linking.figures.keys import Period, SeriesKey, with_slot
from onrecord.linking.figures.readings import is_number, printed_number
from onrecord.record.series_of import SeriesOf, period_words, scope_words

type Json = dict[str, Any]

_MOST = 12
"""Near misses that are listed of a series."""
_SIZE = 2.0
"""How many times larger or smaller a number may be that could be of one question."""
_SLOTS = (
    ("mood", "other-modality"),
    ("owner", "other-owner"),
    ("place", "other-place"),
    ("part", "other-part"),
    ("period", "other-period"),
)


def near_misses(series: Sequence[SeriesOf]) -> dict[str, list[Json]]:
    """Series that differ from one in a single slot, by its id; the nearest in the record first.

    Of each only the nearest few are looked at, so that the work grows with the series.
    """
    found: dict[str, dict[str, tuple[int, int, str]]] = defaultdict(dict)
    decided = {pair for one in series for pair in one.group.apart}
    for slot, reason in _SLOTS:
        blocks: dict[SeriesKey, list[tuple[int, SeriesOf]]] = defaultdict(list)
        for number, one in enumerate(series):
            blocks[with_slot(one.group.key, slot, None)].append((number, one))
        for block in blocks.values():
            for number, one, other_number, other in _pairs(block):
                if decided and _is_decided(one, other, decided):
                    continue
                if (why := _apart(one, other, slot, reason)) is not None:
                    entry = (abs(number - other_number), other_number, why)
                    found[one.id].setdefault(other.id, entry)
    return {id_: _nearest(near) for id_, near in found.items()}


def _pairs(
    block: Sequence[tuple[int, SeriesOf]],
) -> Iterator[tuple[int, SeriesOf, int, SeriesOf]]:
    for place, (number, one) in enumerate(block):
        for other_number, other in block[max(0, place - _MOST) : place + _MOST + 1]:
            if other is not one:
                yield number, one, other_number, other


def _nearest(near: dict[str, tuple[int, int, str]]) -> list[Json]:
    ordered = sorted((*entry, id_) for id_, entry in near.items())
    return [{"series": id_, "why": why} for _, _, why, id_ in ordered[:_MOST]]


def _is_decided(one: SeriesOf, other: SeriesOf, decided: set[tuple[str, str]]) -> bool:
    """Whether a person said of a figure of each that they are two."""
    ours = {member.fact.id for member in one.group.members}
    theirs = {member.fact.id for member in other.group.members}
    return any(
        (left in ours and right in theirs) or (left in theirs and right in ours)
        for left, right in decided
    )


def _apart(one: SeriesOf, other: SeriesOf, slot: str, reason: str) -> str | None:
    """Why two series are not one; None where they are no near miss."""
    ours, theirs = getattr(one.group.key, slot), getattr(other.group.key, slot)
    if ours == theirs:
        return "two-in-one-article" if one.group.split or other.group.split else None
    if slot in ("owner", "place"):
        name = scope_words(other, slot)
        if ours is not None and theirs is not None:
            return f"{reason}: {name}"
        told = name or scope_words(one, slot)
        return f"unsure-{slot}: {told}" if _of_one_size(one, other) else None
    if slot == "period":
        return _other_period(one, other, ours, theirs)
    if slot == "part":
        name = next((m.fact.part.name for m in other.group.members if m.fact.part), "")
        return f"{reason}: {name}" if name else "part-and-whole"
    return f"{reason}: {theirs.value}"


def _other_period(
    one: SeriesOf, other: SeriesOf, ours: Period | None, theirs: Period | None
) -> str | None:
    known = [p for p in (ours, theirs) if p is not None and p.first is not None]
    if len(known) == 2:
        return f"other-period: {period_words(theirs)}"
    if len(known) == 1 and _of_one_size(one, other):
        return f"unsure-period: {period_words(known[0])}"
    return None


def _of_one_size(one: SeriesOf, other: SeriesOf) -> bool:
    """Whether the numbers of one are of the size of the other's."""
    ours, theirs = _range(one), _range(other)
    if ours is None or theirs is None:
        return False
    return ours[0] / _SIZE <= theirs[1] and theirs[0] / _SIZE <= ours[1]


def _range(one: SeriesOf) -> tuple[float, float] | None:
    numbers = [printed_number(m.fact) for m in one.group.members if is_number(m.fact)]
    if not numbers:
        return None
    return min(low or 0 for low, _ in numbers), max(high or 0 for _, high in numbers)
