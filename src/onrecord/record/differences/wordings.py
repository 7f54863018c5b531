"""Printings of one quotation that differ in words, each with the first of its variant.

Shown is what stands between like words: where a quotation begins and ends is the choice of whoever
quotes, and long stretches on both sides are other sentences. A word of content must differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from onrecord.lexicon.words import stop_words
from onrecord.record.differences.found import Found, Side, Slot
from onrecord.text.folding import fold_words
from onrecord.text.stems import stem
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind, DifferenceReason

type Json = Mapping[str, Any]

_WORDS = "words"
"""Kind of a difference of printings that counts: not of marks and spaces."""
_TWO = 2
_LONGEST = 12
"""Words of a stretch from which on it is another sentence."""
_AT_END = 4
"""Likewise where the quotation begins or ends."""
_SHARED = 0.5
"""Share of the shorter printing that both must have."""
_SPELLED = 0.85
"""Share of letters that two spellings of one name have in common."""
_STEM = 5
"""Letters at the beginning in which two forms of one word agree: `say`, `sure`; `invite`,
`invitation`."""


def wording_differences(
    variant: Json, quoted: Sequence[Json], copies: Mapping[str, str]
) -> Iterator[Found]:
    """One item a pair of printings that differ in words.

    Args:
        variant: as JSON.
        quoted: its quotations, in the order of the record.
        copies: article to the id of its group of copies; of two groups one pair is shown.
    """
    first = quoted[0]
    if first["id"] != variant["attributions"][0]:
        return
    only = len(variant["attributions"]) == _TWO
    seen: set[object] = set()
    for later in quoted[1:]:
        groups = frozenset(copies.get(one["article"], one["article"]) for one in (first, later))
        between = [one for one in variant["differences"] if _is_between(one, first, later, only)]
        told = [one for one in between if _is_shown(one, first, later)]
        if not told or not _are_alike(between, first, later):
            continue
        key = tuple((_text(one["left"]), _text(one["right"])) for one in told)
        if first["article"] == later["article"] or {groups, key} & seen:
            continue
        seen |= {groups, key}
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
    span = extent_of(held)
    inside = span.start <= anchor["start"] and anchor["end"] <= span.end
    return bool(held["article"] == anchor["article"] and inside)


def _is_shown(one: Json, first: Json, later: Json) -> bool:
    """Whether like words stand around it and a word of content differs."""
    ours, theirs = fold_words(_text(one["left"])), fold_words(_text(one["right"]))
    at_end = _is_at_end(one["left"], first) or _is_at_end(one["right"], later)
    longest: int = _AT_END if at_end else _LONGEST
    if max(len(ours), len(theirs)) > longest:
        return False
    framed = any(held["kind"] != AttributionKind.DIRECT for held in (first, later))
    if at_end and (framed or not (ours and theirs)):
        return False
    return bool(_contents(ours) ^ _contents(theirs)) and not _is_one_word(ours, theirs)


def _is_one_word(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether both are one word: cut short (`Sen.`), or spelled otherwise."""
    one, other = "".join(ours), "".join(theirs)
    if not (one and other) or max(len(ours), len(theirs)) > _TWO:
        return False
    if one.startswith(other) or other.startswith(one):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SPELLED


def _is_at_end(anchor: Json | None, held: Json) -> bool:
    if anchor is None:
        return False
    span = extent_of(held)
    near = anchor["start"] - span.start, span.end - anchor["end"]
    return bool(min(near) <= _TWO)


def _contents(words: Iterable[str]) -> set[str]:
    """The words of content, by how they begin."""
    return {stem(word)[:_STEM] for word in words if word not in stop_words() and len(word) > 1}


def _are_alike(between: Sequence[Json], first: Json, later: Json) -> bool:
    """Whether enough of the shorter printing stands in both."""
    lengths = [length_of(first), length_of(later)]
    other = [sum(len(_text(one[side])) for one in between) for side in ("left", "right")]
    shared = min(length - less for length, less in zip(lengths, other, strict=True))
    return shared >= _SHARED * min(lengths)


def _text(anchor: Json | None) -> str:
    return anchor["text"] if anchor is not None else ""


def _hull(anchors: Iterable[Json | None]) -> Span | None:
    held = [one for one in anchors if one is not None]
    if not held:
        return None
    return Span(min(one["start"] for one in held), max(one["end"] for one in held))


def _side(one: Json, words: Span | None) -> Side:
    """The whole printing, with the words that differ."""
    return Side(article=one["article"], anchor=extent_of(one), words=words)


def extent_of(one: Json) -> Span:
    """Where the content of an attribution begins and ends."""
    return Span(one["content"][0][0], one["content"][-1][1])


def length_of(one: Json) -> int:
    """Code points of the content of an attribution."""
    return sum(end - start for start, end in one["content"])
