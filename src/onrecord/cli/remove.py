"""`onrecord remove`: take articles out."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import RECORD
from onrecord.cli.streams import say


@click.command(epilog="Example:  onrecord remove iraq.db 003.txt --purge")
@RECORD
@click.argument("names", metavar="[ARTICLE...]", nargs=-1)
@click.option(
    "--purge",
    is_flag=True,
    help="Also erase its bytes, text and index entries from the file for good.",
)
def command(record: Path, names: tuple[str, ...], purge: bool) -> None:
    """Take ARTICLE out of FILE; what was decided about it stays, as an orphan.

    ARTICLE is a file name, an id, a label, or a unique beginning of a name or id. Without any,
    `--purge` erases what was removed before.
    """
    from onrecord import pipeline  # noqa: PLC0415
    from onrecord.api import open_record  # noqa: PLC0415
    from onrecord.errors import NotARecord  # noqa: PLC0415

    if not names and not purge:
        raise click.UsageError("name an article to remove; `onrecord articles` lists them")
    if not record.exists():
        raise NotARecord(f"{record}: no such record")
    with open_record(record).writing() as file:
        ids = list(dict.fromkeys(file.find(name) for name in names))
        pipeline.remove(file, ids, purge=purge)
    say(f"{len(ids)} removed" + (", and erased from the file" if purge else ""))
