"""Links in the record file: the key index and the groups of origins."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from onrecord.values.links import OriginGroup, OriginMember
from onrecord.values.vocabulary import Relation


class TableIndex:
    """A `KeyIndex` as an indexed table."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, kind: str, key: str, item: str) -> None:
        """Say that `item` holds `key`."""
        self._connection.execute(
            "INSERT OR IGNORE INTO link_key VALUES (?, ?, ?)", (kind, key, item)
        )

    def get(self, kind: str, key: str, most: int | None = None) -> list[str]:
        """The items that hold `key`, in order of their ids; the first so many, or all."""
        rows = self._connection.execute(
            "SELECT item FROM link_key WHERE kind = ? AND key = ? ORDER BY item LIMIT ?",
            (kind, key, -1 if most is None else most),
        )
        return [row["item"] for row in rows]

    def count(self, kind: str, key: str) -> int:
        """How many items hold `key`."""
        row = self._connection.execute(
            "SELECT count(*) FROM link_key WHERE kind = ? AND key = ?", (kind, key)
        ).fetchone()
        return int(row[0])

    def held(self, item: str) -> list[tuple[str, str]]:
        """The (kind, key) pairs that `item` holds, in order."""
        rows = self._connection.execute(
            "SELECT kind, key FROM link_key WHERE item = ? ORDER BY kind, key", (item,)
        )
        return [(row["kind"], row["key"]) for row in rows]

    def drop(self, item: str) -> list[tuple[str, str]]:
        """Forget all keys of `item`."""
        held = self.held(item)
        self._connection.execute("DELETE FROM link_key WHERE item = ?", (item,))
        return held


def save_origins(connection: sqlite3.Connection, groups: Iterable[OriginGroup]) -> None:
    """Put these groups in the place of all groups that share a member with them."""
    for group in groups:
        members = [member.article for member in group.members]
        marks = ", ".join("?" * len(members))
        old = connection.execute(
            f"SELECT DISTINCT id FROM origin WHERE article IN ({marks})", members
        ).fetchall()
        for row in old:
            if row["id"] != group.id:
                _redirect(connection, row["id"], group.id)
        connection.execute(f"DELETE FROM origin WHERE article IN ({marks})", members)
        connection.execute("DELETE FROM redirect WHERE old = ?", (group.id,))
        connection.executemany(
            "INSERT INTO origin VALUES (?, ?, ?, ?)",
            [(group.id, m.article, m.relation.value, m.why) for m in group.members],
        )


def _redirect(connection: sqlite3.Connection, old: str, new: str) -> None:
    connection.execute("UPDATE redirect SET new = ? WHERE new = ?", (new, old))
    connection.execute("INSERT OR REPLACE INTO redirect VALUES (?, ?)", (old, new))
    connection.execute("DELETE FROM redirect WHERE old = new")


def load_origins(connection: sqlite3.Connection) -> list[OriginGroup]:
    """All groups, in order of their ids."""
    groups: dict[str, list[OriginMember]] = {}
    for row in connection.execute("SELECT * FROM origin ORDER BY id, article"):
        groups.setdefault(row["id"], []).append(
            OriginMember(row["article"], Relation(row["relation"]), row["why"])
        )
    return [OriginGroup(id_, tuple(members)) for id_, members in groups.items()]


def forget_origins(connection: sqlite3.Connection, article_id: str) -> None:
    """Take an article out of its group."""
    connection.execute("DELETE FROM origin WHERE article = ?", (article_id,))
