"""Utterances as a terminal and a table show them."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.streams import counted, one_line, shorten
from onrecord.cli.viewing import place_words
from onrecord.record.agreement_words import agreement_cells, agreement_words
from onrecord.record.quote_words import (
    difference_words,
    equal_printings,
    kind_words,
    labels_of,
    other_source,
    source_words,
    when_words,
)

if TYPE_CHECKING:
    from onrecord.record.quote_ends import QuoteEnds

type Row = Mapping[str, Any]

CSV_COLUMNS = (
    "utterance", "id", "first", "last", "basis", "expression", "speaker", "speaker_name",
    "co_speakers", "kind", "sourcing", "stance", "words", "source", "description", "condition",
    "organisation_name", "through", "told_by", "label", "outlet", "place", "article", "start",
    "end", "asked_for", "origins", "outlets", "marks",
)  # fmt: skip
_TEXTS = ("source", "description", "condition")
_ID_SHOWN = 8
_MOST_LABELS = 8
_MOST_AROUND = 160
_MOST_ALIKE = 3
_GAP = 4
_WIDTH = 100
"""Columns where the output is no terminal."""


def print_quotes(rows: Sequence[Row]) -> None:
    """The utterances on standard output, each with its wordings and where they are printed."""
    for row in rows:
        for line in quote_lines(row):
            click.echo(line)


def quote_lines(row: Row) -> Iterator[str]:
    """One utterance: a head, the words, where they stand; then its other wordings."""
    printings = equal_printings(row)
    lead = printings[0][0]
    yield "  ".join(
        filter(None, (row["id"][:_ID_SHOWN], one_line(when_words(row)), _speaker(lead)))
    )
    for number, same in enumerate(printings):
        yield f"  {_words(same[0], row, first=number == 0)}"
        if number and (differs := difference_words(same[0], lead)):
            yield f"    differs: {one_line(differs)}"
        indent = "    " if number else "  "
        if source := other_source(same[0], row):
            yield f"    source: {one_line(source)}"
        if around := next((w["around"] for w in same if w["around"]), None):
            yield f"{indent}around it: “{one_line(shorten(around, _MOST_AROUND))}”"
        yield f"{indent}{one_line(_sources(same))}"
    if agreement := row.get("agreement"):
        yield f"  {one_line(agreement_words(agreement))}"
    yield from _alike(row)


def _alike(row: Row) -> Iterator[str]:
    """What tells the same in other words."""
    alike = row.get("alike") or ()
    for one in alike[:_MOST_ALIKE]:
        words = f"{kind_words(one)}{shorten(one['words'], _MOST_AROUND)}"
        yield f"  alike: {one_line(words)}  {one_line(place_words(one))}"
    if len(alike) > _MOST_ALIKE:
        yield f"  and {len(alike) - _MOST_ALIKE} more alike"


def _speaker(wording: Row) -> str:
    who, *details = source_words(wording)
    return "  ".join([click.style(one_line(who), bold=True), *map(one_line, details)])


def _words(wording: Row, row: Row, *, first: bool) -> str:
    """The words, those that the first printing lacks made bold; `indirect:` before a paraphrase."""
    words = "".join(
        click.style(one_line(piece), bold=True, underline=True) if differs else one_line(piece)
        for piece, differs in wording["pieces"]
    )
    told = f"{wording['stance']}  " if wording["stance"] != row["stance"] else ""
    return f"{'' if first else 'also: '}{told}{kind_words(wording)}{words}"


def _sources(wordings: Sequence[Row]) -> str:
    """Where they are printed: the first place, the articles, and how many these are."""
    labels = labels_of(wordings)
    more = f" and {len(labels) - _MOST_LABELS} more" if len(labels) > _MOST_LABELS else ""
    articles = f" · {counted(len(labels), 'article')}" if len(labels) > 1 else ""
    return f"{wordings[0]['place']}  {'; '.join(labels[:_MOST_LABELS])}{more}{articles}"


def print_ends(found: Sequence[QuoteEnds], *, earliest: bool, latest: bool) -> None:
    """Of each speaker the earliest and the latest utterance, side by side where both are wanted."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH
    for ends in found:
        who = ends.speaker or "sources without a name"
        count = counted(ends.utterances, "dated utterance")
        click.echo(f"{click.style(one_line(who), bold=True)}  {count}")
        _print_columns(list(_columns(ends, earliest=earliest, latest=latest)), width)


def _columns(ends: QuoteEnds, *, earliest: bool, latest: bool) -> Iterator[list[str]]:
    if earliest and latest and ends.earliest is ends.latest:
        yield _end("earliest and latest", ends.earliest, 0, "")
        return
    if earliest:
        yield _end("earliest", ends.earliest, ends.rivals_earliest, "early")
    if latest:
        yield _end("latest", ends.latest, ends.rivals_latest, "late")


def _end(head: str, row: Row, rivals: int, word: str) -> list[str]:
    doubt = f"  {counted(rivals, 'other')} may be as {word}" if rivals else ""
    return [f"{head}{doubt}", *(click.unstyle(line) for line in quote_lines(row))]


def _print_columns(columns: Sequence[Sequence[str]], width: int) -> None:
    """Columns of lines beside one another, wrapped to the width."""
    if len(columns) == 1:
        for line in columns[0]:
            click.echo(f"  {line}")
        return
    room = max((width - 2 - _GAP) // 2, 30)
    left, right = ([part for line in column for part in _wrapped(line, room)] for column in columns)
    for number in range(max(len(left), len(right))):
        one = left[number] if number < len(left) else ""
        other = right[number] if number < len(right) else ""
        click.echo(f"  {one:<{room}}{' ' * _GAP}{other}".rstrip())


def _wrapped(line: str, room: int) -> list[str]:
    indent = line[: len(line) - len(line.lstrip())]
    return textwrap.wrap(line, room, subsequent_indent=f"{indent}  ") or [""]


def csv_rows(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The printings as rows with the columns of `CSV_COLUMNS`; those of one utterance together."""
    return [
        {
            **{column: wording.get(column) for column in CSV_COLUMNS},
            **{key: wording[key] and wording[key]["text"] for key in _TEXTS},
            **{key: wording["said"][key] for key in ("first", "last", "basis")},
            "expression": wording["time"] and wording["time"]["text"],
            "utterance": row["id"],
            **agreement_cells(row.get("agreement")),
        }
        for row in rows
        for wording in row["wordings"]
    ]
