"""Opening the one SQLite file: who it belongs to, its schema version, its lock.

A writer holds a lock file in the system's folder for temporary files, so that a second
writer gets a clear message at once and nothing is left beside the record; the operating
system drops the lock when a process dies. Should two processes not see each other's lock,
SQLite's own locking still keeps the file whole. Readers need none.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from filelock import FileLock, Timeout

from onrecord.errors import DiskFull, NotARecord, RecordFileError, RecordLocked, RecordNewer

APPLICATION_ID = 0x4F6E5263
"""`OnRc` in the file's header, so that the file says what it is."""
SCHEMA = 6
"""Version of the schema; migrations lead to it from every older one."""

_WHOLE = "schema.sql"
"""Makes a new file with the present schema."""
_MIGRATIONS = {
    2: "schema-1-to-2.sql",
    3: "schema-2-to-3.sql",
    4: "schema-3-to-4.sql",
    5: "schema-4-to-5.sql",
    6: "schema-5-to-6.sql",
}
"""Script that leads to a schema from the one before it."""


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection to the record at `path`; with `write` it is made or migrated where needed.

    Raises:
        NotARecord: the file is something else, or is missing and not to be written.
        RecordNewer: a newer Onrecord made it.
        RecordFileError: it cannot be opened.
    """
    if not write and not path.exists():
        raise NotARecord(f"{path}: no such record; `onrecord add {path} ARTICLES` makes one")
    if path.is_dir():
        raise NotARecord(f"{path}: is a folder, not a record file")
    connection = None
    try:
        if write:
            connection = sqlite3.connect(path, isolation_level=None, timeout=30)
        else:
            connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=30
            )
        connection.row_factory = sqlite3.Row
        if _is_new(connection, path) and not write:
            raise NotARecord(
                f"{path}: is empty; `onrecord add {path} ARTICLES` makes a record of it"
            )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA cache_size = -65536")
        if write:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            migrate(connection)
    except RecordFileError:
        if connection is not None:
            connection.close()
        raise
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        raise named_error(path, error) from error
    return connection


def _is_new(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether nothing is in the file yet; raises where it is no record of ours."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application == 0 and tables == 0:
        return True
    if application != APPLICATION_ID:
        raise NotARecord(f"{path}: is a database, but not a record of Onrecord")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA:
        raise RecordNewer(
            f"{path}: written by a newer Onrecord (schema {version}, this has {SCHEMA})"
        )
    return False


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the present schema, each step in a transaction of its own."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    steps = {SCHEMA: _WHOLE} if version == 0 else _MIGRATIONS
    for number, script in sorted(steps.items()):
        if number <= version:
            continue
        sql = resources.files("onrecord.store").joinpath(script).read_text(encoding="utf-8")
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{sql}\nPRAGMA application_id = {APPLICATION_ID};\n"
            f"PRAGMA user_version = {number};\nCOMMIT;"
        )


def close(connection: sqlite3.Connection, *, write: bool) -> None:
    """Close; a writer leaves one plain file behind, without a journal beside it."""
    try:
        if write:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error:
        pass  # a reader holds the file; the journal goes with the last connection
    finally:
        connection.close()


@contextmanager
def writer_lock(path: Path, seconds: float) -> Iterator[None]:
    """Hold the lock of the record at `path`.

    Raises:
        RecordLocked: another process holds it for longer than `seconds`.
        RecordFileError: the folder cannot be written.
    """
    name = hashlib.sha256(os.path.realpath(path).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    lock = FileLock(Path(tempfile.gettempdir()) / f"onrecord-{name}.lock", timeout=seconds)
    try:
        lock.acquire()
    except Timeout as error:
        raise RecordLocked(
            f"{path}: another process is writing this record; wait for it or stop it"
        ) from error
    except OSError as error:
        raise RecordFileError(f"{path}: cannot be written ({error.strerror or error})") from error
    try:
        yield
    finally:
        lock.release()


def named_error(path: Path, error: sqlite3.Error) -> RecordFileError:
    """The named error for what SQLite says."""
    text = str(error)
    if "full" in text or getattr(error, "sqlite_errorname", "") == "SQLITE_FULL":
        return DiskFull(f"{path}: the disk is full; every finished article is kept")
    if "not a database" in text or "malformed" in text:
        return NotARecord(f"{path}: is not a record of Onrecord ({text})")
    if "locked" in text or "busy" in text:
        return RecordLocked(f"{path}: another process is using this record")
    return RecordFileError(f"{path}: {text}")
