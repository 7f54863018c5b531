"""The table of document frequencies."""

from __future__ import annotations

import pytest

from onrecord.lexicon.data_files import LexiconError
from onrecord.lexicon.document_frequencies import document_frequencies, parse_table
from onrecord.text.stems import stem


def test_the_table_of_the_package() -> None:
    """Common words stand in more articles than rare ones, and none in more than there are."""
    table = document_frequencies()
    assert len(table.counts) > 10_000
    assert 1 < table.counts[stem("harbour")] < table.counts[stem("president")] <= table.articles
    assert all(not any(c.isdigit() for c in word) for word in table.counts)


def test_every_word_is_a_stem() -> None:
    """The table is looked up by stems: stemming most of its words again changes nothing."""
    words = list(document_frequencies().counts)
    assert sum(stem(word) == word for word in words) > 0.9 * len(words)


@pytest.mark.parametrize(
    "text",
    ["", "pages 3\n", "articles x\n", "articles 3\n2\n", "articles 3\nx a\n", "articles 3\n4 a\n",
     "articles 3\n0 a\n", "articles 3\n1 a\n2 a\n"],
)  # fmt: skip
def test_a_broken_table(text: str) -> None:
    """It is refused, not half read."""
    with pytest.raises(LexiconError):
        parse_table(text)
