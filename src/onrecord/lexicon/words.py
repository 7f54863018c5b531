"""Stop words, and what is left of a line without them."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon.data_files import load_data

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")


@cache
def stop_words() -> frozenset[str]:
    """Lower-case English words that carry grammar rather than content."""
    return frozenset(load_data("stopwords")["words"].split())


@cache
def masthead_words() -> frozenset[str]:
    """Words, lower-case, that names of outlets are made of."""
    return frozenset(word.lower() for word in load_data("mastheads")["words"])


@cache
def page_words() -> frozenset[str]:
    """Words, lower-case, of pages that are no part of a person's name."""
    return frozenset(word.lower() for word in load_data("mastheads")["page_words"])


def words_of(text: str) -> list[str]:
    """The words of `text` in lower case, a possessive ending cut off."""
    return [w[:-2] if w.endswith(("’s", "'s")) else w for w in _WORD.findall(text.lower())]


def content_words(text: str) -> list[str]:
    """The words that are no stop words and have three letters or more, or a digit."""
    stops = stop_words()
    return [
        w for w in words_of(text) if w not in stops and (len(w) > 2 or any(c.isdigit() for c in w))
    ]
