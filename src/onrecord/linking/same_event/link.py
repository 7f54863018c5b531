"""Same-event links of articles that come and go. `link_events` conducts:

1. the keys of the new articles;
2. the pairs that share a key are judged by words and names.

When they were published is no matter here: `record` asks for that, as dates may change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from onrecord.linking.at_hand import AtHand
from onrecord.linking.index import KeyIndex
from onrecord.linking.pairs import Key, Pair, add_keys, speaking_again
from onrecord.linking.same_event.event_text import EventText
from onrecord.linking.same_event.judge import judge
from onrecord.linking.same_event.keys import SILENT_ABOVE, event_keys
from onrecord.values.links import EventLink

_REMEMBERED = 5_000
"""Texts kept at hand while many are linked: some 100 MB."""


class EventPile(Protocol):
    """What articles of the pile tell, one at a time."""

    def event_text(self, article_id: str) -> EventText:
        """What the article with this id tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventChanges:
    """What became of texts and links because some articles came or went."""

    texts: tuple[EventText, ...] = ()
    """Of the new articles, in order of their ids."""
    judged: tuple[tuple[Pair, EventLink | None], ...] = ()
    """Pairs of articles with their link in the place of what they had; None where they are not
    alike."""
    dropped: frozenset[Pair] = frozenset()
    """Pairs that are no candidates any more."""


class EventTextsAtHand(AtHand[EventText]):
    """What articles of the pile tell, those used last kept."""

    def __init__(self, pile: EventPile, most: int = _REMEMBERED) -> None:
        super().__init__(pile.event_text, most)


def link_events(
    new: Mapping[str, EventText], index: KeyIndex, texts: EventTextsAtHand
) -> EventChanges:
    """What articles that have come change.

    Args:
        new: what they tell, by their ids; the index holds no key of them.
        index: what the articles before them hold; it is changed.
        texts: of all articles of the pile but these.
    """
    # 1. keys
    changes = add_keys({id_: event_keys(new[id_]) for id_ in sorted(new)}, index, SILENT_ABOVE)
    # 2. pairs
    return EventChanges(
        texts=tuple(new[id_] for id_ in sorted(new)),
        judged=_judge(changes.judge, texts.under(new)),
        dropped=frozenset(changes.drop),
    )


def unlink_events(dropped: Iterable[Key], index: KeyIndex, texts: EventTextsAtHand) -> EventChanges:
    """What changes among the others when an article has gone.

    Args:
        dropped: the keys that it held.
        index: without them.
        texts: of all articles that are left.
    """
    return EventChanges(judged=_judge(speaking_again(dropped, index, SILENT_ABOVE), texts.read))


def _judge(
    pairs: Iterable[Pair], read: Callable[[str], EventText]
) -> tuple[tuple[Pair, EventLink | None], ...]:
    return tuple((pair, judge(read(pair[0]), read(pair[1]))) for pair in sorted(pairs))
