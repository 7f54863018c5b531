"""A pile of names in memory: articles written with their mentions marked, linked as a record is.

`[p|Tamsin Okerele]` is a mention of a person; o, l, g, x are organisations, places, groups, others;
`[p:f|Okerele]` has a gender told of it, `[l:!|Varn]` acts as a government.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from types import SimpleNamespace
from typing import Any

from onrecord.linking.index import DictIndex
from onrecord.linking.names.link import link_names, unlink_names
from onrecord.linking.names.name_values import LocalName, NameChanges, NameLink, Tells
from onrecord.linking.pairs import Pair
from onrecord.record.entities import Entities, compile_entities
from onrecord.values.decisions import Decision
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType

_TYPES = {
    "p": EntityType.PERSON,
    "o": EntityType.ORGANISATION,
    "l": EntityType.PLACE,
    "g": EntityType.GROUP,
    "x": EntityType.OTHER,
}
_MARKED = re.compile(r"\[([polgx])(?::([fm!]))?\|([^\]]*)\]")


def marked(text: str) -> tuple[str, tuple[Mention, ...]]:
    """The text without marks, and its mentions."""
    plain, mentions, at = "", [], 0
    for match in _MARKED.finditer(text):
        plain += text[at : match.start()]
        span = Span(len(plain), len(plain) + len(match[3]))
        gender = match[2] if match[2] in ("f", "m") else ""
        cues = ("government",) if match[2] == "!" else ()
        mentions.append(Mention(span, _TYPES[match[1]], gender=gender, cues=cues))
        plain += match[3]
        at = match.end()
    return plain + text[at:], tuple(mentions)


class NamePile:
    """Articles by id, with what linking keeps of their names."""

    def __init__(self) -> None:
        self.index = DictIndex()
        self.texts: dict[str, str] = {}
        self.found: dict[str, tuple[Mention, ...]] = {}
        self.local: dict[str, tuple[LocalName, ...]] = {}
        self.profiles: dict[str, Tells] = {}
        self.pairs: dict[Pair, NameLink] = {}
        self.decided: list[Decision] = []

    def add(self, articles: dict[str, str]) -> None:
        """Link articles together."""
        for id_, text in articles.items():
            self.texts[id_], self.found[id_] = marked(text)
        self._save(link_names(list(articles), self.index, self))

    def link_anew(self) -> None:
        """Link all articles again, after something else was found in them."""
        self._save(unlink_names(list(self.texts), self.index, self))
        self._save(link_names(list(self.texts), self.index, self))

    def remove(self, ids: Sequence[str]) -> None:
        """Take articles out."""
        self._save(unlink_names(ids, self.index, self))
        for id_ in ids:
            del self.texts[id_], self.found[id_]

    def entities(self) -> Entities:
        """The entities, articles in the order of their ids."""
        return compile_entities(self, {id_: n for n, id_ in enumerate(sorted(self.texts))})

    def names(self) -> dict[str, set[str]]:
        """Name of each entity -> all its printed forms."""
        return {e["name"]: {e["name"], *e["aliases"]} for e in self.entities().as_json}

    def place(self, article: str, words: str, nth: int = 0) -> tuple[str, int, int]:
        """Where words stand in an article."""
        text = self.texts[article]
        start = [m.start() for m in re.finditer(re.escape(words), text)][nth]
        return article, start, start + len(words)

    def entity_at(self, article: str, words: str, nth: int = 0) -> str | None:
        """The id of the entity that is named at some words."""
        return self.entities().at(*self.place(article, words, nth))

    def state(self) -> tuple[Any, ...]:
        """All that is kept."""
        keys = sorted((pair, sorted(items)) for pair, items in self.index._items.items() if items)
        return self.local, self.profiles, self.pairs, keys

    def _save(self, changes: NameChanges) -> None:
        for id_, names in changes.local:
            self.local.pop(id_, None)
            if names:
                self.local[id_] = names
        for node, tells in changes.profiles.items():
            self.profiles.pop(node, None)
            if tells is not None:
                self.profiles[node] = tells
        for pair in changes.dropped:
            self.pairs.pop(pair, None)
        self.pairs |= dict(changes.judged)

    # --- what linking and compiling read ---

    def article_as_read(self, article_id: str) -> Any:
        """Only its text is asked for."""
        return SimpleNamespace(text=self.texts[article_id])

    def mentions(self, article_id: str) -> tuple[Mention, ...]:
        """Its mentions."""
        return self.found[article_id]

    def local_names(self, article_id: str) -> tuple[LocalName, ...]:
        """What it calls by name."""
        return self.local.get(article_id, ())

    def name_profiles(self, nodes: Iterable[str] | None = None) -> dict[str, Tells]:
        """What is told of nodes."""
        wanted = self.profiles if nodes is None else nodes
        return {node: self.profiles[node] for node in wanted if node in self.profiles}

    def name_pairs(self, nodes: Iterable[str]) -> frozenset[Pair]:
        """Judged pairs in which a node stands."""
        wanted = set(nodes)
        return frozenset(pair for pair in self.pairs if wanted & set(pair))

    def name_links(self) -> dict[Pair, NameLink]:
        """All judged pairs."""
        return dict(sorted(self.pairs.items()))

    def name_places(self) -> Iterator[tuple[str, list[tuple[str, list[tuple[int, int]]]]]]:
        """Article -> its (node, places)."""
        for article, names in sorted(self.local.items()):
            yield article, [(n.node, [(s.start, s.end) for s in n.spans]) for n in names]

    def decisions(self) -> list[Decision]:
        """What was decided."""
        return self.decided
