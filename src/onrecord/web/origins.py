"""Groups of articles that share an origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.web.datewords import DateWords, interval_words
from onrecord.web.excerpts import WORDS, count_words
from onrecord.web.gauge import Gauge, gauge
from onrecord.web.index import (
    Json,
    RecordIndex,
    SourceTag,
    language,
    published,
    source_tag,
)

_MOST_PASSAGES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An article of a group."""

    source: SourceTag
    when: DateWords
    gauge: Gauge
    headline: str | None
    name: str
    language: str | None
    agency: str | None
    relation: str
    why: str
    is_first: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that two articles print."""

    words: str
    left: SourceTag
    right: SourceTag
    characters: tuple[tuple[int, int], tuple[int, int]]
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginGroup:
    """Two or more articles that descend from one report."""

    key: str
    medium: str | None
    members: tuple[Member, ...]
    passages: tuple[Shared, ...]
    more_passages: int


def has_copies(record: Mapping[str, Any]) -> bool:
    """Whether two articles of the record share an origin."""
    return any(len(group.get("articles") or ()) > 1 for group in record.get("origins") or ())


def list_origins(index: RecordIndex) -> tuple[OriginGroup, ...]:
    """The groups of two and more, in the order of the record."""
    groups = [g for g in index.record.get("origins") or () if len(g.get("articles") or ()) > 1]
    return tuple(_group(index, number, group) for number, group in enumerate(groups, 1))


def _group(index: RecordIndex, number: int, group: Json) -> OriginGroup:
    known = [m for m in group["articles"] if m["article"] in index.by_id]
    pairs = [p for p in group.get("passages") or () if p.get("left") and p.get("right")]
    shown = () if index.mode == "none" else pairs[:_MOST_PASSAGES]
    return OriginGroup(
        key=f"o-{number}",
        medium=group.get("medium"),
        members=tuple(_member(index, m, n == 0) for n, m in enumerate(known)),
        passages=tuple(_shared(index, pair) for pair in shown),
        more_passages=len(pairs) - len(shown),
    )


def _member(index: RecordIndex, member: Json, is_first: bool) -> Member:
    article = index.by_id[member["article"]]
    days = published(article)
    return Member(
        source=source_tag(index, article["id"]),
        when=interval_words(days),
        gauge=gauge(days),
        headline=article.get("headline"),
        name=article["name"],
        language=language(article),
        agency=article.get("agency"),
        relation=member.get("relation") or "unknown",
        why=member.get("why") or "",
        is_first=is_first,
    )


def _shared(index: RecordIndex, pair: Json) -> Shared:
    left, right = pair["left"], pair["right"]
    article = index.by_id.get(left["article"])
    return Shared(
        words=_opening(left["text"]),
        left=source_tag(index, left["article"], left["start"]),
        right=source_tag(index, right["article"], right["start"]),
        characters=((left["start"], left["end"]), (right["start"], right["end"])),
        language=language(article) if article else None,
    )


def _opening(words: str) -> str:
    """At most a third of a paragraph's allowance: the copies show more."""
    if count_words(words) <= WORDS // 3 and len(words) <= 200:
        return " ".join(words.split())
    return " ".join(words[:200].split()[: WORDS // 3]) + " …"
