"""The words of what figures count, checked: classes of heads, outcomes, rising and falling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_LISTS = (
    *("people", "people_classes", "measures", "empty", "levels_of", "gatherings", "plain"),
    *("pronouns", "between", "not_heads", "of_people", "only_people", "only_things"),
    *("taking_life", "leaving", "including", "rising", "falling", "rise_nouns", "fall_nouns"),
    *("not_of_money", "formerly", "adding", "taking_away", "stocks", "value_verbs"),
    *("setting", "distances", "sums", "moving", "standing", "paying", "abstract"),
    *("level_verbs", "count_heads"),
    *("answering", "naming", "opinions", "polled", "holders", "deals"),
    *("funds", "granting", "covering"),
    *(
        "buying",
        "selling",
        "worths",
        "sizes",
        "away",
        "away_between",
        "headline_verbs",
        "actors",
        "voting",
    ),
)
_OUTCOME = frozenset({"kind", "undergo", "do", "nouns", "words", "before"})
_KINDS = frozenset({"count", "level"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of those who are counted, and the words that say so."""

    name: str
    kind: str
    """`count` or `level`."""
    undergo: frozenset[str]
    do: frozenset[str]
    nouns: frozenset[str]
    words: frozenset[str]
    before: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedWords:
    """The words of `counted.yaml`, lower case, base forms but where it says otherwise."""

    singulars: Mapping[str, str]
    """Plural that no rule gives to its singular."""
    classes: Mapping[str, str]
    """Lemma of a head to its class."""
    joined: Mapping[tuple[str, str], str]
    """Word before a head and the head's lemma, to the class of both together."""
    outcomes: tuple[Outcome, ...]
    """In order: the first that fits is taken."""
    people: frozenset[str]
    people_classes: frozenset[str]
    measures: frozenset[str]
    empty: frozenset[str]
    levels_of: frozenset[str]
    gatherings: frozenset[str]
    plain: frozenset[str]
    pronouns: frozenset[str]
    between: frozenset[str]
    not_heads: frozenset[str]
    of_people: frozenset[str]
    only_people: frozenset[str]
    only_things: frozenset[str]
    taking_life: frozenset[str]
    leaving: frozenset[str]
    including: frozenset[str]
    rising: frozenset[str]
    falling: frozenset[str]
    rise_nouns: frozenset[str]
    fall_nouns: frozenset[str]
    not_of_money: frozenset[str]
    formerly: frozenset[str]
    adding: frozenset[str]
    taking_away: frozenset[str]
    stocks: frozenset[str]
    moving: frozenset[str]
    standing: frozenset[str]
    paying: frozenset[str]
    abstract: frozenset[str]
    value_verbs: frozenset[str]
    setting: frozenset[str]
    distances: frozenset[str]
    sums: frozenset[str]
    level_verbs: frozenset[str]
    count_heads: frozenset[str]
    answering: frozenset[str]
    naming: frozenset[str]
    opinions: frozenset[str]
    polled: frozenset[str]
    holders: frozenset[str]
    deals: frozenset[str]
    funds: frozenset[str]
    granting: frozenset[str]
    covering: frozenset[str]
    buying: frozenset[str]
    selling: frozenset[str]
    worths: frozenset[str]
    sizes: frozenset[str]
    away: frozenset[str]
    away_between: frozenset[str]
    headline_verbs: frozenset[str]
    actors: frozenset[str]
    voting: frozenset[str]


@cache
def counted_words() -> CountedWords:
    """The words of `counted.yaml`.

    Raises:
        LexiconError: a list is missing or holds what is no word, or a word stands in two classes.
    """
    data = load_data("counted")
    if not isinstance(data, dict):
        raise LexiconError("counted.yaml: no table")
    return CountedWords(
        singulars=_inverted(data, "irregular_plurals"),
        classes=_inverted(data, "classes"),
        joined=_joined(_inverted(data, "joined")),
        outcomes=_outcomes(data.get("outcomes")),
        **{name: _list(data, name) for name in _LISTS},
    )


def _list(table: Mapping[str, Any], name: str) -> frozenset[str]:
    words = table.get(name)
    if not isinstance(words, list):
        raise LexiconError(f"counted.yaml: {name} is missing or no list")
    if wrong := [word for word in words if not isinstance(word, str) or word != word.lower()]:
        raise LexiconError(f"counted.yaml: {name} holds what is no word: {wrong[0]!r}")
    return frozenset(words)


def _inverted(data: Mapping[str, Any], name: str) -> dict[str, str]:
    table = data.get(name)
    if not isinstance(table, dict) or not table:
        raise LexiconError(f"counted.yaml: {name} is missing or no table")
    found: dict[str, str] = {}
    for key in table:
        for word in _list(table, key):
            if word in found:
                raise LexiconError(f"counted.yaml: {word} stands under {found[word]} and {key}")
            found[word] = key
    return found


def _joined(table: Mapping[str, str]) -> dict[tuple[str, str], str]:
    found = {}
    for phrase, name in table.items():
        parts = phrase.split()
        if len(parts) != 2:
            raise LexiconError(f"counted.yaml: {phrase!r} is no word before a head")
        found[parts[0], parts[1]] = name
    return found


def _outcomes(table: object) -> tuple[Outcome, ...]:
    if not isinstance(table, dict) or not table:
        raise LexiconError("counted.yaml: outcomes is missing or no table")
    found = []
    for name, entry in table.items():
        check_keys(
            "counted", {"name": name, **entry}, required=_OUTCOME, optional=frozenset({"name"})
        )
        if entry["kind"] not in _KINDS:
            raise LexiconError(f"counted.yaml: {name} is of the kind {entry['kind']!r}")
        words = {key: _list(entry, key) for key in _OUTCOME - {"kind"}}
        found.append(Outcome(name=name, kind=entry["kind"], **words))
    return tuple(found)
