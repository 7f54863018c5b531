"""Who reports an entry of the timeline: one tag an article, articles of one origin together."""

from __future__ import annotations

from collections import defaultdict

from onrecord.web.agreement import Reports, Told, marks_of, reports_of
from onrecord.web.entries import Json
from onrecord.web.index import RecordIndex, source_tag
from onrecord.web.tellers import Tellers

MOST = 5
"""Most articles named beside an entry; the others are counted."""


class Origins:
    """Lists the articles of an entry, those that count as one teller together."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self._tellers = Tellers(index.record)

    def reports(self, entry: Json) -> Reports:
        """The articles of an entry, each once, by origin, and what is to be said of them."""
        places: dict[str, int] = {}
        for support in entry["support"]:
            places.setdefault(support["article"], support["start"])
        agreement = entry.get("agreement")
        told = reports_of(self._index, agreement, places, MOST)
        if told is not None:
            return told
        origins: dict[str, list[str]] = defaultdict(list)
        for article in places:
            origins[self._tellers.of(article)].append(article)
        # Where the record counts otherwise, the page does not say which counts with which.
        known = len(origins) == entry["origins"]
        sources = [
            Told(
                source_tag(self._index, article, places[article]),
                ("c" if n else "o") if known else "",
            )
            for group in origins.values()
            for n, article in enumerate(group)
        ]
        return Reports(tuple(sources[:MOST]), max(0, len(sources) - MOST), marks_of(agreement))
