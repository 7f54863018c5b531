"""The time expressions of a paragraph, with where each of them hangs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.figures.modality_words import root_of
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.event_words import event_words
from onrecord.values.times import CountedFrom, Shape, TimeExpression, TimeType


@dataclass(frozen=True, slots=True)
class PlacedTime:
    """A time expression and where it hangs."""

    time: TimeExpression
    first: int
    last: int
    root: int
    lead: str
    """The preposition before it, lower case; empty without."""
    lead_first: int
    """The first word with that preposition."""
    steps: int = 0
    """How far it hangs from the words of a figure."""


def placed_times(words: ParsedWords, times: Sequence[TimeExpression]) -> list[PlacedTime]:
    """The expressions that may date something, in order: no sets, no `recently`."""
    found = []
    for one in times:
        if not _may_date(one):
            continue
        first = max(bisect_left(words.ends, one.span.start + 1), 0)
        last = max(bisect_left(words.starts, one.span.end) - 1, first)
        root = root_of(words, first, last)
        lead, lead_first = _lead(words, first)
        found.append(PlacedTime(one, first, last, root, lead, lead_first))
    return found


def _may_date(one: TimeExpression) -> bool:
    if one.type is TimeType.SET or "REF" in one.form.value:
        return False
    if one.type is TimeType.TIME and one.counted_from is CountedFrom.EXPRESSION:
        return False  # an hour alone
    return one.type is not TimeType.DURATION or one.form.shape is Shape.STRETCH


def _lead(words: ParsedWords, first: int) -> tuple[str, int]:
    """The preposition before an expression, articles and the like between them left out, and its
    first word.
    """
    at = first - 1
    while at >= 0 and first - at <= _REACH:
        lower = words.lower[at]
        if words.tags[at] in ("IN", "TO") or words.deps[at] in ("prep", "mark"):
            before = words.lower[at - 1] if at else ""
            if (before, lower) == ("as", "of"):
                return "as of", at - 1
            if lower == "of" and before in event_words().parts_of_time:
                return _lead(words, at - 1)  # `by the end of the quarter`
            if before in ("than", "with") or (before, lower) == ("compared", "to"):
                return "than", at - 1  # `more than in May`, `compared with in May`
            return ("until", at - 1) if (before, lower) == ("up", "to") else (lower, at)
        if words.tags[at] not in _BETWEEN and lower not in ("the", "early", "late"):
            break
        at -= 1
    return "", first


_REACH = 3
_BETWEEN = frozenset({"DT", "JJ", "RB", "VBG", "PRP$"})
