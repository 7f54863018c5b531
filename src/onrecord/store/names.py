"""Names across articles in the record file: local names, profiles of nodes, judged pairs."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import batched
from typing import Any

from onrecord.linking.names.name_values import LocalName, NameChanges, NameLink, Tells, Verdict
from onrecord.linking.pairs import Pair
from onrecord.values.spans import Span

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_MANY = 500
"""Values in one query."""


def save_name_changes(connection: sqlite3.Connection, changes: NameChanges) -> None:
    """Keep what became of names, inside a transaction."""
    for article, names in changes.local:
        if names:
            connection.execute(
                "INSERT OR REPLACE INTO name_local VALUES (?, ?, ?)", _local_row(article, names)
            )
        else:
            connection.execute("DELETE FROM name_local WHERE article = ?", (article,))
    connection.executemany(
        "DELETE FROM name_node WHERE node = ?",
        [(node,) for node, tells in changes.profiles.items() if tells is None],
    )
    connection.executemany(
        "INSERT OR REPLACE INTO name_node VALUES (?, ?)",
        [(node, _json(tells)) for node, tells in changes.profiles.items() if tells is not None],
    )
    connection.executemany(
        "DELETE FROM name_pair WHERE left = ? AND right = ?", sorted(changes.dropped)
    )
    connection.executemany(
        "INSERT OR REPLACE INTO name_pair VALUES (?, ?, ?, ?, ?)",
        [(*pair, link.verdict.value, link.why, link.strength) for pair, link in changes.judged],
    )


def load_local_names(connection: sqlite3.Connection, article: str) -> tuple[LocalName, ...]:
    """What an article calls by name; empty where linking has not seen it."""
    row = connection.execute(
        "SELECT places, tells FROM name_local WHERE article = ?", (article,)
    ).fetchone()
    if row is None:
        return ()
    places, tells = json.loads(row[0]), json.loads(row[1])
    return tuple(
        LocalName(node=node, spans=tuple(Span(*span) for span in spans), tells=told)
        for (node, spans), told in zip(places, tells, strict=True)
    )


def iter_name_places(
    connection: sqlite3.Connection,
) -> Iterator[tuple[str, list[tuple[str, list[tuple[int, int]]]]]]:
    """Article -> its (node, places), for all articles in order of their ids."""
    for row in connection.execute("SELECT article, places FROM name_local ORDER BY article"):
        yield row[0], json.loads(row[1])


def load_profiles(
    connection: sqlite3.Connection, nodes: Iterable[str] | None = None
) -> dict[str, Tells]:
    """What all articles tell of some nodes, or of all; nodes that nobody prints are left out."""
    if nodes is None:
        rows: Iterable[Any] = connection.execute("SELECT node, tells FROM name_node ORDER BY node")
        return {row[0]: json.loads(row[1]) for row in rows}
    found: dict[str, Tells] = {}
    for part in batched(sorted(set(nodes)), _MANY):
        marks = ", ".join("?" * len(part))
        rows = connection.execute(
            f"SELECT node, tells FROM name_node WHERE node IN ({marks})", part
        )
        found |= {row[0]: json.loads(row[1]) for row in rows}
    return found


def load_pairs(connection: sqlite3.Connection, nodes: Iterable[str]) -> frozenset[Pair]:
    """The judged pairs in which one of some nodes stands."""
    found: set[Pair] = set()
    for part in batched(sorted(set(nodes)), _MANY):
        marks = ", ".join("?" * len(part))
        for side in ("left", "right"):
            rows = connection.execute(
                f"SELECT left, right FROM name_pair WHERE {side} IN ({marks})", part
            )
            found |= {(row[0], row[1]) for row in rows}
    return frozenset(found)


def load_name_links(connection: sqlite3.Connection) -> dict[Pair, NameLink]:
    """All judged pairs, in order."""
    return {
        (row[0], row[1]): NameLink(Verdict(row[2]), row[3], row[4])
        for row in connection.execute("SELECT * FROM name_pair ORDER BY left, right")
    }


def forget_names(connection: sqlite3.Connection) -> None:
    """Forget all that linking found out about names."""
    for table in ("name_local", "name_node", "name_pair"):
        connection.execute(f"DELETE FROM {table}")


def _local_row(article: str, names: Iterable[LocalName]) -> tuple[str, str, str]:
    names = list(names)
    places = [[name.node, [[s.start, s.end] for s in name.spans]] for name in names]
    return article, _json(places), _json([name.tells for name in names])


def _json(value: list[Any] | Mapping[str, Any]) -> str:
    return _ENCODER.encode(value)
