"""How rare words are in the news: a fixed table of document frequencies of stems.

The table is counted by `scripts/fit_document_frequencies.py`; `docs/document-frequencies.md` says
of what, and what it is good for. It is read when first needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from onrecord.lexicon.data_files import LexiconError

_FILE = "document_frequencies.txt"


@dataclass(frozen=True, slots=True)
class DocumentFrequencies:
    """In how many of `articles` news articles each stem stands; rarer stems are left out."""

    articles: int
    counts: Mapping[str, int]


@cache
def document_frequencies() -> DocumentFrequencies:
    """The table of the package.

    Raises:
        LexiconError: a line of the file is no count followed by stems.
    """
    text = resources.files("onrecord.lexicon").joinpath("data", _FILE).read_text(encoding="utf-8")
    return parse_table(text)


def parse_table(text: str) -> DocumentFrequencies:
    """The table in a text: `articles N`, then on each line a count and the stems that have it.

    Raises:
        LexiconError: a line is no count followed by stems, or a stem stands twice.
    """
    first, *lines = text.splitlines() or [""]
    name, _, number = first.partition(" ")
    if name != "articles" or not number.isdigit():
        raise LexiconError(f"{_FILE}: the first line is no number of articles")
    counts: dict[str, int] = {}
    for line in lines:
        count, *stems = line.split()
        if not count.isdigit() or not 0 < int(count) <= int(number) or not stems:
            raise LexiconError(f"{_FILE}: no count followed by stems: {line[:40]!r}")
        for one in stems:
            if one in counts:
                raise LexiconError(f"{_FILE}: {one} stands twice")
            counts[one] = int(count)
    return DocumentFrequencies(int(number), counts)
