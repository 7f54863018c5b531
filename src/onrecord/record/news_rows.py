"""What each article adds to everything before it: the rows of `onrecord news`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.record.article_places import ArticlePlaces
from onrecord.record.articles_meant import ArticlesQuery, articles_meant

if TYPE_CHECKING:
    from onrecord.record.compile import Record

type Json = Mapping[str, Any]
type Row = dict[str, Any]

NEWS_KINDS = ("event", "statement", "figure", "name", "difference")
"""The kinds of news, in the order in which they are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsQuery(ArticlesQuery):
    """What is asked for; every part that is given must fit."""

    kind: Collection[str] = ()
    """Only news of these kinds, and only articles that have some."""
    articles: Collection[str] | None = None
    """Only these articles, by their ids; None: all."""


def news_of_record(record: Record, query: NewsQuery) -> list[Row] | None:
    """What the articles of a record that pass add and repeat, in the order of the record; None
    where no news were looked for.

    Raises:
        UsageError: no story is called as asked for.
        SeveralNames: several are.
    """
    news: Sequence[Json] | None = record.tail["news"]
    if news is None:
        return None
    meant = articles_meant(record, query)
    if query.articles is not None:
        meant &= frozenset(query.articles)
    rows = news_rows(
        (one for one in news if one["article"] in meant),
        ArticlePlaces(record.summaries),
        text_of=lambda id_: record.lookups.article(id_).text,
    )
    if not query.kind:
        return rows
    return [row for row in (_only(row, query.kind) for row in rows) if row["adds"]]


def news_rows(
    news: Iterable[Json], places: ArticlePlaces, *, text_of: Callable[[str], str]
) -> list[Row]:
    """News of articles with the labels and places of all that they name.

    `counts` has how many of each kind an article adds, `repeated` and `retold` how many of its
    `sentences` an earlier article has told nearly in the same words and in others.

    Args:
        news: as the JSON of the record has them.
        places: names of the articles.
        text_of: the text of the article with an id.
    """
    return [_row(one, places, text_of) for one in news]


def _row(one: Json, places: ArticlePlaces, text_of: Callable[[str], str]) -> Row:
    adds = [_item(item, places) for item in one["adds"]]
    text = text_of(one["article"]) if one["repeats"] else ""
    told = Counter(repeat["kind"] for repeat in one["repeats"])
    return {
        **places.row(one["article"]),
        "counts": _counts(adds),
        "adds": adds,
        "sentences": one["sentences"],
        "repeated": told["repeat"],
        "retold": told["retelling"],
        "repeats": [_repeat(repeat, one["article"], text, places) for repeat in one["repeats"]],
    }


def _only(row: Row, kinds: Collection[str]) -> Row:
    adds = [item for item in row["adds"] if item["kind"] in kinds]
    return {**row, "adds": adds, "counts": _counts(adds)}


def _counts(adds: Iterable[Json]) -> dict[str, int]:
    counts = Counter(item["kind"] for item in adds)
    return {kind: counts[kind] for kind in NEWS_KINDS}


def _item(item: Json, places: ArticlePlaces) -> Row:
    before = item.get("before")
    return {
        "kind": item["kind"],
        "about": item.get("about"),
        **places.shown(item["anchor"]),
        "before": places.shown(before) if before else None,
        "why": item["why"],
    }


def _repeat(repeat: Json, article: str, text: str, places: ArticlePlaces) -> Row:
    of = repeat["of"]
    return {
        **{key: repeat[key] for key in ("start", "end", "kind")},
        "text": text[repeat["start"] : repeat["end"]],
        "at": places.place({"article": article, "start": repeat["start"]}),
        "of": {
            **{key: of[key] for key in ("article", "start", "end")},
            "label": places.label(of["article"]),
            "at": places.place(of),
        },
    }
