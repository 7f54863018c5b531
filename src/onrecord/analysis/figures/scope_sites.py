"""The places that a paragraph names, and of which of its words each is told."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from onrecord.analysis.figures.scope_nameless import (
    PlaceAt,
    national_place,
    standing_in,
    venue_place,
)
from onrecord.analysis.figures.scope_names import Named, untagged_places
from onrecord.analysis.figures.scope_words import noun_cause, noun_is, verb_is
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.nationalities import country_of
from onrecord.lexicon.scope_words import scope_words
from onrecord.values.spans import Span

_WITHIN_NAME = frozenset({"compound", "nmod", "amod", "poss", "appos", "npadvmod", "nummod"})
_MOST_STEPS = 6
_BEFORE_NAME = frozenset({"JJ", "VBN", "HYPH", "NN", "RB", "DT"})
_MOST_BEFORE = 4
_MOST_BETWEEN = 3
_DISTANCES = frozenset({"km", "kilometers", "kilometres", "miles", "mi", ")"})
_HYPHENS = ("", "-", "–")


def places_in(words: ParsedWords, named: Sequence[Named]) -> list[PlaceAt]:
    """The places of a paragraph, in order."""
    names = [*(name for name in named if name.placed), *untagged_places(words, named)]
    others = {name.root for name in named if not name.placed}
    found = [place for name in names if (place := _of_name(words, name, others)) is not None]
    for name in named:
        before = national_place(words, name) or venue_place(words, name)
        if before is not None:
            found.append(before)
    nested = [_nested(words, one, found) for one in found]
    nested += standing_in(words, [one.span for one in named])
    nested.sort(key=lambda one: one.at)
    return nested


def _nested(words: ParsedWords, place: PlaceAt, others: Sequence[PlaceAt]) -> PlaceAt:
    """The place with the one in which it lies, where another one is told of it."""
    for other in others:
        if other.at == place.at:
            continue
        told = other.site in (place.at, place.top) or (
            other.outer and other.site == place.site and not place.outer
        )
        after = words.deps[other.at] in ("appos", "npadvmod") and words.heads[other.at] == place.at
        if told or after or _follows(words, place, other):
            return replace(place, within=other.span)
    return place


def _follows(words: ParsedWords, place: PlaceAt, other: PlaceAt) -> bool:
    """`Orr in northern Vale`, `Orr, Vale`: the second right behind the first."""
    between = words.text[place.span.end : max(other.span.start, place.span.end)].split()
    return 0 < len(between) <= _MOST_BETWEEN and between[0] in (",", "in")


def _of_name(words: ParsedWords, name: Named, others: Container[int]) -> PlaceAt | None:
    """The place and its site; None where nothing tells that something is there.

    Args:
        words: the paragraph.
        name: the place.
        others: words of names that are no places.
    """
    if _in_compound(words.text, name.span):
        return None  # `Vale-based`
    node, outer = name.root, False
    for _ in range(_MOST_STEPS):
        dep, head = words.deps[node], words.heads[node]
        if dep == "pobj":
            found = _behind(words, head)
            if found is None:
                return None
            if found[0]:
                placed = _placed(name, node, found, outer=outer)
                return replace(placed, span=_with_listed(words, name, node, others))
            node = found[1]
            continue
        if _is_beside(words, node):
            if not noun_is(words.lower[head], "place_kinds"):
                return _placed(name, node, ("place-beside", head), outer=outer)
            outer, node = True, head  # `the valley east of Vale`
        elif rule := _as_argument(words, name, node):
            return _placed(name, node, (rule, head), outer=outer)
        else:
            held = _held(words, name, node)
            if held is None:
                return _after_preposition(words, name)
            outer, node = outer or held, head
    return None


def _placed(name: Named, node: int, found: tuple[str, int], *, outer: bool) -> PlaceAt:
    return PlaceAt(name.span, found[1], name.root, found[0], top=node, outer=outer)


def _is_beside(words: ParsedWords, node: int) -> bool:
    """`east of Vale`, but not `60 miles east of Vale`."""
    if words.deps[node] not in ("advmod", "npadvmod"):
        return False
    return noun_is(words.lower[node], "place_kinds") and words.lower[node - 1] not in _DISTANCES


def _held(words: ParsedWords, name: Named, node: int) -> bool | None:
    """Whether a name only tells what holds the place of the kind above it; None where no such kind
    stands there."""
    dep, head = words.deps[node], words.heads[node]
    if dep not in _WITHIN_NAME or not _of_a_kind(words, node, head):
        return None
    if dep == "poss":
        return True
    if node != name.root or dep not in ("compound", "amod", "nmod") or not _is_wide(words, name):
        return False
    if not noun_is(words.lower[head], "narrow_kinds"):
        return False
    return True if _names_other(words, head, node) else None


def _in_compound(text: str, span: Span) -> bool:
    before = text[span.start - 1 : span.start] if span.start else ""
    return before in _HYPHENS[1:] or text[span.end : span.end + 1] in _HYPHENS[1:]


def _is_wide(words: ParsedWords, name: Named) -> bool:
    """Whether a name before what kind of place it is may be that of what holds it."""
    return name.label == "LOC" or country_of(name.span.slice(words.text)) is not None


def _names_other(words: ParsedWords, kind: int, name: int) -> bool:
    """Whether the place itself is named with what kind of place it is: `the Vale city of Orr`."""
    return any(
        words.deps[child] in ("prep", "appos", "compound") and child != name
        for child in words.children.get(kind, ())
    )


def _as_argument(words: ParsedWords, name: Named, node: int) -> str:
    """The rule by which a subject, an object or what stands before an event tells where."""
    dep, head = words.deps[node], words.heads[node]
    low = words.lower[head]
    if dep in ("dobj", "nsubjpass") and verb_is(low, "striking"):
        return "place-struck"
    if dep == "dobj" and verb_is(low, "reaching"):
        return "place-reached"
    if dep == "nsubj" and node == name.root and verb_is(low, "reporting"):
        return "place-reporting"
    if dep in _WITHIN_NAME and node < head and _is_event(words, head):
        return "" if _is_actor(words, name, head) else "place-of-event"
    return ""


def _is_actor(words: ParsedWords, name: Named, event: int) -> bool:
    """Whether a country before an event is rather who did it: `US airstrikes`."""
    cause = noun_cause(words.lower[event], words.lower[event - 1] if event else "")
    if cause not in scope_words().by_states:
        return False
    return name.span.slice(words.text).isupper() or _is_wide(words, name)


def _after_preposition(words: ParsedWords, name: Named) -> PlaceAt | None:
    """A name right behind a preposition and adjectives that the parse hung elsewhere."""
    if words.deps[name.root] in _WITHIN_NAME and words.heads[name.root] > name.last:
        return None  # `in a Vale court`
    for node in range(name.first - 1, max(name.first - 1 - _MOST_BEFORE, -1), -1):
        if words.tags[node] in ("IN", "TO"):
            found = _behind(words, node) if node < name.first - 1 else None
            if found is None or not found[0] or words.tags[found[1]][:2] not in ("NN", "VB"):
                return None
            return PlaceAt(name.span, found[1], name.root, found[0], top=name.root)
        if words.tags[node] not in _BEFORE_NAME:
            return None
    return None


def _with_listed(words: ParsedWords, name: Named, top: int, others: Container[int]) -> Span:
    """The place with those listed behind it: `in Vale and Orr` is neither of them alone."""
    if top != name.root:
        return name.span
    last, node = name.last, name.root
    while True:
        listed = [
            child
            for child in words.children.get(node, ())
            if words.tags[child][:3] == "NNP" and child not in others and _is_listed(words, child)
        ]
        if not listed:
            return Span(name.span.start, max(name.span.end, words.ends[last]))
        node = last = listed[-1]


def _is_listed(words: ParsedWords, node: int) -> bool:
    """`and Orr`; `Orr` of `in Vale, Orr or Lind`, too, which the parse takes for an apposition."""
    if words.deps[node] == "conj":
        return True
    below = words.children.get(node, ())
    return words.deps[node] == "appos" and any(words.deps[child] == "conj" for child in below)


def _of_a_kind(words: ParsedWords, node: int, head: int) -> bool:
    """Whether the word above a name says what kind of place it is, or is told by the name."""
    if words.deps[node] in ("appos", "npadvmod"):
        return words.tags[head][:2] == "NN" and (
            noun_is(words.lower[head], "place_kinds") or words.tags[head][:3] == "NNP"
        )
    return noun_is(words.lower[head], "place_kinds")


def _behind(words: ParsedWords, preposition: int) -> tuple[str, int] | None:
    """The rule by which a preposition makes a place of what stands behind it, and of what it tells
    the place; an empty rule where the climb goes on from that word."""
    word, lists = words.lower[preposition], scope_words()
    site = words.heads[preposition]
    if words.deps[preposition] == "prep" and words.lower[site] in ("from", "to", "out"):
        word, site = words.lower[site], words.heads[site]  # `from within the city`
    noun = words.tags[site][:2] == "NN"
    low = words.lower[site]
    if noun and word in lists.struck_prepositions and _is_event(words, site):
        return f"place-of-event: {word}", site
    if word == "of":
        if noun_is(low, "place_kinds"):
            return "", site
        return (f"place-dwellers: {low}", site) if noun and noun_is(low, "dwellers") else None
    if word in ("to", "into") and verb_is(low, "going_to"):
        return f"place-goal: {low}", site
    if word in ("from", "out") and (left := _left(words, site)) is not None:
        return f"place-left: {words.lower[left]}", site
    if word in lists.place_prepositions:
        return f"place: {word}", site
    return None


def _left(words: ParsedWords, site: int) -> int | None:
    """The verb or noun for going away on which `from` hangs, also by the verb's object."""
    if verb_is(words.lower[site], "coming_from"):
        return site
    verb = words.heads[site]
    moved = words.deps[site] in ("dobj", "nsubjpass") and verb_is(words.lower[verb], "coming_from")
    return verb if moved else None


def _is_event(words: ParsedWords, noun: int) -> bool:
    before = words.lower[noun - 1] if noun else ""
    return words.tags[noun][:2] == "NN" and bool(noun_cause(words.lower[noun], before))
