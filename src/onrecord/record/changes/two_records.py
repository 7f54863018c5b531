"""Two exports of a record side by side: their articles, and places that are the same in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from onrecord.record.changes.change import Shown
from onrecord.text.folding import fold_words

type Json = Mapping[str, Any]
type Key = tuple[object, ...]
"""A place that is the same in both: article, start and end; where the article's text is another
now, the article and the words."""

_MOST_CAUSES = 3


def days_of_row(row: Json | None) -> str:
    """`2020-06-12`, `2020-05-01..2020-08-14`, `..2021-03-03`, `undated`."""
    first, last = (row.get("first"), row.get("last")) if row else (None, None)
    if not first and not last:
        return "undated"
    return str(first) if first == last else f"{first or ''}..{last or ''}"


@dataclass(slots=True)
class TwoRecords:
    """An earlier export and the record now."""

    old: Json
    new: Json
    old_articles: dict[str, Json] = field(init=False)
    new_articles: dict[str, Json] = field(init=False)
    _places: dict[str, int] = field(init=False)
    _other_text: frozenset[str] = field(init=False)
    _shared_names: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.old_articles = {one["id"]: one for one in self.old.get("articles") or ()}
        self.new_articles = {one["id"]: one for one in self.new.get("articles") or ()}
        self._places = {id_: place for place, id_ in enumerate(self.new_articles)}
        self._other_text = frozenset(
            id_
            for id_ in self.old_articles.keys() & self.new_articles.keys()
            if self.old_articles[id_].get("text") != self.new_articles[id_].get("text")
        )
        names = Counter(one.get("name") for one in self.new_articles.values())
        self._shared_names = frozenset(name for name, count in names.items() if name and count > 1)

    def pair(self, part: str) -> tuple[Sequence[Json], Sequence[Json]] | None:
        """The lists of one key of both; None where one of them did not look for it."""
        old, new = self.old.get(part), self.new.get(part)
        return None if old is None or new is None else (old, new)

    def first_of(self, articles: Iterable[str]) -> str:
        """The one that comes first in the record now; those that are gone come last."""
        return min(articles, key=lambda id_: (self._places.get(id_, len(self._places)), id_))

    def added(self, article: str) -> bool:
        """Whether an article was not there before."""
        return article not in self.old_articles

    def removed(self, article: str) -> bool:
        """Whether an article is no longer there."""
        return article not in self.new_articles

    def has_other_text(self, article: str) -> bool:
        """Whether the kept text of an article is another now."""
        return article in self._other_text

    def redated(self, article: str) -> bool:
        """Whether an article is in both and its days of publication are others now."""
        old, new = self.old_articles.get(article), self.new_articles.get(article)
        return bool(old and new) and published(old) != published(new)

    def key(self, anchor: Json, text: str | None = None) -> Key:
        """What makes a place the same in both.

        Args:
            anchor: article, start and end.
            text: its words, where the anchor does not hold them and the article's text is another.
        """
        article = anchor["article"]
        if article in self._other_text:
            words = anchor.get("text") or text or ""
            return (article, *fold_words(words)) if words else (article, None)
        return (article, anchor["start"], anchor["end"])

    def words_at(self, anchor: Json, *, now: bool) -> Json:
        """The anchor with its words, sliced from the article's text where it has none."""
        if anchor.get("text"):
            return {key: anchor[key] for key in ("article", "start", "end", "text")}
        article = self._article(anchor["article"], now=now)
        text = (article.get("text") or "")[anchor["start"] : anchor["end"]]
        return {**{key: anchor[key] for key in ("article", "start", "end")}, "text": text}

    def shown(self, id_: str | None, value: str | None, anchor: Json | None, *, now: bool) -> Shown:
        """A thing with the words that show it, and where these stand."""
        if anchor is None:
            return Shown(id=id_, value=value)
        article = self._article(anchor["article"], now=now)
        return Shown(
            id=id_,
            value=value,
            anchor=self.words_at(anchor, now=now),
            label=article.get("label") or article.get("name"),
            at=f"{self._name(article, anchor['article'])}:{anchor['start']}",
        )

    def shown_article(self, id_: str, value: str | None, *, now: bool) -> Shown:
        """An article, without words."""
        article = self._article(id_, now=now)
        return Shown(
            id=id_,
            value=value,
            label=article.get("label") or article.get("name"),
            at=self._name(article, id_),
        )

    def _article(self, id_: str, *, now: bool) -> Json:
        first, second = self.new_articles, self.old_articles
        if not now:
            first, second = second, first
        return first.get(id_) or second.get(id_) or {}

    def _name(self, article: Json, id_: str) -> str:
        name = article.get("name")
        return id_ if not name or name in self._shared_names else str(name)

    def causes(self, articles: Iterable[str], *, dates: bool = False) -> str:
        """Names of reasons with the labels of the articles that were added or taken out; with
        `dates` also of those that were dated anew."""
        told: dict[str, list[str]] = {}
        for id_ in dict.fromkeys(articles):
            if reason := self._cause(id_, dates=dates):
                label = self._article(id_, now=True).get("label") or id_
                told.setdefault(reason, []).append(label)
        return "; ".join(f"{reason}: {_some(labels)}" for reason, labels in told.items())

    def _cause(self, article: str, *, dates: bool) -> str:
        if self.added(article):
            return "article-added"
        if self.removed(article):
            return "article-removed"
        if self.has_other_text(article):
            return "read-anew"
        return "article-re-dated" if dates and self.redated(article) else ""


def published(article: Json | None) -> str:
    """The days of publication of an article."""
    return days_of_row(article.get("published") if article else None)


def _some(labels: Sequence[str]) -> str:
    more = len(labels) - _MOST_CAUSES
    shown = ", ".join(labels[:_MOST_CAUSES])
    return f"{shown} and {more} more" if more > 0 else shown
