"""Rule and evidence of anything that a record shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.decisions import split_place
from onrecord.errors import NoSuchArticle, UsageError
from onrecord.explain.asked import Asked
from onrecord.explain.of_article import of_article
from onrecord.explain.of_figures import of_figures
from onrecord.explain.of_group import of_entry, of_names_and_words
from onrecord.explain.of_place import of_place
from onrecord.explain.of_reports import (
    news_at,
    news_of_article,
    of_differences,
    of_origins,
    of_stories,
)
from onrecord.explain.reasons import Reason
from onrecord.store.file import RecordFile

__all__ = ["Reason", "explain"]


def explain(record: RecordFile, what: str) -> list[Reason]:
    """The reasons behind an article, a place in one (`ARTICLE:START`), a group of copies, a
    difference, a story, an entry of the timeline, an entity, an attribution, a variant, a
    statement, a figure or a series.

    Raises:
        NoSuchArticle: nothing has this id or name.
        UsageError: the place is outside of the text.
    """
    asked = Asked(record, what)
    try:
        article = record.article(record.find(what))
    except NoSuchArticle:
        found = [reason for reasons in _BY_ID for reason in reasons(asked)]
        if found:
            return found
        if ":" not in what:
            raise
    else:
        return [*of_article(asked, article), *news_of_article(asked, article.id)]
    name, start = split_place(what)
    article = record.article(record.find(name))
    if start >= len(article.text):
        raise UsageError(f"{what}: the text has {len(article.text)} characters")
    return [*of_place(record, article, start), *news_at(asked, article.id, start)]


_BY_ID: tuple[Callable[[Asked], Iterable[Reason]], ...] = (
    *(of_origins, of_differences, of_stories),
    *(of_entry, of_names_and_words, of_figures),
)
"""What tells why a thing with an id is as it is; nothing where that is of another kind."""
