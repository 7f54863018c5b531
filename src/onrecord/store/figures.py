"""Figures in the record file: as rows and as values."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from onrecord.store.since import is_older
from onrecord.values.figures import AsOf, Figure
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Bound, FigureKind, Modality

_SINCE = 5
"""Schema from which on figures are kept; an older file, opened for reading only, holds none."""
_PLACES = (
    *("bound_word", "counted", "time", "place", "owner", "part", "incident"),
    *("attribution", "part_of"),
)
"""Places that a figure may or may not have, in the order of their columns."""
_COLUMNS = 39


def save_figures(connection: sqlite3.Connection, number: int, figures: Iterable[Figure]) -> None:
    """Keep the figures of an article, by its internal number."""
    marks = ", ".join("?" * _COLUMNS)
    connection.executemany(
        f"INSERT OR IGNORE INTO figure VALUES ({marks})",
        [(number, *_row(one)) for one in figures],
    )


def _row(one: Figure) -> tuple[str | int | float | None, ...]:
    return (
        *(one.span.start, one.span.end, one.number.start, one.number.end),
        *(one.low, one.high, one.bound.value, one.step, one.unit, one.per),
        *(one.kind.value, one.direction, one.modality.value, one.as_of.value),
        *(one.head, _listed(one.modifiers), one.outcome, one.cause, _listed(one.inferred)),
        *(end for name in _PLACES for end in _ends(getattr(one, name))),
        one.why,
    )


def load_figures(connection: sqlite3.Connection, number: int) -> Iterator[Figure]:
    """The figures of an article in order of their place."""
    if is_older(connection, _SINCE):
        return
    for row in connection.execute(
        "SELECT * FROM figure WHERE article = ? ORDER BY start, end", (number,)
    ):
        yield Figure(
            span=Span(row["start"], row["end"]),
            number=Span(row["number_start"], row["number_end"]),
            low=row["low"],
            high=row["high"],
            bound=Bound(row["bound"]),
            step=row["step"],
            unit=row["unit"],
            per=row["per"],
            kind=FigureKind(row["kind"]),
            direction=row["direction"],
            modality=Modality(row["modality"]),
            as_of=AsOf(row["as_of"]),
            head=row["head"],
            modifiers=_words(row["modifiers"]),
            outcome=row["outcome"],
            cause=row["cause"],
            inferred=_words(row["inferred"]),
            why=row["why"],
            **{name: _span(row, name) for name in _PLACES},
        )


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span is not None else (None, None)


def _span(row: sqlite3.Row, what: str) -> Span | None:
    start = row[f"{what}_start"]
    return Span(start, row[f"{what}_end"]) if start is not None else None


def _listed(words: tuple[str, ...]) -> str:
    return json.dumps(list(words), ensure_ascii=False, separators=(",", ":"))


def _words(listed: str) -> tuple[str, ...]:
    return () if listed == "[]" else tuple(json.loads(listed))
