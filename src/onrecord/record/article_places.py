"""How the articles of a record are named: labels, and places as the command line takes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.record.review_lines import article_name, names_of_several
from onrecord.values.stored import ArticleSummary


class ArticlePlaces:
    """The names of the articles of a record."""

    def __init__(self, summaries: Iterable[ArticleSummary]) -> None:
        self._summaries = {summary.id: summary for summary in summaries}
        self._shared = names_of_several(summary.names for summary in self._summaries.values())

    def label(self, article: str) -> str:
        """Its short label."""
        return self._summaries[article].label

    def outlet(self, article: str) -> str | None:
        """The outlet that printed it, as far as known."""
        return self._summaries[article].outlet

    def name(self, article: str) -> str:
        """What names it on a command line."""
        summary = self._summaries[article]
        return article_name(summary.name, summary.id, self._shared)

    def place(self, anchor: Mapping[str, Any]) -> str:
        """ARTICLE:START of an anchor."""
        return f"{self.name(anchor['article'])}:{anchor['start']}"

    def row(self, article: str) -> dict[str, Any]:
        """The columns by which a view names an article: id, label, name, outlet, headline, days of
        publication."""
        summary = self._summaries[article]
        days = summary.published
        return {
            "article": article,
            "label": summary.label,
            "name": self.name(article),
            "outlet": summary.outlet,
            "headline": summary.headline,
            "published_first": days.first.isoformat() if days.first else None,
            "published_last": days.last.isoformat() if days.last else None,
        }

    def shown(self, anchor: Mapping[str, Any]) -> dict[str, Any]:
        """An anchor with the label of its article and its place as the command line takes it."""
        return {
            **{key: anchor.get(key) for key in ("article", "start", "end", "text")},
            "label": self.label(anchor["article"]),
            "at": self.place(anchor),
        }
