"""Who reports an entry of the timeline: one tag an article, articles of one origin together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.text.folding import fold
from onrecord.web.entries import Json
from onrecord.web.index import RecordIndex, SourceTag, source_tag

MOST = 5
"""Most articles named beside an entry; the others are counted."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article that reports an entry."""

    tag: SourceTag
    pip: str
    """`o`: an origin, `c`: counts with the one above it, empty: not told apart."""


class Origins:
    """Which articles count as one teller: those of one agency, else of one outlet."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self._keys: dict[str, str] = {}
        for number, group in enumerate(index.record.get("origins") or ()):
            members = [m["article"] for m in group["articles"] if m["article"] in index.by_id]
            name = _medium([index.by_id[member] for member in members])
            key = f"medium {fold(name)}" if name else f"group {number}"
            self._keys.update(dict.fromkeys(members, key))

    def list_sources(self, entry: Json) -> tuple[tuple[Source, ...], int]:
        """The articles of an entry, each once, and how many are not named."""
        origins: dict[str, dict[str, int]] = defaultdict(dict)
        for support in entry["support"]:
            article = support["article"]
            key = self._keys.get(article) or f"article {article}"
            origins[key].setdefault(article, support["start"])
        # Where the record counts otherwise, the page does not say which counts with which.
        told = len(origins) == entry["origins"]
        sources = [
            Source(source_tag(self._index, article, start), ("c" if n else "o") if told else "")
            for group in origins.values()
            for n, (article, start) in enumerate(group.items())
        ]
        return tuple(sources[:MOST]), max(0, len(sources) - MOST)


def _medium(articles: Sequence[Json]) -> str | None:
    """The one agency that copies credit, else the outlet of the first that has one."""
    agencies = {article["agency"] for article in articles if article.get("agency")}
    if len(agencies) == 1:
        return str(agencies.pop())
    return next((str(a["outlet"]) for a in articles if a.get("outlet")), None)
