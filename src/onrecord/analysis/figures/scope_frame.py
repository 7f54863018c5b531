"""What the readers of a paragraph's scopes all ask for: its names, places and events as words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.figures.incidents import Incident, incidents_in
from onrecord.analysis.figures.scope_nameless import PlaceAt
from onrecord.analysis.figures.scope_names import Named, named_words
from onrecord.analysis.figures.scope_sites import places_in
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.values.findings import Mention


@dataclass(frozen=True, slots=True)
class ScopeFrame:
    """Of one paragraph."""

    named: list[Named]
    places: list[PlaceAt]
    incidents: list[Incident]


class _Last:
    """The frame that was made last: several readers ask for that of one paragraph in turn."""

    made: tuple[ParsedWords, Sequence[Mention], ScopeFrame] | None = None


def scope_frame(words: ParsedWords, mentions: Sequence[Mention]) -> ScopeFrame:
    """The names, places and events of a paragraph."""
    made = _Last.made
    if made is not None and made[0] is words and made[1] is mentions:
        return made[2]
    named = named_words(words, mentions)
    frame = ScopeFrame(named, places_in(words, named), incidents_in(words))
    _Last.made = (words, mentions, frame)
    return frame
