"""Events in the record file: as rows and as values."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from onrecord.store.since import is_older
from onrecord.values.events import Event
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EventStatus

_SINCE = 3
"""Schema from which on events are kept; an older file, opened for reading only, holds none."""


def save_events(connection: sqlite3.Connection, number: int, events: Iterable[Event]) -> None:
    """Keep the events of an article, by its internal number."""
    marks = ", ".join("?" * 17)
    connection.executemany(
        f"INSERT OR IGNORE INTO event VALUES ({marks})",
        [(number, *_row(event)) for event in events],
    )


def _row(event: Event) -> tuple[str | int | None, ...]:
    time, source = event.time, event.source
    return (
        *(event.clause.start, event.clause.end),
        *(event.sentence.start, event.sentence.end),
        *(event.predicate.start, event.predicate.end),
        *((time.start, time.end) if time else (None, None)),
        *((source.start, source.end) if source else (None, None)),
        event.status.value,
        event.action,
        *(_listed(words) for words in (event.participants, event.places, event.words)),
        int(event.self_contained),
    )


def _listed(words: tuple[str, ...]) -> str:
    return json.dumps(list(words), ensure_ascii=False, separators=(",", ":"))


def load_events(connection: sqlite3.Connection, number: int) -> Iterator[Event]:
    """The events of an article in order of their place."""
    if is_older(connection, _SINCE):
        return
    for row in connection.execute(
        "SELECT * FROM event WHERE article = ? ORDER BY start, end DESC", (number,)
    ):
        yield _event(row)


def _event(row: sqlite3.Row) -> Event:
    return Event(
        sentence=Span(row["sentence_start"], row["sentence_end"]),
        clause=Span(row["start"], row["end"]),
        predicate=Span(row["predicate_start"], row["predicate_end"]),
        time=_span(row, "time"),
        status=EventStatus(row["status"]),
        action=row["action"],
        participants=tuple(json.loads(row["participants"])),
        places=tuple(json.loads(row["places"])),
        words=tuple(json.loads(row["words"])),
        source=_span(row, "source"),
        self_contained=bool(row["self_contained"]),
    )


def _span(row: sqlite3.Row, what: str) -> Span | None:
    start = row[f"{what}_start"]
    return Span(start, row[f"{what}_end"]) if start is not None else None
