"""Texts by their words, as the search of articles finds words.

The index that finds them is made in memory with the tokenizer of the record file, so that both find
the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import closing

from onrecord.errors import UsageError
from onrecord.text.query import to_match_expression

_TOKENIZER = "porter unicode61 remove_diacritics 2"
"""As in the schema of the record file."""
_BETWEEN = " \ue000 "
"""A word of its own between passages, so that no phrase runs from one into the next."""
_UNSAFE = re.compile("[\0\ud800-\udfff\ue000]")
"""FTS5 stops at NUL and takes no half of a surrogate pair."""


def texts_about(texts: Iterable[Iterable[str]], query: str) -> frozenset[int]:
    """Which texts hold the words of a query, by their place in order.

    Args:
        texts: each of one or more passages; all of its words together must hold those of the query,
            and a phrase stands in one passage.
        query: words as in search (`a b`, `a|b`, `"a b"`, `a*`, `-a`).

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
            ((number, _joined(passages)) for number, passages in enumerate(texts)),
        )
        found = index.execute("SELECT rowid FROM words WHERE words MATCH ?", (expression,))
        return frozenset(row[0] for row in found)


def _joined(passages: Iterable[str]) -> str:
    """The passages, each once."""
    return _BETWEEN.join(_UNSAFE.sub(" ", passage) for passage in dict.fromkeys(passages))
