"""Where each number of a paragraph was counted: the place its own sentence tells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.analysis.figures.scope_nameless import PlaceAt
from onrecord.analysis.figures.scope_ways import WayUp, steps_down, way_down
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.values.spans import Span

_LONGEST = 2.4
_ABOUT = 0.6
_WHERE = 8
"""Words behind a place among which its `where` stands."""
_LEVEL_UP = 1.5
"""How far above a level, which no event tells, the word may be whose place is its own."""
_OTHER_CLAUSE = 1.0
_MOST_STEPS = 2
_WAYS = frozenset({"from", "at", "to", "into", "of", "for"})


def place_of(
    words: ParsedWords, places: Sequence[PlaceAt], up: WayUp, number: Span, *, of_event: bool
) -> PlaceAt | None:
    """The place that is told of a number; None where its sentence names none.

    Args:
        words: the paragraph.
        places: of the paragraph.
        up: the ways up from the number's phrase.
        number: its own words.
        of_event: whether an event is told by what it counts, so that all words of its clause may
            say where that was; of a level only those told of it directly.
    """
    fit = [place for place in places if not _overlaps(place.span, number)]
    if not of_event:
        fit = [place for place in fit if is_direct(words, up, place)]
    return nearest_place(words, fit, up, number.start)


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def is_direct(words: ParsedWords, up: WayUp, place: PlaceAt) -> bool:
    """Whether a place is told of a thing itself, not of an event in its sentence."""
    steps = steps_down(words, up, place.site)
    if steps is None or place.rule in ("place-of-event", "place-struck"):
        return False
    turn, path = steps
    if up.costs[turn] > _LEVEL_UP or (place.rule.startswith("place-dwellers") and path):
        return False
    if not path:
        return up.costs[turn] < _OTHER_CLAUSE or words.tags[turn][:2] != "VB"
    if up.costs[turn] >= _OTHER_CLAUSE:
        return False
    first = words.deps[path[-1]]
    if first in ("acl", "relcl"):
        return turn == up.start and len(path) <= _MOST_STEPS
    if first == "prep":
        thing = words.tags[path[0]][:2] == "NN"
        return thing and len(path) <= _MOST_STEPS and words.lower[path[-1]] in _WAYS
    return first in ("nsubj", "nsubjpass", "dobj") and len(path) <= _MOST_STEPS + 1


def nearest_place(
    words: ParsedWords,
    places: Sequence[PlaceAt],
    up: WayUp,
    start: int,
    *,
    longest: float = _LONGEST,
) -> PlaceAt | None:
    """The place of least cost, then of least distance.

    Args:
        words: the paragraph.
        places: of the paragraph.
        up: the ways up from where the search begins.
        start: the code point where it begins.
        longest: the longest way from the one to the other.
    """
    best: tuple[float, bool, int] | None = None
    chosen = None
    for place in places:
        cost = way_down(words, up, place.site)
        if cost is None or cost > longest or _only_tells_of(words, up, place):
            continue
        rank = (round(cost * 2) / 2, place.outer, abs(place.span.start - start))
        if best is None or rank < best:
            best, chosen = rank, place
    if chosen is None:
        return None
    inside = [one for one in places if one.within == chosen.span and _costs(words, up, one, best)]
    return inside[0] if inside else chosen


def _only_tells_of(words: ParsedWords, up: WayUp, place: PlaceAt) -> bool:
    """Whether the search began in a clause that tells of the place, and not of what happened
    there: `in Vale, which two people praised`, but `in Vale, where two people died`."""
    if place.at not in up.costs or place.at == up.start:
        return False
    behind = words.lower[place.at + 1 : place.at + _WHERE]
    return "where" not in behind and ("in", "which") not in pairwise(behind)


def _costs(
    words: ParsedWords, up: WayUp, place: PlaceAt, best: tuple[float, bool, int] | None
) -> bool:
    """Whether the way to a place is about as short as the best one."""
    cost = way_down(words, up, place.site)
    return cost is not None and best is not None and cost <= best[0] + _ABOUT
