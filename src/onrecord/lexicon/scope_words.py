"""The words that say where and whose a figure is and in which event it was counted, checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_FILE = "scopes"
_TABLES = ("causes", "wider", "akin")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """The words of one class of events, base forms."""

    nouns: tuple[str, ...]
    """In the singular; those of two words need both."""
    verbs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeWords:
    """The words as they stand in the file, lower case; what each list is for it says there."""

    causes: Mapping[str, Cause]
    wider: Mapping[str, str]
    """A class to the one that takes it in."""
    akin: tuple[frozenset[str], ...]
    """Classes whose words are said of one event by turns."""
    lasting: frozenset[str]
    filmed: frozenset[str]
    figurative_of: frozenset[str]
    figurative_to: frozenset[str]
    place_prepositions: frozenset[str]
    struck_prepositions: frozenset[str]
    striking: frozenset[str]
    reaching: frozenset[str]
    going_to: frozenset[str]
    coming_from: frozenset[str]
    reporting: frozenset[str]
    told_of_places: frozenset[str]
    dwellers: frozenset[str]
    place_kinds: frozenset[str]
    named_kinds: frozenset[str]
    narrow_kinds: frozenset[str]
    national_kinds: frozenset[str]
    foreign_kinds: frozenset[str]
    venues: frozenset[str]
    staff: frozenset[str]
    by_states: frozenset[str]
    by_police: frozenset[str]
    policed: frozenset[str]
    its_own: frozenset[str]
    no_owners: frozenset[str]
    there: frozenset[str]
    stand_ins: frozenset[str]
    stand_ins_of_country: frozenset[str]
    having: frozenset[str]
    members: frozenset[str]
    its: frozenset[str]
    part_prepositions: frozenset[str]
    no_parts: frozenset[str]
    other_clauses: frozenset[str]
    other_phrases: frozenset[str]
    leaving: frozenset[str]
    counting: frozenset[str]


@cache
def scope_words() -> ScopeWords:
    """The words of `scopes.yaml`.

    Raises:
        LexiconError: a list is missing, empty or holds what is no word, or a class is unknown.
    """
    data = load_data(_FILE)
    names = [field.name for field in fields(ScopeWords) if field.name not in _TABLES]
    check_keys(_FILE, data, required=frozenset((*names, *_TABLES)), optional=frozenset())
    causes = _causes(data["causes"])
    lists = {name: _words(name, data[name]) for name in names}
    wider, akin = data["wider"], tuple(_words("akin", group) for group in data["akin"])
    if not isinstance(wider, dict):
        raise LexiconError(f"{_FILE}.yaml: wider is no table")
    named = {
        *wider,
        *wider.values(),
        *lists["lasting"],
        *lists["by_states"],
        *lists["policed"],
    }.union(*akin)
    if unknown := sorted(map(str, named - set(causes))):
        raise LexiconError(f"{_FILE}.yaml: no class of events is called {unknown[0]}")
    return ScopeWords(causes=causes, wider=wider, akin=akin, **lists)


def same_cause(left: str, right: str) -> bool:
    """Whether two classes of events may tell of one: equal, akin, one wider, or one not said."""
    if not left or not right or left == right:
        return True
    if any(left in group and right in group for group in scope_words().akin):
        return True
    return right in _widened(left) or left in _widened(right)


def _widened(cause: str) -> list[str]:
    wider, found = scope_words().wider, []
    while (above := wider.get(cause)) is not None and above not in found:
        found.append(above)
        cause = above
    return found


def _causes(table: Any) -> dict[str, Cause]:
    if not isinstance(table, dict) or not table:
        raise LexiconError(f"{_FILE}.yaml: causes is empty or no table")
    found: dict[str, Cause] = {}
    seen: dict[str, str] = {}
    for name, entry in table.items():
        check_keys(_FILE, entry, required=frozenset({"nouns", "verbs"}), optional=frozenset())
        nouns, verbs = tuple(entry["nouns"]), tuple(entry["verbs"])
        for word in nouns:
            if word in seen:
                raise LexiconError(f"{_FILE}.yaml: {word!r} stands in {seen[word]} and in {name}")
            seen[word] = name
        _words(name, [*nouns, *verbs])
        found[name] = Cause(nouns=nouns, verbs=verbs)
    return found


def _words(name: str, words: Any) -> frozenset[str]:
    if not isinstance(words, list) or not words:
        raise LexiconError(f"{_FILE}.yaml: {name} is empty or no list")
    if wrong := [word for word in words if not isinstance(word, str) or word != word.lower()]:
        raise LexiconError(f"{_FILE}.yaml: {name} holds what is no word: {wrong[0]!r}")
    return frozenset(words)
