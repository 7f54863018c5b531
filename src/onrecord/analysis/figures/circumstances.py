"""How and as of when each number of a paragraph is meant."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.analysis.figures.as_of import date_figure
from onrecord.analysis.figures.as_of_times import placed_times
from onrecord.analysis.figures.as_of_ways import stands_behind
from onrecord.analysis.figures.modality import mood_of
from onrecord.analysis.figures.parts import Circumstance, Counted, Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.values.figures import AsOf
from onrecord.values.times import TimeExpression
from onrecord.values.vocabulary import Modality


def read_circumstances(
    words: ParsedWords,
    numbers: Sequence[Number],
    counted: Sequence[Counted | None],
    times: Sequence[TimeExpression],
) -> list[Circumstance]:
    """The modality of each number, and as of when it holds.

    Args:
        words: the parsed paragraph.
        numbers: its numbers, in order.
        counted: what each of them counts.
        times: its time expressions, in order; places in the paragraph.
    """
    if not numbers:
        return []
    placed = placed_times(words, times)
    taken = [
        one
        for one in placed
        for number, what in zip(numbers, counted, strict=True)
        if what is not None and what.former and stands_behind(words, one, number, what)
    ]
    found = []
    for number, what in zip(numbers, counted, strict=True):
        if what is None:
            found.append(Circumstance())
            continue
        modality, why = mood_of(words, number, what)
        # `2,500, down from 3,000 in May`: the month is of the former level alone.
        own = placed if what.former else [one for one in placed if one not in taken]
        dating = date_figure(words, number, what, modality, own)
        if modality is Modality.ASSERTED and dating.as_of is AsOf.FUTURE:
            modality, why = Modality.PLANNED, "mood: time-ahead"
        reasons = [why] if why else []
        found.append(
            Circumstance(
                modality=modality,
                as_of=dating.as_of,
                time=dating.time,
                why="; ".join([*reasons, dating.why]),
            )
        )
    return found
