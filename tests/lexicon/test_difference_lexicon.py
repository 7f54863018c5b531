"""The words by which tellings of one event are known are checked when they are read."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.lexicon.data_files import LexiconError, load_data
from onrecord.lexicon.difference_words import difference_words, parse_difference_words


def test_the_data_file_of_differences_is_valid() -> None:
    """The words of the package can be read; verb and noun of a deed, and nouns of one course of
    events, have one name."""
    words = difference_words()
    assert words.deeds["start"] == words.deeds["begin"] == "begin"
    assert words.courses["talk"] == words.courses["negotiation"]
    assert "born" in words.once
    assert "begin" in words.course


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("deeds", ["begin"]),
        ("deeds", {"begin": ["Begin"]}),
        ("deeds", {"begin": ["begin"], "end": ["begin"]}),
        ("courses", {"talks": "talk"}),
        ("once", ["no such deed"]),
        ("course", []),
        ("repeated", [True]),
        ("negations", "not"),
    ],
)
def test_what_no_difference_can_mean_is_refused(key: str, value: Any) -> None:
    """A table of the wrong kind, a word in capitals or one that stands twice raises."""
    with pytest.raises(LexiconError):
        parse_difference_words({**load_data("differences"), key: value})


def test_missing_and_unknown_lists_of_differences_are_refused() -> None:
    """All lists must be there, and no other."""
    data = dict(load_data("differences"))
    with pytest.raises(LexiconError):
        parse_difference_words({**data, "more": ["word"]})
    del data["many"]
    with pytest.raises(LexiconError):
        parse_difference_words(data)
    with pytest.raises(LexiconError):
        parse_difference_words(["begin"])
