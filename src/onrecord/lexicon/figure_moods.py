"""The words that say how and as of when a figure is meant, checked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_FILE = "figure_moods"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMoods:
    """The words, lower case, as they stand in the file: base forms but where it says otherwise."""

    planned: frozenset[str]
    raising: frozenset[str]
    wanting: frozenset[str]
    light: frozenset[str]
    adding: frozenset[str]
    planned_objects: frozenset[str]
    announcing: frozenset[str]
    to_be_done: frozenset[str]
    proposed: frozenset[str]
    proposed_objects: frozenset[str]
    conditional: frozenset[str]
    conditional_objects: frozenset[str]
    denied: frozenset[str]
    failed: frozenset[str]
    claims: frozenset[str]
    as_told: frozenset[str]
    making: frozenset[str]
    proposed_would: frozenset[str]
    planned_would: frozenset[str]
    proposed_holds: frozenset[str]
    planned_holds: frozenset[str]
    proposed_holds_now: frozenset[str]
    planned_holds_now: frozenset[str]
    holding: frozenset[str]
    hearsay: frozenset[str]
    suggested: frozenset[str]
    amounts: frozenset[str]
    measuring: frozenset[str]
    perceiving: frozenset[str]
    dying: frozenset[str]
    telling: frozenset[str]
    changing: frozenset[str]
    supposing: frozenset[str]
    believing: frozenset[str]
    not_denying: frozenset[str]
    planned_nouns: frozenset[str]
    planned_measures: frozenset[str]
    proposed_nouns: frozenset[str]
    proposed_measures: frozenset[str]
    conditional_nouns: frozenset[str]
    conditional_measures: frozenset[str]
    denied_nouns: frozenset[str]
    planned_before: frozenset[str]
    proposed_before: frozenset[str]
    conditional_before: frozenset[str]
    denied_before: frozenset[str]
    will: frozenset[str]
    would: frozenset[str]
    may: frozenset[str]
    should: frozenset[str]
    perceived: frozenset[str]
    conditions: frozenset[str]
    negations: frozenset[str]
    nobody: frozenset[str]
    not_negating: frozenset[str]
    definite: frozenset[str]
    fresh: frozenset[str]
    once: frozenset[str]
    former_before: frozenset[str]
    so_far: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    by: frozenset[str]
    compared: frozenset[str]


@cache
def figure_moods() -> FigureMoods:
    """The words of `figure_moods.yaml`.

    Raises:
        LexiconError: a list is missing, empty, unknown or holds what is no word.
    """
    data = load_data(_FILE)
    if not isinstance(data, dict):
        raise LexiconError(f"{_FILE}.yaml holds no lists")
    names = frozenset(field.name for field in fields(FigureMoods))
    check_keys(_FILE, data, required=names, optional=frozenset())
    for name in names:
        words = data[name]
        if not isinstance(words, list) or not words:
            raise LexiconError(f"{_FILE}.yaml: {name} is no list")
        if wrong := [word for word in words if not isinstance(word, str) or word != word.lower()]:
            raise LexiconError(f"{_FILE}.yaml: {name} holds what is no word: {wrong[0]!r}")
    return FigureMoods(**{name: frozenset(data[name]) for name in names})
