"""States of one thing at several times, whose numbers differ: levels, shares and sums.

`The lake was 91 percent full` and, weeks later, `the lake stood at 71 percent` are told of one
thing when head or outcome are one, scopes do not contradict and the words around the numbers are
alike. Within one article two numbers of the same days are two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.keys import FactGroup, Placed
from onrecord.linking.figures.likeness import WordWeights
from onrecord.linking.figures.readings import is_number, printed_number
from onrecord.linking.figures.tellingness import are_two_answers
from onrecord.linking.figures.uniting import Link, united
from onrecord.values.vocabulary import FigureKind

_STATES = frozenset({FigureKind.LEVEL, FigureKind.SHARE, FigureKind.MONEY})
_GENERAL = frozenset({"", "person"})
_ENOUGH = 4.0
_LEAP = 3.0
"""How many times larger one of two states of a thing next to each other may be."""
_ENOUGH_OF_ONE = 2.5
"""The same where nothing in the pile tells that there are two such things."""
_MOST = 30
_MOST_MEMBERS = 6
"""Groups of one head behind one that it is compared with, and members that are looked at."""


def with_like_states(groups: Sequence[FactGroup], weights: WordWeights) -> list[FactGroup]:
    """The groups, those of one state joined."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        thing = group.key.thing
        if thing.kind in _STATES and (thing.head not in _GENERAL or thing.outcome):
            home = (thing.kind, thing.unit, thing.per, thing.head, thing.outcome, thing.direction)
            blocks[home, group.key.mood, group.key.part].append(n)
    links = []
    for block in blocks.values():
        is_clean = _is_clean([groups[n] for n in block])
        for place, left in enumerate(block):
            for right in block[place + 1 : place + 1 + _MOST]:
                weight = _weight(groups[left], groups[right], weights)
                outcome = groups[left].key.thing.outcome
                enough = (2.0 if outcome else _ENOUGH_OF_ONE) if is_clean else _ENOUGH
                if weight >= enough:
                    links.append(Link(left, right, weight))
    return united(groups, links, "same-state", one_scope=True)


def _weight(one: FactGroup, other: FactGroup, weights: WordWeights) -> float:
    for slot in ("owner", "place"):
        ours, theirs = getattr(one.key, slot), getattr(other.key, slot)
        if ours and theirs and ours != theirs:
            return -1.0
    found = 2.0
    for slot in ("owner", "place"):
        ours, theirs = getattr(one.key, slot), getattr(other.key, slot)
        if ours and ours == theirs:
            found += 1.0
    found -= 0.5 * len({*one.key.thing.modifiers} ^ {*other.key.thing.modifiers})
    words = max(
        _of_two(left, right, weights)
        for left in one.members[:_MOST_MEMBERS]
        for right in other.members[:_MOST_MEMBERS]
    )
    return found + words if words >= 0 else -1.0


def _is_clean(groups: Sequence[FactGroup]) -> bool:
    """Whether all that is told of a thing can be one: of one place and owner, no sums of money, and
    no article gives two numbers of the same days."""
    if groups[0].key.thing.kind is FigureKind.MONEY or len(groups) > _MOST:
        return False
    for slot in ("place", "owner"):
        if len({value for group in groups if (value := getattr(group.key, slot))}) > 1:
            return False
    articles: dict[str, list[FigureFact]] = defaultdict(list)
    for group in groups:
        for one in group.members:
            articles[one.fact.article].append(one.fact)
    return not any(
        are_two_answers(one, other)
        for facts in articles.values()
        for one, other in combinations(facts, 2)
    )


def _of_two(one: Placed, other: Placed, weights: WordWeights) -> float:
    ours, theirs = one.fact, other.fact
    if ours.sentence == theirs.sentence and ours.article == theirs.article:
        return -1.0
    if is_number(ours) and is_number(theirs):
        (low, _), (least, _) = printed_number(ours), printed_number(theirs)
        if not low or not least or max(low, least) > _LEAP * min(low, least):
            return -1.0
        if ours.kind is FigureKind.SHARE and low != least and ours.days.intersect(theirs.days):
            return -1.0
    return weights.shared(ours, theirs)
