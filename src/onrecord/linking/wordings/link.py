"""Wordings of articles that come and go. `link_wordings` conducts:

1. the texts of the new attributions; equal ones are one;
2. the keys of texts that are new to the pile;
3. the pairs of texts that share a key are judged.

Who said it and when is no matter here: `record` asks for that, as decisions may change it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.linking.at_hand import AtHand
from onrecord.linking.index import KeyIndex
from onrecord.linking.pairs import Key, Pair, add_keys, speaking_again
from onrecord.linking.wordings.judge import judge
from onrecord.linking.wordings.keys import SILENT_ABOVE, wording_keys
from onrecord.linking.wordings.link_values import Verdict, WordingLink
from onrecord.linking.wordings.utterance import Utterance
from onrecord.linking.wordings.wording_text import WordingText

HOLDS = "wording-text"
"""Kind of key by which an article holds the texts of its attributions."""
_REMEMBERED = 20_000
"""Texts kept at hand while many are linked: some 50 MB."""


class WordingPile(Protocol):
    """The texts of the pile, one at a time."""

    def wording_text(self, text_id: str) -> WordingText:
        """The text with this id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingChanges:
    """What became of texts and links because some articles came or went."""

    texts: tuple[WordingText, ...] = ()
    """New to the pile."""
    gone: frozenset[str] = frozenset()
    """Ids of texts that no article holds any more; their links go with them."""
    held: tuple[tuple[str, tuple[Utterance, ...]], ...] = ()
    """Of each new article its id and what it holds, in the place of what it held."""
    judged: tuple[tuple[Pair, WordingLink | None], ...] = ()
    """Pairs of texts with their link in the place of what they had; None where they are
    different."""
    dropped: frozenset[Pair] = frozenset()
    """Pairs that are no candidates any more."""


class TextsAtHand(AtHand[WordingText]):
    """The texts of the pile, those used last kept."""

    def __init__(self, pile: WordingPile) -> None:
        super().__init__(pile.wording_text, _REMEMBERED)


def link_wordings(
    new: Mapping[str, Sequence[Utterance]], index: KeyIndex, texts: TextsAtHand
) -> WordingChanges:
    """What articles that have come change.

    Args:
        new: what their attributions say, by the article's id; the index holds no key of them.
        index: what the articles before them hold; it is changed.
        texts: of all articles of the pile but these.
    """
    # 1. texts
    fresh: dict[str, WordingText] = {}
    for article in sorted(new):
        for one in new[article]:
            if index.count(HOLDS, one.text.id, 1) == 0:
                fresh[one.text.id] = one.text
        index.put_all(article, [(HOLDS, one.text.id) for one in new[article]])
    # 2. keys
    changes = add_keys(
        {id_: wording_keys(text) for id_, text in fresh.items()}, index, SILENT_ABOVE
    )
    # 3. pairs
    return WordingChanges(
        texts=tuple(fresh[id_] for id_ in sorted(fresh)),
        held=tuple((article, tuple(new[article])) for article in sorted(new)),
        judged=_judge(changes.judge, texts.under(fresh)),
        dropped=frozenset(changes.drop),
    )


def unlink_wordings(dropped: Iterable[Key], index: KeyIndex, texts: TextsAtHand) -> WordingChanges:
    """What changes among the others when an article has gone.

    Args:
        dropped: the keys that it held.
        index: without them; the keys of texts that went with it are taken out.
        texts: of all articles that are left.
    """
    gone: set[str] = set()
    pairs: set[Pair] = set()
    for kind, text_id in sorted(dropped):
        if kind == HOLDS and index.count(HOLDS, text_id, 1) == 0:
            gone.add(text_id)
            pairs |= speaking_again(index.drop(text_id), index, SILENT_ABOVE)
    left = {pair for pair in pairs if not gone & set(pair)}
    return WordingChanges(gone=frozenset(gone), judged=_judge(left, texts.read))


def _judge(
    pairs: Iterable[Pair], read: Callable[[str], WordingText]
) -> tuple[tuple[Pair, WordingLink | None], ...]:
    found = []
    for pair in sorted(pairs):
        link = judge(read(pair[0]), read(pair[1]))
        found.append((pair, None if link.verdict is Verdict.DIFFERENT else link))
    return tuple(found)
