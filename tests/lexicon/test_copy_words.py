"""Words of house style are read from a data file that is checked."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.lexicon.copy_words import parse_style_words, style_words
from onrecord.lexicon.data_files import LexiconError

_GOOD = {"titles": "mr mrs", "telling": "says", "days": "a.m", "numbers": "two"}


def test_the_words_of_the_package() -> None:
    """Titles, words of telling, days and numbers are there."""
    assert {"mr", "says", "tuesday", "seven", "percent"} <= style_words()


def test_full_stops_are_left_out() -> None:
    """As words are compared without them."""
    assert parse_style_words({"style_words": _GOOD}) == {"mr", "mrs", "says", "am", "two"}


@pytest.mark.parametrize(
    "data",
    [
        [],
        {},
        {"style_words": _GOOD, "more": 1},
        {"style_words": "mr"},
        {"style_words": {**_GOOD, "more": "x"}},
        {"style_words": {"titles": "mr"}},
        {"style_words": {**_GOOD, "titles": ["mr"]}},
        {"style_words": {**_GOOD, "titles": "Mr"}},
    ],
)
def test_a_broken_file_is_refused(data: Any) -> None:
    """What cannot be accepted is named."""
    with pytest.raises(LexiconError, match=r"^copies\.yaml|^copies"):
        parse_style_words(data)
