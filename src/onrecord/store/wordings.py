"""Wordings in the record file: the texts of attributions, who holds them, what links them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord.linking.wordings.link import WordingChanges
from onrecord.linking.wordings.link_values import Verdict, WordingLink
from onrecord.linking.wordings.wording_text import WordingText
from onrecord.store.since import is_older

_SINCE = 4
"""Schema from which on wordings are kept; an older file, opened for reading only, has none."""


def save_wordings(connection: sqlite3.Connection, changes: WordingChanges) -> None:
    """Keep what linking made, inside a transaction."""
    for text_id in sorted(changes.gone):
        connection.execute("DELETE FROM wording_text WHERE id = ?", (text_id,))
        connection.execute(
            "DELETE FROM wording_link WHERE left = ? OR right = ?", (text_id, text_id)
        )
    connection.executemany(
        "INSERT OR REPLACE INTO wording_text VALUES (?, ?, ?)",
        [(text.id, " ".join(text.words), text.marks) for text in changes.texts],
    )
    for article, held in changes.held:
        forget_wordings(connection, article)
        connection.executemany(
            "INSERT OR REPLACE INTO wording VALUES (?, ?, ?, ?)",
            [(article, one.extent.start, one.extent.end, one.text.id) for one in held],
        )
    pairs = [*changes.dropped, *(pair for pair, link in changes.judged if link is None)]
    connection.executemany("DELETE FROM wording_link WHERE left = ? AND right = ?", sorted(pairs))
    connection.executemany(
        "INSERT OR REPLACE INTO wording_link VALUES (?, ?, ?, ?, ?, ?)",
        [
            (link.left, link.right, link.verdict.value, link.strength, link.run, link.why)
            for _, link in changes.judged
            if link is not None
        ],
    )


def forget_wordings(connection: sqlite3.Connection, article: str) -> None:
    """Forget what an article held; texts and links go with `unlink_wordings`."""
    connection.execute("DELETE FROM wording WHERE article = ?", (article,))


def forget_all_wordings(connection: sqlite3.Connection) -> None:
    """Forget all that linking found out about wordings."""
    for table in ("wording", "wording_text", "wording_link"):
        connection.execute(f"DELETE FROM {table}")


def load_text(connection: sqlite3.Connection, text_id: str) -> WordingText:
    """The text with this id.

    Raises:
        KeyError: the file holds no such text.
    """
    row = connection.execute(
        "SELECT words, marks FROM wording_text WHERE id = ?", (text_id,)
    ).fetchone()
    if row is None:
        raise KeyError(text_id)
    return WordingText.kept(text_id, row["words"], row["marks"])


def load_held(connection: sqlite3.Connection) -> Iterator[tuple[str, int, int, str]]:
    """(article, start, end, text id) of all attributions that can be compared, in order."""
    if is_older(connection, _SINCE):
        return
    for row in connection.execute("SELECT * FROM wording ORDER BY article, start, end"):
        yield row["article"], row["start"], row["end"], row["text"]


def load_wording_links(connection: sqlite3.Connection) -> Iterator[WordingLink]:
    """All links between texts, in order of their ids."""
    if is_older(connection, _SINCE):
        return
    for row in connection.execute("SELECT * FROM wording_link ORDER BY left, right"):
        yield WordingLink(
            left=row["left"],
            right=row["right"],
            verdict=Verdict(row["verdict"]),
            strength=row["strength"],
            run=row["run"],
            why=row["why"],
        )
