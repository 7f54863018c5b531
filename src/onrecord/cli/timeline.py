"""`onrecord timeline`: what happened when, according to whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.documents import document_form, write_document
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
from onrecord.cli.streams import EXIT_FAILED, counted, print_csv, print_json, say
from onrecord.cli.viewing import compiled_record
from onrecord.values.vocabulary import EventStatus

if TYPE_CHECKING:
    from onrecord.record.compile import Record

type Json = Mapping[str, Any]


@click.command(
    epilog="Example:  onrecord timeline iraq.db --since 2020-01 --top 20 -o chronology.docx"
)
@RECORD
@SINCE
@UNTIL
@click.option("--about", metavar="WORDS", help="Only entries whose sentences hold the words.")
@OUTLET
@STORY
@click.option(
    "--status",
    multiple=True,
    type=click.Choice([status.value for status in EventStatus]),
    help="Only what is reported so; more than one may be given.",
)
@click.option(
    "--min-weight", type=click.FloatRange(0, 1), default=0.0, help="Only from this weight (0 to 1)."
)
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the N weightiest.")
@click.option("--kept", is_flag=True, help="Only what a person keeps (`decide keep`).")
@click.option("--hidden", is_flag=True, help="Also what a person hides (`decide hide`).")
@AS_JSON
@AS_CSV
@click.option(
    "--to", "document", type=click.Choice(["md", "docx"]), help="A chronology to hand in."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where the chronology goes; Markdown goes to standard output without it.",
)
@click.option("--name", help="Name of the story over the chronology, in your words.")
def command(
    record: Path,
    as_json: bool,
    as_csv: bool,
    document: str | None,
    output: Path | None,
    name: str | None,
    since: str | None,
    until: str | None,
    story: str | None,
    **filters: Any,
) -> int:
    """Show what happened when, as the articles of FILE report it: day, printed expression,
    sentence, sources. What did not happen, or not yet, is "reported as scheduled" and so on.

    An entry counts for --since and --until when its days overlap them. WORDS are as in `onrecord
    search`. Entries of uncertain date stand at their first possible day. Places are ARTICLE:START,
    and the id at the head of an entry serves `onrecord decide keep`, `hide` and `note`.
    """

    target = document_form(record, document, output, other_form=as_json or as_csv)
    bounds = {"since": read_bound(since, last=False), "until": read_bound(until, last=True)}
    with compiled_record(record) as compiled:
        entries = _selected(compiled, {**bounds, **filters}, story)
        if entries is None:
            say(f"{record}: no timeline was looked for; `onrecord rebuild {record}` makes it")
            return EXIT_FAILED
        if target is not None:
            _write(compiled, entries, target, output, name)
        elif as_json:
            print_json(entries)
        elif as_csv:
            from onrecord.cli.entries import CSV_COLUMNS, csv_rows  # noqa: PLC0415

            print_csv(csv_rows(compiled, entries), CSV_COLUMNS)
        else:
            from onrecord.cli.entries import print_entries  # noqa: PLC0415

            print_entries(compiled, entries)
    say(counted(len(entries), "entry", "entries") if entries else "none found")
    return 0


def _selected(compiled: Record, filters: Mapping[str, Any], story: str | None) -> list[Json] | None:
    """The entries that pass the filters; None where no timeline was looked for."""
    from onrecord.record.articles_meant import rows_of_story  # noqa: PLC0415
    from onrecord.record.timeline_filter import select_entries  # noqa: PLC0415

    timeline: Sequence[Json] | None = compiled.tail["timeline"]
    if timeline is None:
        return None
    outlets = {s.id: f"{s.outlet or ''} | {s.agency or ''}" for s in compiled.summaries}
    told = rows_of_story(compiled, "timeline", timeline, story)
    return select_entries(told, outlets=outlets, **filters)


def _write(
    compiled: Record, entries: Sequence[Json], form: str, output: Path | None, name: str | None
) -> None:
    from onrecord.exports.chronology import compose_chronology  # noqa: PLC0415
    from onrecord.exports.chronology_docx import write_docx  # noqa: PLC0415
    from onrecord.exports.chronology_markdown import write_markdown  # noqa: PLC0415

    chronology = compose_chronology(compiled, entries, name=name)
    write_document(
        form,
        output,
        markdown=lambda: write_markdown(chronology),
        docx=lambda: write_docx(chronology),
    )
