"""Words by which two tellings of one event are known although they print other days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_FILE = "differences"
_PRINTED = frozenset(
    {
        *("day_names", "relative_days", "about_when", "ordinals", "another_event"),
        *("former_number", "giving_toll"),
    }
)
_TABLES = frozenset({"deeds", "courses"})
_LISTS = frozenset(
    {
        *_PRINTED,
        "negations",
        "reporting",
        "once",
        "course",
        "repeated",
        "one_of_several",
        "many",
        "denying",
        "denying_words",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceWords:
    """All in lower case and in their base form."""

    deeds: Mapping[str, str]
    """Verb or noun to the name of the deed that it tells."""
    once: frozenset[str]
    """Names of deeds that are done once by those who take part."""
    course: frozenset[str]
    """Names of deeds of a course of events."""
    courses: Mapping[str, str]
    """Noun of a course of events to the name of those that tell the same."""
    repeated: frozenset[str]
    """Verbs of what is done again and again."""
    one_of_several: frozenset[str]
    """Words before a noun that tell one of several; as printed."""
    many: frozenset[str]
    """Nouns of many whom one deed befalls."""
    denying: frozenset[str]
    """Verbs whose content somebody says is not so."""
    denying_words: frozenset[str]
    """Verbs that deny what somebody said, but decline anything else."""
    negations: frozenset[str]
    """Words that turn a sentence into its opposite; as printed."""
    reporting: frozenset[str]
    """Nouns of what is denied that say nothing of it; as printed."""
    day_names: frozenset[str]
    """Names of days and months; as printed, as are all below."""
    relative_days: frozenset[str]
    """Words that count from the day of the article."""
    about_when: frozenset[str]
    """Words that make a date less than exact."""
    ordinals: frozenset[str]
    """Words before a number that tell a part by its order."""
    another_event: frozenset[str]
    """Words of a sentence that tell its event from another one."""
    former_number: frozenset[str]
    """Words of a sentence that calls a number an earlier one."""
    giving_toll: frozenset[str]
    """Verbs of those who give a toll."""


@cache
def difference_words() -> DifferenceWords:
    """The words of the package.

    Raises:
        LexiconError: the data file says something that cannot be accepted.
    """
    return parse_difference_words(load_data(_FILE))


def parse_difference_words(data: Any) -> DifferenceWords:
    """The words in the content of the data file.

    Raises:
        LexiconError: a key is missing or unknown, a value is no word, a word stands twice in a
            table, or a list names a deed that is none.
    """
    if not isinstance(data, Mapping):
        raise LexiconError(f"{_FILE}.yaml: is no mapping")
    check_keys(_FILE, data, required=_TABLES | _LISTS, optional=frozenset())
    deeds = _table(data, "deeds")
    for name in ("once", "course"):
        if unknown := sorted(_list(data, name) - set(deeds.values())):
            raise LexiconError(f"{_FILE}.yaml: {name} names no deed: {unknown[0]}")
    return DifferenceWords(
        deeds=deeds,
        courses=_table(data, "courses"),
        **{name: _list(data, name) for name in _LISTS},
    )


def _list(data: Mapping[str, Any], name: str) -> frozenset[str]:
    words = data[name]
    if not isinstance(words, list) or not words or not all(_is_word(word) for word in words):
        raise LexiconError(f"{_FILE}.yaml: {name} is no list of words in lower case")
    return frozenset(words)


def _table(data: Mapping[str, Any], name: str) -> dict[str, str]:
    table = data[name]
    if not isinstance(table, Mapping) or not table:
        raise LexiconError(f"{_FILE}.yaml: {name} is no table")
    found: dict[str, str] = {}
    for key in table:
        for word in _list(table, key):
            if word in found:
                raise LexiconError(f"{_FILE}.yaml: {word} stands twice in {name}")
            found[word] = key
    return found


def _is_word(word: object) -> bool:
    return isinstance(word, str) and bool(word) and word == word.lower()
