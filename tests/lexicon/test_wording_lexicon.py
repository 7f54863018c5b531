"""The words by which wordings are compared are checked when they are read."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.lexicon.data_files import LexiconError, load_data
from onrecord.lexicon.wording_words import parse_wording_words, wording_words


def test_the_data_file_is_valid() -> None:
    """The words of the package can be read, and each table has entries."""
    words = wording_words()
    assert all((words.contractions, words.contracted_endings, words.negations, words.numbers))
    assert words.turned["he"] == words.turned["i"] == "i"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("contractions", ["can't"]),
        ("contractions", {"Can't": "can not"}),
        ("negations", ["not"]),
        ("numbers", {"two": [2]}),
        ("numbers", {"yes": True}),
        ("spellings", {1: "or"}),
        ("turned", "i he"),
        ("turned", ["i he", "we i"]),
    ],
)
def test_what_cannot_be_meant_is_refused(key: str, value: Any) -> None:
    """A table of the wrong kind, a word in capitals or one that stands twice raises."""
    with pytest.raises(LexiconError):
        parse_wording_words({**load_data("wordings"), key: value})


def test_missing_and_unknown_tables_are_refused() -> None:
    """All tables must be there, and no other."""
    data = load_data("wordings")
    with pytest.raises(LexiconError):
        parse_wording_words({k: v for k, v in data.items() if k != "turned"})
    with pytest.raises(LexiconError):
        parse_wording_words({**data, "more": {}})
    with pytest.raises(LexiconError):
        parse_wording_words([data])
