"""`onrecord differences`: how reports of one thing differ."""

from __future__ import annotations

from collections import Counter
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
from onrecord.values.vocabulary import DifferenceReason

type Row = Mapping[str, Any]

MOST_OTHERS = 30
"""So many differences that are no conflicts are listed unasked; the others are counted."""
_SLOTS = ("number", "date", "place", "name", "who", "wording", "denial")


@click.command(
    epilog="Example:  onrecord differences story.db --reason conflict --about 'dam|gate'"
)
@RECORD
@click.option(
    "--reason",
    multiple=True,
    type=click.Choice([reason.value for reason in DifferenceReason]),
    help="Only of this reason; more than one may be given.",
)
@click.option(
    "--slot",
    multiple=True,
    type=click.Choice(_SLOTS),
    help="Only in this: a number, the date of an event, its place, ...",
)
@click.option("--about", metavar="WORDS", help="Only with these words in the two sentences.")
@OUTLET
@SINCE
@UNTIL
@STORY
@click.option("--all", "all_", is_flag=True, help="All of them, however many there are.")
@AS_JSON
@AS_CSV
def command(
    record: Path,
    all_: bool,
    since: str | None,
    until: str | None,
    as_json: bool,
    as_csv: bool,
    **filters: Any,
) -> int:
    """Show where the articles of FILE differ about one thing: each with both sentences, the words
    in which they differ, and one reason. Conflicts, which cannot both hold, come first.

    What two reports are compared in: a number, the date of one event, its place, the names of those
    in it, who said or did it, the wording of one utterance, a denial.

    --since and --until are days of publication of either side. WORDS are as in `onrecord search`.
    Of differences that are no conflicts the first 30 are listed unasked. The ids serve `onrecord
    why`.
    """
    from onrecord.record.differences_rows import (  # noqa: PLC0415
        DifferencesQuery,
        differences_of,
    )

    query = DifferencesQuery(
        since=read_bound(since, last=False), until=read_bound(until, last=True), **filters
    )
    with compiled_record(record) as compiled:
        rows = differences_of(compiled, query)
    if rows is None:
        return not_looked_for(record, "differences")
    if as_json:
        print_json(rows)
    elif as_csv:
        from onrecord.cli.difference_lines import CSV_COLUMNS, csv_rows  # noqa: PLC0415

        print_csv(csv_rows(rows), CSV_COLUMNS)
    else:
        _print(rows, all_=all_ or bool(query.reason or query.slot or query.about))
    if not rows:
        say("none found")
    return 0


def _print(rows: Sequence[Row], *, all_: bool) -> None:
    """Conflicts, then the others, as many as are wanted."""
    from onrecord.cli.difference_lines import print_difference  # noqa: PLC0415

    conflicts = [row for row in rows if row["reason"] == DifferenceReason.CONFLICT]
    others = rows[len(conflicts) :]
    listed = others if all_ else others[:MOST_OTHERS]
    for row in (*conflicts, *listed):
        print_difference(row)
    if not rows:
        return
    counts = Counter(row["reason"] for row in rows)
    told = ", ".join(f"{number} {reason}" for reason, number in counts.items())
    hidden = len(others) - len(listed)
    say(
        f"{counted(len(rows), 'difference')} ({told})"
        + (f"; {hidden} not listed (--all)" if hidden else "")
    )
