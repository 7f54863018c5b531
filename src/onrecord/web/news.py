"""The section of news: what each article added to all that was published before it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.record.news_rows import NEWS_KINDS
from onrecord.values.vocabulary import EventStatus
from onrecord.web.datewords import DateWords, interval_words
from onrecord.web.figures_words import reading, unusual_mood
from onrecord.web.gauge import Gauge, gauge
from onrecord.web.index import RecordIndex, SourceTag, published, source_tag
from onrecord.web.news_words import NewsWords
from onrecord.web.quotes import Quote
from onrecord.web.versions import Versions, VersionView

type Json = Mapping[str, Any]

IN_SIGHT = 40
"""Articles that stand before the fold: the latest."""
_MOST = 5000
"""Most items on the page."""
_MOST_OF_KIND = 24
_IN_SENTENCES = frozenset({"event", "statement", "difference"})
_SHOWN = {True: 4, False: 10}
"""Items of a kind that stand before its fold: of sentences, and of names and figures."""
_FEWEST_OF_KIND = 2
_MOST_SOURCES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that an article was the first to tell."""

    words: Quote
    href: str
    note: str
    """`scheduled`, `planned`; else empty."""
    before: Before | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What was told before a figure."""

    value: str
    """As read; empty where it was not."""
    words: str
    """As printed, where it was not read."""
    when: DateWords | None
    href: str


@dataclass(frozen=True, slots=True)
class Kind:
    """What an article added of one kind."""

    name: str
    shown: tuple[Item, ...]
    folded: tuple[Item, ...]
    more: int
    """Those that are not there, for want of room or because the page may not show the words."""

    @property
    def is_listed(self) -> bool:
        """Whether each stands on a line of its own: what is told in sentences."""
        return self.name in _IN_SENTENCES


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """What an article only told again."""

    sentences: int
    of: int
    """Sentences of the article."""
    retold: int
    """Those that say it in other words."""
    sources: tuple[tuple[SourceTag, int], ...]
    """The articles that told it before, with how many sentences."""
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsRow:
    """An article with what it added."""

    key: str
    source: SourceTag
    when: DateWords
    gauge: Gauge
    is_first: bool
    kinds: tuple[Kind, ...]
    repeats: Repeats | None
    versions: tuple[VersionView, ...]
    stories: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsView:
    """The section, in order of publication."""

    looked_for: bool
    earlier: tuple[NewsRow, ...]
    """Folded."""
    rows: tuple[NewsRow, ...]
    added: int
    """Things that some article was the first to tell."""
    silent: int
    """Articles that added nothing."""


def list_news(index: RecordIndex) -> NewsView:
    """The news as the page shows them."""
    news = [n for n in index.record.get("news") or () if n["article"] in index.by_id]
    maker = _Maker(index, len(news))
    rows = tuple(maker.row(each, is_first=n == 0) for n, each in enumerate(news))
    cut = max(0, len(rows) - IN_SIGHT)
    return NewsView(
        looked_for=index.record.get("news") is not None,
        earlier=rows[:cut],
        rows=rows[cut:],
        added=sum(len(each["adds"]) for each in news),
        silent=sum(1 for each in news if not each["adds"]),
    )


class _Maker:
    """Makes the rows of a record's news."""

    def __init__(self, index: RecordIndex, articles: int) -> None:
        self._index = index
        self._words = NewsWords(index)
        self._versions = Versions(index)
        room = _MOST // max(1, articles * len(NEWS_KINDS))
        self._most = min(_MOST_OF_KIND, max(_FEWEST_OF_KIND, room))
        self._statuses = {e["id"]: str(e["status"]) for e in index.record.get("timeline") or ()}
        figures = index.figures.by_id.values()
        self._figures = {(f["article"], f["start"], f["end"]): f for f in figures}

    def row(self, news: Json, *, is_first: bool) -> NewsRow:
        """The row of an article."""
        index, here = self._index, news["article"]
        days = published(index.by_id[here])
        return NewsRow(
            key=f"n-{index.keys[here]}",
            source=source_tag(index, here),
            when=interval_words(days),
            gauge=gauge(days),
            is_first=is_first,
            kinds=tuple(self._kinds(news["adds"])),
            repeats=self._repeats(news),
            versions=self._versions.of(here),
            stories=index.stories.tags([here]),
        )

    def _kinds(self, adds: Sequence[Json]) -> Iterator[Kind]:
        by_kind: dict[str, list[Json]] = defaultdict(list)
        for each in adds:
            by_kind[str(each["kind"])].append(each)
        for kind in (*NEWS_KINDS, *sorted(set(by_kind) - {*NEWS_KINDS})):
            found = by_kind.get(kind, [])
            items = [item for each in found[: self._most] if (item := self._item(each))]
            if found:
                cut = _SHOWN[kind in _IN_SENTENCES]
                cut = cut if len(items) > cut + 1 else len(items)
                more = len(found) - len(items)
                yield Kind(kind, tuple(items[:cut]), tuple(items[cut:]), more)

    def _item(self, added: Json) -> Item | None:
        """One item; None where the page may not show its words."""
        anchor = added["anchor"]
        words = self._words.of(anchor, added["kind"])
        if not words.pieces:
            return None
        return Item(
            words=words,
            href=self._words.href(added),
            note=self._note(added),
            before=self._before(added.get("before")),
        )

    def _figure(self, anchor: Json) -> Json | None:
        return self._figures.get((anchor["article"], anchor["start"], anchor["end"]))

    def _note(self, added: Json) -> str:
        if added["kind"] == "figure":
            figure = self._figure(added["anchor"])
            return unusual_mood(figure["modality"]) if figure else ""
        status = self._statuses.get(str(added.get("about")), "")
        return "" if added["kind"] != "event" or status == EventStatus.HAPPENED else status

    def _before(self, anchor: Json | None) -> Before | None:
        if anchor is None or anchor["article"] not in self._index.by_id:
            return None
        index, figure = self._index, self._figure(anchor)
        href = index.href(anchor["article"], anchor["start"]) or ""
        if figure is None:
            words = self._words.plain(anchor)
            return Before(value="", words=words, when=None, href=href) if words else None
        days = interval_words(self._words.days(figure))
        key = index.figures.keys.get(figure["id"])
        return Before(
            value=reading(figure),
            words="",
            when=days if figure["as_of"].get("first") or figure["as_of"].get("last") else None,
            href=f"#{key}" if key else href,
        )

    def _repeats(self, news: Json) -> Repeats | None:
        found = news.get("repeats") or ()
        if not found:
            return None
        again = {(each["start"], each["end"]) for each in found}
        retold = {(e["start"], e["end"]) for e in found if e["kind"] == "retelling"}
        of = Counter(each["of"]["article"] for each in found if each.get("of"))
        known = [(a, n) for a, n in of.most_common() if a in self._index.by_id]
        return Repeats(
            sentences=len(again),
            of=int(news.get("sentences") or 0),
            retold=len(retold),
            sources=tuple((source_tag(self._index, a), n) for a, n in known[:_MOST_SOURCES]),
            more=max(0, len(known) - _MOST_SOURCES),
        )
