"""Words that people put before a name or leave out of it when they type it, checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.data_files import LexiconError, load_data

_FILE = "names"
_TITLES = ("courtesy_m", "courtesy_f", "courtesy", "ranks", "offices")


@dataclass(frozen=True, slots=True)
class TypedNameWords:
    """Folded words."""

    titles: frozenset[str]
    """Before a person's name."""
    articles: frozenset[str]
    """Written before a name or left out of it at will."""


@cache
def typed_name_words() -> TypedNameWords:
    """The words of the file.

    Raises:
        LexiconError: the file says something else.
    """
    data = load_data(_FILE)
    lists = {key: data.get(key) for key in (*_TITLES, "articles")}
    for key, words in lists.items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise LexiconError(f"{_FILE}.yaml: {key} must be a list of words")
    titles = frozenset(word for key in _TITLES for word in lists[key])
    return TypedNameWords(titles, frozenset(lists["articles"]))
