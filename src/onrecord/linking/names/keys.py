"""Keys by which nodes of names find each other; a key that more nodes hold is silent."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.linking.names.folding import spelled
from onrecord.linking.names.name_values import Tells
from onrecord.linking.names.nodes import read_node
from onrecord.linking.names.organisations import initials, significant
from onrecord.linking.pairs import Key

WORD = "name-word"
FORM = "name-form"
SHORT = "name-initials"
ALIAS = "name-alias"
SILENT_ABOVE: Mapping[str, int] = {WORD: 200, FORM: 200, SHORT: 50, ALIAS: 50}
"""Kind of key to the number of nodes above which a key is silent."""


def node_keys(node: str, tells: Tells) -> frozenset[Key]:
    """The keys of a node: its first and last word as they count when spelled in several ways, all
    its words in one order, its initials, and what it is also called in its articles."""
    name = read_node(node)
    if name.government:
        return frozenset()
    words = name.words
    telling = significant(words)
    found = {(FORM, " ".join(sorted(spelled(w) for w in telling)))}
    if not name.known:
        found |= {(WORD, spelled(telling[0])), (WORD, spelled(telling[-1]))}
        if name.letter in "ox" and len(words) > 1:
            found |= {(SHORT, letters) for letters in initials(words)}
        if name.letter in "ox" and len(words) == 1 and len(words[0]) <= 6:
            found.add((SHORT, words[0]))
    found |= {(ALIAS, alias) for alias in tells.get("alias", ())}
    found.add((ALIAS, " ".join(words)))
    return frozenset(found)
