"""Sentences that are retold, in the record file: their texts, who tells them, what links them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord.linking.retold.link import RetoldChanges
from onrecord.linking.retold.sentence_text import SentenceText
from onrecord.store.since import is_older
from onrecord.values.links import Retold, RetoldLink

_SINCE = 6
"""Schema from which on they are kept; an older file, opened for reading only, has none."""


def save_retold(connection: sqlite3.Connection, changes: RetoldChanges) -> None:
    """Keep what linking made, inside a transaction."""
    for text_id in sorted(changes.gone):
        connection.execute("DELETE FROM sentence_text WHERE id = ?", (text_id,))
        connection.execute(
            "DELETE FROM retold_link WHERE left = ? OR right = ?", (text_id, text_id)
        )
    connection.executemany(
        "INSERT OR REPLACE INTO sentence_text VALUES (?, ?)",
        [(text.id, text.stored()) for text in changes.texts],
    )
    for article, held in changes.held:
        forget_told(connection, article)
        connection.executemany(
            "INSERT OR REPLACE INTO told_sentence VALUES (?, ?, ?, ?)",
            [(article, one.start, one.end, one.text.id) for one in held],
        )
    pairs = [*changes.dropped, *(pair for pair, link in changes.judged if link is None)]
    connection.executemany("DELETE FROM retold_link WHERE left = ? AND right = ?", sorted(pairs))
    connection.executemany(
        "INSERT OR REPLACE INTO retold_link VALUES (?, ?, ?, ?, ?, ?)",
        [
            (one.left, one.right, one.kind.value, one.left_told, one.right_told, one.why)
            for _, one in changes.judged
            if one is not None
        ],
    )


def forget_told(connection: sqlite3.Connection, article: str) -> None:
    """Forget what an article told; texts and links go with `unlink_retold`."""
    connection.execute("DELETE FROM told_sentence WHERE article = ?", (article,))


def load_sentence_text(connection: sqlite3.Connection, text_id: str) -> SentenceText:
    """The sentence with this id.

    Raises:
        KeyError: the file holds no such sentence.
    """
    row = connection.execute("SELECT form FROM sentence_text WHERE id = ?", (text_id,)).fetchone()
    if row is None:
        raise KeyError(text_id)
    return SentenceText.from_stored(text_id, row["form"])


def load_told(
    connection: sqlite3.Connection, article: str | None = None
) -> Iterator[tuple[str, int, int, str]]:
    """(article, start, end, text id) of the sentences of an article, or of all, in order."""
    if is_older(connection, _SINCE):
        return
    where, values = ("WHERE article = ?", (article,)) if article is not None else ("", ())
    rows = connection.execute(
        f"SELECT * FROM told_sentence {where} ORDER BY article, start", values
    )
    for row in rows:
        yield row["article"], row["start"], row["end"], row["text"]


def load_tellers(connection: sqlite3.Connection, text_id: str) -> list[tuple[str, int, int]]:
    """(article, start, end) of all that tell a sentence in the same words, in order."""
    rows = connection.execute(
        "SELECT * FROM told_sentence WHERE text = ? ORDER BY article, start", (text_id,)
    )
    return [(row["article"], row["start"], row["end"]) for row in rows]


def load_retold_links(
    connection: sqlite3.Connection, text_id: str | None = None
) -> Iterator[RetoldLink]:
    """The links of a sentence, on either side, or all links, in order of their ids."""
    if is_older(connection, _SINCE):
        return
    where, values = "", tuple[str, ...]()
    if text_id is not None:
        where, values = "WHERE left = ? OR right = ?", (text_id, text_id)
    for row in connection.execute(
        f"SELECT * FROM retold_link {where} ORDER BY left, right", values
    ):
        yield RetoldLink(
            left=row["left"],
            right=row["right"],
            kind=Retold(row["kind"]),
            left_told=row["left_told"],
            right_told=row["right_told"],
            why=row["why"],
        )
