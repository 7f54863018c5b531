"""What servers said of addresses: kept when all that they gave is kept, and said back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from onrecord.sources.options import Validators
from onrecord.store.fetched import Recollection
from onrecord.store.file import RecordFile

A, B, C = (f"https://post.example/{name}" for name in "abc")
FIRST, SECOND = Validators(etag='"1"'), Validators(last_modified="Mon, 01 Jun 2020 10:00:00 GMT")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record in which something is kept."""
    with RecordFile(tmp_path / "r.db", write=True) as record:
        record.remember_fetched({A: FIRST, B: SECOND})
    return tmp_path / "r.db"


def test_what_is_kept_comes_back(path: Path) -> None:
    """Validators outlive the run, each for its own address, also in a file opened for reading."""
    with RecordFile(path) as record:
        assert [record.recall_fetched(address) for address in (A, B, C)] == [FIRST, SECOND, None]


def test_what_is_new_takes_its_place(path: Path) -> None:
    """The last answer counts, whole: what it does not say is not known any more."""
    with RecordFile(path, write=True) as record:
        record.remember_fetched({A: SECOND, C: FIRST})
        assert [record.recall_fetched(address) for address in (A, B, C)] == [SECOND, SECOND, FIRST]


def test_taking_an_article_out_forgets_them(path: Path) -> None:
    """What was removed can be added from its address again, and leaves no address behind."""
    with RecordFile(path, write=True) as record:
        with record.transaction():
            record.forget("0" * 16)
        assert record.recall_fetched(A) is None
        record.purge()
    assert b"post.example" not in path.read_bytes()


def test_nothing_else_knows_of_it(path: Path) -> None:
    """The table stands for itself: no article, no export reads it."""
    connection = sqlite3.connect(path)
    views = connection.execute("SELECT sql FROM sqlite_master WHERE type <> 'table'").fetchall()
    connection.close()
    assert not any("fetched" in (sql or "") for (sql,) in views)


# --- one run ---


def kept(address: str) -> Validators | None:
    """What an earlier run kept."""
    return {A: FIRST}.get(address)


def test_a_run_knows_what_was_kept() -> None:
    """The record's validators are those that are said back."""
    memory = Recollection(kept)
    assert (memory.recall(A), memory.recall(B)) == (FIRST, None)
    assert memory.fresh == {}


def test_new_answers_are_held_back() -> None:
    """What a server said in this run is not said back in it, and not kept before its end."""
    memory = Recollection(kept)
    memory.recall(B)
    memory.remember(B, SECOND)
    assert (memory.recall(B), memory.fresh) == (None, {B: SECOND})


def test_answers_of_which_something_failed() -> None:
    """An answer counts only when nothing failed since it was asked for: a feed fails with what it
    links to, what it links to fails alone."""
    memory = Recollection(kept)
    memory.recall(A)  # a feed
    memory.recall(B)  # behind its first link
    memory.failed()
    memory.remember(B, SECOND)
    memory.recall(C)  # behind its second
    memory.remember(C, SECOND)
    memory.remember(A, SECOND)
    assert memory.fresh == {C: SECOND}


def test_an_answer_that_was_never_asked_for() -> None:
    """Nothing is remembered of what this run did not ask."""
    memory = Recollection(kept)
    memory.remember(B, SECOND)
    assert memory.fresh == {}
