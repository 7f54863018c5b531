"""Whether the words around a name tell that it is a place, whatever the model took it for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.lexicon.given_names import given_names
from onrecord.lexicon.name_words import name_words
from onrecord.values.findings import Mention
from onrecord.values.vocabulary import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

LOCATED = "located"
"""Cue of a name behind a word for where: `in Vale`."""
PLACE = "place"
"""Cue of a name of which something is told that only places have: `the province of Vale`."""
_DASHES = frozenset({"—", "–", "--", "-"})
_LONGEST_SOURCE = 6
"""Tokens of what may stand in brackets between a dateline's place and its dash."""
_OWNING = frozenset({"of", "in", "around"})
_WAYS = frozenset({"to", "from"})
_LONGEST = 2
"""Words of a name that the words around it may tell to be a place."""
_LONGEST_SHORT = 5
"""Letters of a word in capitals that may be an abbreviation."""


def place_cue(name: Tokens, kind: EntityType) -> str:
    """`place`, `located` or empty.

    Args:
        name: the tokens of the name.
        kind: what it was taken for.
    """
    if _opens_dateline(name):
        return PLACE
    root, listed = name.root, False
    while root.dep_ == "conj":
        root, listed = root.head, True
    if root.dep_ == "pobj":
        return "" if root.left_edge.lower_ == "the" else _behind(root.head)
    words, head = name_words(), root.head
    if root.dep_ == "appos" and head.lower_ in words.place_kinds:
        return PLACE
    if root.dep_ == "poss" and not listed and head.lower_ in words.of_places:
        return PLACE
    governs = kind is EntityType.ORGANISATION and head.lower_ in words.of_governments
    return PLACE if root.dep_ == "poss" and governs else ""


def _behind(preposition: Token) -> str:
    """What the preposition before a name and the word that it hangs on tell."""
    words, head, word = name_words(), preposition.head, preposition.lower_
    if word in _OWNING and head.tag_.startswith("NN"):
        of_it = words.of_governments if word == "of" else frozenset[str]()
        if head.lower_ in words.place_kinds | words.of_places | of_it:
            return PLACE
    goes = word in _WAYS and head.lower_ in words.motion_verbs
    if goes or (word == "of" and head.lower_ == "out"):
        return LOCATED
    there = word in words.place_prepositions and head.lower_ not in words.held_in
    return LOCATED if there else ""


def place_votes(mention: Mention, words: Sequence[str]) -> int:
    """What the words around a name weigh that tell that it is a place.

    Args:
        mention: of the name.
        words: of the name, as printed.
    """
    if mention.title is not None or mention.type is EntityType.PLACE:
        return 0
    if not words or len(words) > _LONGEST:
        return 0
    if words[-1].casefold() in name_words().organisation_heads:
        return 0
    organisation = mention.type is EntityType.ORGANISATION
    if organisation and words[-1].isupper() and len(words[-1]) <= _LONGEST_SHORT:
        return 0
    if mention.type is EntityType.PERSON and words[0].casefold() in given_names():
        return 0
    if PLACE in mention.cues:
        return 3
    if LOCATED not in mention.cues or (mention.type is EntityType.OTHER and len(words) > 1):
        return 0
    # `in` stands before organisations too, and before what is no name of a place or person.
    return 2 if mention.type is EntityType.PERSON else 1


def _opens_dateline(name: Tokens) -> bool:
    """`VALE (Agency) — The dam`, `VALE — The dam`."""
    doc, after = name.doc, name.end
    if name.start > 0 or after >= len(doc):
        return False
    if doc[after].text == "(":
        stop = min(after + _LONGEST_SOURCE, len(doc))
        after = next((n + 1 for n in range(after, stop) if doc[n].text == ")"), len(doc))
    return after < len(doc) and doc[after].text in _DASHES
