"""What an answer would settle: expressions that would be dated, entries that would change."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.values.time_forms import CountedFrom

type Json = Mapping[str, Any]
type Place = tuple[int, int]

UNKNOWN_OUTLET = "unknown outlet"
"""How the origins of an entry name an article without a known outlet or agency."""
_LENGTH = re.compile(r"P(X|T?\d).*")
_VAGUE = "_REF"


def waiting_expressions(times: Iterable[Json]) -> dict[str, frozenset[Place]]:
    """Places of the expressions that have no full value before their article's day is known."""
    by_article: dict[str, dict[Place, Json]] = defaultdict(dict)
    for one in times:
        by_article[one["article"]][one["start"], one["end"]] = one
    waiting = {
        article: frozenset(place for place in found if _waits(place, found))
        for article, found in by_article.items()
    }
    return {article: places for article, places in waiting.items() if places}


def _waits(place: Place, found: Mapping[Place, Json]) -> bool:
    one = found[place]
    value = one["value"]
    if value.endswith(_VAGUE) or not _hangs_on_publication(place, found):
        return False
    if _LENGTH.fullmatch(value):
        return one["first"] is None and one["last"] is None
    return "X" in value or (one["first"] is None and one["last"] is None)


def _hangs_on_publication(place: Place, found: Mapping[Place, Json]) -> bool:
    seen: set[Place] = set()
    while place in found and place not in seen:
        seen.add(place)
        one = found[place]
        if one["counted_from"] == CountedFrom.PUBLICATION:
            return True
        reference = one.get("reference")
        if one["counted_from"] != CountedFrom.EXPRESSION or not reference:
            return False
        place = (reference[0], reference[1])
    return False


def entries_to_date(
    timeline: Sequence[Json], waiting: Mapping[str, frozenset[Place]]
) -> Counter[str]:
    """By article, the entries whose days would narrow with its day: those that are no single day
    and rest on an expression of it that waits, or on its day alone."""
    counts: Counter[str] = Counter()
    for entry in timeline:
        if entry["first"] is not None and entry["first"] == entry["last"]:
            continue
        counts.update(
            {
                support["article"]
                for support in entry["support"]
                if _dated_by_publication(support, waiting.get(support["article"], frozenset()))
            }
        )
    return counts


def _dated_by_publication(support: Json, waiting: frozenset[Place]) -> bool:
    time = support.get("time")
    return time is None or (time[0], time[1]) in waiting


def entries_of_unknown_outlet(timeline: Sequence[Json]) -> Counter[str]:
    """By article, the entries whose origins hold an unknown outlet and that it supports."""
    counts: Counter[str] = Counter()
    for entry in timeline:
        if UNKNOWN_OUTLET in entry["origin_names"]:
            counts.update({support["article"] for support in entry["support"]})
    return counts
