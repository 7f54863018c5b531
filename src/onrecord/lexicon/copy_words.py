"""Words that house style changes when a text is printed again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_FILE = "copies"
_KEYS = frozenset({"style_words"})
_KINDS = frozenset({"titles", "telling", "days", "numbers"})


@cache
def style_words() -> frozenset[str]:
    """Those words, in lower case, without full stops: they are not compared.

    Raises:
        LexiconError: the data file says something that cannot be accepted.
    """
    return parse_style_words(load_data(_FILE))


def parse_style_words(data: Any) -> frozenset[str]:
    """The words in the content of the data file.

    Raises:
        LexiconError: a key is missing or unknown, or words are no text in lower case.
    """
    if not isinstance(data, Mapping):
        raise LexiconError(f"{_FILE}.yaml: is no mapping")
    check_keys(_FILE, data, required=_KEYS, optional=frozenset())
    kinds = data["style_words"]
    if not isinstance(kinds, Mapping):
        raise LexiconError(f"{_FILE}.yaml: style_words is no mapping")
    check_keys(_FILE, kinds, required=_KINDS, optional=frozenset())
    found: set[str] = set()
    for kind, words in kinds.items():
        if not isinstance(words, str) or words != words.lower():
            raise LexiconError(f"{_FILE}.yaml: {kind} is no text in lower case")
        found.update(word.replace(".", "") for word in words.split())
    return frozenset(found)
