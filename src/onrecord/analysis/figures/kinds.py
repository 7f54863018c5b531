"""Whether a figure is a level, a count, money, a share, an age or another measure."""

from __future__ import annotations

from onrecord.analysis.event_words import verb_stem
from onrecord.analysis.figures.head_runs import is_money, is_paid
from onrecord.analysis.figures.outcome_words import outcome_named, stems
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words
from onrecord.lexicon.event_words import event_words
from onrecord.values.vocabulary import FigureKind

_GOODS = frozenset({"of", "of-noun"})
"""Ways to a head that make a unit of measure one of goods: `barrels of oil`."""

_FEW = 20
"""Soldiers that are no garrison: `two soldiers stood at the gate`."""


def kind_of(
    words: ParsedWords,
    number: Number,
    top: int,
    *,
    base: str,
    how: str,
    outcome: str,
    governor: int | None,
    moves: bool,
) -> FigureKind:
    """The kind of a figure that is no change.

    Args:
        words: the paragraph.
        number: the number.
        top: the word of its phrase that hangs on the rest of the sentence.
        base: class or lemma of what is counted.
        how: how its head was found.
        outcome: what became of the counted.
        governor: the verb above.
        moves: whether that verb rises or falls to the number.
    """
    if number.form == "age":
        return FigureKind.AGE
    if number.form == "score":
        return FigureKind.COUNT if base == "vote" else FigureKind.OTHER
    if number.unit in ("percent", "points") or number.form == "fraction":
        return FigureKind.SHARE
    if is_money(words, number) or (not base and is_paid(words, number, top)):
        return FigureKind.MONEY
    if outcome:
        return FigureKind(outcome_named(outcome).kind)
    if number.per is not None:
        return FigureKind.LEVEL
    return _of_number(words, number, base, how, governor, moves=moves)


def _of_number(
    words: ParsedWords, number: Number, base: str, how: str, governor: int | None, *, moves: bool
) -> FigureKind:
    """By how it is printed: a measure, a size, few soldiers; else by what is told of it."""
    if (number.unit is not None and how not in _GOODS) or number.form == "multiple":
        return FigureKind.OTHER
    if number.step is not None and number.step < 1:
        return FigureKind.OTHER  # `a magnitude 6.8 earthquake`
    if how == "size":
        return FigureKind.OTHER  # `a 12-storey block`
    if how == "hyphen":
        return FigureKind.LEVEL  # `a 100-member assembly`
    if base == "troop" and number.low is not None and number.low < _FEW:
        return FigureKind.COUNT
    return _of_things(words, base, governor, moves=moves)


def _of_things(words: ParsedWords, base: str, governor: int | None, *, moves: bool) -> FigureKind:
    known = counted_words()
    if base in known.count_heads or base in event_words().event_nouns:
        return FigureKind.COUNT
    if moves or governor is None or words.tags[governor][:2] != "VB":
        return FigureKind.LEVEL
    verb = verb_stem(words.lower[governor])
    if verb in stems("level_verbs") or (base in known.standing and verb not in stems("moving")):
        return FigureKind.LEVEL
    return FigureKind.COUNT
