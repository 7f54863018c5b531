"""Where an event was, told at several grains: a town, its province, its country, or not at all.

Of counts of one thing and one day, and of causes that can be one or one telling number:

- two places are one where an article says that one lies in the other, or the articles that tell of
  either name both; unless one article gives different numbers at both;
- a country never contradicts a place, nor does silence: they are of the only place there is, or of
  the only one that their article names. Where there are two the figure stays as it is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from onrecord.lexicon.scope_words import same_cause
from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.keys import Period, Placed, with_slot
from onrecord.linking.figures.nearness import is_short, is_telling
from onrecord.linking.figures.readings import printed_number

_MOST_PLACES = 12
"""Places with counts of one thing and day, up to which they are compared with each other."""

type Outer = Mapping[str, frozenset[str]]
"""Place -> places that hold it."""
type _ByPlace = dict[str, list[FigureFact]]


def outer_places(facts: Iterable[FigureFact]) -> Outer:
    """What the articles of the pile tell of which place is in which; none that is in itself."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.place is not None:
            found[fact.place.key].update(key for key in fact.within if key != fact.place.key)
    return {
        inner: frozenset(key for key in outer if inner not in found.get(key, ()))
        for inner, outer in found.items()
    }


def settle_event_places(block: Sequence[Placed], outer: Outer) -> None:
    """Give the counts of one thing the place of their event."""
    events: dict[Period, list[Placed]] = defaultdict(list)
    for one in block:
        period = one.key.period
        if one.key.thing.outcome and period is not None and is_short(period):
            events[period].append(one)
    for held in events.values():
        _settle(held, outer)


def _settle(held: Sequence[Placed], outer: Outer) -> None:
    told: _ByPlace = defaultdict(list)
    countries: _ByPlace = defaultdict(list)
    for one in held:
        if one.key.place is not None:
            wide = one.fact.place is not None and one.fact.place.wide
            (countries if wide else told)[one.key.place].append(one.fact)
    to = _united(told, outer)
    merged: _ByPlace = defaultdict(list)
    for place, facts in told.items():
        merged[to[place]] += facts
    found = []
    for one in held:
        settled = to.get(one.key.place or "") or _only_place(one, merged, countries, to)
        if settled is not None and settled != one.key.place:
            found.append((one, settled))
    for one, place in found:
        one.how.append("place-of-event")
        one.key = with_slot(one.key, "place", place)


def _united(told: _ByPlace, outer: Outer) -> dict[str, str]:
    """Each place to the one that stands for it: the one with most figures, then in order."""
    home = {place: place for place in told}
    if len(told) > _MOST_PLACES:
        return home
    for left, right in combinations(sorted(told), 2):
        if home[left] != home[right] and _are_one(left, right, told, outer):
            gone, kept = home[right], home[left]
            home = {place: kept if of == gone else of for place, of in home.items()}
    often = Counter({place: len(facts) for place, facts in told.items()})
    best: dict[str, str] = {}
    for place in sorted(told, key=lambda p: (-often[p], p)):
        best.setdefault(home[place], place)
    return {place: best[of] for place, of in home.items()}


def _are_one(left: str, right: str, told: _ByPlace, outer: Outer) -> bool:
    ours, theirs = told[left], told[right]
    if not any(_is_one_event(a, b) for a in _kinds(ours) for b in _kinds(theirs)):
        return False
    if _differ_in_one_article(ours, theirs):
        return False
    if right in outer.get(left, ()) or left in outer.get(right, ()):
        return True
    return any(right in a.named for a in ours) and any(left in b.named for b in theirs)


def _kinds(facts: Iterable[FigureFact]) -> list[FigureFact]:
    """One figure of each cause and number."""
    return list({(one.cause, printed_number(one)): one for one in facts}.values())


def _differ_in_one_article(ours: Iterable[FigureFact], theirs: Iterable[FigureFact]) -> bool:
    """Whether an article gives different numbers at both places."""
    numbers: dict[str, set[object]] = defaultdict(set)
    for fact in ours:
        numbers[fact.article].add(printed_number(fact))
    return any(
        printed_number(fact) not in numbers.get(fact.article, {printed_number(fact)})
        for fact in theirs
    )


def _only_place(
    one: Placed, merged: _ByPlace, countries: _ByPlace, to: Mapping[str, str]
) -> str | None:
    """The only place that a figure without one, or of a country, can be of."""
    fact = one.fact
    near = _near(fact, merged)
    if not near and fact.place is None:
        near = _near(fact, countries)
        return near[0] if len(near) == 1 else None
    if len(near) > 1:
        own = [p for p in near if any(other.article == fact.article for other in merged[p])]
        named = {to[place] for place in fact.named if place in to}
        near = own or [place for place in near if place in named]
    if len(near) != 1 or _differ_in_one_article([fact], merged[near[0]]):
        return None
    return near[0]


def _near(fact: FigureFact, by_place: _ByPlace) -> list[str]:
    return [
        place
        for place, facts in by_place.items()
        if any(_is_one_event(fact, other) for other in _kinds(facts))
    ]


def _is_one_event(fact: FigureFact, other: FigureFact) -> bool:
    if not same_cause(fact.cause, other.cause):
        return False
    if fact.cause and other.cause:
        return True
    return is_telling(fact) and printed_number(fact) == printed_number(other)
