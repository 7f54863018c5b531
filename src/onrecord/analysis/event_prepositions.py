"""Whether a preposition before a time expression lets it date what stands above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.analysis.event_words import is_noun, names_event, stems_of, word_stem
from onrecord.lexicon.event_words import event_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def through_preposition(node: Token, preposition: Token, root: Token) -> Token | None:
    """The preposition above a word of the climb, where it dates what stands above; else None.

    Args:
        node: what the preposition governs.
        preposition: the word above it.
        root: the head of the time expression where the climb began.
    """
    word = preposition.lower_
    if word == "than" and preposition.head.lower_ in ("later", "earlier"):
        return preposition  # `no later than Friday`
    if word == "to" and preposition.i and preposition.nbor(-1).lower_ == "prior":
        return None
    if word in event_words().not_dating:
        faces = word == "before" and node.i != root.i and not names_event(node)
        return preposition if faces else None  # `spoke before the committee on Friday`
    if node.i == root.i and is_noun(preposition.head) and _only_describes(preposition):
        return None
    if word == "after" and not names_event(node):
        return None
    if word in ("from", "since") and node.i == root.i and _compares(preposition, root):
        return None
    if word == "from" and (node.i != root.i or preposition.head.tag_.startswith("JJ")):
        return None  # `different from last week`, `down from the level of 2009`
    if node.i == root.i and word not in event_words().dating:
        return None
    if node.i == root.i and word in ("for", "with") and not _is_arranged(preposition.head):
        return None
    return preposition


def _compares(preposition: Token, root: Token) -> bool:
    """Whether it only says what something is compared with: `down five points from May`, `the
    lowest level since 1996`.
    """
    before = preposition.doc[max(preposition.i - 5, preposition.sent.start) : preposition.i]
    if preposition.lower_ == "since":
        return any(t.tag_ in ("JJS", "RBS") or t.lower_ in ("first", "only") for t in before)
    after = preposition.doc[root.i + 1].lower_ if root.i + 1 < len(root.doc) else ""
    return after not in ("to", "until", "through") and any(
        t.lower_ in ("down", "up") for t in before
    )


def _only_describes(preposition: Token) -> bool:
    """Whether a time behind a noun says which one is meant: `sources from the last century`."""
    noun = preposition.head
    if names_event(noun) or noun.ent_type_ in ("DATE", "TIME"):
        return False
    if preposition.lower_ == "of":
        return noun.lower_ not in event_words().parts_of_time
    return preposition.lower_ == "from"


def _is_arranged(head: Token) -> bool:
    """Whether something is put on a day: `set for Monday`, `a hearing for Monday`."""
    own = word_stem(head)
    return (
        own in stems_of("scheduled")
        or own in stems_of("anticipated")
        or own in stems_of("cancelled")
        or names_event(head)
    )
