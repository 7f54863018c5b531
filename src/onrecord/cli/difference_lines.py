"""Differences as a terminal and a table show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

from onrecord.cli.streams import one_line
from onrecord.cli.viewing import one_sentence, place_words
from onrecord.values.vocabulary import DifferenceReason

type Row = Mapping[str, Any]

CSV_COLUMNS = (
    "id", "reason", "slot", "why", "about", "about_kind", "subject",
    *(
        f"{side}_{column}"
        for side in ("left", "right")
        for column in ("words", "text", "label", "outlet", "published_first", "published_last",
                       "at", "article", "start", "end")
    ),
)  # fmt: skip
_ID_SHOWN = 8
_MOST_OF = 0.6
"""Words that are a larger share of their sentence stand for it."""


def print_difference(row: Row) -> None:
    """A difference on standard output: its reason, what it is about, then side by side the words in
    which they differ, who printed them, and the sentences."""
    reason = click.style(row["reason"], bold=row["reason"] == DifferenceReason.CONFLICT)
    about = " ".join(
        filter(None, (row["about_kind"], (row["about"] or "")[:_ID_SHOWN], row["subject"]))
    )
    slot = [row["slot"]] if row["slot"] != row["reason"] else []
    head = [row["id"][:_ID_SHOWN], reason, *slot, one_line(row["why"])]
    click.echo("  ".join([*head, *([f"({one_line(about)})"] if row["about_kind"] else [])]))
    for side in ("left", "right"):
        _print_side(row[side])


def _print_side(side: Row | None) -> None:
    if side is None:
        click.echo("  –")
        return
    words = one_sentence(side["words"] or "")
    sentence = one_sentence(side["text"])
    source = one_line(place_words(side))
    click.echo(f"  “{one_line(words or sentence)}”  {source}")
    if words and len(words) < _MOST_OF * len(sentence):
        click.echo(f"    “{one_line(sentence)}”")


def csv_rows(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The differences as rows with the columns of `CSV_COLUMNS`."""
    return [
        {
            **{column: row.get(column) for column in CSV_COLUMNS},
            **{
                f"{side}_{key}": value
                for side in ("left", "right")
                for key, value in (row[side] or {}).items()
            },
        }
        for row in rows
    ]
