"""Decisions in the record file: appended, listed, taken back; never changed by the machine."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from onrecord.errors import UsageError
from onrecord.values.decisions import Decision, What

_PLAIN = (
    *("article", "start", "end", "text", "value", "by"),
    *("other_article", "other_start", "other_end", "other_text"),
)
"""Columns that hold what a decision has under the same name."""


def add_decision(connection: sqlite3.Connection, decision: Decision) -> Decision:
    """Keep a decision; its number and clock time are given here."""
    row = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM decision").fetchone()
    values = {
        "number": row[0],
        "what": decision.what.value,
        **{name: getattr(decision, name) for name in _PLAIN},
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "undone": 0,
    }
    columns, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
    connection.execute(f"INSERT INTO decision ({columns}) VALUES ({marks})", values)
    return _decision(
        connection.execute("SELECT * FROM decision WHERE number = ?", (row[0],)).fetchone()
    )


def list_decisions(
    connection: sqlite3.Connection, article: str | None = None, *, undone: bool = False
) -> list[Decision]:
    """Decisions in the order made, of one article or of all; those taken back if asked for."""
    rows = connection.execute(
        "SELECT * FROM decision WHERE (:article IS NULL OR article = :article)"
        " AND (undone = 0 OR :undone) ORDER BY number",
        {"article": article, "undone": int(undone)},
    )
    return [_decision(row) for row in rows]


def undo_decision(connection: sqlite3.Connection, number: int) -> Decision:
    """Take a decision back; it stays in the list, marked.

    Raises:
        UsageError: there is no such decision, or it was taken back before.
    """
    row = connection.execute("SELECT * FROM decision WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise UsageError(f"there is no decision {number}; `onrecord decide FILE --list` lists them")
    if row["undone"]:
        raise UsageError(f"decision {number} was taken back before")
    connection.execute("UPDATE decision SET undone = 1 WHERE number = ?", (number,))
    return _decision(row)


def _decision(row: sqlite3.Row) -> Decision:
    return Decision(
        number=row["number"],
        what=What(row["what"]),
        **{name: row[name] for name in _PLAIN},
        at=row["at"],
        undone=bool(row["undone"]),
    )
