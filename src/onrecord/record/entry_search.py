"""Timeline entries by their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.record.word_search import texts_about


def entries_about(entries: Sequence[Mapping[str, Any]], query: str) -> frozenset[str]:
    """Ids of the entries whose supporting sentences hold the words of a query.

    Raises:
        UsageError: the query holds no word.
    """
    found = texts_about((_sentences(entry) for entry in entries), query)
    return frozenset(entries[place]["id"] for place in found)


def _sentences(entry: Mapping[str, Any]) -> Iterator[str]:
    yield entry["sentence"]["text"]
    yield from (support["text"] for support in entry["support"])
