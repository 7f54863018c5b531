"""Sentences of articles that come and go. `link_retold` conducts:

1. the texts of the new sentences; equal ones are one;
2. the keys of texts that are new to the pile;
3. the pairs of texts that share a key are judged.

Which of two was told first is no matter here: `record` asks for that, as dates may change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.linking.at_hand import AtHand
from onrecord.linking.index import KeyIndex
from onrecord.linking.pairs import Key, Pair
from onrecord.linking.retold.candidates import add_sentences, forget_sentence
from onrecord.linking.retold.judge import judge
from onrecord.linking.retold.keys import sentence_keys
from onrecord.linking.retold.sentence_text import SentenceText
from onrecord.linking.retold.told_sentences import ToldSentence
from onrecord.values.links import RetoldLink

HOLDS = "told-sentence"
"""Kind of key by which an article holds the texts of its sentences."""
_REMEMBERED = 20_000
"""Texts kept at hand while many are linked: some 40 MB."""


class SentencePile(Protocol):
    """The sentences of the pile, one at a time."""

    def sentence_text(self, text_id: str) -> SentenceText:
        """The sentence with this id."""

    def retold_links_of(self, text_id: str) -> Iterable[RetoldLink]:
        """The links of a sentence, on either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetoldChanges:
    """What became of sentences and links because some articles came or went."""

    texts: tuple[SentenceText, ...] = ()
    """New to the pile."""
    gone: frozenset[str] = frozenset()
    """Ids of texts that no article holds any more; their links go with them."""
    held: tuple[tuple[str, tuple[ToldSentence, ...]], ...] = ()
    """Of each new article its id and what it tells, in the place of what it told."""
    judged: tuple[tuple[Pair, RetoldLink | None], ...] = ()
    """Pairs of texts with their link in the place of what they had; None where neither tells
    what the other does."""
    dropped: frozenset[Pair] = frozenset()
    """Pairs that are no candidates any more."""


class SentencesAtHand(AtHand[SentenceText]):
    """The sentences of the pile, those used last kept."""

    def __init__(self, pile: SentencePile) -> None:
        super().__init__(pile.sentence_text, _REMEMBERED)
        self._pile = pile

    def linked(self, text_id: str) -> list[str]:
        """The sentences that the pile has a link to."""
        links = self._pile.retold_links_of(text_id)
        return [one.right if one.left == text_id else one.left for one in links]


def link_retold(
    new: Mapping[str, Sequence[ToldSentence]], index: KeyIndex, texts: SentencesAtHand
) -> RetoldChanges:
    """What articles that have come change.

    Args:
        new: what they tell, by the article's id; the index holds no key of them.
        index: what the articles before them hold; it is changed.
        texts: of all articles of the pile but these.
    """
    # 1. texts
    fresh: dict[str, SentenceText] = {}
    for article in sorted(new):
        for one in new[article]:
            if index.count(HOLDS, one.text.id) == 0:
                fresh[one.text.id] = one.text
        index.put_all(article, [(HOLDS, one.text.id) for one in new[article]])
    # 2. keys
    keys = {id_: sentence_keys(text) for id_, text in fresh.items()}
    changes = add_sentences(keys, index, texts.linked)
    # 3. pairs
    return RetoldChanges(
        texts=tuple(fresh[id_] for id_ in sorted(fresh)),
        held=tuple((article, tuple(new[article])) for article in sorted(new)),
        judged=_judge(changes.judge, texts.under(fresh)),
        dropped=frozenset(changes.drop),
    )


def unlink_retold(dropped: Iterable[Key], index: KeyIndex, texts: SentencesAtHand) -> RetoldChanges:
    """What changes among the others when an article has gone.

    Args:
        dropped: the keys that it held.
        index: without them; the keys of texts that went with it are taken out.
        texts: of all articles that are left.
    """
    gone: set[str] = set()
    pairs: set[Pair] = set()
    for kind, text_id in sorted(dropped):
        if kind == HOLDS and index.count(HOLDS, text_id) == 0:
            gone.add(text_id)
            pairs |= forget_sentence(text_id, index)
    left = {pair for pair in pairs if not gone & set(pair)}
    return RetoldChanges(gone=frozenset(gone), judged=_judge(left, texts.read))


def _judge(
    pairs: Iterable[Pair], read: Callable[[str], SentenceText]
) -> tuple[tuple[Pair, RetoldLink | None], ...]:
    return tuple((pair, judge(read(pair[0]), read(pair[1]))) for pair in sorted(pairs))
