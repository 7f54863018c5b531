"""Groups of articles that report one event. `event_groups` conducts:

1. the odds of all links, with what days say;
2. neighbourhoods: articles that are alike;
3. inside each of them, the odds by what only some there have in common;
4. groups, those that are one event on the average of their articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import fsum

from onrecord.lexicon.same_event_weights import SameEventWeights, same_event_weights
from onrecord.linking.same_event.event_text import EventText
from onrecord.linking.same_event.judge import odds_of
from onrecord.record.stories.average_link import PairOf, average_link
from onrecord.record.stories.days_apart import MOST_DAYS, days_odds, fewest_days
from onrecord.record.stories.neighbourhoods import near_likeness, neighbours
from onrecord.values.days import DayInterval
from onrecord.values.links import EventLink

FLOOR, CEILING = -5.0, 5.0
"""Odds (natural logarithms) that are the least and the most that one pair can say."""
NEIGHBOURS = -2.0
"""Least odds, on the average, of articles of one neighbourhood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """The articles of a pile, in one order; all sequences run along it."""

    articles: Sequence[str]
    texts: Sequence[EventText]
    days: Sequence[DayInterval]
    """When they were published."""
    copies: Sequence[str]
    """Of each the report of which it is a copy; itself where it is none."""
    places: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        places = {article: place for place, article in enumerate(self.articles)}
        object.__setattr__(self, "places", places)

    def weights(self) -> list[float]:
        """How much each counts: all copies of one report together as much as one."""
        sizes: dict[str, int] = {}
        for copy in self.copies:
            sizes[copy] = sizes.get(copy, 0) + 1
        return [1 / sizes[copy] for copy in self.copies]


def event_groups(reports: Reports, links: Iterable[EventLink]) -> list[list[int]]:
    """Places of the articles of each event; every article in one, groups by their first."""
    known = same_event_weights()
    # 1. odds
    odds = link_odds(reports, links, known)
    # 2. neighbourhoods
    weights = reports.weights()
    groups = []
    nearby = average_link(odds, weights, floor=FLOOR, least=NEIGHBOURS)
    for near, linked in zip(nearby, _linked_in(nearby, odds), strict=True):
        if len(near) == 1:
            groups.append(near)
            continue
        # 3. odds inside
        inside = near_odds(reports, near, linked, known)
        # 4. groups
        own = [weights[place] for place in near]
        found = average_link(inside, own, floor=FLOOR, least=known.least)
        groups += [[near[place] for place in group] for group in found]
    return sorted(groups)


def link_odds(
    reports: Reports, links: Iterable[EventLink], known: SameEventWeights
) -> dict[PairOf, float]:
    """The odds of links by words, names and days; of copies of one report the most."""
    found = {}
    places = reports.places
    for link in links:
        if link.left in places and link.right in places:
            one, other = sorted((places[link.left], places[link.right]))
            if fewest_days(reports.days[one], reports.days[other]) > MOST_DAYS:
                continue
            odds = odds_of(link) + days_odds(reports.days[one], reports.days[other], known)
            found[one, other] = min(max(odds, FLOOR), CEILING)
    by_copy: dict[str, list[int]] = {}
    for place, copy in enumerate(reports.copies):
        for other in by_copy.get(copy, ()):
            found[other, place] = CEILING
        by_copy.setdefault(copy, []).append(place)
    return found


def near_odds(
    reports: Reports, near: Sequence[int], linked: Mapping[PairOf, float], known: SameEventWeights
) -> dict[PairOf, float]:
    """The odds of the linked pairs of a neighbourhood, by their places in it.

    Args:
        reports: the articles.
        near: those of the neighbourhood.
        linked: their pairs, with what else speaks for one event.
        known: the weights.
    """
    weighed = neighbours(
        [reports.texts[place] for place in near], [reports.copies[place] for place in near]
    )
    inside = {place: number for number, place in enumerate(near)}
    found = {}
    for (one, other), before in linked.items():
        place, after = inside[one], inside[other]
        likeness = near_likeness(weighed[place], weighed[after], before)
        found[place, after] = known.near_base + fsum(
            [weight * likeness[name] for name, weight in known.near.items()]
        )
    return {pair: min(max(value, FLOOR), CEILING) for pair, value in found.items()}


def _linked_in(
    nearby: Sequence[Sequence[int]], odds: Mapping[PairOf, float]
) -> list[dict[PairOf, float]]:
    """Of each neighbourhood the linked pairs of its articles."""
    number = {place: number for number, near in enumerate(nearby) for place in near}
    found: list[dict[PairOf, float]] = [{} for _ in nearby]
    for (one, other), value in odds.items():
        if number[one] == number[other]:
            found[number[one]][one, other] = value
    return found
