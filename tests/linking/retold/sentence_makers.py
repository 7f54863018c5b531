"""Sentences and a pile of them for tests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.linking.pairs import Pair
from onrecord.linking.retold.link import RetoldChanges
from onrecord.linking.retold.sentence_text import SentenceText
from onrecord.linking.retold.told_sentences import ToldSentence, sentence_text
from onrecord.values.links import RetoldLink
from onrecord.values.spans import Span


def sentence(text: str, *, said: Iterable[str] = (), times: Iterable[str] = ()) -> SentenceText:
    """What a sentence tells; `said` and `times` are words of it."""
    return sentence_text(
        text,
        Span(0, len(text)),
        [Span(text.index(w), text.index(w) + len(w)) for w in times],
        [Span(text.index(w), text.index(w) + len(w)) for w in said],
    )


def told(*texts: str) -> list[ToldSentence]:
    """Sentences of an article, one after the other."""
    found, start = [], 0
    for text in texts:
        found.append(ToldSentence(start, start + len(text), sentence(text)))
        start += len(text) + 1
    return found


class KeptSentences:
    """What a pile keeps of sentences."""

    def __init__(self) -> None:
        self.texts: dict[str, SentenceText] = {}
        self.links: dict[Pair, RetoldLink] = {}
        self.held: dict[str, Sequence[ToldSentence]] = {}

    def sentence_text(self, text_id: str) -> SentenceText:
        """The sentence with this id, as it was kept."""
        return SentenceText.from_stored(text_id, self.texts[text_id].stored())

    def retold_links_of(self, text_id: str) -> list[RetoldLink]:
        """Its links."""
        return [link for pair, link in sorted(self.links.items()) if text_id in pair]

    def keep(self, changes: RetoldChanges) -> None:
        """Keep what linking made."""
        self.texts |= {text.id: text for text in changes.texts}
        self.held |= dict(changes.held)
        for pair in changes.dropped:
            self.links.pop(pair, None)
        for pair, link in changes.judged:
            self.links.pop(pair, None)
            if link is not None:
                self.links[pair] = link
        for gone in changes.gone:
            del self.texts[gone]
            self.links = {pair: link for pair, link in self.links.items() if gone not in pair}

    def tellers(self, text_id: str) -> list[tuple[str, int, int]]:
        """Where a sentence is told."""
        places: Mapping[str, list[tuple[str, int, int]]] = defaultdict(list)
        for article, held in sorted(self.held.items()):
            for one in held:
                places[one.text.id].append((article, one.start, one.end))
        return places[text_id]
