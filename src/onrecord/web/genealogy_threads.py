"""What joins articles from afar: a medium that they cite, an article that they cite, a newsroom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.values.days import DayInterval
from onrecord.web.datewords import DateWords, interval_words
from onrecord.web.genealogy import Thread
from onrecord.web.index import RecordIndex, SourceTag, published, source_tag
from onrecord.web.origin_rows import cited_by, medium_key, shared_newsrooms

type Json = Mapping[str, Any]

MOST_MEDIA = 12
"""Most sources outside the pile that have a row: those that most articles cite."""
_MOST_TAGS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A medium outside the pile through which statements came."""

    key: str
    """Equal for all printed forms of it."""
    medium: str
    """As printed."""
    before: int
    """Number of the first origin that cites it."""
    by: DateWords | None
    """Not after this day; None where it is not known."""
    tags: tuple[SourceTag, ...]
    """Articles that cite it."""
    more: int
    statements: int


def cited_media(index: RecordIndex, groups: Sequence[Json]) -> list[Cited]:
    """The media outside the pile that articles of these origins cite, in order."""
    cites: dict[str, list[tuple[int, Json]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for cite in _cites(group):
            if cite.get("origin") is None:
                cites[medium_key(cite)].append((number, cite))
    ranked = sorted(cites, key=lambda key: -len({c["anchor"]["article"] for _, c in cites[key]}))
    kept = set(ranked[:MOST_MEDIA])
    return [_cited(index, key, found) for key, found in cites.items() if key in kept]


def _cited(index: RecordIndex, key: str, found: Sequence[tuple[int, Json]]) -> Cited:
    places: dict[str, int] = {}
    for _, cite in found:
        places.setdefault(cite["anchor"]["article"], cite["anchor"]["start"])
    known = [a for a in places if a in index.by_id]
    lasts = [day for a in known if (day := published(index.by_id[a]).last)]
    tags = [source_tag(index, article, places[article]) for article in known]
    return Cited(
        key=key,
        medium=str(found[0][1]["medium"]),
        before=found[0][0],
        by=interval_words(DayInterval.on(min(lasts))) if lasts else None,
        tags=tuple(tags[:_MOST_TAGS]),
        more=max(0, len(tags) - _MOST_TAGS),
        statements=len(found),
    )


def threads_of(
    groups: Sequence[Json], articles: Mapping[str, int], media: Mapping[str, int]
) -> list[Thread]:
    """The threads between rows of a list.

    Args:
        groups: the origins in the list.
        articles: the row of each article, by its id.
        media: the row of each medium outside the pile, by its key.
    """
    heads = {str(g.get("id")): articles[g["articles"][0]["article"]] for g in groups}
    joined: dict[tuple[str, object], set[int]] = defaultdict(set)
    for group in groups:
        for cite in _cites(group):
            row = articles.get(cite["anchor"]["article"])
            start = media.get(medium_key(cite)) if cite.get("origin") is None else None
            if cite.get("origin") is not None:
                start = heads.get(str(cite["origin"]))
            if row is not None and start is not None and start < row:
                joined["statement", start] |= {start, row}
    rooms = shared_newsrooms(groups)
    for group in groups:
        member = group["articles"][0]
        room = str(member.get("newsroom") or "")
        if room in rooms:
            joined["newsroom", room].add(articles[member["article"]])
    return [
        Thread(kind, tuple(sorted(rows))) for (kind, _), rows in joined.items() if len(rows) > 1
    ]


def _cites(group: Json) -> Iterator[Json]:
    """What the articles of an origin cite; of a copy only what its origin does not cite."""
    before = cited_by(group["articles"][0])
    for number, member in enumerate(group["articles"]):
        for cite in member.get("cites") or ():
            if number == 0 or medium_key(cite) not in before:
                yield cite
