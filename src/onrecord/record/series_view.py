"""A series as JSON: its points in order, what it is of, and why they are one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.record.series_of import SeriesOf, most_printed, period_words, scope_words
from onrecord.values.vocabulary import FigureKind

type Json = dict[str, Any]

_NOTHING = frozenset({"none", "neither"})
"""Words before `of` that name nothing: `none of the three`."""


def series_json(one: SeriesOf, near: Mapping[str, Sequence[Json]]) -> Json:
    """The series as the contract lists it.

    Args:
        one: the series.
        near: near misses by the ids of series.
    """
    key, first = one.group.key, one.group.members[0]
    scope = {slot: scope_words(one, slot) for slot in ("place", "owner", "part")}
    printed = (member.fact.counted for member in one.group.members)
    counted = most_printed(words for words in printed if words.lower() not in _NOTHING)
    names = [name for name in (counted, scope["owner"], scope["place"], scope["part"]) if name]
    return {
        "id": one.id,
        "label": " · ".join(dict.fromkeys(names)),
        "points": [point.fact.id for point in one.points],
        "kind": first.fact.kind.value,
        "unit": first.fact.unit,
        "per": first.fact.per,
        "counted": counted,
        "outcome": key.thing.outcome or None,
        "scope": scope,
        "period": _period(one),
        "modality": key.mood.value,
        "why": list(_whys(one)),
        "not_joined": list(near.get(one.id, ())),
    }


def _period(one: SeriesOf) -> Json | None:
    """Of counts the days over which they are counted."""
    if one.group.members[0].fact.kind is not FigureKind.COUNT:
        return None
    period = one.group.key.period
    first, last = (period.first, period.last) if period else (None, None)
    return {
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last else None,
    }


def _whys(one: SeriesOf) -> Iterator[Json]:
    """Of each further point why it is of one question with the first."""
    first, same = one.points[0], _same(one)
    decided = {
        id_: (left, right, why) for left, right, why in one.group.decided for id_ in (right, left)
    }
    for point in one.points[1:]:
        told = decided.get(point.fact.id)
        if told is not None and first.fact.id not in told:
            yield {"left": told[0], "right": told[1], "why": told[2]}
            continue
        why = "; ".join([same, *dict.fromkeys([*first.how, *point.how])])
        if told is not None:
            why = told[2]
        yield {"left": first.fact.id, "right": point.fact.id, "why": why}


def _same(one: SeriesOf) -> str:
    key = one.group.key
    thing = " ".join((*key.thing.modifiers, key.thing.head or key.thing.unit, key.thing.outcome))
    told = [f"same-thing: {' '.join(thing.split())}"]
    told += [
        f"{slot}: {name}"
        for slot in ("owner", "place")
        if getattr(key, slot) is not None and (name := scope_words(one, slot))
    ]
    if key.period is not None and key.period.first is not None:
        told.append(f"period: {period_words(key.period)}")
    return "; ".join(told)
