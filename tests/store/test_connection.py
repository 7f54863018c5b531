"""The record file: one plain SQLite file that says what it is and documents itself."""

from __future__ import annotations

import re
import sqlite3
from importlib import resources
from pathlib import Path

import pytest

from onrecord.errors import DiskFull, NotARecord, RecordFileError, RecordLocked
from onrecord.store.connection import APPLICATION_ID, SCHEMA, migrate, named_error
from onrecord.store.file import RecordFile
from onrecord.store.search import _TOKENIZER

SQL = resources.files("onrecord.store").joinpath("schema.sql").read_text(encoding="utf-8")


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    """The header names the program and the schema, and no journal stays beside the file."""
    RecordFile(tmp_path / "r.db", write=True).close()
    connection = sqlite3.connect(tmp_path / "r.db")
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()
    assert [p.name for p in tmp_path.iterdir()] == ["r.db"]


def test_migrating_again_does_nothing(tmp_path: Path) -> None:
    """Opening a file of the present schema for writing changes nothing in it."""
    path = tmp_path / "r.db"
    RecordFile(path, write=True).close()
    with sqlite3.connect(path) as connection:
        schema = connection.execute("SELECT * FROM sqlite_master ORDER BY name").fetchall()
        version = connection.execute("PRAGMA schema_version").fetchone()
        migrate(connection)
        assert connection.execute("SELECT * FROM sqlite_master ORDER BY name").fetchall() == schema
        assert connection.execute("PRAGMA schema_version").fetchone() == version
    connection.close()


def test_a_cut_off_migration_is_made_again(tmp_path: Path) -> None:
    """A file in which the schema was never finished becomes a record at the next opening."""
    path = tmp_path / "r.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    with RecordFile(path, write=True) as record:
        assert record.summaries() == []


def columns_without_comment(sql: str) -> list[str]:
    """Lines of table definitions that declare a column and do not explain it."""
    bare: list[str] = []
    for table in re.finditer(r"CREATE TABLE (\w+) \((.*?)\n\)", sql, re.DOTALL):
        bare += [
            f"{table[1]}: {line.strip()}"
            for line in table[2].splitlines()[1:]
            if re.match(r"  [a-z0-9_]+ [A-Z]", line) and not re.search(r"-- \S.{2,}", line)
        ]
        if not table[2].splitlines()[0].strip().startswith("--"):
            bare.append(table[1])
    return bare


def test_every_table_and_column_has_a_comment() -> None:
    """The schema explains every table and every column it makes."""
    assert columns_without_comment(SQL) == []
    assert columns_without_comment("CREATE TABLE t ( -- what\n  a TEXT\n)") == ["t: a TEXT"]
    connection = sqlite3.connect(":memory:")
    connection.executescript(SQL)
    explained = {
        (table[1], line.split()[0])
        for table in re.finditer(r"CREATE TABLE (\w+) \((.*?)\n\)", SQL, re.DOTALL)
        for line in table[2].splitlines()
        if re.match(r"  [a-z0-9_]+ [A-Z]", line)
    }
    made = {
        (name, column[1])
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
            " AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'"
        ).fetchall()
        for column in connection.execute(f"PRAGMA table_info({name})")
    }
    assert explained == made
    connection.close()


def test_the_tokenizer_of_search_is_the_schemas() -> None:
    """Matches that are marked apart are marked by the tokenizer that found them."""
    assert f"tokenize='{_TOKENIZER}'" in SQL


def test_plain_sqlite_reads_the_views(own_example: Path) -> None:
    """Promise 7: any SQLite reads articles, paragraphs and names with their words."""
    connection = sqlite3.connect(own_example)
    connection.row_factory = sqlite3.Row
    articles = connection.execute("SELECT * FROM articles").fetchall()
    assert len(articles) == 15
    days = [a["published_first"] for a in articles]
    assert days == [*sorted(d for d in days if d), None]
    texts = dict(connection.execute("SELECT id, text FROM article").fetchall())
    for view in ("paragraphs", "mentions"):
        rows = connection.execute(f"SELECT * FROM {view}").fetchall()
        assert len(rows) > 100
        for row in rows:
            assert row["words"] == texts[row["article"]][row["start"] : row["end"]]
    connection.close()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("database or disk is full", DiskFull),
        ("file is not a database", NotARecord),
        ("database disk image is malformed", NotARecord),
        ("database is locked", RecordLocked),
        ("unable to open database file", RecordFileError),
    ],
)
def test_errors_of_sqlite_get_names(text: str, kind: type[RecordFileError]) -> None:
    """What SQLite says becomes an error of ours that names the file."""
    error = named_error(Path("story.db"), sqlite3.OperationalError(text))
    assert type(error) is kind
    assert str(error).startswith("story.db: ")


def test_a_record_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A record cannot be made where there is no folder; the error names the file."""
    with pytest.raises(RecordFileError, match=r"r\.db"):
        RecordFile(tmp_path / "none" / "r.db", write=True)


def test_a_transaction_inside_of_another_is_a_part_of_it(tmp_path: Path) -> None:
    """What an inner transaction wrote goes when the outer one fails."""
    with RecordFile(tmp_path / "r.db", write=True) as record:

        def fail() -> None:
            with record.transaction():
                record.note_about({"program": "inner"})
                raise KeyError

        with pytest.raises(KeyError):
            fail()
        assert record.about() == {}
        with record.transaction():
            record.note_about({"program": "inner"})
        assert record.about() == {"program": "inner"}


def test_a_failed_opening_lets_go_of_the_lock(tmp_path: Path) -> None:
    """After an error another process may write at once."""
    path = tmp_path / "r.db"
    path.write_text("no database at all, but long enough to be read as a header " * 4)
    with pytest.raises(NotARecord):
        RecordFile(path, write=True, lock_seconds=0.1)
    path.unlink()
    RecordFile(path, write=True, lock_seconds=0.1).close()
