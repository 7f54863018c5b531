"""Figures of two articles that tell one thing in like words, with other numbers.

What series do not join is compared here: measures, ages, scores and counts whose place or owner one
article leaves open. Figures of one unit, one head or one outcome are candidates where they share a
telling word; of two articles each figure goes with the one that it is most like, equal numbers
first, so that a number which the other article prints too contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.judge import Difference, is_near, judge, reading_order
from onrecord.linking.figures.readings import overlap, printed_number
from onrecord.record.differences.figure_texts import ToldFigures, likeness
from onrecord.record.differences.found import Found
from onrecord.record.differences.reasons import Given, numbers_of, shown_reason
from onrecord.record.differences.series_numbers import number_difference
from onrecord.record.differences.told_figures import ToldFigure
from onrecord.record.differences.told_pairs import (
    ALIKE,
    MANY,
    TellingPair,
    are_close,
    are_copies,
    are_elsewhere,
    are_equal,
    candidate_pairs,
    sizes_of,
)
from onrecord.values.vocabulary import Bound, DifferenceReason, FigureKind

_NEARLY = 0.36
"""Likeness from which they may: what tells them apart is then shown as their scope."""
_TWO_SAY = 0.2
"""Likewise in one article that gives two sources."""
_EQUAL_FIRST = 0.15
"""How much less alike equal numbers may be than others to go together."""
_BOUND = 0.45
"""Likeness from which a number and a bound that it keeps are of one thing."""
_COPIED = 0.7
"""Likeness from which two copies of a report print one thing with other numbers."""
_MORE = "part: +"
"""Reason of a figure of what comes to others, which no pair has that both or none are."""
_ROUND = 1000
"""Numbers from which on the finer of two may have been cut to the rougher."""


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
    for alike, one, other in _matched(candidate_pairs(figures.every, stories)):
        left, right = sorted((one.fact, other.fact), key=reading_order)
        of_one = left.id in series and series.get(left.id) == series.get(right.id)
        if of_one and not are_equal(one, other):
            continue
        key = (frozenset({printed_number(left), printed_number(right)}), _thing(left, right))
        why = None if key in seen else _why(one, other, left, right, alike)
        if why is not None:
            seen.add(key)
            yield number_difference(series.get(left.id) or series.get(right.id), left, right, why)


def _matched(candidates: Mapping[tuple[str, str], Sequence[TellingPair]]) -> Iterator[TellingPair]:
    """The pairs in which each figure is the one that the other is most like, those whose numbers
    or bounds are not equal."""
    for articles in sorted(candidates):
        taken: set[str] = set()
        for told, one, other in sorted(candidates[articles], key=_strongest_first):
            if one.fact.id in taken or other.fact.id in taken:
                continue
            taken |= {one.fact.id, other.fact.id}
            if (told >= _least(one, other) and not are_equal(one, other)) or (
                told >= ALIKE and _is_bounded_otherwise(one.fact, other.fact)
            ):
                yield told, one, other


def _least(one: ToldFigure, other: ToldFigure) -> float:
    """How alike two figures must be told to be shown; copies of a report print one thing alike."""
    ours, theirs = one.fact, other.fact
    if ours.article == theirs.article:
        return _TWO_SAY
    return _COPIED if are_copies(ours, theirs) else _NEARLY


def _strongest_first(pair: TellingPair) -> tuple[float, tuple[int, int, int], tuple[int, int, int]]:
    told, one, other = pair
    bonus = _EQUAL_FIRST if are_equal(one, other) else 0.0
    return -round(told + bonus, 6), one.fact.place_in_record, other.fact.place_in_record


def _is_bounded_otherwise(ours: FigureFact, theirs: FigureFact) -> bool:
    """Whether equal numbers are a bound here and none, or another one, there."""
    return ours.bound is not theirs.bound and not are_copies(ours, theirs)


def _thing(left: FigureFact, right: FigureFact) -> tuple[str, ...]:
    return (left.unit or "", left.head or right.head, left.outcome)


def _why(
    one: ToldFigure, other: ToldFigure, left: FigureFact, right: FigureFact, alike: float
) -> Difference | None:
    """The reason why two figures of one thing differ; None where nothing tells."""
    bounds = f"bound: {left.bound} and {right.bound}"
    if are_equal(one, other):
        return Difference(DifferenceReason.ROUNDING, bounds)
    if are_copies(left, right):
        told = f"printed-in-copy: {numbers_of(left, right)}"
        return Difference(DifferenceReason.REVISION, told)
    if (step := _cut_to(left, right)) is not None:
        return Difference(DifferenceReason.ROUNDING, f"cut-to: {step:g}")
    why = judge(left, right)
    if why is not None and why.reason is DifferenceReason.PERIOD and _is_lasting(left, right):
        why = None
    if why is not None and why.reason is not DifferenceReason.CONFLICT:
        one_article = left.article == right.article and why.why != _MORE
        return why if one_article or alike >= _least_of(why) else None
    if overlap(left, right):
        near = is_near(left, right) or {*left.value} & {*right.value} - {None}
        return Difference(DifferenceReason.ROUNDING, bounds) if near and alike >= _BOUND else None
    return _told_otherwise(one, other, left, right, why)


def _told_otherwise(
    one: ToldFigure,
    other: ToldFigure,
    left: FigureFact,
    right: FigureFact,
    why: Difference | None,
) -> Difference | None:
    """The reason for two numbers that cannot be one: a conflict only of what is surely one."""
    numbers, told = numbers_of(left, right), likeness(one, other)
    if Bound.ABOUT in (left.bound, right.bound) and is_near(left, right):
        return Difference(DifferenceReason.ROUNDING, f"about: {numbers}")
    if told < ALIKE and not are_close(left, right):
        return None
    if told < ALIKE or not _is_firm(one, other) or are_elsewhere(left, right):
        return Difference(DifferenceReason.SCOPE, f"told-otherwise: {numbers}")
    if one.when != other.when and left.outcome:
        return None
    conflict = why or Difference(DifferenceReason.CONFLICT, f"both-cannot-hold: {numbers}")
    return shown_reason(conflict, left, right, given=Given((left, right)), likeness=lambda *_: told)


def _is_firm(one: ToldFigure, other: ToldFigure) -> bool:
    """Whether neither is about, both are of the same years and holders, and numbers without a unit
    are close, those of things of other names large enough to be known again."""
    ours, theirs = one.fact, other.fact
    if Bound.ABOUT in (ours.bound, theirs.bound) or one.years != other.years:
        return False
    if not ours.unit and ours.head != theirs.head and min(sizes_of(ours, theirs)) < MANY:
        return False
    return bool(ours.unit or are_close(ours, theirs)) and _one_holder(one, other)


def _least_of(why: Difference) -> float:
    """Likeness from which a reason is shown: words before a number may tell another thing."""
    return _BOUND if why.reason is DifferenceReason.SCOPE else 0.0


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
