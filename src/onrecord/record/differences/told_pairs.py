"""Which figures of two articles may tell one thing, and how likely they do.

Figures of one unit, one head or one outcome are candidates where they share a telling word. What
speaks for one thing are like words around them, shared names and numbers that are close; other
names, places and days speak against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.lexicon.scope_words import same_cause
from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.readings import printed_number
from onrecord.record.differences.figure_texts import likeness
from onrecord.record.differences.told_figures import ToldFigure
from onrecord.values.vocabulary import FigureKind

ALIKE = 0.55
"""Likeness from which two figures tell one thing."""
_OTHER_NAMED, _ELSEWHERE = 0.1, 0.2
"""What other names around them, and other places or owners, take away."""
_OTHER_DAYS = 0.15
"""What other weekdays and months do."""
_CLOSE, _CLOSER = 1.6, 1.1
_CLOSENESS = 0.1
"""How many times as large numbers may be that are close to each other, and what that adds; twice
that of large ones that are closer still."""
MANY = 10
"""Numbers from which on equal ones are of one thing, as a rule."""
_FEW = 3
"""Numbers from which on equal clauses tell that things of other names are the same."""
_LARGE = 1000
"""Numbers from which on those that are nearly equal are of one thing, as a rule."""
_OTHER_HEADS = 0.7
"""Likeness from which things of other names are taken for the same."""
_LARGER = 3
"""How many times as large the other number may be."""
_KEY_WORDS = 8
_FULLEST_KEY = 40
"""Figures under one key that are paired with each other; fuller keys tell nothing."""
_GENERAL = frozenset({"", "person"})

type TellingPair = tuple[float, ToldFigure, ToldFigure]
"""How likely two figures are of one thing, and both."""
type _Print = tuple[str, str | None, float | None, float | None]


def candidate_pairs(
    told: Sequence[ToldFigure], stories: Mapping[str, str]
) -> dict[tuple[str, str], list[TellingPair]]:
    """By pair of articles the figures that may tell one thing, with how alike they are."""
    keys: dict[tuple[str, str, str], list[ToldFigure]] = defaultdict(list)
    for one in told:
        story = stories.get(one.fact.article, "")
        heaviest = sorted(one.near, key=lambda w: (-one.near[w], w))[:_KEY_WORDS]
        for word in heaviest:
            for thing in _things(one.fact):
                keys[story, thing, word].append(one)
    printed = {_print_of(one.fact.article, one.fact) for one in told}
    found: dict[tuple[str, str], dict[tuple[str, str], TellingPair]] = defaultdict(dict)
    for held in keys.values():
        if len(held) > _FULLEST_KEY:
            continue
        for one, other in combinations(held, 2):
            articles = one.fact.article, other.fact.article
            if (one.fact.id, other.fact.id) in found[articles] or not _comparable(one, other):
                continue
            if _is_printed_by_both(one, other, printed):
                continue
            found[articles][one.fact.id, other.fact.id] = (_alike(one, other), one, other)
    return {articles: list(pairs.values()) for articles, pairs in found.items()}


def _print_of(article: str, fact: FigureFact) -> _Print:
    return article, fact.unit, *printed_number(fact)


def _is_printed_by_both(one: ToldFigure, other: ToldFigure, printed: Collection[_Print]) -> bool:
    """Whether an article prints the other's number too, if it is large enough to be the same."""
    ours, theirs = one.fact, other.fact
    if are_equal(one, other):
        return False
    if are_copies(ours, theirs):
        return any(each in printed for each in _prints_of(ours, theirs))
    if min(sizes_of(ours, theirs)) < MANY:
        return False
    if likeness(one, other) >= ALIKE and (ours.unit is None or ours.head == theirs.head != ""):
        return False
    apart = ours.article != theirs.article
    return apart and any(each in printed for each in _prints_of(ours, theirs))


def _prints_of(ours: FigureFact, theirs: FigureFact) -> tuple[_Print, _Print]:
    """Each number as the other's article would print it."""
    return _print_of(theirs.article, ours), _print_of(ours.article, theirs)


def _things(fact: FigureFact) -> Iterator[str]:
    """Under what a figure is looked for: its unit, else what is counted and what became of it."""
    if fact.unit:
        yield f"unit {fact.unit}"
        return
    if fact.head not in _GENERAL:
        yield f"head {fact.head}"
    if fact.outcome:
        yield f"outcome {fact.outcome}"
    if fact.kind is not FigureKind.AGE:
        yield "number"


def _comparable(one: ToldFigure, other: ToldFigure) -> bool:
    """Whether two figures can be two reports of one thing, their words aside."""
    ours, theirs = one.fact, other.fact
    if not (_two_reports(ours, theirs) and _one_measure(ours, theirs)):
        return False
    if not _near_in_size(ours, theirs) or one.is_more is not other.is_more:
        return False
    if bool(ours.part_of) is not bool(theirs.part_of) or one.ordinal != other.ordinal:
        return False
    if not same_cause(ours.cause, theirs.cause) or not _one_thing(one, other):
        return False
    return ours.article != theirs.article or not are_elsewhere(ours, theirs)


def _one_thing(one: ToldFigure, other: ToldFigure) -> bool:
    """Whether both can be of one thing: of one unit, one head, beside one name, or told alike."""
    ours, theirs = one.fact, other.fact
    if ours.kind is FigureKind.AGE and not _one_person(one, other):
        return False
    if _is_fine(ours) is not _is_fine(theirs) and not ours.unit:
        return False
    if ours.unit and ours.kind is not FigureKind.MONEY:
        return bool(one.next_to & other.next_to)
    if ours.unit or (ours.head and ours.head == theirs.head) or _is_beside(one, other):
        return True
    if min(sizes_of(ours, theirs)) < _FEW:
        return False
    return likeness(one, other) >= _OTHER_HEADS


def _is_fine(fact: FigureFact) -> bool:
    """Whether it is printed with a fraction, as no count is: `the 5.4 quake`."""
    return fact.step is not None and fact.step < 1


def _one_person(one: ToldFigure, other: ToldFigure) -> bool:
    """Whether two ages can be of one: names beside both agree, as `Finch` and `Ada Finch` do."""
    if not (one.beside and other.beside):
        return True
    return one.beside <= other.beside or other.beside <= one.beside


def _alike(one: ToldFigure, other: ToldFigure) -> float:
    """How likely two figures are of one thing: how alike they are told, how close the numbers are,
    and whether others or other places are named."""
    told = likeness(one, other)
    if one.marks and other.marks and not one.marks & other.marks:
        told -= _OTHER_NAMED
    if are_elsewhere(one.fact, other.fact):
        told -= _ELSEWHERE
    if one.days and other.days and not one.days & other.days:
        told -= _OTHER_DAYS
    sizes = sizes_of(one.fact, other.fact)
    if are_close(one.fact, other.fact) and min(sizes) > _FEW:
        told += _CLOSENESS
        told += _CLOSENESS * (max(sizes) <= _CLOSER * min(sizes) and min(sizes) >= _LARGE)
    return told


def _two_reports(ours: FigureFact, theirs: FigureFact) -> bool:
    """Whether two articles print them, or one as the numbers of two."""
    if ours.article == theirs.article:
        return _two_say(ours, theirs)
    return True


def _one_measure(ours: FigureFact, theirs: FigureFact) -> bool:
    """Whether both are of one unit, mood and outcome."""
    if (ours.unit, ours.direction) != (theirs.unit, theirs.direction):
        return False
    if ours.per != theirs.per and ours.per and theirs.per:
        return False
    if (ours.kind is FigureKind.AGE) is not (theirs.kind is FigureKind.AGE):
        return False
    if ours.outcome != theirs.outcome and ((ours.outcome and theirs.outcome) or not ours.head):
        return False
    return ours.mood is theirs.mood


def _two_say(ours: FigureFact, theirs: FigureFact) -> bool:
    """Whether one article gives both as the numbers of two who are told apart."""
    return bool(ours.sayer and theirs.sayer) and ours.sayer != theirs.sayer


def _is_beside(one: ToldFigure, other: ToldFigure) -> bool:
    """Whether both stand right beside one name: of one of them nothing tells what is counted, or
    the words around them are much alike."""
    if not one.beside & other.beside:
        return False
    return not (one.fact.head and other.fact.head) or likeness(one, other) >= ALIKE


def _near_in_size(ours: FigureFact, theirs: FigureFact) -> bool:
    """Whether two numbers can be two reports of one thing; larger steps are other things."""
    sizes = sizes_of(ours, theirs)
    return max(sizes) <= _LARGER * min(sizes)


def are_close(ours: FigureFact, theirs: FigureFact) -> bool:
    """Whether two numbers are close to each other."""
    sizes = sizes_of(ours, theirs)
    return max(sizes) <= _CLOSE * min(sizes)


def sizes_of(ours: FigureFact, theirs: FigureFact) -> list[float]:
    """The ends of both numbers."""
    return [v for one in (ours, theirs) for v in printed_number(one) if v is not None]


def are_elsewhere(ours: FigureFact, theirs: FigureFact) -> bool:
    """Whether they are told of two places or owners of which neither holds the other."""
    for left, right in ((ours.place, theirs.place), (ours.owner, theirs.owner)):
        if left is None or right is None or left.key == right.key or left.wide or right.wide:
            continue
        if left.key not in theirs.within and right.key not in ours.within:
            return True
    return False


def are_copies(ours: FigureFact, theirs: FigureFact) -> bool:
    """Whether two articles that are copies of one report print them."""
    return bool(ours.copies) and ours.copies == theirs.copies and ours.article != theirs.article


def are_equal(one: ToldFigure, other: ToldFigure) -> bool:
    """Whether both print one number."""
    return printed_number(one.fact) == printed_number(other.fact)
