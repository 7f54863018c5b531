"""Figures of two articles that tell one thing in like words, with other numbers.

What series do not join is compared here: measures, ages, scores and counts whose place or owner one
article leaves open. Figures of one unit, one head or one outcome are candidates where they share a
telling word; of two articles each figure goes with the one that it is most like, equal numbers
first, so that a number which the other article prints too contradicts nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.lexicon.scope_words import same_cause
from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.judge import Difference, is_near, judge, reading_order
from onrecord.linking.figures.readings import overlap, printed_number
from onrecord.record.differences.figure_texts import ToldFigures, likeness
from onrecord.record.differences.found import Found
from onrecord.record.differences.reasons import Given, numbers_of, shown_reason
from onrecord.record.differences.series_numbers import number_difference
from onrecord.record.differences.told_figures import ToldFigure
from onrecord.values.vocabulary import Bound, DifferenceReason, FigureKind

_ALIKE = 0.55
"""Likeness from which two figures tell one thing."""
_NEARLY = 0.36
"""Likeness from which they may: what tells them apart is then shown as their scope."""
_TWO_SAY = 0.2
"""Likewise in one article that gives two sources."""
_EQUAL_FIRST = 0.15
"""How much less alike equal numbers may be than others to go together."""
_OTHER_NAMED, _ELSEWHERE = 0.1, 0.2
"""What other names around them, and other places or owners, take away."""
_CLOSE, _CLOSER = 1.6, 1.1
_IS_CLOSE = 0.1
"""How many times as large numbers may be that are close to each other, and what that adds; twice
that of large ones that are closer still."""
_MANY = 10
"""Numbers from which on equal ones are of one thing, as a rule."""
_FEW = 3
"""Numbers from which on equal clauses tell that things of other names are the same."""
_OTHER_HEADS = 0.7
"""Likeness from which things of other names are taken for the same."""
_COPIED = 0.7
"""Likeness from which two copies of a report print one thing with other numbers."""
_LARGER = 3
"""How many times as large the other number may be."""
_ROUND = 1000
"""Numbers from which on the finer of two may have been cut to the rougher."""
_KEY_WORDS = 8
_FULLEST_KEY = 40
"""Figures under one key that are paired with each other; fuller keys tell nothing."""
_GENERAL = frozenset({"", "person"})

type _Pair = tuple[float, ToldFigure, ToldFigure]


def told_numbers(
    figures: ToldFigures, *, stories: Mapping[str, str], series: Mapping[str, str]
) -> Iterator[Found]:
    """The differences between figures of one story that are told in like words.

    Args:
        figures: those of the pile.
        stories: the story of each article; of an empty one all articles are one story.
        series: the series of each figure that stands in one.
    """
    seen: set[object] = set()
    for alike, one, other in _matched(_candidates(figures.every, stories)):
        left, right = sorted((one.fact, other.fact), key=reading_order)
        of_one = left.id in series and series.get(left.id) == series.get(right.id)
        if of_one and not _is_equal(one, other):
            continue
        key = (frozenset({printed_number(left), printed_number(right)}), _thing(left, right))
        why = None if key in seen else _why(one, other, left, right, alike)
        if why is not None:
            seen.add(key)
            yield number_difference(series.get(left.id) or series.get(right.id), left, right, why)


def _candidates(
    told: Sequence[ToldFigure], stories: Mapping[str, str]
) -> dict[tuple[str, str], list[_Pair]]:
    """By pair of articles the figures that may tell one thing, with how alike they are."""
    keys: dict[tuple[str, str, str], list[ToldFigure]] = defaultdict(list)
    for one in told:
        story = stories.get(one.fact.article, "")
        heaviest = sorted(one.near, key=lambda w: (-one.near[w], w))[:_KEY_WORDS]
        for word in heaviest:
            for thing in _things(one.fact):
                keys[story, thing, word].append(one)
    printed = {_print_of(one.fact.article, one.fact) for one in told}
    found: dict[tuple[str, str], dict[tuple[str, str], _Pair]] = defaultdict(dict)
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


type _Print = tuple[str, str | None, float | None, float | None]


def _print_of(article: str, fact: FigureFact) -> _Print:
    return article, fact.unit, *printed_number(fact)


def _is_printed_by_both(one: ToldFigure, other: ToldFigure, printed: Collection[_Print]) -> bool:
    """Whether an article prints the other's number too, if it is large enough to be the same."""
    ours, theirs = one.fact, other.fact
    if _is_equal(one, other) or min(_sizes(ours, theirs)) < _MANY:
        return False
    if likeness(one, other) >= _ALIKE and (ours.unit is None or ours.head == theirs.head != ""):
        return False
    both = _print_of(theirs.article, ours), _print_of(ours.article, theirs)
    return ours.article != theirs.article and any(one in printed for one in both)


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
    return ours.article != theirs.article or not _elsewhere(ours, theirs)


def _one_thing(one: ToldFigure, other: ToldFigure) -> bool:
    """Whether both can be of one thing: of one unit, one head, beside one name, or told alike."""
    ours, theirs = one.fact, other.fact
    if ours.kind is FigureKind.AGE and not _one_person(one, other):
        return False
    if ours.unit and ours.kind not in (FigureKind.MONEY, FigureKind.SHARE):
        return bool(one.next_to & other.next_to)
    if ours.unit or (ours.head and ours.head == theirs.head) or _is_beside(one, other):
        return True
    if min(_sizes(ours, theirs)) < _FEW:
        return False
    return likeness(one, other) >= _OTHER_HEADS


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
    if _elsewhere(one.fact, other.fact):
        told -= _ELSEWHERE
    sizes = _sizes(one.fact, other.fact)
    if _is_close(one.fact, other.fact) and min(sizes) > _FEW:
        told += _IS_CLOSE
        told += _IS_CLOSE * (max(sizes) <= _CLOSER * min(sizes) and min(sizes) >= _ROUND)
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
    return not (one.fact.head and other.fact.head) or likeness(one, other) >= _ALIKE


def _near_in_size(ours: FigureFact, theirs: FigureFact) -> bool:
    """Whether two numbers can be two reports of one thing; larger steps are other things."""
    sizes = _sizes(ours, theirs)
    return max(sizes) <= _LARGER * min(sizes)


def _is_close(ours: FigureFact, theirs: FigureFact) -> bool:
    sizes = _sizes(ours, theirs)
    return max(sizes) <= _CLOSE * min(sizes)


def _sizes(ours: FigureFact, theirs: FigureFact) -> list[float]:
    return [v for one in (ours, theirs) for v in printed_number(one) if v is not None]


def _elsewhere(ours: FigureFact, theirs: FigureFact) -> bool:
    """Whether they are told of two places or owners of which neither holds the other."""
    for left, right in ((ours.place, theirs.place), (ours.owner, theirs.owner)):
        if left is None or right is None or left.key == right.key or left.wide or right.wide:
            continue
        if left.key not in theirs.within and right.key not in ours.within:
            return True
    return False


def _matched(candidates: Mapping[tuple[str, str], Sequence[_Pair]]) -> Iterator[_Pair]:
    """The pairs in which each figure is the one that the other is most like, those whose numbers
    or bounds are not equal."""
    for articles in sorted(candidates):
        taken: set[str] = set()
        for told, one, other in sorted(candidates[articles], key=_strongest_first):
            if one.fact.id in taken or other.fact.id in taken:
                continue
            taken |= {one.fact.id, other.fact.id}
            if (told >= _least(one, other) and not _is_equal(one, other)) or (
                told >= _ALIKE and _is_bounded_otherwise(one.fact, other.fact)
            ):
                yield told, one, other


def _least(one: ToldFigure, other: ToldFigure) -> float:
    """How alike two figures must be told to be shown; copies of a report print one thing alike."""
    ours, theirs = one.fact, other.fact
    if ours.article == theirs.article:
        return _TWO_SAY
    return _COPIED if ours.copies and ours.copies == theirs.copies else _NEARLY


def _strongest_first(pair: _Pair) -> tuple[float, tuple[int, int, int], tuple[int, int, int]]:
    told, one, other = pair
    bonus = _EQUAL_FIRST if _is_equal(one, other) else 0.0
    return -round(told + bonus, 6), one.fact.place_in_record, other.fact.place_in_record


def _is_equal(one: ToldFigure, other: ToldFigure) -> bool:
    return printed_number(one.fact) == printed_number(other.fact)


def _is_bounded_otherwise(ours: FigureFact, theirs: FigureFact) -> bool:
    """Whether equal numbers are a bound here and none, or another one, there."""
    return ours.bound is not theirs.bound and not (ours.copies and ours.copies == theirs.copies)


def _thing(left: FigureFact, right: FigureFact) -> tuple[str, ...]:
    return (left.unit or "", left.head or right.head, left.outcome)


def _why(
    one: ToldFigure, other: ToldFigure, left: FigureFact, right: FigureFact, alike: float
) -> Difference | None:
    """The reason why two figures of one thing differ; None where nothing tells."""
    bounds = f"bound: {left.bound} and {right.bound}"
    if _is_equal(one, other):
        return Difference(DifferenceReason.ROUNDING, bounds)
    if (step := _cut_to(left, right)) is not None:
        return Difference(DifferenceReason.ROUNDING, f"cut-to: {step:g}")
    why = judge(left, right)
    if why is not None and why.reason is DifferenceReason.PERIOD and _is_lasting(left, right):
        why = None
    if why is not None and why.reason is not DifferenceReason.CONFLICT:
        return why
    if overlap(left, right):
        return Difference(DifferenceReason.ROUNDING, bounds)
    numbers = numbers_of(left, right)
    if Bound.ABOUT in (left.bound, right.bound) and is_near(left, right):
        return Difference(DifferenceReason.ROUNDING, f"about: {numbers}")
    firm = Bound.ABOUT not in (left.bound, right.bound) and one.years == other.years
    told = likeness(one, other)
    if told < _ALIKE and not _is_close(left, right):
        return None
    few = min(_sizes(left, right)) < _MANY
    if not left.unit and left.head != right.head and few:
        return (
            Difference(DifferenceReason.SCOPE, f"told-otherwise: {numbers}")
            if _is_close(left, right)
            else None
        )
    if not firm or told < _ALIKE or not _one_holder(one, other) or _elsewhere(left, right):
        return Difference(DifferenceReason.SCOPE, f"told-otherwise: {numbers}")
    conflict = why or Difference(DifferenceReason.CONFLICT, f"both-cannot-hold: {numbers}")
    if one.when != other.when and left.outcome:
        return None
    return shown_reason(
        conflict, left, right, given=Given((left, right)), likeness=lambda *_: alike
    )


def _is_lasting(left: FigureFact, right: FigureFact) -> bool:
    """Whether the day of the report changes nothing: of a measure, of an age but for a birthday."""
    if left.kind is FigureKind.AGE:
        ours, theirs = printed_number(left)[0], printed_number(right)[0]
        return ours is not None and theirs is not None and abs(ours - theirs) > 1
    return left.kind is FigureKind.OTHER


def _one_holder(one: ToldFigure, other: ToldFigure) -> bool:
    """Whether those who are named with the one are all named with the other."""
    if bool(one.marks) is not bool(other.marks):
        return False
    return one.marks <= other.marks or other.marks <= one.marks


def _cut_to(left: FigureFact, right: FigureFact) -> float | None:
    """The step to which the finer number was cut off in the rougher one: `$43 million` of
    $43,885,310."""
    rough, fine = sorted((left, right), key=lambda one: -(one.step or 0))
    (low, _), (value, _) = printed_number(rough), printed_number(fine)
    step = rough.step or 0
    if low is None or value is None or low < _ROUND or step <= (fine.step or 0):
        return None
    return step if low <= value < low + step else None
