"""Places that are told without their name, or by one before what is there: `in the country`,
`from Valean bases`, `at a Vale school`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.figures.scope_names import Named, phrase_span
from onrecord.analysis.figures.scope_words import noun_is
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.nationalities import country_of
from onrecord.lexicon.scope_words import scope_words
from onrecord.values.spans import Span


@dataclass(frozen=True, slots=True)
class PlaceAt:
    """A place and the word that it tells the place of."""

    span: Span
    site: int
    at: int
    """The word of the place itself."""
    rule: str
    stands_in: bool = False
    """Whether it is a word that stands for a place: `there`, `the country`."""
    top: int = -1
    """The noun that says what kind of place it is, else the word of the place."""
    outer: bool = False
    """Whether it only owns the place that is meant: `Vale's Orr province`."""
    within: Span | None = None
    """The place in which it is said to be."""


def venue_place(words: ParsedWords, name: Named) -> PlaceAt | None:
    """The town that a name before a venue tells: `at a Vale school`."""
    node, lists = name.root, scope_words()
    if words.tags[words.heads[node]] == "NNP":  # `a Vale, Orrland, park`
        node = words.heads[node]
    venue = words.heads[node]
    if not name.placed or words.deps[node] not in ("compound", "nmod", "poss", "amod"):
        return None
    if words.deps[venue] != "pobj" or not noun_is(words.lower[venue], "venues"):
        return None
    preposition = words.heads[venue]
    if words.lower[preposition] not in lists.place_prepositions:
        return None
    site = words.heads[preposition]
    return PlaceAt(
        name.span, site, name.root, f"place: {words.lower[venue]}", top=venue, outer=True
    )


def national_place(words: ParsedWords, name: Named) -> PlaceAt | None:
    """The country that an adjective before a kind of place tells: `from several Valean bases`."""
    node, lists = name.root, scope_words()
    kind = words.heads[node]
    if words.deps[node] not in ("amod", "compound", "nmod") or words.deps[kind] != "pobj":
        return None
    if not noun_is(words.lower[kind], "national_kinds"):
        return None
    if words.text[name.span.end : name.span.end + 1] in ("-", "–"):
        return None
    if country_of(name.span.slice(words.text)) is None:
        return None
    preposition = words.heads[kind]
    word = words.lower[preposition]
    if word != "from" and (
        noun_is(words.lower[kind], "foreign_kinds") or word not in lists.place_prepositions
    ):
        return None
    site = words.heads[preposition]
    return PlaceAt(name.span, site, node, "place-national", top=kind, outer=True)


def standing_in(words: ParsedWords, names: Sequence[Span]) -> list[PlaceAt]:
    """The words of a paragraph that stand for a place named elsewhere.

    Args:
        words: the paragraph.
        names: where its names stand.
    """
    lists, found = scope_words(), []
    for node, low in enumerate(words.lower):
        if low in lists.there and words.deps[node] == "advmod":
            site = words.heads[node]
            if site < node:  # not `here are three`
                span = phrase_span(words, node, node)
                found.append(PlaceAt(span, site, node, f"place: {low}", stands_in=True))
        elif low in lists.stand_ins and words.deps[node] == "pobj":
            found += _definite(words, node, names)
    return found


def _definite(words: ParsedWords, node: int, names: Sequence[Span]) -> list[PlaceAt]:
    """`in the country`: nothing else tells which."""
    below = [child for child in words.children.get(node, ()) if words.marks[child] == 0]
    if len(below) != 1 or words.lower[below[0]] not in ("the", "this", "that"):
        return []
    preposition = words.heads[node]
    if words.lower[preposition] not in scope_words().place_prepositions:
        return []
    span = phrase_span(words, below[0], node)
    if any(name.start < span.end and span.start < name.end for name in names):
        return []
    rule = f"place: {words.lower[node]}"
    return [PlaceAt(span, words.heads[preposition], node, rule, stands_in=True)]
