"""Where and whose each number of a paragraph is, and in which event it was counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.figures.incidents import incident_of
from onrecord.analysis.figures.parts import Counted, Number, Scope
from onrecord.analysis.figures.scope_frame import ScopeFrame, scope_frame
from onrecord.analysis.figures.scope_owners import owner_of
from onrecord.analysis.figures.scope_parts import part_of
from onrecord.analysis.figures.scope_places import place_of
from onrecord.analysis.figures.scope_ways import number_start, way_up
from onrecord.analysis.figures.scope_words import noun_cause
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.values.findings import Mention
from onrecord.values.vocabulary import FigureKind

_WITHOUT = frozenset({FigureKind.AGE, FigureKind.OTHER})


def read_scopes(
    words: ParsedWords,
    numbers: Sequence[Number],
    counted: Sequence[Counted | None],
    mentions: Sequence[Mention],
) -> list[Scope]:
    """The scope of each number, in order; an empty one where `counted` is None.

    A place may be a word that stands for one (`there`, `the country`): `fill_scopes` says which.

    Args:
        words: the paragraph.
        numbers: in order.
        counted: what each counts.
        mentions: the names of the paragraph.
    """
    told: ScopeFrame | None = None
    found: list[Scope] = []
    for number, one in zip(numbers, counted, strict=True):
        if one is None or one.kind in _WITHOUT:
            found.append(Scope())
            continue
        if told is None:
            told = scope_frame(words, mentions)
        found.append(_scope(words, told, number, one))
    return [_of_whole(found, scope, one) for scope, one in zip(found, counted, strict=True)]


def _scope(words: ParsedWords, told: ScopeFrame, number: Number, counted: Counted) -> Scope:
    own = number_start(words, number.first, number.last)
    start = own if counted.word is None else counted.word
    up = way_up(words, own if counted.elided else start)
    owner = owner_of(words, told.named, counted, start)
    of_event = bool(counted.outcome) or _counts_events(words, counted)
    place = place_of(words, told.places, up, number.number, of_event=of_event)
    if owner is not None and place is not None and owner[0] == place.span:
        place = None
    part = part_of(words, told.named, counted, start, place)
    incident = incident_of(words, told.incidents, counted, up, number.first)
    why = [place.rule] if place is not None else []
    why += [owner[1]] if owner is not None else []
    why += ["part"] if part is not None else []
    why += [f"incident: {incident.cause}"] if incident is not None else []
    return Scope(
        place=place.span if place is not None else None,
        owner=owner[0] if owner is not None else None,
        part=part,
        incident=incident.span if incident is not None else None,
        cause=incident.cause if incident is not None else "",
        why="; ".join(why),
    )


def _counts_events(words: ParsedWords, counted: Counted) -> bool:
    word = counted.word
    return word is not None and bool(noun_cause(words.lower[word], words.lower[word - 1]))


def _of_whole(found: Sequence[Scope], scope: Scope, counted: Counted | None) -> Scope:
    """The scope with what is told of the whole of which it is a part."""
    if counted is None or counted.part_of is None:
        return scope
    whole = found[counted.part_of]
    if scope.incident is not None or scope.place is not None:
        return scope
    return replace(scope, place=whole.place, incident=whole.incident, cause=whole.cause)
