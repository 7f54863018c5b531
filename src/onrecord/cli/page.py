"""`onrecord page`: the record as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from onrecord.cli.options import RECORD, refuse_own_file
from onrecord.cli.streams import say


@click.command(epilog="Example:  onrecord page iraq.db -o iraq.html --text full")
@RECORD
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to; default FILE.html",
)
@click.option(
    "--text",
    "text_mode",
    type=click.Choice(["none", "excerpts", "full"]),
    default="excerpts",
    show_default=True,
    help="How much of the articles' text the page holds; the texts belong to their publishers.",
)
@click.option("--name", help="Name of the story, in your words.")
def command(
    record: Path,
    output: Path | None,
    text_mode: Literal["none", "excerpts", "full"],
    name: str | None,
) -> None:
    """Write the record FILE as one self-contained page, for screen, phone and paper."""
    from onrecord.api import open_record  # noqa: PLC0415
    from onrecord.exports.formats import write_whole  # noqa: PLC0415
    from onrecord.web.page import render_page  # noqa: PLC0415

    target = output or record.with_suffix(".html")
    refuse_own_file(record, target)
    handle = open_record(record)
    warn_unlinked(handle.finish_links())
    with handle.reading() as file:
        page = render_page(handle.compiled(file).as_dict(), text=text_mode, name=name)
    write_whole(target, [page])
    say(f"{target}: {len(page.encode('utf-8', 'replace')) / 1000:,.0f} kB, text {text_mode}")


def warn_unlinked(count: int) -> None:
    """Say that links are pending where the file could not be written."""
    if count:
        say(f"{count} articles are not linked yet, and the file cannot be written to link them")
