"""Copies among articles that come and go. `link_copies` conducts:

1. the own running words of the new articles, and their keys;
2. the pairs that share keys enough;
3. each pair is aligned and judged.

Who printed it first is no matter here: `direction` tells that when the record is compiled.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

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


class CopyTextsAtHand:
    """The own words of the articles of a pile, those used last kept."""

    def __init__(self, pile: CopyPile) -> None:
        self._pile = pile
        self._kept: OrderedDict[str, CopyText] = OrderedDict()

    def read(self, article_id: str) -> CopyText:
        """The own words of an article."""
        if article_id in self._kept:
            self._kept.move_to_end(article_id)
            return self._kept[article_id]
        return self.keep(article_id, copy_text(self._pile.article_as_read(article_id)))

    def keep(self, article_id: str, text: CopyText) -> CopyText:
        """Have the own words of an article at hand."""
        self._kept[article_id] = text
        if len(self._kept) > _REMEMBERED:
            self._kept.popitem(last=False)
        return text

    def forget(self, article_id: str) -> None:
        """Read an article anew when it is next asked for."""
        self._kept.pop(article_id, None)


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
    return CopyChanges(judged=_judge(changes.judge, new, texts), dropped=frozenset(changes.drop))


def unlink_copies(dropped: Iterable[Key], index: KeyIndex, texts: CopyTextsAtHand) -> CopyChanges:
    """What changes among the others when an article has gone; its own links go with it.

    Args:
        dropped: the keys that it held.
        index: without them.
        texts: of all articles that are left.
    """
    return CopyChanges(judged=_judge(pairs_again(dropped, index), {}, texts))


def _judge(
    pairs: Iterable[Pair], new: Mapping[str, CopyText], texts: CopyTextsAtHand
) -> tuple[tuple[Pair, CopyLink | None], ...]:
    def read(article: str) -> CopyText:
        return new[article] if article in new else texts.read(article)

    return tuple(
        (pair, judge(pair[0], read(pair[0]), pair[1], read(pair[1]))) for pair in sorted(pairs)
    )
