"""Timeline entries by their words, as the search of articles finds words.

The words of a query must all stand in the sentences that support an entry; the index that finds
them is made in memory with the tokenizer of the record file, so that both find the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import Any

from onrecord.errors import UsageError
from onrecord.text.query import to_match_expression

_TOKENIZER = "porter unicode61 remove_diacritics 2"
"""As in the schema of the record file."""
_BETWEEN = " \ue000 "
"""A word of its own between sentences, so that no phrase runs from one into the next."""
_UNSAFE = re.compile("[\0\ud800-\udfff\ue000]")
"""FTS5 stops at NUL and takes no half of a surrogate pair."""


def entries_about(entries: Sequence[Mapping[str, Any]], query: str) -> frozenset[str]:
    """Ids of the entries whose supporting sentences hold the words of a query.

    Raises:
        UsageError: the query holds no word.
    """
    import sqlite3  # noqa: PLC0415

    expression = to_match_expression(query)
    if expression is None:
        raise UsageError(f"{query!r} holds no word to look for")
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute(f"CREATE VIRTUAL TABLE words USING fts5(text, tokenize='{_TOKENIZER}')")
        index.executemany(
            "INSERT INTO words(rowid, text) VALUES (?, ?)",
            ((number, _words(entry)) for number, entry in enumerate(entries)),
        )
        found = index.execute("SELECT rowid FROM words WHERE words MATCH ?", (expression,))
        return frozenset(entries[row[0]]["id"] for row in found)


def _words(entry: Mapping[str, Any]) -> str:
    """Its sentences, each once."""
    texts = dict.fromkeys([entry["sentence"]["text"], *(s["text"] for s in entry["support"])])
    return _BETWEEN.join(_UNSAFE.sub(" ", text) for text in texts)
