"""`onrecord news`: what each article adds to everything before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.options import (
    AS_CSV,
    AS_JSON,
    OUTLET,
    RECORD,
    STORY,
    read_bound,
)
from onrecord.cli.streams import counted, print_csv, print_json, say
from onrecord.cli.viewing import compiled_of, not_looked_for

if TYPE_CHECKING:
    from onrecord.api import OpenRecord
    from onrecord.record.news_rows import NewsQuery

type Row = Mapping[str, Any]

_KINDS = ("event", "statement", "figure", "name", "difference")


@click.command(epilog="Example:  onrecord news story.db --new")
@RECORD
@click.option("--since", metavar="DAY", help="Only articles published from this day on.")
@click.option("--until", metavar="DAY", help="Only articles published up to this day.")
@click.option("--new", is_flag=True, help="Only articles added since you last looked with --new.")
@click.option(
    "--kind",
    multiple=True,
    type=click.Choice(_KINDS),
    help="Only news of this kind; more than one may be given.",
)
@OUTLET
@STORY
@click.option("--all", "all_", is_flag=True, help="Everything that each article adds and repeats.")
@AS_JSON
@AS_CSV
def command(
    record: Path,
    new: bool,
    all_: bool,
    since: str | None,
    until: str | None,
    as_json: bool,
    as_csv: bool,
    **filters: Any,
) -> int:
    """Show what each article of FILE adds to everything published before it, in order of
    publication: events, statements, figures, names and differences that nobody told before, each
    in its printed words; and how many of its sentences an earlier article has told, and which.

    A figure stands with its value before. With --new you see what was added to FILE since you
    last looked so, old articles found late among them; FILE keeps that clock, exports do not.
    """
    from onrecord.api import open_record  # noqa: PLC0415
    from onrecord.record.news_rows import NewsQuery  # noqa: PLC0415

    handle = open_record(record)
    unseen = handle.unseen() if new else None
    query = NewsQuery(
        since=read_bound(since, last=False),
        until=read_bound(until, last=True),
        articles=unseen,
        **filters,
    )
    rows = _rows(handle, query) if unseen is None or unseen else []
    if rows is None:
        return not_looked_for(record, "news")
    if as_json:
        print_json(rows)
    elif as_csv:
        from onrecord.cli.news_lines import CSV_COLUMNS, csv_rows  # noqa: PLC0415

        print_csv(csv_rows(rows), CSV_COLUMNS)
    else:
        from onrecord.cli.news_lines import print_article  # noqa: PLC0415

        for row in rows:
            print_article(row, all_=all_ or bool(filters["kind"]))
    _say_counts(rows, new=new)
    if new and rows:
        _note_seen(handle, rows)
    return 0


def _rows(handle: OpenRecord, query: NewsQuery) -> list[Row] | None:
    from onrecord.record.news_rows import news_of_record  # noqa: PLC0415

    with compiled_of(handle) as compiled:
        found = news_of_record(compiled, query)
    return None if found is None else list(found)


def _say_counts(rows: Sequence[Row], *, new: bool) -> None:
    if not rows:
        say("nothing new since the last look" if new else "none found")
        return
    items = sum(len(row["adds"]) for row in rows)
    nothing = sum(not row["adds"] for row in rows)
    told = f"{counted(len(rows), 'article')}, {counted(items, 'item')}"
    say(f"{told}; nothing new found in {nothing}" if nothing else told)


def _note_seen(handle: OpenRecord, rows: Sequence[Row]) -> None:
    """What is listed counts as seen; a file that cannot be written is told of."""
    from onrecord.errors import RecordFileError  # noqa: PLC0415

    try:
        handle.note_seen([row["article"] for row in rows])
    except RecordFileError:
        say(f"{handle.path}: cannot be written; it will not know that you have seen these")
