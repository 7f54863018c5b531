"""As of when a figure holds: by its time expression, by the tense of its clause, or by the day of
the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.analysis.figures.as_of_tense import Told, told_when
from onrecord.analysis.figures.as_of_times import PlacedTime
from onrecord.analysis.figures.as_of_ways import best_time, chain_of
from onrecord.analysis.figures.modality_nouns import is_definite
from onrecord.analysis.figures.modality_words import (
    below,
    is_verb,
    phrase_of,
    root_of,
    stem_at,
    stems_of,
)
from onrecord.analysis.figures.parts import Counted, Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.figure_moods import figure_moods
from onrecord.values.figures import AsOf
from onrecord.values.spans import Span
from onrecord.values.times import Direction, Shape
from onrecord.values.vocabulary import FigureKind, Modality

_AHEAD = (Modality.PLANNED, Modality.PROPOSED)
_CLOSE = 3
"""Steps of the parse within which an expression dates a clause itself."""
_NOT_OVER = (Told.STATE, Told.PRESENT, Told.AHEAD)
_COUNTS = (FigureKind.COUNT, FigureKind.CHANGE)
_STATES = (FigureKind.LEVEL, FigureKind.SHARE)
"""Kinds of what is so at a time, as of which somebody may tell it: `said last week that 70 percent
worked`."""
_FLOWS = (*_COUNTS, FigureKind.MONEY)
"""Kinds of what happens over a time."""


@dataclass(frozen=True, slots=True)
class Dating:
    """As of when, with which expression, and why."""

    as_of: AsOf
    time: Span | None
    why: str


def date_figure(
    words: ParsedWords,
    number: Number,
    counted: Counted,
    modality: Modality,
    times: Sequence[PlacedTime],
) -> Dating:
    """As of when one figure holds."""
    chain = chain_of(words, root_of(words, number.first, number.last))
    if counted.kind is FigureKind.AGE:
        return _of_age(words, chain, number, counted, times)
    told = told_when(words, chain)
    if counted.kind is FigureKind.LEVEL and is_definite(
        words, phrase_of(words, chain[0])[-1], number.first
    ):
        # What is there already is dated in its own phrase, not by what is told of it.
        first = next((at for at, node in enumerate(chain) if is_verb(words, node)), len(chain))
        chain, told = chain[: max(first, 1)], Told.STATE
    kept = times if number.form != "multiple" else ()
    found = best_time(words, chain, number, counted, kept)
    if found is None and counted.kind in _STATES:
        found = best_time(words, chain, number, counted, kept, as_told=True)
    if _is_former(words, chain, counted):
        return Dating(AsOf.FORMER, _span(found), "former-level")
    if found is not None and not _only_looks_ahead(told, modality, found):
        as_of = _with_time(words, told, found, counted, modality)
        return Dating(as_of, _span(found), f"dated: {found.lead or 'directly'}")
    if told is Told.PRESENT and not (counted.outcome or _is_headline(words)):
        told = Told.STATE
    return _without(told, counted.kind, modality)


def _of_age(
    words: ParsedWords,
    chain: Sequence[int],
    number: Number,
    counted: Counted,
    times: Sequence[PlacedTime],
) -> Dating:
    """What somebody's age is, it is now; that of a dead person, when he died."""
    died = any(stem_at(words, node) in stems_of("dying") for node in chain[:_NEAR])
    found = best_time(words, chain, number, counted, times) if died else None
    if found is None or found.time.range is not None or _lies_ahead(found) or found.lead == "since":
        return Dating(AsOf.PUBLICATION, None, "")
    return Dating(AsOf.EXPRESSION, _span(found), f"dated: {found.lead or 'directly'}")


def _is_headline(words: ParsedWords) -> bool:
    """Whether the paragraph ends without a full stop, as headlines do."""
    return not words.text.rstrip(_CLOSING).endswith(_STOPS)


_CLOSING = " \n\t\"”’')"
_STOPS = (".", "!", "?", ":", ";")


def _span(found: PlacedTime | None) -> Span | None:
    """The expression; of a range from its first to its last end."""
    if found is None:
        return None
    own, other = found.time.span, found.time.range
    if other is None:
        return own
    return Span(min(own.start, other.start), max(own.end, other.end))


def _is_former(words: ParsedWords, chain: Sequence[int], counted: Counted) -> bool:
    if counted.former or _is_start(words, chain, counted.kind):
        return True
    moods = figure_moods()
    for node in chain[:3]:
        for child in below(words, node):
            lower = words.lower[child]
            if words.deps[child] == "amod" and child < node and lower in moods.former_before:
                return True
        if is_verb(words, node):
            break
    return False


def _is_start(words: ParsedWords, chain: Sequence[int], kind: FigureKind) -> bool:
    """Whether something changed from it: `fell from 300`, `a cut from 300`."""
    if kind not in (FigureKind.LEVEL, FigureKind.MONEY, FigureKind.SHARE):
        return False
    for node, head in pairwise(chain[:_NEAR]):
        if words.deps[node] == "prep":
            return words.lower[node] == "from" and stem_at(words, head) in stems_of("changing")
    return False


_NEAR = 5
"""Words of the way up from a number among which one of change is looked for."""


def _with_time(
    words: ParsedWords, told: Told, found: PlacedTime, counted: Counted, modality: Modality
) -> AsOf:
    moods, lead, kind = figure_moods(), found.lead, counted.kind
    running = kind is FigureKind.COUNT and bool(counted.outcome)
    if found.time.range is not None:
        return AsOf.FUTURE if modality in _AHEAD else AsOf.EXPRESSION
    if lead == "since":
        return AsOf.SINCE
    ahead = told is Told.AHEAD or _lies_ahead(found)
    if modality in _AHEAD or (modality is Modality.CONDITIONAL and ahead):
        return AsOf.FUTURE
    if modality is Modality.ASSERTED and told in _NOT_OVER and _lies_ahead(found):
        return AsOf.FUTURE  # `the budget for next year is`
    if lead in moods.since:
        return AsOf.SINCE
    if lead in moods.until:
        return AsOf.UNTIL
    if lead in moods.by or lead == "as of":
        return AsOf.UNTIL if running or told is Told.PERFECT else AsOf.EXPRESSION
    if _is_so_far(words, told, found) or _has_gone_on(told, found, kind):
        return AsOf.SINCE
    return AsOf.EXPRESSION


def _only_looks_ahead(told: Told, modality: Modality, found: PlacedTime) -> bool:
    """Whether an expression says to when something looks, which is so now: `is optimistic over
    the next year`.
    """
    if modality is not Modality.ASSERTED or told not in _NOT_OVER or not _lies_ahead(found):
        return False
    stretch = found.time.form.shape is Shape.STRETCH or found.lead == "over"
    return stretch or found.steps > _CLOSE


def _lies_ahead(found: PlacedTime) -> bool:
    form = found.time.form
    if form.shape in (Shape.UNIT, Shape.DISTANCE, Shape.STRETCH):
        return form.shift > 0
    return form.direction in (Direction.FUTURE, Direction.AFTER)


def _is_so_far(words: ParsedWords, told: Told, found: PlacedTime) -> bool:
    """Whether a running unit is counted up to now: `so far this year`, `have died this month`."""
    form = found.time.form
    if found.lead_first and words.lower[found.lead_first - 1] == "far":
        return True
    if form.shape is not Shape.UNIT or form.shift != 0 or form.unit == "D":
        return False
    if found.first >= 1 and words.lower[found.first - 1] in figure_moods().so_far:
        return True
    return told is Told.PERFECT


def _has_gone_on(told: Told, found: PlacedTime, kind: FigureKind) -> bool:
    """Whether the perfect counts from a day that is over: `a war that began in May has killed`."""
    if told is not Told.PERFECT or kind is not FigureKind.COUNT:
        return False
    return found.time.form.shape is not Shape.STRETCH


def _without(told: Told, kind: FigureKind, modality: Modality) -> Dating:
    """By modality and tense."""
    past = told is not Told.AHEAD and _is_past(told, kind)
    if modality in _AHEAD or (modality is Modality.CONDITIONAL and not past):
        return Dating(AsOf.FUTURE, None, "tense: ahead")
    return Dating(AsOf.PAST if past else AsOf.PUBLICATION, None, f"tense: {told}")


def _is_past(told: Told, kind: FigureKind) -> bool:
    if kind not in _FLOWS:
        return False
    if told in (Told.PAST, Told.PERFECT):
        return True
    return kind in _COUNTS and told is not Told.STATE
