"""Which articles are copies of one report: the rows of `onrecord origins`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from onrecord.record.article_places import ArticlePlaces
from onrecord.record.articles_meant import ArticlesQuery, articles_meant

if TYPE_CHECKING:
    from onrecord.record.compile import Record

type Json = Mapping[str, Any]
type Row = dict[str, Any]


def origins_of_record(
    record: Record, query: ArticlesQuery, *, relation: Collection[str] = ()
) -> list[Row] | None:
    """The origins of a record with an article that passes, those of most articles first; None where
    none were looked for.

    A row has all articles of its origin, in the order of the record: `relation` and `why` say how
    each stands to it, `from` which one it is copied from, `share` how much of its own words these
    are, `cites` which media it names, with their origins where these are at hand. `passages` are
    the words that two of them share, `versions` what a later one took out and added.

    Args:
        record: the record.
        query: which articles.
        relation: only origins with an article of one of these relations.

    Raises:
        UsageError: no story is called as asked for.
        SeveralNames: several are.
    """
    origins: Collection[Json] | None = record.tail["origins"]
    if origins is None:
        return None
    meant, places = articles_meant(record, query), ArticlePlaces(record.summaries)
    rows = [
        _row(one, places)
        for one in origins
        if any(
            member["article"] in meant and (not relation or member["relation"] in relation)
            for member in one["articles"]
        )
    ]
    return sorted(rows, key=lambda row: -len(row["articles"]))


def _row(one: Json, places: ArticlePlaces) -> Row:
    members = [_member(member, places) for member in one["articles"]]
    return {
        "id": one["id"],
        "medium": one["medium"],
        "outlets": len({member["outlet"] for member in members if member["outlet"]}),
        "articles": members,
        "passages": [
            {side: places.shown(passage[side]) for side in ("left", "right")}
            for passage in one["passages"]
        ],
        "versions": [
            {
                **{side: places.row(version[side]) for side in ("left", "right")},
                **{
                    change: [places.shown(anchor) for anchor in version[change]]
                    for change in ("taken_out", "added")
                },
            }
            for version in one.get("versions") or ()
        ],
    }


def _member(member: Json, places: ArticlePlaces) -> Row:
    return {
        **places.row(member["article"]),
        "relation": member["relation"],
        "why": member["why"],
        "from": member.get("from"),
        "share": member.get("share"),
        "newsroom": member.get("newsroom"),
        "cites": [
            {
                "medium": cited["medium"],
                "origin": cited["origin"],
                **places.shown(cited["anchor"]),
            }
            for cited in member.get("cites") or ()
        ],
    }
