"""One name as a terminal shows it: forms, titles, where it stands, what it said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from onrecord.cli.streams import counted, one_line
from onrecord.record.review_lines import shell_word

type Row = Mapping[str, Any]

_ID_SHOWN = 8
_MOST_WORDS = 12
_MOST_WHYS = 20


def print_sheet(row: Row, record: str, *, why: bool) -> None:
    """All that is printed of a name, on standard output."""
    head = f"{row['id'][:_ID_SHOWN]}  {click.style(one_line(row['name']), bold=True)}"
    click.echo(f"{head}  {row['type']}")
    for line in _lines(row, record):
        click.echo(f"  {one_line(line)}")
    if why:
        for line in why_lines(row):
            click.echo(f"  {line}")
    for other in row["unsure"]:
        name = f"{other['entity'][:_ID_SHOWN]}  {other['name'] or ''}"
        click.echo(f"  may be the same as {one_line(name)}  ({one_line(other['why'])})")


def _lines(row: Row, record: str) -> Iterator[str]:
    yield f"{counted(row['articles'], 'article')}, {counted(row['mentions'], 'mention')}"
    yield f"forms: {_counts(row['forms'], quoted=False)}"
    if row["titles"]:
        yield f"before the name: {_counts(row['titles'])}"
    if row["descriptions"]:
        yield f"after the name: {_counts(row['descriptions'])}"
    for end in ("first", "last"):
        if place := row[end]:
            yield f"{end}: {place['label']}  {place['place']}"
    file, id_ = shell_word(record), row["id"][:_ID_SHOWN]
    if said := row["said"]:
        kinds = ", ".join(f"{n} {kind}" for kind, n in said.items() if kind != "utterances" and n)
        line = f"said: {counted(said['utterances'], 'utterance')}"
        yield f"{line} ({kinds})  onrecord quotes {file} --by {id_}" if kinds else line
    if named := row["named_by_others"]:
        line = f"named in what others said: {counted(named, 'attribution')}"
        yield f"{line}  onrecord quotes {file} --mentions {id_}"


def _counts(counts: Sequence[Row], *, quoted: bool = True) -> str:
    """`“Mr.” 12, “Prime Minister” 4`."""
    left, right = ("“", "”") if quoted else ("", "")
    shown = [f"{left}{one['text']}{right} {one['count']}" for one in counts[:_MOST_WORDS]]
    more = len(counts) - _MOST_WORDS
    return ", ".join([*shown, f"{more} more"] if more > 0 else shown)


def why_lines(row: Row) -> Iterator[str]:
    """Why the forms of a name are one, a pair a line."""
    for why in row["why"][:_MOST_WHYS]:
        yield one_line(f"“{why['left']}” = “{why['right']}”: {why['why']}")
    if len(row["why"]) > _MOST_WHYS:
        yield f"{len(row['why']) - _MOST_WHYS} more"
