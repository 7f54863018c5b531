"""Copies among articles that come and go. `link_copies` conducts:

1. the own running words of the new articles, and their keys;
2. the pairs that share keys enough;
3. each pair is aligned and judged.

Who printed it first is no matter here: `direction` tells that when the record is compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from onrecord.linking.at_hand import AtHand
from onrecord.linking.copies.candidates import add_copy_keys, pairs_again
from onrecord.linking.copies.copy_text import CopyText, copy_text
from onrecord.linking.copies.judge import judge
from onrecord.linking.copies.keys import copy_keys
from onrecord.linking.index import KeyIndex
from onrecord.linking.pairs import Key, Pair
from onrecord.values.article import Article
from onrecord.values.links import CopyLink

_REMEMBERED = 1_000
"""Articles whose own words are kept at hand while many are linked: some 100 MB."""


class CopyPile(Protocol):
    """The articles of the pile, one at a time."""

    def article_as_read(self, article_id: str) -> Article:
        """The article, its date from itself alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyChanges:
    """What became of links because some articles came or went."""

    judged: tuple[tuple[Pair, CopyLink | None], ...] = ()
    """Pairs with their link in the place of what they had; None where they share nothing."""
    dropped: frozenset[Pair] = frozenset()
    """Pairs that are no candidates any more."""


class CopyTextsAtHand(AtHand[CopyText]):
    """The own words of the articles of a pile, those used last kept."""

    def __init__(self, pile: CopyPile) -> None:
        super().__init__(lambda id_: copy_text(pile.article_as_read(id_)), _REMEMBERED)


def link_copies(
    new: Mapping[str, CopyText], index: KeyIndex, texts: CopyTextsAtHand
) -> CopyChanges:
    """What articles that have come change.

    Args:
        new: their own words, by id; the index holds no copy key of theirs.
        index: what the articles before them hold; it is changed.
        texts: of all articles of the pile.
    """
    # 1. keys
    keys = {article: copy_keys(text) for article, text in new.items()}
    # 2. pairs
    changes = add_copy_keys(keys, index)
    # 3. links
    return CopyChanges(
        judged=_judge(changes.judge, texts.under(new)), dropped=frozenset(changes.drop)
    )


def unlink_copies(dropped: Iterable[Key], index: KeyIndex, texts: CopyTextsAtHand) -> CopyChanges:
    """What changes among the others when an article has gone; its own links go with it.

    Args:
        dropped: the keys that it held.
        index: without them.
        texts: of all articles that are left.
    """
    return CopyChanges(judged=_judge(pairs_again(dropped, index), texts.read))


def _judge(
    pairs: Iterable[Pair], read: Callable[[str], CopyText]
) -> tuple[tuple[Pair, CopyLink | None], ...]:
    return tuple(
        (pair, judge(pair[0], read(pair[0]), pair[1], read(pair[1]))) for pair in sorted(pairs)
    )
