"""Rule and evidence of anything that a record shows."""

from __future__ import annotations

from onrecord.decisions import split_place
from onrecord.errors import NoSuchArticle, UsageError
from onrecord.explain.of_article import of_article
from onrecord.explain.of_figures import of_figures
from onrecord.explain.of_group import of_entry, of_names_and_words, of_origin
from onrecord.explain.of_place import of_place
from onrecord.explain.reasons import Reason
from onrecord.store.file import RecordFile

__all__ = ["Reason", "explain"]


def explain(record: RecordFile, what: str) -> list[Reason]:
    """The reasons behind an article, a place in one (`ARTICLE:START`), a group of copies, an entry
    of the timeline, an entity, an attribution, a variant, a figure or a series.

    Raises:
        NoSuchArticle: nothing has this id or name.
        UsageError: the place is outside of the text.
    """
    try:
        return list(of_article(record, record.article(record.find(what))))
    except NoSuchArticle:
        found = [
            *of_origin(record, what),
            *of_entry(record, what),
            *of_names_and_words(record, what),
            *of_figures(record, what),
        ]
        if found:
            return found
        if ":" not in what:
            raise
    name, start = split_place(what)
    article = record.article(record.find(name))
    if start >= len(article.text):
        raise UsageError(f"{what}: the text has {len(article.text)} characters")
    return list(of_place(record, article, start))
