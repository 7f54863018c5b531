"""Links in the record file: the groups of origins."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from onrecord.values.links import OriginGroup, OriginMember
from onrecord.values.vocabulary import Relation


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
