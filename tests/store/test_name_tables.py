"""Names in the record file: what linking found comes back as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib import resources

import pytest

from onrecord.linking.names.name_values import LocalName, NameChanges, NameLink, Verdict
from onrecord.store import names
from onrecord.values.spans import Span

_NAME = LocalName(node="p:nora vale", spans=(Span(0, 9),), tells={"form": {"Nora Vale": 1}})
_LINK = NameLink(Verdict.SAME, "spelling: nora vale, nora wale", 0.8)
_PAIR = ("p:nora vale", "p:nora wale")


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """An empty record file in memory."""
    made = sqlite3.connect(":memory:")
    made.row_factory = sqlite3.Row
    schema = resources.files("onrecord.store").joinpath("schema.sql").read_text(encoding="utf-8")
    made.executescript(schema)
    yield made
    made.close()


def test_kept_and_loaded(connection: sqlite3.Connection) -> None:
    """Local names, profiles and pairs are loaded as they were saved."""
    changes = NameChanges(
        local=(("a", (_NAME,)),), profiles={_NAME.node: _NAME.tells}, judged=((_PAIR, _LINK),)
    )
    names.save_name_changes(connection, changes)
    assert names.load_local_names(connection, "a") == (_NAME,)
    assert names.load_profiles(connection) == {_NAME.node: _NAME.tells}
    assert names.load_profiles(connection, ["p:nobody"]) == {}
    assert names.load_pairs(connection, ["p:nora wale"]) == frozenset({_PAIR})
    assert names.load_name_links(connection) == {_PAIR: _LINK}
    assert list(names.iter_name_places(connection)) == [("a", [["p:nora vale", [[0, 9]]]])]


def test_taken_out(connection: sqlite3.Connection) -> None:
    """What went is gone, and all can be forgotten."""
    names.save_name_changes(
        connection,
        NameChanges(
            local=(("a", (_NAME,)),), profiles={_NAME.node: _NAME.tells}, judged=((_PAIR, _LINK),)
        ),
    )
    gone = NameChanges(local=(("a", ()),), profiles={_NAME.node: None}, dropped=frozenset({_PAIR}))
    names.save_name_changes(connection, gone)
    assert names.load_local_names(connection, "a") == ()
    assert names.load_profiles(connection) == {}
    assert names.load_name_links(connection) == {}
    names.save_name_changes(connection, NameChanges(local=(("a", (_NAME,)),)))
    names.forget_names(connection)
    assert list(names.iter_name_places(connection)) == []
