"""Copies in the record file: what pairs of articles print alike."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from onrecord.linking.copies.link import CopyChanges
from onrecord.store.since import is_older
from onrecord.values.links import CopyLink, SharedPassage
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Relation

_SINCE = 6
"""Schema from which on copies are linked; an older file, opened for reading only, has no links."""


def save_copies(connection: sqlite3.Connection, changes: CopyChanges) -> None:
    """Keep what linking made, inside a transaction."""
    pairs = [*changes.dropped, *(pair for pair, link in changes.judged if link is None)]
    connection.executemany("DELETE FROM copy_link WHERE left = ? AND right = ?", sorted(pairs))
    connection.executemany(
        "INSERT OR REPLACE INTO copy_link VALUES (?, ?, ?, ?, ?, ?, ?)",
        [_row(link) for _, link in changes.judged if link is not None],
    )


def forget_copies(connection: sqlite3.Connection, article: str) -> None:
    """Forget what an article has in common with others."""
    connection.execute("DELETE FROM copy_link WHERE left = ? OR right = ?", (article, article))


def load_copies_of(connection: sqlite3.Connection, article: str) -> list[CopyLink]:
    """The links of an article, on either side, in order of their ids."""
    rows = connection.execute(
        "SELECT * FROM copy_link WHERE left = ? OR right = ? ORDER BY left, right",
        (article, article),
    )
    return [_link(row) for row in rows]


def load_copies(connection: sqlite3.Connection) -> Iterable[CopyLink]:
    """All links, in order of their ids."""
    if not is_older(connection, _SINCE):
        for row in connection.execute("SELECT * FROM copy_link ORDER BY left, right"):
            yield _link(row)


def _row(link: CopyLink) -> tuple[str | float, ...]:
    passages = [
        [p.left.start, p.left.end, p.right.start, p.right.end, p.words] for p in link.passages
    ]
    shares = link.left_share, link.right_share
    return (*(link.left, link.right, link.relation.value), *shares, json.dumps(passages), link.why)


def _link(row: sqlite3.Row) -> CopyLink:
    return CopyLink(
        left=row["left"],
        right=row["right"],
        relation=Relation(row["relation"]),
        left_share=row["left_share"],
        right_share=row["right_share"],
        passages=tuple(
            SharedPassage(Span(a, b), Span(c, d), words)
            for a, b, c, d, words in json.loads(row["passages"])
        ),
        why=row["why"],
    )
