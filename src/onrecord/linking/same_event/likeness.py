"""What two articles have in common: a few numbers, each a pure function of the two."""

from __future__ import annotations

from collections.abc import Collection
from math import fsum, log1p

from onrecord.linking.dates.rarity import rarity
from onrecord.linking.same_event.event_text import EventText, cosine
from onrecord.values.vocabulary import EntityType

_HINGES = (0.1, 0.2, 0.35, 0.55)
"""From where on a likeness counts anew, so that its weight may bend."""
_TYPES = (
    ("places", EntityType.PLACE),
    ("persons", EntityType.PERSON),
    ("organisations", EntityType.ORGANISATION),
)


def likeness(left: EventText, right: EventText) -> dict[str, float]:
    """What two articles have in common, by the names of their weights."""
    told, lede = cosine(left.told, right.told), cosine(left.led, right.led)
    title, named = cosine(left.title, right.title), cosine(left.named, right.named)
    found = {
        "told": told,
        "lede": lede,
        "title": title,
        "title_told": (_held(left, right) + _held(right, left)) / 2,
        "names": named,
        "rare": _rare(left, right),
        "numbers": cosine(left.numbers, right.numbers),
        "other_numbers": float(_differ(left.numbers, right.numbers)),
        "weekdays": float(not left.weekdays.isdisjoint(right.weekdays)),
        "other_weekdays": float(_differ(left.weekdays, right.weekdays)),
    }
    for name, kind in _TYPES:
        one, other = left.of_type(kind), right.of_type(kind)
        found[name] = cosine(one, other)
        found[f"other_{name}"] = float(bool(one) and bool(other) and not found[name])
    for name in ("told", "lede", "title"):
        for hinge in _HINGES:
            found[f"{name}_{hinge}"] = max(found[name] - hinge, 0.0)
    return found


def _held(left: EventText, right: EventText) -> float:
    """What part of one headline, by weight, the other article tells, 0 to 1."""
    weights = [(one, rarity(one)) for one in left.headline]
    whole = fsum([weight for _, weight in weights])
    return fsum([weight for one, weight in weights if one in right.counts]) / whole if whole else 0


def _rare(left: EventText, right: EventText) -> float:
    """How much the rare words that both have weigh together, growing ever slower."""
    few, many = sorted((left.rare, right.rare), key=len)
    return log1p(fsum([weight for one, weight in few.items() if one in many]))


def _differ(left: Collection[str], right: Collection[str]) -> bool:
    return bool(left) and bool(right) and all(one not in right for one in left)
