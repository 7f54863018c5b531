"""The figures of an article: a band on its words, and in the margin how each was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from onrecord.web.figures_feet import note_of
from onrecord.web.index import RecordIndex
from onrecord.web.marks import Mark

type Json = Mapping[str, Any]


class FigureMarks:
    """Reads the marks of figures, an article at a time."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self._by_article: dict[str, list[Json]] = defaultdict(list)
        for figure in index.figures.by_id.values():
            self._by_article[figure["article"]].append(figure)

    def of(self, article: str) -> list[Mark]:
        """The marks of an article, each with its note."""
        keys = self._index.figures.keys
        return [
            Mark(
                start=figure["start"],
                end=figure["end"],
                kind="figure",
                label="figure as read",
                value=note_of(figure),
                href=f"#{keys[figure['id']]}" if figure["id"] in keys else "",
            )
            for figure in self._by_article.get(article, ())
        ]
