"""The record that a view is shown of, and the rows of one story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from onrecord.cli.streams import EXIT_FAILED, say

if TYPE_CHECKING:
    from onrecord.api import OpenRecord
    from onrecord.record.compile import Record

type Row = Mapping[str, Any]


@contextmanager
def compiled_record(record: Path) -> Iterator[Record]:
    """The record at a path, its pending links finished or told of."""
    from onrecord.api import open_record  # noqa: PLC0415

    with compiled_of(open_record(record)) as compiled:
        yield compiled


@contextmanager
def compiled_of(handle: OpenRecord) -> Iterator[Record]:
    """The record of an open file, its pending links finished or told of."""
    from onrecord.cli.page import warn_unlinked  # noqa: PLC0415

    warn_unlinked(handle.finish_links())
    with handle.reading() as file:
        yield handle.compiled(file)


def articles_told_of(record: Path, story: str | None) -> frozenset[str] | None:
    """Ids of the articles of a story; None where none is asked for.

    Raises:
        UsageError: no story is called so, or several are.
    """
    if story is None:
        return None
    from onrecord.record.articles_meant import articles_of_story  # noqa: PLC0415

    with compiled_record(record) as compiled:
        return articles_of_story(compiled, story)


class _Found(Protocol):
    """What a view found: a frozen dataclass with rows."""

    @property
    def rows(self) -> tuple[dict[str, Any], ...]: ...


def of_story[T: _Found](compiled: Record, view: str, found: T, story: str | None) -> T:
    """What was found, with only those rows that belong to a story; all where none is asked for.

    Raises:
        UsageError: no story is called so, or several are.
    """
    from dataclasses import replace  # noqa: PLC0415

    from onrecord.record.articles_meant import rows_of_story  # noqa: PLC0415

    rows = tuple(rows_of_story(compiled, view, found.rows, story))
    return replace(found, rows=rows)  # type: ignore[type-var]


def not_looked_for(record: Path, what: str) -> int:
    """Say that the stage that finds something has not run; the exit status."""
    say(f"{record}: no {what} were looked for; `onrecord rebuild {record}` does")
    return EXIT_FAILED


def days_shown(row: Row, first: str = "first", last: str = "last") -> str:
    """The days of a row: `2020-06-12`, `2020-05-01..2020-08-14`, `undated`."""
    if not row[first] and not row[last]:
        return "undated"
    if row[first] == row[last]:
        return str(row[first])
    return f"{row[first] or ''}..{row[last] or ''}"


def article_words(row: Row) -> str:
    """Label and name of an article; the name alone where that begins with the label."""
    label, name = str(row["label"]), str(row["name"])
    return name if name.startswith(label) else f"{label}  {name}"


def place_words(anchor: Row) -> str:
    """Label of an article and ARTICLE:START; the place alone where that begins with the label."""
    label, at = str(anchor["label"]), str(anchor["at"])
    return at if at.startswith(label) else f"{label}  {at}"


def one_sentence(text: str) -> str:
    """Printed words on one line."""
    return " ".join(text.split())


def count_words(parts: Iterable[tuple[int, str]]) -> str:
    """`2 events, 1 figure`, without what is none."""
    shown = (f"{n} {word if n == 1 else f'{word}s'}" for n, word in parts if n)
    return ", ".join(shown)
