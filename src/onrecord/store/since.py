"""What a file of an older schema, opened for reading only, does not have yet."""

from __future__ import annotations

import sqlite3


def is_older(connection: sqlite3.Connection, schema: int) -> bool:
    """Whether the file's schema is older than one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0]) < schema
