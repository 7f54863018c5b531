"""News events in the record file: what articles say of theirs, and which may be one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord.linking.same_event.event_text import EventText
from onrecord.linking.same_event.link import EventChanges
from onrecord.store.since import is_older
from onrecord.values.links import EventLink

_SINCE = 6
"""Schema from which on they are kept; an older file, opened for reading only, has none."""


def save_same_event(connection: sqlite3.Connection, changes: EventChanges) -> None:
    """Keep what linking made, inside a transaction."""
    connection.executemany(
        "INSERT OR REPLACE INTO event_text VALUES (?, ?)",
        [(text.article, text.stored()) for text in changes.texts],
    )
    pairs = [*changes.dropped, *(pair for pair, link in changes.judged if link is None)]
    connection.executemany("DELETE FROM event_link WHERE left = ? AND right = ?", sorted(pairs))
    connection.executemany(
        "INSERT OR REPLACE INTO event_link VALUES (?, ?, ?, ?)",
        [
            (one.left, one.right, one.likeness, one.why)
            for _, one in changes.judged
            if one is not None
        ],
    )


def forget_event(connection: sqlite3.Connection, article: str) -> None:
    """Forget what an article said of its event, and its links."""
    connection.execute("DELETE FROM event_text WHERE article = ?", (article,))
    connection.execute("DELETE FROM event_link WHERE left = ? OR right = ?", (article, article))


def load_event_text(connection: sqlite3.Connection, article: str) -> EventText:
    """What an article says of its event.

    Raises:
        KeyError: linking has not seen the article.
    """
    row = connection.execute("SELECT form FROM event_text WHERE article = ?", (article,)).fetchone()
    if row is None:
        raise KeyError(article)
    return EventText.from_stored(article, row["form"])


def load_event_texts(connection: sqlite3.Connection) -> Iterator[EventText]:
    """What all articles say of their events, in order of their ids."""
    if not is_older(connection, _SINCE):
        for row in connection.execute("SELECT * FROM event_text ORDER BY article"):
            yield EventText.from_stored(row["article"], row["form"])


def load_event_links(connection: sqlite3.Connection) -> Iterator[EventLink]:
    """All links, in order of their ids."""
    if not is_older(connection, _SINCE):
        for row in connection.execute("SELECT * FROM event_link ORDER BY left, right"):
            yield EventLink(
                left=row["left"], right=row["right"], likeness=row["likeness"], why=row["why"]
            )
