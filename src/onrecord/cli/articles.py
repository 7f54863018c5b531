"""`onrecord articles`: the list of articles."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import AS_CSV, AS_JSON, OUTLET, RECORD, SINCE, STORY, UNTIL, read_bound
from onrecord.cli.streams import print_csv, print_json, print_table, shorten
from onrecord.cli.viewing import articles_told_of


@click.command(epilog="Example:  onrecord articles iraq.db --since 2020-06 --outlet post")
@RECORD
@OUTLET
@SINCE
@UNTIL
@STORY
@AS_JSON
@AS_CSV
def command(
    record: Path,
    outlet: str | None,
    since: str | None,
    until: str | None,
    story: str | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List the articles of FILE in order of time: day and its basis, outlet, agency, headline.

    An interval stands as first..last; a date that nothing tells is `undated`. Filters by date
    leave undated articles out.
    """
    from onrecord.api import open_record  # noqa: PLC0415
    from onrecord.record.articles_view import article_row  # noqa: PLC0415
    from onrecord.store.search import Filters  # noqa: PLC0415

    filters = Filters(
        outlet=outlet,
        since=read_bound(since, last=False),
        until=read_bound(until, last=True),
        articles=articles_told_of(record, story),
    )
    with open_record(record).reading() as file:
        rows = [article_row(summary) for summary in file.summaries() if filters.admit(summary)]
    if as_json:
        print_json(rows)
    elif as_csv:
        print_csv(rows, list(_COLUMNS))
    else:
        print_table(
            [_cells(row) for row in rows],
            headings=("published", "basis", "outlet", "agency", "name", "headline"),
        )


_COLUMNS = (
    "id", "label", "name", "outlet", "agency", "headline", "published_first", "published_last",
    "basis", "updated", "language", "analysed", "words",
)  # fmt: skip


def _cells(row: Mapping[str, Any]) -> list[str]:
    first, last = row["published_first"], row["published_last"]
    day = first if first == last else f"{first or ''}..{last or ''}"
    headline = row["headline"] or "–"
    if not row["analysed"]:
        headline = f"[{row['language']}, not analysed] {headline}"
    return [
        day or "undated",
        row["basis"],
        shorten(row["outlet"] or "unknown", 24),
        row["agency"] or "",
        shorten(row["name"], 32),
        shorten(headline, 200),
    ]
