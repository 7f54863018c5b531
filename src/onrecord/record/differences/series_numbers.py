"""How the figures of a series differ: each reading against the one before it, with the reason.

Figures that print one number as of the same days are one reading, however many reports print it;
of a count all that print one number are, from the first report on. Each reading is compared with
the last one before it of the same reporting line, else with the one right before it, so that the
work grows with the number of readings. Numbers that cannot both hold on the same days are compared
in order of their size.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.judge import Difference, judge, reading_order, same_line
from onrecord.linking.figures.readings import is_number, printed_number
from onrecord.record.differences.figure_texts import ToldFigures
from onrecord.record.differences.found import Found, Side, Slot
from onrecord.record.differences.reasons import Given, numbers_of, shown_reason, with_bounds
from onrecord.record.duration_facts import DURATION
from onrecord.record.series_of import SeriesOf
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Bound, DifferenceReason, FigureKind

_OPEN = frozenset({Bound.AT_LEAST, Bound.AT_MOST})
type _Pair = tuple[FigureFact, FigureFact, Difference]


def series_differences(series: Iterable[SeriesOf], figures: ToldFigures) -> Iterator[Found]:
    """The differences within series of figures.

    Args:
        series: with their figures.
        figures: all of the pile, with their words.
    """
    for one in series:
        held = [figures.facts.get(point.fact.id, point.fact) for point in one.points]
        given = Given(held)
        for left, right, why in differing(held):
            shown = shown_reason(why, left, right, given=given, likeness=figures.likeness)
            if shown is not None and shown.reason is DifferenceReason.CONFLICT:
                shown = _settled(shown, left, right, figures)
            if shown is not None:
                yield number_difference(one.id, left, right, shown)


def _settled(
    why: Difference, left: FigureFact, right: FigureFact, figures: ToldFigures
) -> Difference | None:
    """What the words of both sentences make of a conflict."""
    if figures.are_apart(left, right):
        return None
    if figures.is_revised(left, right):
        return Difference(DifferenceReason.REVISION, f"told-as-former: {numbers_of(left, right)}")
    return why


def number_difference(
    about: str | None, left: FigureFact, right: FigureFact, why: Difference
) -> Found:
    """A difference between two figures."""
    return Found(
        about=about,
        slot=Slot.NUMBER,
        reason=why.reason,
        why=why.why,
        left=_side(left),
        right=_side(right),
    )


def _side(fact: FigureFact) -> Side:
    return Side(
        article=fact.article,
        anchor=Span(*fact.sentence),
        words=Span(fact.start, fact.end),
        figure=fact.id if fact.unit != DURATION else None,
    )


def differing(facts: Sequence[FigureFact]) -> list[_Pair]:
    """The pairs of figures of one series that differ, earlier first, with the reason."""
    readings = _readings(with_bounds(facts))
    found: dict[tuple[str, str], _Pair] = {}
    for left, right in [*_neighbours(readings), *_same_days(readings)]:
        if (left.id, right.id) in found or (right.id, left.id) in found:
            continue
        why = judge(left, right)
        if why is not None:
            found[left.id, right.id] = (left, right, why)
    return sorted(found.values(), key=lambda two: (reading_order(two[1]), reading_order(two[0])))


def _readings(facts: Iterable[FigureFact]) -> list[FigureFact]:
    """The first figure of each reading, in order; words without a number are none.

    `at least 24` and `24` are one reading, and it is a bound where the article that prints it first
    says so anywhere.
    """
    found: dict[object, FigureFact] = {}
    for fact in sorted(facts, key=reading_order):
        if not is_number(fact):
            continue
        when = None if fact.kind is FigureKind.COUNT else fact.days
        first = found.setdefault((printed_number(fact), when), fact)
        if fact.article == first.article and fact.bound in _OPEN and first.bound not in _OPEN:
            found[printed_number(fact), when] = fact
    return sorted(found.values(), key=reading_order)


def _neighbours(readings: Sequence[FigureFact]) -> Iterator[tuple[FigureFact, FigureFact]]:
    """Each reading with one before it."""
    last: dict[str, FigureFact] = {}
    before: FigureFact | None = None
    for one in readings:
        for line in (one.sayer, one.outlet):
            if line and line in last and same_line(last[line], one):
                yield last[line], one
                break
        else:
            if before is not None:
                yield before, one
        for line in (one.sayer, one.outlet):
            if line:
                last[line] = one
        before = one


def _same_days(readings: Sequence[FigureFact]) -> Iterator[tuple[FigureFact, FigureFact]]:
    """Neighbours by size among the readings of the same days, where they cannot both hold."""
    homes: dict[object, list[FigureFact]] = defaultdict(list)
    for one in readings:
        homes[one.told if one.kind is FigureKind.COUNT else one.days].append(one)
    for held in homes.values():
        ordered = sorted(held, key=lambda one: (one.low is None, one.low or one.high or 0))
        for one, other in pairwise(ordered):
            left, right = sorted((one, other), key=reading_order)
            why = judge(left, right)
            if why is not None and why.reason is DifferenceReason.CONFLICT:
                yield left, right
