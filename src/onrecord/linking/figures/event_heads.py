"""Whether the general and a particular word for those who are counted in one event are one.

`Kills 15` and `15 civilians were killed` in reports of one event are of one count where an article
prints one number with both, and no article gives another number for the one than for the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.linking.figures.keys import FactGroup, SeriesKey
from onrecord.linking.figures.nearness import is_short
from onrecord.linking.figures.readings import is_number, printed_number

_GENERAL = ("", "person")
_LEAST = 3
"""The least number that two words may have in common by more than chance."""


def with_one_head(groups: Sequence[FactGroup]) -> list[FactGroup]:
    """The groups, those of particular heads joined to the general one of their event."""
    events: dict[SeriesKey, list[FactGroup]] = defaultdict(list)
    kept: list[FactGroup] = []
    for group in groups:
        key = group.key
        if key.thing.outcome and key.period is not None and _is_event(key):
            thing = key.thing._replace(head="", modifiers=())
            events[key._replace(thing=thing)].append(group)
        else:
            kept.append(group)
    for held in events.values():
        kept += _joined(held)
    return kept


def _is_event(key: SeriesKey) -> bool:
    return key.place is not None or (key.period is not None and is_short(key.period))


def _joined(held: Sequence[FactGroup]) -> list[FactGroup]:
    general = [g for g in held if g.key.thing.head in _GENERAL and not g.key.thing.modifiers]
    if len(general) != 1 or len(held) == 1:
        return list(held)
    whole, kept = general[0], []
    ours = _numbers(whole)
    joined = [g for g in held if g is not whole and _is_one(_numbers(g), ours)]
    kept = [g for g in held if g is not whole and all(g is not one for one in joined)]
    if len(joined) != 1:
        return list(held)
    members = [*whole.members]
    for one in joined[0].members:
        one.how.append("number-of-event")
        members.append(one)
    members.sort(key=lambda one: one.fact.place_in_record)
    return [FactGroup(whole.key, members), *kept]


type _Numbers = dict[str, set[tuple[float | None, float | None]]]


def _numbers(group: FactGroup) -> _Numbers:
    """Article -> the numbers that it prints of a group."""
    found: _Numbers = defaultdict(set)
    for one in group.members:
        if is_number(one.fact):
            found[one.fact.article].add(printed_number(one.fact))
    return found


def _is_one(theirs: _Numbers, ours: _Numbers) -> bool:
    shared = [theirs[article] & ours[article] for article in theirs.keys() & ours.keys()]
    both = {low for numbers in shared for low, _ in numbers if low is not None}
    return all(shared) and any(low >= _LEAST for low in both)
