"""`onrecord origins`: which articles are copies of one report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import (
    AS_CSV,
    AS_JSON,
    OUTLET,
    RECORD,
    SINCE,
    STORY,
    UNTIL,
    read_bound,
)
from onrecord.cli.streams import counted, print_csv, print_json, say
from onrecord.cli.viewing import compiled_record, not_looked_for
from onrecord.values.vocabulary import Relation

type Row = Mapping[str, Any]

MOST_ALONE = 30
"""So many articles without a copy are listed unasked; where there are more, they are counted."""


@click.command(epilog="Example:  onrecord origins story.db --outlet tribune --passages")
@RECORD
@OUTLET
@SINCE
@UNTIL
@STORY
@click.option(
    "--relation",
    multiple=True,
    type=click.Choice([relation.value for relation in Relation]),
    help="Only origins with an article of this relation; more than one may be given.",
)
@click.option("--passages", is_flag=True, help="Every shared passage and changed word, in full.")
@click.option("--all", "all_", is_flag=True, help="Also every article without a copy.")
@AS_JSON
@AS_CSV
def command(
    record: Path,
    outlet: str | None,
    since: str | None,
    until: str | None,
    story: str | None,
    relation: tuple[str, ...],
    passages: bool,
    all_: bool,
    as_json: bool,
    as_csv: bool,
) -> int:
    """Show which articles of FILE descend from one report, those of most articles first; an origin
    counts once, however many outlets print it.

    Each article stands under the one from which it is copied, with how much of its own words these
    are, and why. Under it, what they share, and which media it names as its source. Of versions of
    one report: the words taken out and put in.

    --since and --until are days of publication. Articles without a copy are only counted where
    there are more than 30. The ids serve `onrecord why`.
    """
    from onrecord.record.articles_meant import ArticlesQuery  # noqa: PLC0415
    from onrecord.record.origins_rows import origins_of_record  # noqa: PLC0415

    query = ArticlesQuery(
        outlet=outlet,
        since=read_bound(since, last=False),
        until=read_bound(until, last=True),
        story=story,
    )
    with compiled_record(record) as compiled:
        rows = origins_of_record(compiled, query, relation=relation)
    if rows is None:
        return not_looked_for(record, "origins")
    if as_json:
        print_json(rows)
    elif as_csv:
        from onrecord.cli.origin_lines import CSV_COLUMNS, csv_rows  # noqa: PLC0415

        print_csv(csv_rows(rows), CSV_COLUMNS)
    else:
        asked = all_ or bool(outlet or relation or story)
        _print(rows, passages=passages, all_=asked)
    if not rows:
        say("none found")
    return 0


def _print(rows: Sequence[Row], *, passages: bool, all_: bool) -> None:
    """Origins of several articles, then the others, a line each, or how many there are."""
    from onrecord.cli.origin_lines import print_alone, print_origin  # noqa: PLC0415

    several = [row for row in rows if len(row["articles"]) > 1]
    alone = [row for row in rows if len(row["articles"]) == 1]
    for row in several:
        print_origin(row, passages=passages)
    listed = alone if all_ or len(alone) <= MOST_ALONE else []
    for row in listed:
        print_alone(row)
    if not rows:
        return
    articles = sum(len(row["articles"]) for row in rows)
    parts = [f"{counted(len(rows), 'origin')}, {counted(articles, 'article')}"]
    if several:
        copies = sum(len(row["articles"]) for row in several)
        parts.append(f"{len(several)} of several articles ({copies})")
    if len(listed) < len(alone):
        parts.append(f"{len(alone)} of one article, not listed (--all)")
    say("; ".join(parts))
