"""Rows of every view by story: which story a person means, and what of a view belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from onrecord.errors import SeveralNames, UsageError
from onrecord.record.name_search import is_id
from onrecord.text.folding import fold_words

type Json = Mapping[str, Any]


def meant_story(stories: Iterable[Json], typed: str) -> Json:
    """The story that somebody means by its id, the beginning of it, or words of its name.

    Words are compared without case and accents; all of them must stand in the name, in any order.
    A name that is typed in full is meant before others that hold its words.

    Raises:
        UsageError: none fits.
        SeveralNames: several fit; none is chosen.
    """
    stories = list(stories)
    found = [one for one in stories if is_id(typed) and one["id"].startswith(typed)]
    if not found:
        wanted = fold_words(typed)
        found = [
            one for one in stories if wanted and set(wanted) <= set(fold_words(one["name"] or ""))
        ]
        whole = [one for one in found if fold_words(one["name"]) == wanted]
        found = whole or found
    if not found:
        raise UsageError(f"{typed!r}: no story has this id or these words in its name")
    if len(found) > 1:
        raise SeveralNames(typed, found, {one["id"]: len(one["articles"]) for one in found})
    return found[0]


def articles_of(story: Json) -> frozenset[str]:
    """Ids of the articles of a story."""
    return frozenset(story["articles"])


def select_rows(
    view: str, rows: Iterable[Json], story: Json, *, entities: Iterable[Json] = ()
) -> list[Any]:
    """The rows of a view that belong to a story, whole, in the order given: those of which one of
    its articles tells; of differences those of which both sides are told by it.

    Args:
        view: its name: articles, search, timeline, quotes, figures, series, who, entities,
            origins, differences, news or attributions.
        rows: as the view or the JSON of the record has them.
        story: as the JSON of the record has it.
        entities: those of the record, of which rows of `who` have only the ids.
    """
    articles = articles_of(story)
    if view == "who":
        named = {one["id"] for one in entities if not articles.isdisjoint(_mentioning(one))}
        return [row for row in rows if row["id"] in named]
    if view == "differences":
        return [row for row in rows if articles.issuperset(_sides(row))]
    tellers = _TELLERS[view]
    return [row for row in rows if not articles.isdisjoint(tellers(row))]


def story_of_article(stories: Iterable[Json]) -> dict[str, str]:
    """The id of the story of each article, by the article's id."""
    return {article: one["id"] for one in stories for article in one["articles"]}


def _own(row: Json) -> Collection[str]:
    return (row["article"],)


def _of_each(key: str) -> Callable[[Json], Iterator[str]]:
    def articles(row: Json) -> Iterator[str]:
        for one in row[key]:
            yield one["article"]

    return articles


_mentioning = _of_each("mentions")


def _sides(row: Json) -> Sequence[str]:
    return [row[side]["article"] for side in ("left", "right") if row[side] is not None]


_TELLERS: Mapping[str, Callable[[Json], Iterable[str]]] = {
    "articles": lambda row: (row["id"],),
    "search": _own,
    "news": _own,
    "figures": _own,
    "attributions": _own,
    "timeline": _of_each("support"),
    "quotes": _of_each("wordings"),
    "series": _of_each("points"),
    "entities": _mentioning,
    "origins": _of_each("articles"),
}
"""Of a row of each view the articles that tell it."""
