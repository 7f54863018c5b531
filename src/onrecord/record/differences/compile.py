"""Where reports of one thing differ. `compile_differences` conducts:

1. numbers: the figures of one series (`series_numbers`);
2. numbers that are told in like words, whatever series they are in (`told_numbers`);
3. dates of one event (`dates`);
4. quotations: their words, who said them and when (`quoted`);
5. denials of what another report tells (`denials`);
6. names that are spelled otherwise (`spellings`).

Only what is told of one thing is compared: figures of one series, tellings of one event, printings
of one utterance. `conflict` is said only where both cannot hold.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from onrecord.record.differences.dates import date_differences, entries_of
from onrecord.record.differences.denials import denial_differences
from onrecord.record.differences.figure_texts import ToldFigures
from onrecord.record.differences.found import Found, differences_json
from onrecord.record.differences.quoted import quoted_differences
from onrecord.record.differences.reasons import with_bounds
from onrecord.record.differences.series_numbers import series_differences
from onrecord.record.differences.spellings import spelling_differences
from onrecord.record.differences.told_numbers import told_numbers
from onrecord.record.lookups import Lookups
from onrecord.record.series import CompiledSeries
from onrecord.record.timeline.content import stems_of
from onrecord.record.timeline.telling import Telling
from onrecord.record.timeline.weights import WordWeights, count_stems
from onrecord.values.spans import Span

_TEXTS = 64
"""Texts that are kept at hand: most are asked for many times in a row."""

type Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What the views of a record hold that can differ."""

    series: CompiledSeries
    tellings: Sequence[Sequence[Telling]] = ()
    """Of every article, in the order of the record."""
    timeline: Sequence[Json] = ()
    """The entries that they come to, as JSON."""
    variants: Sequence[Json] = ()
    attributions: Sequence[Json] = ()
    """As JSON, in the order of the record."""
    entities: Sequence[Json] = ()
    copies: Mapping[str, str] = field(default_factory=dict)
    """Article to the id of its group of copies, of groups of two or more."""
    stories: Mapping[str, str] = field(default_factory=dict)
    """Article to the id of its story; of an empty one all articles are one story."""


def compile_differences(compared: Compared, lookups: Lookups) -> list[Json]:
    """The differences of a record, in the order of their first sides.

    Args:
        compared: the views.
        lookups: the pile.
    """
    order = {one.id: place for place, one in enumerate(lookups.summaries())}
    found: list[Found] = []

    @lru_cache(maxsize=_TEXTS)
    def text_of(id_: str) -> str:
        return lookups.article(id_).text

    weight = weight_of(compared.tellings)
    # 1. numbers
    figures = ToldFigures(with_bounds(compared.series.facts), text_of, weight)
    found += series_differences(compared.series.of, figures)
    # 2. numbers told in like words
    series = {p.fact.id: one.id for one in compared.series.of for p in one.points}
    found += told_numbers(figures, stories=compared.stories, series=series)
    # 3. dates
    tellings = [one for held in compared.tellings for one in held]
    found += date_differences(
        tellings,
        entries=entries_of(compared.timeline, tellings),
        weight=weight,
        copies=compared.copies,
        stories=compared.stories,
    )
    # 4. quotations
    said = {one["id"]: one for one in compared.attributions}
    found += quoted_differences(compared.variants, said, compared.copies)
    # 5. denials
    sentence_of = _Sentences(lookups).holding
    found += denial_differences(
        said.values(),
        tellings,
        order=order,
        text_of=text_of,
        sentence_of=sentence_of,
        weight=weight,
        stories=compared.stories,
    )
    # 6. names
    found += spelling_differences(compared.entities, text_of, sentence_of)
    return differences_json(found, order, text_of)


class _Sentences:
    """Sentences of articles by the places that they hold."""

    def __init__(self, lookups: Lookups) -> None:
        self._of = cache(lambda article: lookups.analysis(article).sentences)

    def holding(self, article: str, place: int) -> Span:
        """The sentence that holds a place of an article; the place alone where none does."""
        sentences = self._of(article)
        number = bisect_right(sentences, place, key=lambda one: one.start) - 1
        if number >= 0 and place < sentences[number].end:
            return sentences[number]
        return Span(place, place + 1)


def weight_of(tellings: Sequence[Sequence[Telling]]) -> Callable[[str], float]:
    """How much a stem tells in the tellings of a pile."""
    counts = count_stems([s for one in held for s in stems_of(one.event)] for held in tellings)
    return WordWeights(*counts).weight
