"""Which full name of an article a single word of it stands for: a surname, a given name, a part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.lexicon.name_words import name_words
from onrecord.lexicon.places import is_place
from onrecord.linking.names.folding import same_spelling
from onrecord.linking.names.organisations import is_telling

if TYPE_CHECKING:
    from onrecord.linking.names.local import Group
    from onrecord.linking.names.units import Unit

_CLEARLY_MORE = 3
"""How many times as often the one bearer of a word must be named as the next."""


def bearer(unit: Unit, groups: Sequence[Group]) -> tuple[Group, str] | None:
    """The full name that a single word stands for in its article, and why; None: none or several.

    Args:
        unit: all mentions of the word.
        groups: the other names of the article.
    """
    word = unit.form.words[0]
    if word in name_words().generic:
        return None
    for role, found in (
        ("surname", [g for g in groups if _is_surname(unit, g)]),
        ("given-name", [g for g in groups if _is_given(unit, g)]),
        ("short-form", [g for g in groups if _is_part(unit, g)]),
    ):
        chosen = _one_of(unit, found)
        if chosen is not None:
            return chosen, role
        if found:
            return None
    return None


def _people(unit: Unit, group: Group) -> bool:
    if group.letter not in "px" or (group.gender and unit.gender and group.gender != unit.gender):
        return False
    return not (unit.letter in "lo" and is_place(unit.form.words[0]))


def _is_surname(unit: Unit, group: Group) -> bool:
    words = group.best.form.words
    if len(words) < 2 or group.best.form.known is not None or not _people(unit, group):
        return False
    return same_spelling(words[-1], unit.form.words[0])


def _is_given(unit: Unit, group: Group) -> bool:
    """A first name, or the surname of a name that begins with it; never a place's."""
    words = group.best.form.words
    if len(words) < 2 or group.best.form.known is not None or not _people(unit, group):
        return False
    return group.letter == "p" and words[0] == unit.form.words[0] and unit.letter in "px"


def _is_part(unit: Unit, group: Group) -> bool:
    words = group.best.form.words
    if group.letter not in "ox" or unit.letter == "g" or group.best.form.known is not None:
        return False
    if len(words) < 2 or not is_telling(unit.form.words):
        return False
    if unit.letter == "l" and is_place(unit.form.words[0]):
        return False
    return unit.form.words[0] in (words[0], words[-1])


def _one_of(unit: Unit, found: Sequence[Group]) -> Group | None:
    """The only one; the only one of its gender; not the one that is introduced as a relative;
    the only one named before; the one named far more often."""
    if len(found) < 2:
        return found[0] if found else None
    alike = [g for g in found if unit.gender and g.gender == unit.gender]
    if len(alike) == 1:
        return alike[0]
    heads = [g for g in found if not g.has_cue("kin")]
    if len(heads) == 1:
        return heads[0]
    before = [g for g in found if g.first < unit.first]
    if len(before) == 1:
        return before[0]
    ranked = sorted(found, key=lambda g: (-g.weight, g.first))
    return ranked[0] if ranked[0].weight >= _CLEARLY_MORE * ranked[1].weight else None
