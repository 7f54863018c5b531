"""Whether a key tells one question from others.

- One article answers a question once. Where it gives two numbers under one key, as of the same days
  and not in two mouths (of the dead and the like two numbers of no like size), the key covers
  several questions there: such numbers are joined only with
  the same number elsewhere. Where many articles do so, only equal numbers are joined at all.
- A key without place and owner, or of a thing as general as `people`, tells little: only equal
  numbers are joined, told near each other, or counts of one day and cause.
- One question has answers of one size: between two numbers next in size there is no leap.
- A key without a head tells nothing: only copies of one text are joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from onrecord.lexicon.scope_words import same_cause
from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.keys import Placed, SeriesKey
from onrecord.linking.figures.nearness import chunks_by_day, is_short
from onrecord.linking.figures.readings import covered, is_number, printed_number
from onrecord.values.vocabulary import FigureKind

_MOST_UNTELLING = 0.25
"""Share of the articles that may give several numbers under a key that tells."""
_GENERAL = frozenset({"", "person"})
"""Heads that tell nothing without an outcome or a modifier."""
LEAP = 5.0
"""How many times larger than the next smaller number of a series one may be."""
_TOLLS = 1.1
"""How many times larger one of two tolls may be that an article gives of one event."""
_NEAR = 7
"""Days within which a number under a key that tells little is told again."""


def split_untelling(members: Sequence[Placed]) -> tuple[list[list[Placed]], bool]:
    """The figures of one key, parted where the key does not tell; and whether they are parted
    because one article gives several numbers."""
    if len(members) == 1:
        return [list(members)], False
    key = members[0].key
    if not key.thing.head and not key.thing.outcome:
        return _by_number(members, copies=True), False
    if _tells_little(key) and not _are_of_one_event(members):
        return _by_number(members), False
    sizes = [_untold_apart(part) for part in by_size(members)]
    return [part for parts, _ in sizes for part in parts], any(two for _, two in sizes)


def _untold_apart(members: Sequence[Placed]) -> tuple[list[list[Placed]], bool]:
    articles: dict[str, list[Placed]] = defaultdict(list)
    for one in members:
        articles[one.fact.article].append(one)
    untelling = {name for name, held in articles.items() if _clashes([h.fact for h in held])}
    if not untelling:
        return [list(members)], False
    if len(untelling) > _MOST_UNTELLING * len(articles):
        return _by_number(members), True
    sure = [one for one in members if one.fact.article not in untelling]
    open_ = [one for one in members if one.fact.article in untelling]
    numbers = {printed_number(one.fact) for one in sure}
    main = sure + [one for one in open_ if printed_number(one.fact) in numbers]
    rest = [one for one in open_ if printed_number(one.fact) not in numbers]
    return [_in_order(main), *_by_number(rest)], True


def by_size(members: Sequence[Placed]) -> list[list[Placed]]:
    """Figures parted where between two numbers next in size there is a leap.

    Words without a number stay with the largest part.
    """
    ordered = sorted((one for one in members if is_number(one.fact)), key=_number)
    parts: list[list[Placed]] = []
    for one in ordered:
        if parts and _number(one) <= LEAP * _number(parts[-1][-1]):
            parts[-1].append(one)
        else:
            parts.append([one])
    words = [one for one in members if not is_number(one.fact)]
    if not parts:
        return [list(members)]
    most = max(range(len(parts)), key=lambda n: (len(parts[n]), n))
    parts[most] += words
    return [_in_order(part) for part in parts]


def _number(one: Placed) -> float:
    return _number_of(one.fact)


def _number_of(fact: FigureFact) -> float:
    low, _ = printed_number(fact)
    return abs(low or 0.0)


def _tells_little(key: SeriesKey) -> bool:
    if key.place is None and key.owner is None:
        return True
    thing = key.thing
    if thing.outcome or thing.modifiers:
        return False
    return thing.head in _GENERAL or thing.kind is FigureKind.SHARE


def _are_of_one_event(members: Sequence[Placed]) -> bool:
    """Whether counts without a place are of one day and of causes that can be one."""
    key = members[0].key
    if not key.thing.outcome or key.period is None or not is_short(key.period):
        return False
    causes = sorted({one.fact.cause for one in members})
    return all(causes) and all(same_cause(a, b) for a, b in combinations(causes, 2))


def _by_number(members: Sequence[Placed], *, copies: bool = False) -> list[list[Placed]]:
    found: dict[object, list[Placed]] = defaultdict(list)
    for one in members:
        home: tuple[object, ...] = (printed_number(one.fact),)
        if copies:
            home += (one.words if one.words >= 0 else one.fact.copies or one.fact.article,)
        found[home if is_number(one.fact) else one.fact.id].append(one)
    return [_in_order(chunk) for held in found.values() for chunk in chunks_by_day(held, _NEAR)]


def _in_order(members: Sequence[Placed]) -> list[Placed]:
    return sorted(members, key=lambda one: one.fact.place_in_record)


def _clashes(facts: Sequence[FigureFact]) -> bool:
    """Whether two figures of one article cannot be answers to one question."""
    return any(are_two_answers(one, other) for n, one in enumerate(facts) for other in facts[:n])


def are_two_answers(one: FigureFact, other: FigureFact) -> bool:
    """Whether two figures of one article print numbers that cannot answer one question."""
    return (
        _differ(one, other)
        and in_one_mouth(one, other)
        and (one.kind is FigureKind.COUNT or one.days == other.days)
    )


def in_one_mouth(one: FigureFact, other: FigureFact) -> bool:
    """Whether one speaks who should give one number: of the dead and the like the article itself
    and somebody whom it quotes are two."""
    if one.outcome:
        return one.sayer == other.sayer
    return not (one.sayer and other.sayer and one.sayer != other.sayer)


def _differ(one: FigureFact, other: FigureFact) -> bool:
    """Whether two numbers are two, bounds and rounding set aside."""
    left, right = covered(one), covered(other)
    if left is None or right is None:
        return False
    (low, high), (least, most) = printed_number(one), printed_number(other)
    if one.outcome and _number_of(one) <= _TOLLS * _number_of(other) <= _TOLLS**2 * _number_of(one):
        return False
    between = max((low or 0) - (most or 0), (least or 0) - (high or 0))
    return between > 0 and between >= max(left.slack, right.slack)
