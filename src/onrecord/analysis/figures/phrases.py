"""Phrases that place a kind of thing or tell of an event, for figures whose own sentence is silent.

`American combat troops in Vale` tells where the troops are of which a later sentence gives the
number; `the attack in Vale on Friday` tells in which event those were killed whom it counts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.analysis.figures.head_words import class_of, lemma, modifiers_of
from onrecord.analysis.figures.incidents import Incident
from onrecord.analysis.figures.scope_frame import ScopeFrame, scope_frame
from onrecord.analysis.figures.scope_owners import owner_beside
from onrecord.analysis.figures.scope_places import is_direct, nearest_place
from onrecord.analysis.figures.scope_ways import WayUp, steps_down, way_down, way_up
from onrecord.analysis.figures.scope_words import noun_cause
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression

_DATING = frozenset({"on", "in", "at", "during", "late", "early", "of", "over", "by", "from"})
_NEAR = 2.5
"""The longest way from an event to where and when it was."""
_BESIDE = 1.6
"""The longest way from a thing to where it is."""
_MOST_BEFORE = 6
"""Words before a head that may belong to its phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopedPhrase:
    """A thing or an event with where and whose it is, or when it was.

    Places are [start, end) in code points of the paragraph, or of the article once moved.
    """

    span: Span
    """Its head word."""
    head: str = ""
    """Class or lemma of the head noun, as of `Figure.head`; empty of an event told by a verb, and
    of a place of which nothing countable is told."""
    modifiers: tuple[str, ...] = ()
    place: Span | None = None
    within: Span | None = None
    """The place in which that one is said to be."""
    owner: Span | None = None
    time: Span | None = None
    cause: str = ""
    """Class of event, where it tells one."""
    why: str = ""


_PLACES = ("span", "place", "within", "owner", "time")


def moved_phrase(one: ScopedPhrase, offset: int) -> ScopedPhrase:
    """The phrase with all its places moved by `offset` code points."""
    moved: dict[str, Any] = {}
    for name in _PLACES:
        span = getattr(one, name)
        if span is not None:
            moved[name] = Span(span.start + offset, span.end + offset)
    return replace(one, **moved)


def find_phrases(
    words: ParsedWords, mentions: Sequence[Mention], times: Sequence[TimeExpression]
) -> tuple[ScopedPhrase, ...]:
    """The scoped phrases of a paragraph, in order."""
    frame = scope_frame(words, mentions)
    if not frame.incidents and not frame.named:
        return ()
    sites = _time_sites(words, times) if frame.incidents else []
    found = [_event(words, frame, sites, one) for one in frame.incidents]
    found += _things(words, frame)
    known = {one.place for one in found}
    found += [
        ScopedPhrase(span=one.span, place=one.span, within=one.within, why=one.rule)
        for one in frame.places
        if not one.stands_in and one.span not in known
    ]
    return tuple(sorted(found, key=lambda one: one.span))


def _event(
    words: ParsedWords, frame: ScopeFrame, sites: Sequence[tuple[int, Span]], incident: Incident
) -> ScopedPhrase:
    up = way_up(words, incident.at)
    told = [one for one in frame.places if not one.stands_in]
    place = nearest_place(words, told, up, incident.span.start, longest=_NEAR)
    return ScopedPhrase(
        span=incident.span,
        head=class_of(words, incident.at),
        place=place.span if place is not None else None,
        within=place.within if place is not None else None,
        time=_time(words, sites, up, incident.at),
        cause=incident.cause,
        why=place.rule if place is not None else "",
    )


def _time_sites(words: ParsedWords, times: Sequence[TimeExpression]) -> list[tuple[int, Span]]:
    """The word that each time expression dates, and the expression."""
    found = []
    for time in times:
        node = bisect_left(words.starts, time.span.end) - 1
        first = bisect_left(words.starts, time.span.start)
        while node > 0 and first <= words.heads[node] <= node and words.heads[node] != node:
            node = words.heads[node]
        head = words.heads[node]
        if words.deps[node] == "pobj" and words.deps[head] == "prep":
            if words.lower[head] not in _DATING:
                continue
            head = words.heads[head]
        found.append((head, time.span))
    return found


def _time(words: ParsedWords, sites: Sequence[tuple[int, Span]], up: WayUp, at: int) -> Span | None:
    near = []
    for site, span in sites:
        cost = way_down(words, up, site)
        if cost is not None and cost <= _NEAR and _is_dated(words, up, site):
            near.append((cost, abs(site - at), span))
    return min(near)[2] if near else None


def _is_dated(words: ParsedWords, up: WayUp, site: int) -> bool:
    """Whether what a time dates is the event, not what is told of it: `the toll of the storm was
    raised on Friday`."""
    steps = steps_down(words, up, site)
    if steps is None:
        return False
    node = up.start
    while node != steps[0]:
        node = words.heads[node]
        if words.tags[node][:2] == "NN" and node != site and not _is_event(words, node):
            return False
        if words.tags[node][:2] == "VB" and node != steps[0] and words.deps[node] == "xcomp":
            return False
    return True


def _is_event(words: ParsedWords, noun: int) -> bool:
    low = words.lower[noun]
    return low in ("series", "string", "wave", "spate") or bool(
        noun_cause(low, words.lower[noun - 1] if noun else "")
    )


def _things(words: ParsedWords, frame: ScopeFrame) -> list[ScopedPhrase]:
    """Nouns in the plural of which a place or an owner is told."""
    nouns: set[int] = set()
    for place in frame.places:
        if not place.stands_in:
            nouns |= set(_told_of(words, place.site))
    for name in frame.named:
        head = words.heads[name.root]
        if head > name.last:
            nouns.add(head)
    nouns -= {one.at for one in frame.incidents}
    return [
        found
        for node in sorted(nouns)
        if _is_thing(words, node) and (found := _thing(words, frame, node)) is not None
    ]


def _is_thing(words: ParsedWords, node: int) -> bool:
    """Whether a noun is in the plural or names several: `troops`, `the troop presence`."""
    if words.tags[node] == "NNS":
        return True
    return words.tags[node] == "NN" and class_of(words, node) != lemma(words.words[node])


def _told_of(words: ParsedWords, site: int) -> list[int]:
    """The site of a place, or what a verb there has as its subject and object."""
    if words.tags[site][:2] == "NN":
        return [site]
    return [
        child
        for child in words.children.get(site, ())
        if words.deps[child] in ("nsubj", "nsubjpass", "dobj")
    ]


def _thing(words: ParsedWords, frame: ScopeFrame, node: int) -> ScopedPhrase | None:
    up, start = way_up(words, node), words.starts[node]
    direct = [one for one in frame.places if is_direct(words, up, one)]
    place = nearest_place(words, direct, up, start, longest=_BESIDE)
    owner = owner_beside(words, frame.named, node)
    if place is not None and place.stands_in:
        place = None
    if place is None and owner is None:
        return None
    return ScopedPhrase(
        span=Span(words.starts[node], words.ends[node]),
        head=class_of(words, node),
        modifiers=modifiers_of(words, node, max(node - _MOST_BEFORE, -1)),
        place=place.span if place is not None else None,
        owner=owner[0] if owner is not None else None,
        why=place.rule if place is not None else "",
    )
