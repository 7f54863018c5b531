"""`onrecord who`: people, organisations and places, and the forms of their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import AS_CSV, AS_JSON, RECORD, STORY
from onrecord.cli.streams import (
    EXIT_FAILED,
    counted,
    one_line,
    print_csv,
    print_json,
    print_table,
    say,
)
from onrecord.cli.viewing import compiled_record
from onrecord.values.vocabulary import EntityType

type Row = Mapping[str, Any]

_COLUMNS = (
    "id", "name", "type", "articles", "mentions", "forms", "titles", "descriptions", "first",
    "last", "utterances", "named_by_others", "unsure",
)  # fmt: skip
_ID_SHOWN = 8
_MOST_FORMS = 4


@click.command(epilog="Example:  onrecord who story.db mayor --why")
@RECORD
@click.argument("name", required=False)
@click.option(
    "--type",
    "types",
    multiple=True,
    type=click.Choice([type_.value for type_ in EntityType]),
    help="Only of this type; more than one may be given.",
)
@click.option("--unsure", is_flag=True, help="Only names that may be the same as another one.")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the N in most articles.")
@STORY
@click.option("--why", is_flag=True, help="Also why their forms are one.")
@AS_JSON
@AS_CSV
def command(
    record: Path,
    name: str | None,
    types: tuple[str, ...],
    unsure: bool,
    top: int | None,
    story: str | None,
    why: bool,
    as_json: bool,
    as_csv: bool,
) -> int:
    """List the people, organisations and places that the articles of FILE name, those first that
    most articles name. With NAME, all that is printed of this one.

    NAME is matched without case, accent, hyphen, "al-" and title, or is an id; where several fit
    they are listed. `onrecord decide same` and `different` settle what is not right.
    """
    from onrecord.record.who_view import who_of  # noqa: PLC0415

    with compiled_record(record) as compiled:
        rows = who_of(compiled, name=name, type=types, unsure=unsure, top=top, story=story)
    if rows is None:
        say(f"{record}: no names were looked for; `onrecord rebuild {record}` does")
        return EXIT_FAILED
    if as_json:
        print_json(rows)
    elif as_csv:
        print_csv([_csv_row(row) for row in rows], _COLUMNS)
    elif name is not None and len(rows) == 1:
        from onrecord.cli.who_lines import print_sheet  # noqa: PLC0415

        print_sheet(rows[0], str(record), why=why)
    elif rows:
        _print_list(rows, why=why)
    say(counted(len(rows), "name") if rows else "none found")
    return 0


def _print_list(rows: Sequence[Row], *, why: bool) -> None:
    print_table(
        [
            [
                row["id"][:_ID_SHOWN],
                one_line(row["name"]),
                row["type"],
                str(row["articles"]),
                str(row["mentions"]),
                "" if row["said"] is None else str(row["said"]["utterances"]),
                str(len(row["unsure"]) or ""),
                one_line(_other_forms(row)),
            ]
            for row in rows
        ],
        headings=("id", "name", "type", "articles", "mentions", "said", "unsure", "also printed"),
    )
    if why:
        from onrecord.cli.who_lines import why_lines  # noqa: PLC0415

        for row in rows:
            for line in why_lines(row):
                click.echo(f"{row['id'][:_ID_SHOWN]}  {line}")


def _other_forms(row: Row) -> str:
    forms = [form["text"] for form in row["forms"] if form["text"] != row["name"]]
    more = f"; {len(forms) - _MOST_FORMS} more" if len(forms) > _MOST_FORMS else ""
    return "; ".join(forms[:_MOST_FORMS]) + more


def _csv_row(row: Row) -> dict[str, Any]:
    return {
        **{column: row.get(column) for column in _COLUMNS},
        "first": row["first"] and row["first"]["place"],
        "last": row["last"] and row["last"]["place"],
        "utterances": row["said"] and row["said"]["utterances"],
    }
