"""How linking reads the pile: by keys, never as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol


class KeyIndex(Protocol):
    """Keys of a kind, and the items that hold them. `store` has one in a table, tests in a dict."""

    def put(self, kind: str, key: str, item: str) -> None:
        """Say that `item` holds `key`; saying it again changes nothing."""

    def put_all(self, item: str, keys: Iterable[tuple[str, str]]) -> None:
        """Say that `item` holds these (kind, key) pairs; those that it held before it keeps."""

    def get(self, kind: str, key: str, most: int | None = None) -> list[str]:
        """The items that hold `key`, in order of their ids; the first so many, or all."""

    def count(self, kind: str, key: str, most: int | None = None) -> int:
        """How many items hold `key`; counted no further than `most`."""

    def held(self, item: str, kinds: Collection[str] | None = None) -> list[tuple[str, str]]:
        """The (kind, key) pairs that `item` holds, of some kinds or of all, in order."""

    def drop(self, item: str) -> list[tuple[str, str]]:
        """Forget all keys of `item`; the (kind, key) pairs that it held."""


class DictIndex:
    """A `KeyIndex` in memory, for tests and for one pile without a file."""

    def __init__(self) -> None:
        self._items: dict[tuple[str, str], set[str]] = {}
        self._held: dict[str, set[tuple[str, str]]] = {}

    def put(self, kind: str, key: str, item: str) -> None:
        """Say that `item` holds `key`."""
        self._items.setdefault((kind, key), set()).add(item)
        self._held.setdefault(item, set()).add((kind, key))

    def put_all(self, item: str, keys: Iterable[tuple[str, str]]) -> None:
        """Say that `item` holds these (kind, key) pairs."""
        for kind, key in keys:
            self.put(kind, key, item)

    def get(self, kind: str, key: str, most: int | None = None) -> list[str]:
        """The items that hold `key`, in order of their ids; the first so many, or all."""
        return sorted(self._items.get((kind, key), ()))[:most]

    def count(self, kind: str, key: str, most: int | None = None) -> int:
        """How many items hold `key`; counted no further than `most`."""
        count = len(self._items.get((kind, key), ()))
        return count if most is None else min(count, most)

    def held(self, item: str, kinds: Collection[str] | None = None) -> list[tuple[str, str]]:
        """The (kind, key) pairs that `item` holds, of some kinds or of all, in order."""
        pairs = sorted(self._held.get(item, ()))
        return pairs if kinds is None else [pair for pair in pairs if pair[0] in kinds]

    def drop(self, item: str) -> list[tuple[str, str]]:
        """Forget all keys of `item`."""
        held = sorted(self._held.pop(item, ()))
        for pair in held:
            self._items[pair].discard(item)
        return held
