"""Words of unnamed sources: who briefs reporters, and what tells no two of them apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data


@dataclass(frozen=True, slots=True)
class BriefingWords:
    """The lists of `briefings.yaml`."""

    nouns: frozenset[str]
    """Who may have spoken to several newsrooms at once."""
    general: frozenset[str]
    """Words of a description that any newsroom may leave out or put in."""


@cache
def briefing_words() -> BriefingWords:
    """The words of `briefings.yaml`.

    Raises:
        LexiconError: a list is missing or holds what is no word.
    """
    data = load_data("briefings")
    check_keys("briefings", data, required=frozenset({"nouns", "general"}), optional=frozenset())
    for name in ("nouns", "general"):
        if wrong := [word for word in data[name] if not isinstance(word, str)]:
            raise LexiconError(f"briefings.yaml: {name} holds what is no word: {wrong[0]!r}")
    return BriefingWords(*(frozenset(data[name]) for name in ("nouns", "general")))
