"""Timeline entries as a terminal and a table show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.streams import one_line
from onrecord.record.agreement_words import agreement_cells
from onrecord.record.entry_words import (
    best_support,
    entry_agreement,
    entry_status,
    entry_when_iso,
    later_report,
    source_words,
)
from onrecord.record.review_lines import article_name, names_of_several

if TYPE_CHECKING:
    from onrecord.record.compile import Record

type Json = Mapping[str, Any]

CSV_COLUMNS = (
    "id", "first", "last", "value", "part", "status", "expression", "sentence", "source",
    "article", "start", "end", "place", "labels", "origins", "origin_names", "outlets",
    "marks", "articles", "weight", "later_report", "kept", "hidden", "note",
)  # fmt: skip

_MOST_LABELS = 8
"""Labels of articles under an entry; the others are counted."""
_ID_SHOWN = 8


def print_entries(record: Record, entries: Sequence[Json]) -> None:
    """The entries on standard output, each with its sentence and sources."""
    names = _Names(record)
    for entry in entries:
        heading = [entry["id"][:_ID_SHOWN], click.style(entry_when_iso(entry), bold=True)]
        if entry["expression"]:
            heading.append(f"“{_line(entry['expression']['text'])}”")
        marks = (entry_status(entry), later_report(entry), *_choice(entry))
        click.echo("  ".join([*heading, *filter(None, marks)]))
        click.echo(f"  “{_line(entry['sentence']['text'])}”")
        if said_by := names.source(entry):
            click.echo(f"  said by: “{_line(said_by)}”")
        click.echo(f"  {one_line(names.sources(entry))}")
        if entry["later_report"] and entry["status"] in ("scheduled", "anticipated"):
            report = entry["later_report"]
            click.echo(f"  later report: “{_line(report['text'])}” {one_line(names.place(report))}")
        if entry["note"]:
            click.echo(f"  ✎ {_line(entry['note'])}")


def csv_rows(record: Record, entries: Sequence[Json]) -> list[dict[str, Any]]:
    """The entries as rows with the columns of `CSV_COLUMNS`."""
    names = _Names(record)
    return [
        {
            **{column: entry.get(column) for column in CSV_COLUMNS},
            "expression": entry["expression"] and entry["expression"]["text"],
            "sentence": entry["sentence"]["text"],
            "source": names.source(entry),
            **{key: entry["sentence"][key] for key in ("article", "start", "end")},
            "place": names.place(entry["sentence"]),
            "labels": names.labels(entry),
            **agreement_cells(entry.get("agreement")),
            "origins": entry["origins"],
            "later_report": names.place(entry["later_report"])
            if entry["later_report"]
            else later_report(entry).partition(": ")[2],
        }
        for entry in entries
    ]


def _choice(entry: Json) -> Iterator[str]:
    for mark in ("kept", "hidden"):
        if entry.get(mark):
            yield mark


def _line(text: str) -> str:
    """Words on one line of a terminal."""
    return one_line(" ".join(text.split()))


class _Names:
    """How the articles of a record are named."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._summaries = {summary.id: summary for summary in record.summaries}
        self._shared = names_of_several(summary.names for summary in record.summaries)

    def place(self, anchor: Json) -> str:
        """ARTICLE:START of an anchor."""
        summary = self._summaries[anchor["article"]]
        return f"{article_name(summary.name, summary.id, self._shared)}:{anchor['start']}"

    def labels(self, entry: Json) -> list[str]:
        """The labels of the articles that support an entry, each once."""
        articles = dict.fromkeys(support["article"] for support in entry["support"])
        return [self._summaries[article].label for article in articles]

    def sources(self, entry: Json) -> str:
        """Place of the sentence, labels of all articles, and how many there are."""
        labels = self.labels(entry)
        more = f" and {len(labels) - _MOST_LABELS} more" if len(labels) > _MOST_LABELS else ""
        shown = "; ".join(labels[:_MOST_LABELS])
        return f"{self.place(entry['sentence'])}  {shown}{more} · {entry_agreement(entry)}"

    def source(self, entry: Json) -> str | None:
        """The words that name who is said to have said it."""
        support = best_support(entry)
        if not support.get("source"):
            return None
        return source_words(support, self._record.lookups.article(support["article"]).text)
