"""Streams and tables: data to standard output, progress and notes to standard error."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

EXIT_FAILED = 1
EXIT_PARTIAL = 3
EXIT_INTERRUPTED = 130
"""What shells report for a program that Ctrl-C ended."""

_CONTROLS = {c: 0x2400 + c for c in range(32) if c not in (9, 10)} | {127: 0x2421}
_ESCAPED = re.compile(r"[\x7f-\x9f]")
"""Control characters that JSON allows raw and a terminal obeys."""


def printable(text: str) -> str:
    """Text that cannot steer a terminal: control characters become their pictures."""
    return "".join(
        c
        if unicodedata.category(c) not in ("Cc", "Cf", "Cs") or c in "\t\n\u200c\u200d"
        else "\ufffd"
        for c in text.translate(_CONTROLS)
    )


def say(message: str) -> None:
    """A note on standard error, on one line: a name with a line break looks like no other note."""
    click.echo(f"onrecord: {one_line(message)}", err=True)


def one_line(text: str) -> str:
    """Printable text whose line breaks are shown as pictures."""
    return printable(text).replace("\n", "\u240a").replace("\t", "\u2409")


def print_json(value: object) -> None:
    """One JSON value on standard output."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    click.echo(_ESCAPED.sub(lambda c: f"\\u{ord(c[0]):04x}", text))


def print_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """Rows as CSV on standard output; a list in a cell is JSON. A terminal gets printable text."""
    steered = sys.stdout.isatty()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        cells = [_csv_cell(row[c]) for c in columns]
        writer.writerow([printable(c) if steered and isinstance(c, str) else c for c in cells])
    sys.stdout.flush()


def _csv_cell(value: object) -> object:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else value


def print_table(rows: Iterable[Sequence[str]], *, headings: Sequence[str]) -> None:
    """An aligned table; the last column is cut to the width of the terminal."""
    cells = [[printable(c) for c in row] for row in rows]
    widths = [
        max([len(heading), *(len(row[n]) for row in cells)]) for n, heading in enumerate(headings)
    ]
    room = shutil.get_terminal_size((120, 40)).columns if sys.stdout.isatty() else 10_000
    lines = [[h.upper() for h in headings], *cells]
    for line in lines:
        text = "  ".join(
            c.ljust(w) if n < len(widths) - 1 else c
            for n, (c, w) in enumerate(zip(line, widths, strict=True))
        )
        click.echo(text if len(text) <= room else text[: room - 1] + "…")


def counted(number: int, one: str, many: str | None = None) -> str:
    """The number with its noun: `1 article`, `2 articles`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def shorten(text: str, length: int) -> str:
    """The text on one line, cut with dots after `length` characters."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
