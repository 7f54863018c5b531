"""Printings of one utterance that differ: in words, in who is said to have said it, in the day.

Compared are quotations only: whoever reports in own words chooses them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from onrecord.record.differences.found import Found, Side, Slot
from onrecord.record.differences.wordings import extent_of, length_of, wording_differences
from onrecord.text.folding import fold_words
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind, DifferenceReason, Sourcing

type Json = Mapping[str, Any]

_MANY = 40
"""Code points of a quotation from which on the same words in two mouths are no chance."""
_NAMED = frozenset({Sourcing.NAMED.value, Sourcing.ORGANISATION.value})


def quoted_differences(
    variants: Sequence[Json],
    attributions: Mapping[str, Json],
    copies: Mapping[str, str] | None = None,
) -> Iterator[Found]:
    """The differences between the printings of each variant, each with the first.

    Args:
        variants: as JSON.
        attributions: those of the variants, by id.
        copies: article to the id of its group of copies, of groups of two or more.
    """
    for variant in variants:
        printed = [attributions[id_] for id_ in variant["attributions"] if id_ in attributions]
        quoted = [one for one in printed if one["kind"] != AttributionKind.INDIRECT]
        if len(quoted) > 1:
            yield from wording_differences(variant, quoted, copies or {})
            yield from _sayers(variant["id"], quoted)
            yield from _days(variant["id"], quoted)


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
        if min(length_of(one), length_of(first)) < _MANY or _is_one_name(one, first):
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
            and min(map(length_of, (one, first))) >= _MANY
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


def _source(one: Json) -> Span | None:
    place = one["speaker_at"] or one["source"]
    return Span(*place) if place else None


def _time(one: Json) -> Span | None:
    return Span(*one["time"]) if one["time"] else None


def _side(one: Json, words: Span | None) -> Side:
    """The quotation with what differs, where that stands in it or beside it."""
    extent = extent_of(one)
    if words is not None:
        extent = Span(min(extent.start, words.start), max(extent.end, words.end))
    return Side(article=one["article"], anchor=extent, words=words)
