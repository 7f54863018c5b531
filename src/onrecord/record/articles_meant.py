"""Which articles a view is asked for: by outlet, day of publication and story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict

from onrecord.record.story_filter import articles_of, meant_story, select_rows
from onrecord.text.folding import fold
from onrecord.values.stored import ArticleSummary

if TYPE_CHECKING:
    from onrecord.record.compile import Record

type Json = Mapping[str, Any]


class ArticleFilters(TypedDict, total=False):
    """The parts of an `ArticlesQuery` as keyword arguments."""

    outlet: str | None
    since: date | None
    until: date | None
    story: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesQuery:
    """What is asked for; every part that is given must fit."""

    outlet: str | None = None
    """Part of the printed name of the outlet or agency, folded."""
    since: date | None = None
    """Only what may have been published on this day or later; undated articles pass no date."""
    until: date | None = None
    story: str | None = None
    """A story: its id, the beginning of it, or words of its name."""

    def admits(self, summary: ArticleSummary) -> bool:
        """Whether an article passes by outlet and day."""
        if self.outlet is not None:
            names = fold(f"{summary.outlet or ''} | {summary.agency or ''}")
            if fold(self.outlet) not in names:
                return False
        days = summary.published
        if (self.since or self.until) and not days.known:
            return False
        if self.since and days.last and days.last < self.since:
            return False
        return not (self.until and days.first and days.first > self.until)


def articles_meant(record: Record, query: ArticlesQuery) -> frozenset[str]:
    """The ids of the articles that pass.

    Raises:
        UsageError: no story is called so.
        SeveralNames: several are.
    """
    found = frozenset(summary.id for summary in record.summaries if query.admits(summary))
    if query.story is None:
        return found
    return found & articles_of_story(record, query.story)


def articles_of_story(record: Record, typed: str) -> frozenset[str]:
    """The ids of the articles of a story.

    Raises:
        UsageError: no story is called so.
        SeveralNames: several are.
    """
    return articles_of(meant_story(record.tail["stories"] or (), typed))


def rows_of_story(record: Record, view: str, rows: Sequence[Json], typed: str | None) -> list[Any]:
    """The rows of a view that belong to a story; all where none is asked for.

    Args:
        record: the record.
        view: its name, as `story_filter.select_rows` takes it.
        rows: of the view.
        typed: the story's id, the beginning of it, or words of its name.

    Raises:
        UsageError: no story is called so.
        SeveralNames: several are.
    """
    if typed is None:
        return list(rows)
    story = meant_story(record.tail["stories"] or (), typed)
    return select_rows(view, rows, story, entities=record.tail["entities"] or ())
