"""Who reports an entry of the timeline: one tag an article, articles of one origin together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from onrecord.web.entries import Json
from onrecord.web.index import RecordIndex, SourceTag, source_tag
from onrecord.web.tellers import Tellers

MOST = 5
"""Most articles named beside an entry; the others are counted."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article that reports an entry."""

    tag: SourceTag
    pip: str
    """`o`: an origin, `c`: counts with the one above it, empty: not told apart."""


class Origins:
    """Lists the articles of an entry, those that count as one teller together."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self._tellers = Tellers(index.record)

    def list_sources(self, entry: Json) -> tuple[tuple[Source, ...], int]:
        """The articles of an entry, each once, and how many are not named."""
        origins: dict[str, dict[str, int]] = defaultdict(dict)
        for support in entry["support"]:
            article = support["article"]
            origins[self._tellers.of(article)].setdefault(article, support["start"])
        # Where the record counts otherwise, the page does not say which counts with which.
        told = len(origins) == entry["origins"]
        sources = [
            Source(source_tag(self._index, article, start), ("c" if n else "o") if told else "")
            for group in origins.values()
            for n, (article, start) in enumerate(group.items())
        ]
        return tuple(sources[:MOST]), max(0, len(sources) - MOST)
