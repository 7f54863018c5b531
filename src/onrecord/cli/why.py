"""`onrecord why`: rule and evidence of anything shown."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import AS_JSON, RECORD
from onrecord.cli.streams import print_json, print_table, printable, shorten


@click.command(epilog="Example:  onrecord why iraq.db 002.txt:120")
@RECORD
@click.argument("what", metavar="ID|ARTICLE|ARTICLE:START")
@AS_JSON
def command(record: Path, what: str, as_json: bool) -> None:
    """Show why FILE says what it says: of an article its fields and dates, of a place in an article
    its paragraph, sentence, names and figures, of a group of copies its members, of a figure how
    each part was read, of a series why its reports stand together and others apart.
    """
    from onrecord.api import open_record  # noqa: PLC0415
    from onrecord.explain import explain  # noqa: PLC0415

    with open_record(record).reading() as file:
        reasons = explain(file, what)
    if as_json:
        print_json([reason.as_dict() for reason in reasons])
        return
    print_table(
        [
            [r.what, printable(shorten(r.value, 60)), r.basis, r.why, r.place, shorten(r.words, 80)]
            for r in reasons
        ],
        headings=("what", "value", "basis", "why", "place", "words"),
    )
