"""The key index of a record file: as the one in memory, and packed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import given, settings
from hypothesis import strategies as st

from command_line import Example
from onrecord.linking.index import DictIndex
from onrecord.store.connection import migrate
from onrecord.store.keys import TableIndex, forget_keys

KINDS = st.sampled_from(["copy-run", "name-word", "a-kind-of-tomorrow"])
IDS = st.integers(0, 5).map(lambda n: f"{n * 0x1D0F_11E7_3355_9102:016x}"[-16:])
KEYS = st.one_of(
    st.sampled_from(["00ff00ff", "00ff00ff" * 2, "00ff00ff" * 4, "00FF00FF", "00ff00f", ""]),
    st.text(alphabet="aå0 ", max_size=4),
    st.integers(60, 140).map(lambda n: "ø" * n),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), IDS, st.lists(st.tuples(KINDS, KEYS), max_size=1)),
        st.tuples(st.just("put_all"), IDS, st.lists(st.tuples(KINDS, KEYS), max_size=6)),
        st.tuples(st.just("drop"), IDS, st.just([])),
    ),
    max_size=12,
)


@contextmanager
def record() -> Iterator[sqlite3.Connection]:
    """The tables of a new record, in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    migrate(connection)
    try:
        yield connection
    finally:
        connection.close()


@settings(deadline=None)
@given(STEPS)
def test_the_table_holds_what_a_dict_holds(
    steps: list[tuple[str, str, list[tuple[str, str]]]],
) -> None:
    """Whatever is put and dropped, in whatever order: holders, counts and held keys are alike."""
    memory = DictIndex()
    with record() as connection:
        table = TableIndex(connection)
        for what, item, pairs in steps:
            if what == "drop":
                assert table.drop(item) == memory.drop(item)
                continue
            for index in (memory, table):
                if what == "put_all":
                    index.put_all(item, pairs)
                for kind, key in pairs:
                    index.put(kind, key, item)
        for item in {item for _, item, _ in steps}:
            assert table.held(item) == memory.held(item)
            some = {"name-word", "a-kind-of-tomorrow"}
            assert table.held(item, some) == memory.held(item, some)
        for kind, key in {pair for _, _, pairs in steps for pair in pairs}:
            assert table.get(kind, key) == memory.get(kind, key)
            assert table.get(kind, key, 2) == memory.get(kind, key, 2)
            assert table.count(kind, key) == memory.count(kind, key)
            assert table.count(kind, key, 1) == memory.count(kind, key, 1)


def test_names_are_held_as_ids_are() -> None:
    """Items that are no ids come back in order of their letters, those beyond ASCII too."""
    items = ["name p:åse", "name p:bo", "name p:Åse", "name p:b"]
    with record() as connection:
        table = TableIndex(connection)
        for item in items:
            table.put("name-word", "bo", item)
        assert table.get("name-word", "bo") == sorted(items)
        assert table.held(items[0]) == [("name-word", "bo")]


@given(st.permutations(["00ff00ff", "00ff00ff" * 2, "bo", "ø" * 90]))
def test_what_is_kept_does_not_hang_on_the_order(keys: list[str]) -> None:
    """Keys that come one by one in any order are kept as those that come at once."""
    with record() as connection:
        table = TableIndex(connection)
        for key in keys:
            table.put("copy-run", key, "00000000000000aa")
        table.put_all("00000000000000ab", [("copy-run", key) for key in sorted(keys)])
        (one,), (other,) = connection.execute("SELECT keys FROM link_item").fetchall()
        assert one == other


def test_digests_take_the_bytes_that_they_have() -> None:
    """A digest of sixteen digits is kept as eight bytes, a known kind as a number."""
    with record() as connection:
        TableIndex(connection).put("wording-pair", "0123456789abcdef", "fedcba9876543210")
        (row,) = connection.execute("SELECT * FROM link_key").fetchall()
        assert isinstance(row["kind"], int)
        assert (len(row["key"]), len(row["item"])) == (8, 8)


def test_forgetting_all_keys() -> None:
    """Nothing is left, neither by key nor by holder."""
    with record() as connection:
        table = TableIndex(connection)
        table.put_all("00000000000000aa", [("copy-run", "00000001"), ("name-word", "bo")])
        forget_keys(connection)
        assert table.held("00000000000000aa") == []
        assert table.count("copy-run", "00000001") == 0


def test_every_kind_of_key_has_a_number(example: Example) -> None:
    """No kind that linking makes is kept by its name, which would be long in every row."""
    connection = sqlite3.connect(example.path)
    kinds = {row[0] for row in connection.execute("SELECT DISTINCT kind FROM link_key")}
    connection.close()
    assert len(kinds) > 5
    assert all(isinstance(kind, int) for kind in kinds)
