"""`onrecord export`: the record in another format."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from onrecord.cli.options import RECORD, refuse_own_file
from onrecord.cli.page import warn_unlinked
from onrecord.cli.streams import say


@click.command(epilog="Example:  onrecord export iraq.db --to json -o iraq.json")
@RECORD
@click.option("--to", "format_name", default="json", show_default=True, help="Format: json.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to; default: standard output.",
)
def command(record: Path, format_name: str, output: Path | None) -> None:
    """Write the record FILE as JSON: the same articles and decisions give the same bytes."""
    from onrecord.api import open_record  # noqa: PLC0415
    from onrecord.exports.formats import export_format, write_whole  # noqa: PLC0415

    chosen = export_format(format_name)
    if output is not None:
        refuse_own_file(record, output)
    handle = open_record(record)
    warn_unlinked(handle.finish_links())
    with handle.reading() as file:
        pieces = chosen.write(handle.compiled(file))
        if output is None:
            for piece in pieces:
                sys.stdout.buffer.write(piece.encode("utf-8", "replace"))
            sys.stdout.buffer.flush()
        else:
            write_whole(output, pieces)
            say(f"{output}: written")
