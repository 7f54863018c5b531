"""The list of articles in order of time: when, words, who says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from onrecord.record.possible_days import possible_words, read_weekdays
from onrecord.values.days import DayInterval
from onrecord.web.datewords import DateWords, interval_words, read_days
from onrecord.web.gauge import Gauge, gauge
from onrecord.web.index import (
    Json,
    RecordIndex,
    SourceTag,
    language,
    published,
    source_tag,
    web_address,
)
from onrecord.web.quotes import quote


@dataclass(frozen=True, slots=True)
class Evidence:
    """Printed words (left out of a page without text), and where they stand."""

    words: str
    source: SourceTag
    own: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DatingView:
    """A date of an article with the chain that led to it."""

    label: str
    value: DateWords
    possible: str
    """`16 Fridays, 1 May – 14 Aug 2020`; empty where one day or nothing is known."""
    basis: str
    why: str
    at: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class CopyOf:
    """How an article stands to what it descends from."""

    relation: str
    first: SourceTag


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One article in the list, closed."""

    article: Json
    key: str
    language: str | None
    published: DatingView
    updated: DatingView | None
    gauge: Gauge
    copy_of: CopyOf | None
    address: str | None
    """A link when it is http or https; any other address is shown as words."""
    cite: str
    """The source line that goes with copied words."""
    stories: str


@dataclass(frozen=True, slots=True)
class Year:
    """The articles of one year, or those without a date."""

    label: str
    rows: tuple[ArticleRow, ...]


def list_years(index: RecordIndex) -> tuple[Year, ...]:
    """The articles by the year of their first possible day, in the order of the record."""
    copies = _copies(index)
    grouped = groupby(index.articles, key=_year)
    return tuple(
        Year(label, tuple(_row(index, article, copies) for article in articles))
        for label, articles in grouped
    )


def _year(article: Json) -> str:
    days = published(article)
    day = days.first or days.last
    return str(day.year) if day else "date unknown"


def _row(index: RecordIndex, article: Json, copies: Mapping[str, CopyOf]) -> ArticleRow:
    dating = _dating(index, article, "published")
    return ArticleRow(
        article=article,
        key=index.keys[article["id"]],
        language=language(article),
        published=dating,
        updated=_dating(index, article, "updated") if article.get("updated") else None,
        gauge=gauge(published(article)),
        copy_of=copies.get(article["id"]),
        address=web_address(article.get("address")),
        cite=_cite(article, published(article), dating.basis),
        stories=index.stories.tags([article["id"]]),
    )


def _dating(index: RecordIndex, article: Json, label: str) -> DatingView:
    dating: Mapping[str, Any] = article.get(label) or {}
    days = read_days(dating)
    several = days.known and not days.exact
    possible = possible_words(days, read_weekdays(dating)) if several else ""
    return DatingView(
        label=label,
        value=interval_words(days),
        possible=possible,
        basis=dating.get("basis") or "unknown",
        why=dating.get("why") or "",
        at=dating.get("at"),
        evidence=tuple(_evidence(index, article, dating.get("evidence") or ())),
    )


def _evidence(index: RecordIndex, article: Json, anchors: Iterable[Json]) -> list[Evidence]:
    return [
        Evidence(
            words=_clip(_printed(index, anchor)),
            source=source_tag(index, anchor["article"], anchor["start"]),
            own=anchor["article"] == article["id"],
            start=anchor["start"],
            end=anchor["end"],
        )
        for anchor in anchors
    ]


def _printed(index: RecordIndex, anchor: Json) -> str:
    """The words of an anchor, as far as the page may show them."""
    if anchor["article"] not in index.by_id or index.mode == "none":
        return ""
    words = quote(index, anchor["article"], (anchor["start"], anchor["end"]))
    return "".join(piece.text for piece in words.pieces)


def _clip(words: str, most: int = 160) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _copies(index: RecordIndex) -> dict[str, CopyOf]:
    """For each article that is not the first of its group: what it is of which article."""
    found = {}
    for group in index.record.get("origins") or ():
        members: Sequence[Json] = group.get("articles") or ()
        known = {member["article"] for member in members} & index.by_id.keys()
        for member in members[1:]:
            origin = member.get("from") if member.get("from") in known else members[0]["article"]
            tag = source_tag(index, str(origin))
            found[member["article"]] = CopyOf(member.get("relation") or "unknown", tag)
    return found


def _cite(article: Json, days: DayInterval, basis: str) -> str:
    parts = [article.get("outlet"), article.get("headline"), article["name"]]
    if days.known:
        parts.append(f"published {interval_words(days).words} ({basis})")
    parts += [web_address(article.get("address")), f"sha256 {article.get('sha256', '')[:16]}"]
    return " · ".join(str(part) for part in parts if part)
