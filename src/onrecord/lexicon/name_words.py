"""The words of names, checked: titles, particles, suffixes, nicknames, classes of spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_FILE = "names"
_LISTS = (
    *("courtesy_m", "courtesy_f", "courtesy", "ranks", "offices", "title_small", "particles"),
    *("articles", "feminine", "masculine", "company_suffixes", "organisation_heads", "generic"),
    *("place_heads", "small", "not_names"),
    *("trades", "parts", "roles", "government_verbs", "dealings", "zones"),
    *("rank_endings", "place_prepositions", "place_kinds", "of_places", "of_governments"),
    *("motion_verbs", "held_in", "one_each"),
)
_OTHERS = ("generations", "written_out", "kin", "spellings", "shortest_spelling", "nicknames")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """The words, lower case without full stops, as they stand in the file."""

    courtesy_m: frozenset[str]
    courtesy_f: frozenset[str]
    courtesy: frozenset[str]
    ranks: frozenset[str]
    offices: frozenset[str]
    title_small: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    """Particles that are written before a name or left out at will: `al`."""
    feminine: frozenset[str]
    masculine: frozenset[str]
    company_suffixes: frozenset[str]
    organisation_heads: frozenset[str]
    generic: frozenset[str]
    """Words that name nothing certain when they stand alone."""
    trades: frozenset[str]
    """Words of a company's name that are left out when it is called shortly: `Motors`."""
    parts: frozenset[str]
    """Words that make a longer name that of a part of the whole: `Vale Music`."""
    place_heads: frozenset[str]
    small: frozenset[str]
    not_names: frozenset[str]
    generations: Mapping[str, str]
    """`junior` -> `jr`."""
    roles: frozenset[str]
    """What somebody is: at the end of a phrase they describe and do not name."""
    government_verbs: frozenset[str]
    """Forms of verbs for what governments do."""
    rank_endings: frozenset[str]
    """Titles that an organisation's name takes with it from the person named next."""
    zones: frozenset[str]
    """Time zones, which are no names."""
    dealings: frozenset[str]
    """Nouns for what goes on between governments."""
    place_prepositions: frozenset[str]
    """Words behind which places stand: `in`."""
    place_kinds: frozenset[str]
    """What a place is: `town`."""
    motion_verbs: frozenset[str]
    """Printed forms of verbs before `to` and `from` a place."""
    of_places: frozenset[str]
    """What is a place's own: `outskirts`."""
    of_governments: frozenset[str]
    """What governments have, and people too: `army`."""
    held_in: frozenset[str]
    """What somebody has in a person or an organisation: `confidence`."""
    one_each: frozenset[str]
    """Heads of names of which every place has its own: `university`."""
    written_out: Mapping[str, str]
    """Shortened word of a name -> the word."""
    kin: Mapping[str, str]
    """Word of kinship -> `f`, `m` or empty: the gender of who is called so."""
    spellings: tuple[tuple[re.Pattern[str], str], ...]
    """What is written -> what it counts as, in order."""
    shortest_spelling: int
    """Letters: shorter names that are spelled differently are different."""
    nicknames: Mapping[str, frozenset[int]]
    """Given name -> numbers of the groups of names that stand for each other."""
    titles: frozenset[str]
    """Every word that may stand in a title before a name."""


@cache
def name_words() -> NameWords:
    """The words of `names.yaml`.

    Raises:
        LexiconError: a list is missing, empty or holds what is no word, or a class cannot be read.
    """
    data = load_data(_FILE)
    check_keys(_FILE, data, required=frozenset((*_LISTS, *_OTHERS)), optional=frozenset())
    lists = {name: _words(data, name) for name in _LISTS}
    titles = ("courtesy_m", "courtesy_f", "courtesy", "ranks", "offices")
    return NameWords(
        generations=_table(data, "generations"),
        written_out=_table(data, "written_out"),
        kin=_table(data, "kin"),
        spellings=_spellings(data["spellings"]),
        shortest_spelling=int(data["shortest_spelling"]),
        nicknames=_nicknames(data["nicknames"]),
        titles=frozenset().union(*(lists[name] for name in titles)),
        **lists,
    )


def _words(data: Mapping[str, Any], name: str) -> frozenset[str]:
    words = data[name]
    if not isinstance(words, list) or not words:
        raise LexiconError(f"{_FILE}.yaml: {name} is empty or no list")
    if wrong := [word for word in words if not isinstance(word, str) or word != word.lower()]:
        raise LexiconError(f"{_FILE}.yaml: {name} holds what is no word: {wrong[0]!r}")
    return frozenset(words)


def _table(data: Mapping[str, Any], name: str) -> Mapping[str, str]:
    table = data[name]
    if not isinstance(table, dict) or not table:
        raise LexiconError(f"{_FILE}.yaml: {name} is empty or no table")
    return {str(word): str(what) for word, what in table.items()}


def _spellings(rows: object) -> tuple[tuple[re.Pattern[str], str], ...]:
    if not isinstance(rows, list) or not all(isinstance(r, list) and len(r) == 2 for r in rows):
        raise LexiconError(f"{_FILE}.yaml: spellings must be a list of pairs")
    try:
        return tuple((re.compile(pattern), to) for pattern, to in rows)
    except re.error as error:
        raise LexiconError(f"{_FILE}.yaml: spellings: {error}") from error


def _nicknames(text: object) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(str(text).split(";")):
        names = group.split()
        if len(names) < 2:
            raise LexiconError(f"{_FILE}.yaml: a group of nicknames has one name: {group!r}")
        for name in names:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(groups) for name, groups in found.items()}
