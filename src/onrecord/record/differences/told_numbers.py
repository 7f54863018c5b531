"""Figures of two articles that tell one thing in like words, with other numbers.

What series do not join is compared here: measures, ages, scores and counts whose place or owner one
article leaves open. Figures of one unit, one head or one outcome are candidates where they share a
telling word; of two articles each figure goes with the one that it is most like, equal numbers
first, so that a number which the other article prints too contradicts nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby

from onrecord.lexicon.scope_words import same_cause
from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.judge import Difference, judge, reading_order
from onrecord.linking.figures.readings import covered, overlap, printed_number
from onrecord.record.differences.found import Found
from onrecord.record.differences.series_numbers import number_difference
from onrecord.record.differences.told_figures import (
    ToldFigure,
    count_words,
    likeness_of,
    told_figures,
)
from onrecord.record.timeline.weights import WordWeights
from onrecord.values.vocabulary import Bound, DifferenceReason, FigureKind

_ALIKE = 0.55
"""Likeness from which two figures tell one thing."""
_NEARLY = 0.35
"""Likeness from which they may: what tells them apart is then shown as their scope."""
_NEAR, _FAR = 0.6, 0.4
"""How much the words of the clause and those of the sentence say."""
_NAMED, _COUNTED = 0.1, 0.1
"""What a shared name and the same counted thing add."""
_EQUAL_FIRST = 0.15
"""How much less alike equal numbers may be than others to go together."""
_KEY_WORDS = 5
_FULLEST_KEY = 40
"""Figures under one key that are paired with each other; fuller keys tell nothing."""
_GENERAL = frozenset({"", "person", "people"})

type _Pair = tuple[float, ToldFigure, ToldFigure]


def told_numbers(
    facts: Sequence[FigureFact],
    *,
    text_of: Callable[[str], str],
    stories: Mapping[str, str],
    series: Mapping[str, str],
) -> Iterator[Found]:
    """The differences between figures of two articles of one story that are told in like words.

    Args:
        facts: all figures, in the order of the record.
        text_of: the text of the article with an id.
        stories: the story of each article; of an empty one all articles are one story.
        series: the series of each figure that stands in one.
    """
    by_article = {a: list(held) for a, held in groupby(facts, key=lambda one: one.article)}
    weight = WordWeights(*count_words(text_of(article) for article in by_article)).weight
    told = [
        one
        for article, held in by_article.items()
        for one in told_figures(held, text_of(article), weight)
    ]
    seen: set[object] = set()
    for likeness, one, other in _matched(_candidates(told, stories)):
        left, right = sorted((one.fact, other.fact), key=reading_order)
        if left.id in series and series.get(left.id) == series.get(right.id):
            continue
        why = _why(left, right, likeness)
        key = (frozenset({printed_number(left), printed_number(right)}), _thing(left, right))
        if why is not None and key not in seen:
            seen.add(key)
            yield number_difference(series.get(left.id) or series.get(right.id), left, right, why)


def _candidates(
    told: Iterable[ToldFigure], stories: Mapping[str, str]
) -> dict[tuple[str, str], list[_Pair]]:
    """By pair of articles the figures that may tell one thing, with how alike they are."""
    keys: dict[tuple[str, str, str], list[ToldFigure]] = defaultdict(list)
    for one in told:
        story = stories.get(one.fact.article, "")
        heaviest = sorted(one.near, key=lambda w: (-one.near[w], w))[:_KEY_WORDS]
        for thing in _things(one.fact):
            for word in heaviest:
                keys[story, thing, word].append(one)
    found: dict[tuple[str, str], dict[tuple[str, str], _Pair]] = defaultdict(dict)
    for held in keys.values():
        if len(held) > _FULLEST_KEY:
            continue
        for one, other in combinations(held, 2):
            articles = one.fact.article, other.fact.article
            if (one.fact.id, other.fact.id) in found[articles] or not _comparable(one, other):
                continue
            found[articles][one.fact.id, other.fact.id] = (likeness(one, other), one, other)
    return {articles: list(pairs.values()) for articles, pairs in found.items()}


def _things(fact: FigureFact) -> Iterator[str]:
    """Under what a figure is looked for: its unit, else what is counted and what became of it."""
    if fact.unit:
        yield f"unit {fact.unit}"
        return
    if fact.head not in _GENERAL:
        yield f"head {fact.head}"
    if fact.outcome:
        yield f"outcome {fact.outcome}"
    if not fact.head and not fact.outcome:
        yield "head"


def _comparable(one: ToldFigure, other: ToldFigure) -> bool:
    ours, theirs = one.fact, other.fact
    if ours.article == theirs.article or (ours.copies and ours.copies == theirs.copies):
        return False
    if (ours.unit, ours.per, ours.direction) != (theirs.unit, theirs.per, theirs.direction):
        return False
    if ours.mood is not theirs.mood or ours.outcome != theirs.outcome:
        return False
    if (ours.kind is FigureKind.AGE) is not (theirs.kind is FigureKind.AGE):
        return False
    if ours.head and theirs.head and ours.head != theirs.head:
        return False
    if not same_cause(ours.cause, theirs.cause) or _elsewhere(ours, theirs):
        return False
    return not (one.names and other.names) or bool(one.names & other.names)


def _elsewhere(ours: FigureFact, theirs: FigureFact) -> bool:
    """Whether they are told of two places or owners of which neither holds the other."""
    for left, right in ((ours.place, theirs.place), (ours.owner, theirs.owner)):
        if left is None or right is None or left.key == right.key or left.wide or right.wide:
            continue
        if left.key not in theirs.within and right.key not in ours.within:
            return True
    return False


def likeness(one: ToldFigure, other: ToldFigure) -> float:
    """How alike two figures are told, from 0 to about 1."""
    told = _NEAR * likeness_of(one.near, other.near) + _FAR * likeness_of(one.far, other.far)
    told += _NAMED * bool(one.names & other.names)
    head = one.fact.head
    return told + _COUNTED * (head not in _GENERAL and head == other.fact.head)


def _matched(candidates: Mapping[tuple[str, str], Sequence[_Pair]]) -> Iterator[_Pair]:
    """The pairs in which each figure is the one that the other is most like, those whose numbers
    are not equal."""
    for articles in sorted(candidates):
        taken: set[str] = set()
        for told, one, other in sorted(candidates[articles], key=_strongest_first):
            if one.fact.id in taken or other.fact.id in taken:
                continue
            taken |= {one.fact.id, other.fact.id}
            if told >= _NEARLY and not _is_equal(one, other):
                yield told, one, other


def _strongest_first(pair: _Pair) -> tuple[float, tuple[int, int, int], tuple[int, int, int]]:
    told, one, other = pair
    bonus = _EQUAL_FIRST if _is_equal(one, other) else 0.0
    return -round(told + bonus, 6), one.fact.place_in_record, other.fact.place_in_record


def _is_equal(one: ToldFigure, other: ToldFigure) -> bool:
    return printed_number(one.fact) == printed_number(other.fact)


def _thing(left: FigureFact, right: FigureFact) -> tuple[str, ...]:
    return (left.unit or "", left.head or right.head, left.outcome)


def _why(left: FigureFact, right: FigureFact, told: float) -> Difference | None:
    """The reason why two figures of one thing differ; None where nothing tells."""
    why = judge(left, right)
    if why is not None and why.reason is DifferenceReason.CONFLICT and told < _ALIKE:
        return Difference(DifferenceReason.SCOPE, f"told-otherwise: {_numbers(left, right)}")
    if why is not None or overlap(left, right):
        return why
    if Bound.ABOUT in (left.bound, right.bound):
        return Difference(DifferenceReason.ROUNDING, f"about: {_numbers(left, right)}")
    if told < _ALIKE or left.outcome or left.kind is FigureKind.LEVEL:
        return Difference(DifferenceReason.SCOPE, f"told-otherwise: {_numbers(left, right)}")
    return Difference(DifferenceReason.CONFLICT, f"both-cannot-hold: {_numbers(left, right)}")


def _numbers(left: FigureFact, right: FigureFact) -> str:
    values = [covered(one) for one in (left, right)]
    printed = [printed_number(one)[0] for one in (left, right)]
    assert None not in values
    return " and ".join(f"{value:,g}" for value in printed if value is not None)
