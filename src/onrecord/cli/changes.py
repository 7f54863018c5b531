"""`onrecord changes`: what changed since an earlier export."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import AS_CSV, AS_JSON, RECORD
from onrecord.cli.streams import counted, print_csv, print_json, say

if TYPE_CHECKING:
    from onrecord.record.changes import Change

_PARTS = ("record", "article", "story", "origin", "entry", "series", "difference", "name")


@click.command(epilog="Example:  onrecord changes story.db monday.json --part entry")
@RECORD
@click.argument(
    "old", metavar="OLD.json", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--part",
    multiple=True,
    type=click.Choice(_PARTS),
    help="Only changes of this; more than one may be given.",
)
@AS_JSON
@AS_CSV
def command(record: Path, old: Path, part: tuple[str, ...], as_json: bool, as_csv: bool) -> int:
    """Show what changed in FILE since OLD.json was exported from it (`onrecord export`): articles
    added, gone or re-dated; entries of the timeline added, gone, re-dated, merged, split, told by
    other origins or reported otherwise (scheduled, now happened); series with other reports;
    differences; names that became one.

    Things are recognised by the words that they hang on, so that a new id is no change. Behind each
    stands which article is the cause, as far as it is one. OLD.json may be of an older program, and
    packed (.gz).
    """
    from onrecord.api import open_record  # noqa: PLC0415
    from onrecord.cli.page import warn_unlinked  # noqa: PLC0415
    from onrecord.exports.earlier import read_export  # noqa: PLC0415
    from onrecord.record.changes import changes_between  # noqa: PLC0415

    earlier = read_export(old)
    handle = open_record(record)
    warn_unlinked(handle.finish_links())
    changes = [
        one for one in changes_between(earlier, handle.to_dict()) if not part or one.part in part
    ]
    if as_json:
        print_json([one.as_dict() for one in changes])
    elif as_csv:
        from onrecord.cli.change_lines import CSV_COLUMNS, csv_rows  # noqa: PLC0415

        print_csv(csv_rows(changes), CSV_COLUMNS)
    else:
        from onrecord.cli.change_lines import print_changes  # noqa: PLC0415

        print_changes(changes)
    _say_counts(changes)
    return 0


def _say_counts(changes: Sequence[Change]) -> None:
    counts = Counter(one.part for one in changes)
    told = ", ".join(f"{counts[part]} {part}" for part in _PARTS if counts[part])
    say(f"{counted(len(changes), 'change')} ({told})" if changes else "nothing changed")
