"""The figures of one paragraph. `read_figures` conducts:

1. the numbers;
2. what each counts, which drops those that are no figures;
3. how and as of when each is meant;
4. where and whose it is, and in what event;
5. one `Figure` a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.analysis.figures.circumstances import read_circumstances
from onrecord.analysis.figures.counted import read_counted
from onrecord.analysis.figures.numbers import find_numbers
from onrecord.analysis.figures.paragraphs import ParagraphFigures
from onrecord.analysis.figures.parts import Circumstance, Counted, Number, Scope
from onrecord.analysis.figures.phrases import find_phrases
from onrecord.analysis.figures.scope import read_scopes
from onrecord.analysis.parsed_words import parsed_words
from onrecord.values.figures import Figure
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc


def read_figures(
    doc: Doc, mentions: Sequence[Mention], times: Sequence[TimeExpression]
) -> ParagraphFigures:
    """The figures of a parsed paragraph, and what the article level needs to complete them.

    Args:
        doc: the parsed paragraph.
        mentions: the names in it.
        times: its time expressions.
    """
    words = parsed_words(doc)
    phrases = find_phrases(words, mentions, times)
    # 1. numbers
    numbers = find_numbers(words, times)
    if not numbers:
        return ParagraphFigures(figures=(), phrases=phrases, text=words.text)
    # 2. what they count
    counted = read_counted(words, numbers)
    kept = [position for position, one in enumerate(counted) if one is not None]
    # 3. how and as of when
    circumstances = read_circumstances(words, numbers, counted, times)
    # 4. where and whose
    scopes = read_scopes(words, numbers, counted, mentions)
    # 5. figures
    figures = [
        _figure(numbers, position, one, circumstances[position], scopes[position])
        for position in kept
        if (one := counted[position]) is not None
    ]
    return ParagraphFigures(figures=tuple(figures), phrases=phrases, text=words.text)


def _figure(
    numbers: Sequence[Number],
    position: int,
    counted: Counted,
    circumstance: Circumstance,
    scope: Scope,
) -> Figure:
    number = numbers[position]
    reasons = (number.why, counted.why, circumstance.why, scope.why)
    return Figure(
        span=_whole(number, counted),
        number=number.number,
        low=number.low,
        high=number.high,
        bound=number.bound,
        bound_word=number.bound_word,
        step=number.step,
        unit=number.unit,
        per=number.per,
        counted=counted.span,
        head=counted.head,
        modifiers=counted.modifiers,
        outcome=counted.outcome,
        kind=counted.kind,
        direction=counted.direction,
        modality=circumstance.modality,
        as_of=circumstance.as_of,
        time=circumstance.time,
        place=scope.place,
        owner=scope.owner,
        part=scope.part,
        incident=scope.incident,
        cause=scope.cause,
        part_of=numbers[counted.part_of].number if counted.part_of is not None else None,
        why="; ".join(reason for reason in reasons if reason),
    )


def _whole(number: Number, counted: Counted) -> Span:
    """From the number with its bound word to what is counted, where that is next to it."""
    end = number.span.end
    if counted.adjacent and counted.span is not None:
        end = max(end, counted.span.end)
    return Span(number.span.start, end)
