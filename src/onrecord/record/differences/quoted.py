"""Printings of one utterance that differ: in words, in who is said to have said it, in the day.

Compared are quotations only: whoever reports in own words chooses them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from onrecord.record.differences.found import Found, Side, Slot
from onrecord.text.folding import fold_words
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind, DifferenceReason, Sourcing

type Json = Mapping[str, Any]

_MANY = 40
"""Code points of a quotation from which on the same words in two mouths are no chance."""
_WORDS = "words"
"""Kind of a difference of wordings that counts: not of marks and spaces."""
_TWO = 2
_NAMED = frozenset({Sourcing.NAMED.value, Sourcing.ORGANISATION.value})


def quoted_differences(
    variants: Sequence[Json], attributions: Mapping[str, Json]
) -> Iterator[Found]:
    """The differences between the printings of each variant, each with the first.

    Args:
        variants: as JSON.
        attributions: those of the variants, by id.
    """
    for variant in variants:
        printed = [attributions[id_] for id_ in variant["attributions"] if id_ in attributions]
        quoted = [one for one in printed if one["kind"] != AttributionKind.INDIRECT]
        if len(quoted) > 1:
            yield from _wordings(variant, quoted)
            yield from _sayers(variant["id"], quoted)
            yield from _days(variant["id"], quoted)


def _wordings(variant: Json, quoted: Sequence[Json]) -> Iterator[Found]:
    """One item a pair of printings that differ in words, with where they begin and end to."""
    first = quoted[0]
    if first["id"] != variant["attributions"][0]:
        return
    for later in quoted[1:]:
        only = len(variant["attributions"]) == _TWO
        told = [one for one in variant["differences"] if _is_between(one, first, later, only)]
        if not told:
            continue
        yield Found(
            about=variant["id"],
            slot=Slot.WORDING,
            reason=DifferenceReason.WORDING,
            why=f"other-words: {len(told)}",
            left=_side(first, _hull(one["left"] for one in told)),
            right=_side(later, _hull(one["right"] for one in told)),
        )


def _is_between(one: Json, first: Json, later: Json, only: bool) -> bool:
    """Whether it is a difference in words of these two printings; words that a later one leaves out
    tell which one it is only where there is one."""
    if one["kind"] != _WORDS or (one["right"] is None and not only):
        return False
    sides = ((one["left"], first), (one["right"], later))
    return all(anchor is None or _holds(held, anchor) for anchor, held in sides)


def _holds(held: Json, anchor: Json) -> bool:
    span = _extent(held)
    inside = span.start <= anchor["start"] and anchor["end"] <= span.end
    return bool(held["article"] == anchor["article"] and inside)


def _hull(anchors: Iterable[Json | None]) -> Span | None:
    held = [one for one in anchors if one is not None]
    if not held:
        return None
    return Span(min(one["start"] for one in held), max(one["end"] for one in held))


def _sayers(about: str, quoted: Sequence[Json]) -> Iterator[Found]:
    """The same words in the mouths of two who are named."""
    seen: set[str] = set()
    named = [one for one in quoted if one["speaker"] and one["sourcing"] in _NAMED]
    for one in named[1:]:
        first = named[0]
        mouths = {one["speaker"], *one["co_speakers"], one["organisation"]} - {None}
        others = {first["speaker"], *first["co_speakers"], first["organisation"]} - {None}
        if mouths & others or one["speaker"] in seen or one["article"] == first["article"]:
            continue
        if min(_length(one), _length(first)) < _MANY or _is_one_name(one, first):
            continue
        seen.add(one["speaker"])
        yield Found(
            about=about,
            slot=Slot.WHO,
            reason=DifferenceReason.SOURCING,
            why=f"said-by: {first['speaker_name']} and {one['speaker_name']}",
            left=_side(first, _source(first)),
            right=_side(one, _source(one)),
        )


def _is_one_name(one: Json, other: Json) -> bool:
    """Whether two names share a word, as `Ada Finch` and `Ms Finch` do."""
    names = [set(fold_words(each["speaker_name"] or "")) for each in (one, other)]
    return bool(names[0] & names[1])


def _days(about: str, quoted: Sequence[Json]) -> Iterator[Found]:
    """The same words on two days, both of which an expression at the cue tells."""
    dated = [
        one
        for one in quoted
        if one["said"]["basis"] == "expression" and one["said"]["first"] and one["said"]["last"]
    ]
    for one in dated[1:]:
        first = dated[0]
        ours, theirs = _said(first), _said(one)
        apart = ours[1] < theirs[0] or theirs[1] < ours[0]
        if (
            apart
            and one["article"] != first["article"]
            and min(map(_length, (one, first))) >= _MANY
        ):
            yield Found(
                about=about,
                slot=Slot.DATE,
                reason=DifferenceReason.CONFLICT,
                why=f"both-cannot-hold: {_printed(ours)} and {_printed(theirs)}",
                left=_side(first, _time(first)),
                right=_side(one, _time(one)),
            )
            return


def _said(one: Json) -> tuple[date, date]:
    return date.fromisoformat(one["said"]["first"]), date.fromisoformat(one["said"]["last"])


def _printed(days: tuple[date, date]) -> str:
    first, last = (day.isoformat() for day in days)
    return first if first == last else f"{first}..{last}"


def _length(one: Json) -> int:
    return sum(end - start for start, end in one["content"])


def _extent(one: Json) -> Span:
    return Span(one["content"][0][0], one["content"][-1][1])


def _source(one: Json) -> Span | None:
    place = one["speaker_at"] or one["source"]
    return Span(*place) if place else None


def _time(one: Json) -> Span | None:
    return Span(*one["time"]) if one["time"] else None


def _side(one: Json, words: Span | None) -> Side:
    """The quotation with what differs, where that stands in it or beside it."""
    extent = _extent(one)
    if words is not None:
        extent = Span(min(extent.start, words.start), max(extent.end, words.end))
    return Side(article=one["article"], anchor=extent, words=words)
