"""Utterances while an article's attributions are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.values.spans import Span
from onrecord.values.vocabulary import Stance


@dataclass(slots=True, kw_only=True)
class Utterance:
    """One utterance so far; places are in the article's text."""

    parts: list[Span]
    source: Span | None
    cue: Span | None
    stance: Stance
    why: str
    inner: bool = False
    """Whether it was read as a part of other words."""
    asserted: bool = False
    """Whether it stands also where nothing holds it, though read as inner."""

    @property
    def extent(self) -> Span:
        """From the first to the last code point of the content."""
        return Span(self.parts[0].start, self.parts[-1].end)


def holds(outer: Span, inner: Span) -> bool:
    """Whether a place lies in another, or is the same."""
    return outer.start <= inner.start and inner.end <= outer.end


def meets(one: Span, other: Span) -> bool:
    """Whether two places share a code point."""
    return one.start < other.end and other.start < one.end


def shared(parts: Sequence[Span], place: Span) -> int:
    """Code points of a place that lie in some of the parts."""
    return sum(max(0, min(p.end, place.end) - max(p.start, place.start)) for p in parts)
