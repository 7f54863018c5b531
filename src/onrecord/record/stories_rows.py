"""The stories of a record and their events: the rows of `onrecord stories`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from onrecord.record.article_places import ArticlePlaces
from onrecord.record.articles_meant import ArticlesQuery, articles_meant

if TYPE_CHECKING:
    from onrecord.record.compile import Record

type Json = Mapping[str, Any]
type Row = dict[str, Any]


def stories_of(record: Record, query: ArticlesQuery) -> list[Row] | None:
    """The stories of a record with an article that passes, in the order of the record; None where
    none were looked for. Each has all of its articles, by the events that they report.

    Raises:
        UsageError: no story is called as asked for.
        SeveralNames: several are.
    """
    stories: Collection[Json] | None = record.tail["stories"]
    if stories is None:
        return None
    meant, places = articles_meant(record, query), ArticlePlaces(record.summaries)
    return [_row(one, places) for one in stories if not meant.isdisjoint(one["articles"])]


def _row(one: Json, places: ArticlePlaces) -> Row:
    return {
        **{key: one[key] for key in ("id", "name", "first", "last")},
        "articles": len(one["articles"]),
        "events": [
            {
                **{key: event[key] for key in ("id", "first", "last")},
                "articles": [places.row(article) for article in event["articles"]],
            }
            for event in one["events"]
        ],
    }
