"""The key index of linking in the record file, packed: keys are much of what a record holds.

A pair of kind and key stands in `link_key` with each item that holds it, and in `link_item` in one
row an item with all its keys, in order. Kinds are numbers; ids and digests, which are hex digits,
are bytes.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterable

type _Packed = bytes | str
type _Row = tuple[int | str, _Packed]
"""Kind and key, as they are kept."""

_KINDS = (
    *("date-utterance", "date-passage", "date-event", "date-round"),
    *("date-day-first", "date-month-first", "date-order-open"),
    *("name-word", "name-form", "name-initials", "name-alias"),
    *("wording-pair", "wording-alike", "wording-text"),
    *("copy-run", "copy-whole", "retold", "told-sentence", "event-told", "event-lede"),
    *("event-name", "event-pair", "event-word"),
)
"""Kinds by their numbers, from 1 on; one that is not here is kept as it is."""
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS, start=1)}
_HEX = re.compile(r"(?:[0-9a-f]{8}){1,4}")
_NO_LIMIT = -1
_TEXT = 1
"""Lowest bit of a length in `link_item`: what follows is text, else bytes of hex digits."""


class TableIndex:
    """A `KeyIndex` in two tables.

    The items that hold one key are all ids or all others, so that bytes sort as their hex digits.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, kind: str, key: str, item: str) -> None:
        """Say that `item` holds `key`."""
        self.put_all(item, [(kind, key)])

    def put_all(self, item: str, keys: Iterable[tuple[str, str]]) -> None:
        """Say that `item` holds these (kind, key) pairs; those that it held before it keeps."""
        packed = _packed(item)
        before = _parted(self._kept(packed))
        rows = {_written(row): row for row in (_row(*pair) for pair in keys)}
        new = sorted(rows.keys() - set(before))
        if new:
            self._connection.executemany(
                "INSERT INTO link_key VALUES (?, ?, ?)", [(*rows[one], packed) for one in new]
            )
            self._connection.execute(
                "INSERT OR REPLACE INTO link_item VALUES (?, ?)",
                (packed, b"".join(sorted([*before, *new]))),
            )

    def get(self, kind: str, key: str, most: int | None = None) -> list[str]:
        """The items that hold `key`, in order of their ids; the first so many, or all."""
        rows = self._connection.execute(
            "SELECT item FROM link_key WHERE kind = ? AND key = ? ORDER BY item LIMIT ?",
            (*_row(kind, key), _NO_LIMIT if most is None else most),
        )
        return [_unpacked(row[0]) for row in rows]

    def count(self, kind: str, key: str, most: int | None = None) -> int:
        """How many items hold `key`; counted no further than `most`."""
        row = self._connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM link_key WHERE kind = ? AND key = ? LIMIT ?)",
            (*_row(kind, key), _NO_LIMIT if most is None else most),
        ).fetchone()
        return int(row[0])

    def held(self, item: str, kinds: Collection[str] | None = None) -> list[tuple[str, str]]:
        """The (kind, key) pairs that `item` holds, of some kinds or of all, in order."""
        rows = [_read(one) for one in _parted(self._kept(_packed(item)))]
        if kinds is not None:
            numbers = {_NUMBERS.get(kind, kind) for kind in kinds}
            rows = [row for row in rows if row[0] in numbers]
        return sorted((_kind(kind), _unpacked(key)) for kind, key in rows)

    def drop(self, item: str) -> list[tuple[str, str]]:
        """Forget all keys of `item`; the (kind, key) pairs that it held."""
        packed = _packed(item)
        rows = [_read(one) for one in _parted(self._kept(packed))]
        self._connection.executemany(
            "DELETE FROM link_key WHERE kind = ? AND key = ? AND item = ?",
            [(*row, packed) for row in rows],
        )
        self._connection.execute("DELETE FROM link_item WHERE item = ?", (packed,))
        return sorted((_kind(kind), _unpacked(key)) for kind, key in rows)

    def _kept(self, item: _Packed) -> bytes:
        row = self._connection.execute(
            "SELECT keys FROM link_item WHERE item = ?", (item,)
        ).fetchone()
        return row[0] if row else b""


def forget_keys(connection: sqlite3.Connection) -> None:
    """Forget all keys."""
    connection.execute("DELETE FROM link_key")
    connection.execute("DELETE FROM link_item")


def _row(kind: str, key: str) -> _Row:
    return _NUMBERS.get(kind, kind), _packed(key)


def _kind(kept: int | str) -> str:
    return kept if isinstance(kept, str) else _KINDS[kept - 1]


def _packed(text: str) -> _Packed:
    return bytes.fromhex(text) if _HEX.fullmatch(text) else text


def _unpacked(kept: _Packed) -> str:
    return kept if isinstance(kept, str) else kept.hex()


def _written(row: _Row) -> bytes:
    """A row of `link_key` in `link_item`: number of the kind, twice the length of the key, one more
    where it is text, the key; a kind without a number is 0, length and name."""
    kind, key = row
    begin = bytes([kind]) if isinstance(kind, int) else b"\0" + _with_length(kind)
    return begin + _with_length(key)


def _with_length(kept: _Packed) -> bytes:
    """The length in groups of seven bits, the last one below 128; then what is kept."""
    if isinstance(kept, str):
        data = kept.encode("utf-8")
        number = 2 * len(data) + _TEXT
    else:
        data = kept
        number = 2 * len(data)
    found = bytearray()
    while number >= 128:
        found.append(128 + number % 128)
        number //= 128
    found.append(number)
    return bytes(found) + data


def _parted(keys: bytes) -> list[bytes]:
    """The rows that stand one after the other."""
    found, start = [], 0
    while start < len(keys):
        place = start + 1
        if keys[start] == 0:
            _, place = _extent(keys, place)
        _, end = _extent(keys, place)
        found.append(keys[start:end])
        start = end
    return found


def _read(row: bytes) -> _Row:
    kind: int | str = row[0]
    place = 1
    if kind == 0:
        start, place = _extent(row, place)
        kind = row[start:place].decode("utf-8")
    start, end = _extent(row, place)
    is_text = row[place] & _TEXT
    return kind, row[start:end].decode("utf-8") if is_text else row[start:end]


def _extent(rows: bytes, place: int) -> tuple[int, int]:
    """Where what is kept at a place begins, behind its length, and where it ends."""
    number, shift = rows[place] % 128, 7
    while rows[place] >= 128:
        place += 1
        number += (rows[place] % 128) << shift
        shift += 7
    return place + 1, place + 1 + number // 2
