"""The key index of linking in the record file, packed: keys are most of what a record holds.

A pair of kind and key stands in `link_key` with each item that holds it, and in `link_item` in one
row an item with all its keys. Kinds are numbers; ids and digests, which are hex digits, are bytes.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator

type _Packed = bytes | str
type _Row = tuple[int | str, _Packed]
"""Kind and key, as they are kept."""

_KINDS = (
    *("date-utterance", "date-passage", "date-event", "date-round"),
    *("date-day-first", "date-month-first", "date-order-open"),
    *("name-word", "name-form", "name-initials", "name-alias"),
    *("wording-pair", "wording-alike", "wording-text"),
    *("copy-run", "copy-whole", "retold", "told-sentence", "event-pair", "event-title"),
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
        row, packed = _row(kind, key), _packed(item)
        made = self._connection.execute(
            "INSERT OR IGNORE INTO link_key VALUES (?, ?, ?)", (*row, packed)
        )
        if made.rowcount:
            self._keep(packed, self._kept(packed) + _written([row]))

    def put_all(self, item: str, keys: Iterable[tuple[str, str]]) -> None:
        """Say that `item` holds these (kind, key) pairs; those that it held before it keeps."""
        packed = _packed(item)
        before = self._kept(packed)
        held = set(_read(before))
        new = [row for pair in sorted(set(keys)) if (row := _row(*pair)) not in held]
        if new:
            self._connection.executemany(
                "INSERT INTO link_key VALUES (?, ?, ?)", [(*row, packed) for row in new]
            )
            self._keep(packed, before + _written(new))

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

    def held(self, item: str) -> list[tuple[str, str]]:
        """The (kind, key) pairs that `item` holds, in order."""
        return sorted(
            (_kind(kind), _unpacked(key)) for kind, key in _read(self._kept(_packed(item)))
        )

    def drop(self, item: str) -> list[tuple[str, str]]:
        """Forget all keys of `item`; the (kind, key) pairs that it held."""
        packed = _packed(item)
        rows = list(_read(self._kept(packed)))
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

    def _keep(self, item: _Packed, keys: bytes) -> None:
        self._connection.execute("INSERT OR REPLACE INTO link_item VALUES (?, ?)", (item, keys))


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


def _written(rows: Iterable[_Row]) -> bytes:
    """Rows one after the other: number of the kind, length of the key, the key; a kind without a
    number is 0 and its name."""
    found = bytearray()
    for kind, key in rows:
        if isinstance(kind, str):
            found.append(0)
            found += _with_length(kind)
        else:
            found.append(kind)
        found += _with_length(key)
    return bytes(found)


def _with_length(kept: _Packed) -> bytes:
    """Twice the length, in groups of seven bits, the last one below 128; then what is kept."""
    is_text = isinstance(kept, str)
    data = kept.encode("utf-8") if isinstance(kept, str) else kept
    number = 2 * len(data) + is_text
    found = bytearray()
    while number >= 128:
        found.append(128 + number % 128)
        number //= 128
    found.append(number)
    return bytes(found) + data


def _read(rows: bytes) -> Iterator[_Row]:
    place = 0
    while place < len(rows):
        kind: int | str = rows[place]
        place += 1
        if kind == 0:
            name, place = _with_length_at(rows, place)
            kind = _unpacked(name)
        key, place = _with_length_at(rows, place)
        yield kind, key


def _with_length_at(rows: bytes, place: int) -> tuple[_Packed, int]:
    """What is kept at a place, and the place behind it."""
    number, shift = 0, 0
    while True:
        byte = rows[place]
        place += 1
        number += (byte % 128) << shift
        if byte < 128:
            break
        shift += 7
    end = place + number // 2
    data = rows[place:end]
    return (data.decode("utf-8") if number & _TEXT else data), end
