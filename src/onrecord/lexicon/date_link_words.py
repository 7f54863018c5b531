"""The words by which two articles are dated against each other, checked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_FILE = "date_links"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLinkWords:
    """Folded words."""

    said: frozenset[str]
    """What carries somebody's words."""
    rounds: frozenset[str]
    """Nouns, in the singular, of which one is the next after another."""
    over: frozenset[str]
    """What says that a round is over or under way."""
    over_alone: frozenset[str]
    """What says so where no word says that it is still to come."""
    ahead: frozenset[str]
    """What says that a round is still to come."""


@cache
def date_link_words() -> DateLinkWords:
    """The words of the data file.

    Raises:
        LexiconError: the file says something else than words.
    """
    data = load_data(_FILE)
    names = frozenset(field.name for field in fields(DateLinkWords))
    check_keys(_FILE, data, required=names, optional=frozenset())
    return DateLinkWords(**{name: _words(name, data[name]) for name in names})


def _words(name: str, text: object) -> frozenset[str]:
    if not isinstance(text, str) or not text.split():
        raise LexiconError(f"{_FILE}.yaml: {name} is no line of words")
    return frozenset(text.split())
