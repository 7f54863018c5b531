"""What articles add, as a terminal and a table show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import click

from onrecord.cli.streams import counted, one_line, shorten
from onrecord.cli.viewing import article_words, count_words, days_shown, one_sentence, place_words

type Row = Mapping[str, Any]

CSV_COLUMNS = (
    "article", "label", "name", "outlet", "published_first", "published_last", "kind", "text",
    "at", "start", "end", "about", "why", "before", "before_label", "before_at",
)  # fmt: skip
_SHOWN_FIRST = ("event", "figure", "difference", "statement")
"""Kinds with a line an item; names stand together on one."""
_MOST_ITEMS = 5
"""Items of a kind where not all are wanted; the others are counted."""
_MOST_NAMES = 12
_MOST_SOURCES = 6
_MOST_WORDS = 200
_MOST_HEADLINE = 100


def print_article(row: Row, *, all_: bool) -> None:
    """What an article adds and repeats, on standard output."""
    head = [days_shown(row, "published_first", "published_last"), article_words(row)]
    if row["headline"]:
        head.append(f"“{shorten(row['headline'], _MOST_HEADLINE)}”")
    first, *others = map(one_line, head)
    click.echo("  ".join([click.style(first, bold=True), *others]))
    for line in (*news_lines(row, most=None if all_ else _MOST_ITEMS), *_repeats(row, all_=all_)):
        click.echo(f"  {one_line(line)}")


def print_brief(row: Row, *, items: int) -> None:
    """What an article adds on one line of standard error; under it its first items."""
    click.echo(f"{one_line(article_words(row))}  {summary_words(row)}", err=True)
    leading = (item for kind in _SHOWN_FIRST for item in row["adds"] if item["kind"] == kind)
    for item in islice(leading, items):
        for line in _item(item):
            click.echo(f"  {one_line(line)}", err=True)


def summary_words(row: Row) -> str:
    """`adds: 2 events, 1 figure; repeats: 4 of 12 sentences`."""
    adds = count_words((number, kind) for kind, number in row["counts"].items())
    told = row["repeated"] + row["retold"]
    sentences = counted(row["sentences"], "sentence")
    return f"adds: {adds or 'none found'}" + (f"; repeats: {told} of {sentences}" if told else "")


def news_lines(row: Row, *, most: int | None) -> Iterator[str]:
    """The counts; then a line an item, of each kind at most so many; then the names."""
    yield summary_words(row)
    for kind in _SHOWN_FIRST:
        items = [item for item in row["adds"] if item["kind"] == kind]
        for item in items[:most]:
            yield from _item(item)
        if most is not None and len(items) > most:
            yield f"and {counted(len(items) - most, f'other {kind}')} (--all)"
    names = [item for item in row["adds"] if item["kind"] == "name"]
    if names:
        shown = names if most is None else names[:_MOST_NAMES]
        words = ", ".join(f"“{one_sentence(item['text'])}” {item['at']}" for item in shown)
        more = len(names) - len(shown)
        yield f"names  {words}" + (f" and {more} more (--all)" if more else "")


def _item(item: Row) -> Iterator[str]:
    """The printed words with their place; of a figure or a difference what was told before."""
    head = f"difference  {item['why']}" if item["kind"] == "difference" else item["kind"]
    words = f"{head}  “{shorten(item['text'], _MOST_WORDS)}”  {item['at']}"
    before = item["before"]
    if before is None:
        yield words
        return
    told = f"“{shorten(before['text'], _MOST_WORDS)}”  {place_words(before)}"
    if item["kind"] == "figure":
        yield f"{words}  before: {told}"
    else:
        yield words
        yield f"  before: {told}"


def _repeats(row: Row, *, all_: bool) -> Iterator[str]:
    """Which articles told before what this one repeats; where all is wanted, sentence by
    sentence."""
    repeats = row["repeats"]
    if all_:
        for one in repeats:
            of = one["of"]
            words = shorten(one["text"], _MOST_WORDS)
            yield f"{one['kind']}  “{words}”  {one['at']}  of {place_words(of)}"
        return
    told = Counter(one["of"]["label"] for one in repeats)
    if told:
        shown = "; ".join(
            f"{label} ({number})" for label, number in told.most_common(_MOST_SOURCES)
        )
        more = len(told) - _MOST_SOURCES
        yield f"repeats of  {shown}" + (
            f" and {counted(more, 'other article')}" if more > 0 else ""
        )


def csv_rows(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The items as rows with the columns of `CSV_COLUMNS`; of what is repeated, `before` is the
    place that told it first."""
    return [
        {column: row.get(column) for column in CSV_COLUMNS} | cells
        for row in rows
        for cells in (*map(_added_cells, row["adds"]), *map(_repeated_cells, row["repeats"]))
    ]


def _added_cells(item: Row) -> dict[str, Any]:
    before = item["before"] or {"text": None, "label": None, "at": None}
    return {
        **{key: item[key] for key in ("kind", "text", "at", "start", "end", "about", "why")},
        "before": before["text"],
        "before_label": before["label"],
        "before_at": before["at"],
    }


def _repeated_cells(one: Row) -> dict[str, Any]:
    return {
        **{key: one[key] for key in ("kind", "text", "at", "start", "end")},
        "before_label": one["of"]["label"],
        "before_at": one["of"]["at"],
    }
