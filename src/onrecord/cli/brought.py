"""What newly added articles brought, as `onrecord add` prints it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from onrecord.cli.streams import counted, say

if TYPE_CHECKING:
    from onrecord.api import OpenRecord
    from onrecord.pipeline import IngestReport

type Row = Mapping[str, Any]

_MOST_ARTICLES = 20
"""So many new articles have a line each; where there are more, `onrecord news` shows them."""
_MOST_IN_FULL = 5
"""So many new articles have their first items under their line."""
_ITEMS = 3


def brought_rows(handle: OpenRecord, report: IngestReport) -> Sequence[Row] | None:
    """What each new article adds; None where there are too many."""
    if len(report.added) > _MOST_ARTICLES:
        return None
    return list(handle.brought(report.added)) if report.added else []


def print_brought(handle: OpenRecord, report: IngestReport) -> None:
    """A line an article on standard error, with its first items where there are few; in a new
    record everything is new, and nothing is shown."""
    if not report.added or len(handle.articles()) == len(report.added):
        return
    rows = brought_rows(handle, report)
    if rows is None:
        say(
            f"{counted(len(report.added), 'article')} new; what each adds:"
            f" onrecord news {handle.path} --new"
        )
        return
    from onrecord.cli.news_lines import print_brief  # noqa: PLC0415

    for row in rows:
        print_brief(row, items=_ITEMS if len(rows) <= _MOST_IN_FULL else 0)
