"""A difference between two reports, as it is found and as the JSON of the record has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from onrecord.values.ids import make_id
from onrecord.values.spans import Span
from onrecord.values.vocabulary import DifferenceReason

type Json = dict[str, Any]


class Slot(StrEnum):
    """In what two reports differ."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    NAME = "name"
    WHO = "who"
    WORDING = "wording"
    DENIAL = "denial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one article prints. Places are [start, end) in code points of its text."""

    article: str
    anchor: Span
    """The sentence, as a rule; of a wording its words."""
    words: Span | None = None
    """The words in it that differ."""
    figure: str | None = None
    """Id of the figure that it gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One difference; the left side is the earlier one in the record."""

    about: str | None
    """Id of the series, entry or variant; None where the words are in none."""
    slot: Slot
    reason: DifferenceReason
    why: str
    """Name of a reason with its values."""
    left: Side | None
    right: Side | None
    """One may be missing: of a wording without words on that side."""

    @property
    def id(self) -> str:
        """Of two figures by their ids; else by slot and places."""
        left, right = self.left, self.right
        if self.slot is Slot.NUMBER and left and right and left.figure and right.figure:
            return make_id("difference", left.figure, right.figure)
        return make_id("difference", self.slot.value, *_place(left), *_place(right), self.about)


def _place(side: Side | None) -> tuple[str | None, ...]:
    if side is None:
        return (None,)
    words = side.words or side.anchor
    return side.article, str(words.start), str(words.end)


def differences_json(
    found: Iterable[Found], order: Mapping[str, int], text_of: Callable[[str], str]
) -> list[Json]:
    """The differences as the contract lists them, in the order of their first sides.

    Args:
        found: each with one side at least.
        order: the place of each article in the record.
        text_of: the text of the article with an id.
    """
    listed = sorted({one.id: one for one in found}.values(), key=lambda one: _key(one, order))
    anchors = _anchors([s for one in listed for s in (one.left, one.right) if s], text_of)
    return [_json(one, anchors) for one in listed]


type _Sort = tuple[tuple[int, int, int], tuple[int, int, int], str]


def _key(one: Found, order: Mapping[str, int]) -> _Sort:
    sides = [s for s in (one.left, one.right) if s is not None]
    places = [(order[s.article], s.anchor.start, s.anchor.end) for s in sides]
    return places[0], places[-1], one.id


def _json(one: Found, anchors: Mapping[tuple[str, Span], Json]) -> Json:
    left, right = one.left, one.right
    return {
        "id": one.id,
        "about": one.about,
        "slot": one.slot.value,
        "reason": one.reason.value,
        "left": anchors[left.article, left.anchor] if left else None,
        "right": anchors[right.article, right.anchor] if right else None,
        "why": one.why,
        "left_words": _words(left),
        "right_words": _words(right),
        "left_figure": left.figure if left else None,
        "right_figure": right.figure if right else None,
    }


def _words(side: Side | None) -> list[int] | None:
    return [side.words.start, side.words.end] if side is not None and side.words else None


def _anchors(sides: Sequence[Side], text_of: Callable[[str], str]) -> dict[tuple[str, Span], Json]:
    """The anchors of some sides; each article is read once."""
    by_article: dict[str, set[Span]] = defaultdict(set)
    for side in sides:
        by_article[side.article].add(side.anchor)
    found: dict[tuple[str, Span], Json] = {}
    for article, spans in by_article.items():
        text = text_of(article)
        for span in spans:
            found[article, span] = {
                "article": article,
                "start": span.start,
                "end": span.end,
                "text": span.slice(text),
            }
    return found
