"""What linking for copies costs as a pile grows: candidates, keys and time for one more article."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from data import read_rows
from onrecord.linking.copies.copy_text import CopyText, copy_text
from onrecord.linking.copies.keys import copy_keys
from onrecord.linking.copies.link import CopyTextsAtHand, link_copies
from onrecord.values.article import Article

_SIZES = (50, 500, 2500)
_ADDED = 40
"""Articles added one by one, over which each measure is taken."""


class _Index:
    """A `KeyIndex` in memory that knows what each item holds, as the store's does."""

    def __init__(self) -> None:
        self._items: dict[tuple[str, str], set[str]] = {}
        self._keys: dict[str, set[tuple[str, str]]] = {}

    def put(self, kind: str, key: str, item: str) -> None:
        """Say that `item` holds `key`."""
        self._items.setdefault((kind, key), set()).add(item)
        self._keys.setdefault(item, set()).add((kind, key))

    def get(self, kind: str, key: str, most: int | None = None) -> list[str]:
        """The items that hold `key`, in order of their ids."""
        return sorted(self._items.get((kind, key), ()))[:most]

    def count(self, kind: str, key: str) -> int:
        """How many items hold `key`."""
        return len(self._items.get((kind, key), ()))

    def held(self, item: str) -> list[tuple[str, str]]:
        """The pairs that `item` holds."""
        return sorted(self._keys.get(item, ()))

    def drop(self, item: str) -> list[tuple[str, str]]:
        """Forget all keys of `item`."""
        held = self.held(item)
        for pair in held:
            self._items[pair].discard(item)
        self._keys.pop(item, None)
        return held


class _Pile:
    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles

    def article_as_read(self, article_id: str) -> Article:
        return self._articles[article_id]


def measure_cost(
    path: Path, read: Callable[[Mapping[str, Any], str], Article]
) -> dict[str, float | str]:
    """Means over the articles added to piles of each size; milliseconds of processor time."""
    rows = {row["id"]: row for row in read_rows(path)}
    ids = sorted(rows)
    random.Random("copies").shuffle(ids)
    index, articles = _Index(), {id_: read(rows[id_], id_) for id_ in ids}
    texts, found = CopyTextsAtHand(_Pile(articles)), {}
    keys = candidates = 0
    start = time.process_time()
    for number, id_ in enumerate(ids[: max(_SIZES)], 1):
        text: CopyText = copy_text(articles[id_])
        keys += len(copy_keys(text))
        changes = link_copies({id_: text}, index, texts)
        candidates += len(changes.judged)
        if number in {size - _ADDED for size in _SIZES}:
            keys = candidates = 0
            start = time.process_time()
        if number in _SIZES:
            taken = (time.process_time() - start) * 1000 / _ADDED
            found[f"candidates_at_{number}"] = candidates / _ADDED
            found[f"keys_at_{number}"] = keys / _ADDED
            found[f"milliseconds_at_{number}"] = taken
    return found
