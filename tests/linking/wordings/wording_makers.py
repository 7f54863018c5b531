"""Texts of utterances for tests."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.linking.wordings.link import WordingChanges
from onrecord.linking.wordings.link_values import WordingLink
from onrecord.linking.wordings.utterance import Utterance, utterances
from onrecord.linking.wordings.wording_text import WordingText
from onrecord.values.attributions import Attribution
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind, Sourcing


def attribution(start: int, end: int, kind: AttributionKind) -> Attribution:
    """An attribution whose content runs from `start` to `end`."""
    return Attribution(
        content=(Span(start, end),), source=None, cue=None, kind=kind, sourcing=Sourcing.NAMED
    )


def said(words: str, article: str = "a") -> Utterance:
    """What somebody said, as an article of these words only prints it; marks tell its kind."""
    marks = words.count('"') + words.count("“")
    kind = AttributionKind.MIXED if marks else AttributionKind.INDIRECT
    if marks and words[0] in '"“' and words[-1] in '"”' and marks <= 2:
        kind, words = AttributionKind.DIRECT, words[1:-1]
    (made,) = utterances(article, words, [attribution(0, len(words), kind)])
    return made


def text_of(words: str) -> WordingText:
    """The words of what somebody said."""
    return said(words).text


class Kept:
    """What a record file would keep of the changes."""

    def __init__(self) -> None:
        self.texts: dict[str, WordingText] = {}
        self.links: dict[tuple[str, str], WordingLink] = {}
        self.held: dict[str, list[str]] = {}

    def wording_text(self, text_id: str) -> WordingText:
        """The text with this id."""
        return self.texts[text_id]

    def keep(self, changes: WordingChanges) -> None:
        """Keep what linking made."""
        for gone in changes.gone:
            del self.texts[gone]
        self.links = {p: k for p, k in self.links.items() if not changes.gone & set(p)}
        self.texts.update({text.id: text for text in changes.texts})
        for article, held in changes.held:
            self.held[article] = [one.text.id for one in held]
        for pair in changes.dropped:
            self.links.pop(pair, None)
        for pair, link in changes.judged:
            self.links.pop(pair, None)
            if link is not None:
                self.links[pair] = link

    def all(self) -> tuple[set[str], dict[tuple[str, str], WordingLink]]:
        """All that is kept of texts and links."""
        return set(self.texts), self.links


def articles(printed: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[Utterance]]:
    """Articles by their ids, each with what it prints that somebody said."""
    found: dict[str, list[Utterance]] = {}
    for article, said_there in printed:
        text, held = "", []
        for words in said_there:
            start = len(text)
            text += words + "\n"
            held.append(attribution(start, start + len(words), AttributionKind.INDIRECT))
        found[article] = list(utterances(article, text, held))
    return found
