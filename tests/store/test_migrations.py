"""Old record files: brought to the present schema, with all that they held."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from command_line import Example, Run
from onrecord.sources.options import Validators
from onrecord.store.connection import APPLICATION_ID, SCHEMA
from onrecord.store.file import RecordFile

OLD = Path(__file__).with_name("schema-1.sql")
"""The schema of the first version, as it was."""
SHARED = (
    *("about", "article", "item", "article_field", "date_evidence", "paragraph", "sentence"),
    *("mention", "link_key", "origin", "redirect", "decision"),
)
"""Tables that schema 1 and schema 2 have alike."""


def describe(path: Path) -> dict[str, object]:
    """Tables with their columns and keys, indexes with theirs, views and triggers."""
    connection = sqlite3.connect(path)
    found: dict[str, object] = {}
    for kind, name, table, sql in connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master"
    ).fetchall():
        if kind == "table":
            found[name] = (
                connection.execute(f"PRAGMA table_xinfo('{name}')").fetchall(),
                connection.execute(f"PRAGMA foreign_key_list('{name}')").fetchall(),
                "WITHOUT ROWID" in sql,
            )
        elif kind == "index":
            found[name] = (table, connection.execute(f"PRAGMA index_xinfo('{name}')").fetchall())
        else:
            found[name] = sql
    connection.close()
    return found


def old_file(path: Path, new: Path) -> Path:
    """A file of schema 1 with what a new one holds."""
    connection = sqlite3.connect(path)
    connection.executescript(OLD.read_text(encoding="utf-8"))
    connection.execute("ATTACH ? AS new", (str(new),))
    for table in SHARED:
        columns = ", ".join(
            row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")
        )
        connection.execute(f"INSERT INTO main.{table} SELECT {columns} FROM new.{table}")
    connection.execute("UPDATE main.article SET analysis_version = '1'")
    connection.execute(
        "INSERT INTO main.article_name SELECT article, name, days FROM new.article_name"
    )
    connection.commit()
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    return path


def test_a_migrated_file_is_as_a_new_one(tmp_path: Path) -> None:
    """The same tables, columns, keys, indexes, views and triggers, whichever way a file came."""
    RecordFile(tmp_path / "new.db", write=True).close()
    old = old_file(tmp_path / "old.db", tmp_path / "new.db")
    assert describe(old) != describe(tmp_path / "new.db")
    RecordFile(old, write=True).close()
    assert describe(old) == describe(tmp_path / "new.db")
    connection = sqlite3.connect(old)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_a_migrated_file_keeps_what_it_held(example: Example, tmp_path: Path, run: Run) -> None:
    """Articles and names with their days stay as they were; what the first version did not look
    for is looked for when the articles are made again, and then the export is a new file's."""
    old = old_file(tmp_path / "old.db", example.path)
    listed = run("articles", example.path, "--json").out
    assert run("articles", old, "--json").out == listed  # read by itself, not changed
    with RecordFile(example.path) as new, RecordFile(old, write=True) as migrated:
        for summary in new.summaries():
            assert migrated.item(summary.id) == new.item(summary.id)
        assert migrated.summaries() == new.summaries()
        migrated.remember_fetched({"https://post.example/": Validators(etag="1")})
    assert run("articles", old, "--json").out == listed
    run("rebuild", old)
    assert run("export", old).out.encode() == example.export


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    """What cannot be migrated stays a whole file of the old schema."""
    RecordFile(tmp_path / "new.db", write=True).close()
    old = old_file(tmp_path / "old.db", tmp_path / "new.db")
    connection = sqlite3.connect(old)
    connection.execute("CREATE TABLE fetched (in_the_way)")
    connection.close()
    before = describe(old)
    with pytest.raises(Exception, match="fetched"):
        RecordFile(old, write=True)
    assert describe(old) == before
