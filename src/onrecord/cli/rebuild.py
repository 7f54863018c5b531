"""`onrecord rebuild`: make the results anew."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import RECORD
from onrecord.cli.streams import counted, say


@click.command(epilog="Example:  onrecord rebuild iraq.db")
@RECORD
@click.option("--stale", is_flag=True, help="Only what another version made.")
def command(record: Path, stale: bool) -> None:
    """Make all results of FILE anew from the bytes as received; decisions are kept and hold."""
    from onrecord import pipeline  # noqa: PLC0415
    from onrecord.api import open_record, program_version  # noqa: PLC0415
    from onrecord.errors import NotARecord  # noqa: PLC0415

    handle = open_record(record)
    if not record.exists():
        raise NotARecord(f"{record}: no such record")
    with handle.writing() as file:
        pipeline.note_versions(file, handle.settings, program_version())
        count = pipeline.rebuild(file, settings=handle.settings, every=not stale)
    say(f"{counted(count, 'article')} made anew")
