"""How many origins tell one thing, and which: `agreement_of`.

1. who tells it at each place;
2. what a teller has from another one of the same thing is that one's: A cites B, B tells it;
3. tellers that cite each other in a circle are one, marked `circular`;
4. what else is marked: one origin, nobody named, perhaps one briefing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from functools import cache
from itertools import combinations
from typing import Any

from onrecord.lexicon.briefing_words import briefing_words
from onrecord.lexicon.media import described_labels
from onrecord.record.agreement.tellers import Origin, Telling
from onrecord.text.stems import stem
from onrecord.values.days import DayInterval

type Json = dict[str, Any]

_MOST = 40
"""Tellings that are compared for one briefing."""
_SAME_DAYS = 1
"""Days between two reports of one briefing, at most."""


def agreement_of(tellings: Sequence[Telling]) -> Json:
    """The agreement of the tellings of one thing, as JSON.

    Args:
        tellings: in the order of the record; never empty.
    """
    # 1. who tells it, 2. from whom
    homes, circular = _resolved(tellings)
    # 3. counting
    tellers: dict[str, tuple[Origin, list[str], list[str]]] = {}
    for one in tellings:
        origin = homes[one.told.origin.key]
        held = tellers.setdefault(origin.key, (origin, [], []))
        if one.article not in held[1]:
            held[1].append(one.article)
        if one.told.why not in held[2]:
            held[2].append(one.told.why)
    articles = {one.article for one in tellings}
    outlets = {one.outlet or f"article {one.article}" for one in tellings}
    return {
        "origins": len(tellers),
        "outlets": len(outlets),
        "articles": len(articles),
        "tellers": [
            {"origin": origin.name, "why": "; ".join(whys), "articles": held}
            for origin, held, whys in (tellers[key] for key in sorted(tellers))
        ],
        # 4. marks
        "marks": list(_marks(tellings, homes, circular=circular)),
    }


def _resolved(tellings: Sequence[Telling]) -> tuple[dict[str, Origin], bool]:
    """The origin that each origin comes down to, and whether some cite each other in a circle."""
    origins = {one.told.origin.key: one.told.origin for one in tellings}
    alike = {
        key: min(known)
        for key, origin in origins.items()
        if (known := (origin.perhaps & origins.keys()) | _fuller(key, origins))
    }
    tells_itself = {one.told.own.key for one in tellings if one.told.own.key == one.told.origin.key}
    cites: dict[str, set[str]] = {}
    for one in tellings:
        if one.told.own.key != one.told.origin.key:
            cites.setdefault(one.told.own.key, set()).add(one.told.origin.key)
    homes = dict(origins)
    circular = False
    for key in sorted(origins):
        seen = [key]
        while seen[-1] not in tells_itself and len(nexts := cites.get(seen[-1], set())) == 1:
            following = next(iter(nexts))
            if following in seen:
                circle = seen[seen.index(following) :]
                homes[key] = origins[min(circle)]
                circular = True
                break
            seen.append(following)
        else:
            homes[key] = origins[alike.get(seen[-1], seen[-1])]
    return homes, circular


def _fuller(key: str, keys: Iterable[str]) -> set[str]:
    """The keys of what is described as a state's, for one described without the state."""
    label = key.partition(" ")[2]
    if not label.startswith(described_labels()):
        return set()
    return {one for one in keys if one != key and one.endswith(label)}


def _marks(
    tellings: Sequence[Telling], homes: Mapping[str, Origin], *, circular: bool
) -> Iterable[str]:
    if len({homes[one.told.origin.key].key for one in tellings}) == 1:
        yield "single-origin"
    unnamed = [one for one in tellings if one.unnamed is not None]
    if len(unnamed) == len(tellings):
        yield "unnamed-only"
    if _perhaps_one_briefing(tellings, unnamed, homes):
        yield "possibly-one-briefing"
    if circular:
        yield "circular"


def _perhaps_one_briefing(
    tellings: Sequence[Telling], unnamed: Sequence[Telling], homes: Mapping[str, Origin]
) -> bool:
    """Whether two newsrooms may have heard one unnamed source, and hardly anybody else tells it."""
    named = {homes[one.told.origin.key].key for one in tellings if one.unnamed is None}
    alone = [one for one in unnamed if homes[one.told.origin.key].key not in named][:_MOST]
    if len({homes[one.told.origin.key].key for one in alone}) < max(2, len(named)):
        return False
    return any(_one_briefing(one, other, homes) for one, other in combinations(alone, 2))


def _one_briefing(one: Telling, other: Telling, homes: Mapping[str, Origin]) -> bool:
    if homes[one.told.origin.key].key == homes[other.told.origin.key].key:
        return False
    nouns, general = _briefers()
    ours, theirs = one.unnamed or frozenset(), other.unnamed or frozenset()
    if not ours & theirs & nouns:
        return False
    ours, theirs = (side - nouns - general for side in (ours, theirs))
    return bool(not ours or not theirs or ours & theirs) and _near(one.published, other.published)


@cache
def _briefers() -> tuple[frozenset[str], frozenset[str]]:
    """Stems of who briefs, and of what tells no two of them apart."""
    words = briefing_words()
    return frozenset(map(stem, words.nouns)), frozenset(map(stem, words.general))


def _near(one: DayInterval, other: DayInterval) -> bool:
    """Whether two days may be the same or next to each other."""
    if not one.known or not other.known:
        return False
    for first, last in ((one.first, other.last), (other.first, one.last)):
        if first is not None and last is not None and first - last > timedelta(_SAME_DAYS):
            return False
    return True
