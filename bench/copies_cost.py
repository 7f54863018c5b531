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
from onrecord.linking.index import DictIndex
from onrecord.values.article import Article

_SIZES = (50, 500, 2500)
_ADDED = 40
"""Articles added one by one, over which each measure is taken."""


class _Pile:
    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles

    def article_as_read(self, article_id: str) -> Article:
        return self._articles[article_id]


def measure_cost(
    path: Path, read: Callable[[Mapping[str, Any], str], Article]
) -> dict[str, float | str]:
    """Means over the articles added to piles of each size; milliseconds of processor time."""
    rows = {row["id"]: row for row in read_rows(path) if row["text"].strip()}
    ids = sorted(rows)
    random.Random("copies").shuffle(ids)
    index, articles = DictIndex(), {id_: read(rows[id_], id_) for id_ in ids}
    texts = CopyTextsAtHand(_Pile(articles))
    found: dict[str, float | str] = {}
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
