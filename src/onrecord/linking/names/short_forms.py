"""Which full name of an article a single word of it stands for: a surname, a given name, a part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.lexicon.name_words import name_words
from onrecord.lexicon.places import is_place
from onrecord.linking.names.folding import same_spelling, spelled
from onrecord.linking.names.organisations import Tail, is_telling, may_be_short, tail_of

if TYPE_CHECKING:
    from onrecord.linking.names.local import Group
    from onrecord.linking.names.units import Unit

_CLEARLY_MORE = 3
"""How many times as often the one bearer of a word must be named as the next."""


class Bearers:
    """The full names of an article, found by their first and last words."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._first: dict[str, list[Group]] = {}
        self._last: dict[str, list[Group]] = {}
        full = {group.best.form.words for group in groups}
        for group in groups:
            words = group.best.form.words
            # `Kim Oro Show`, where there is a Kim Oro, is nobody whose surname is Show.
            longer = any(words[:n] in full for n in range(2, len(words)))
            if group.best.form.known is None and not longer:
                full_forms = [u.form.words for u in group.units if len(u.form.words) > 1]
                for first in {words[0] for words in full_forms}:
                    self._first.setdefault(first, []).append(group)
                for last in {spelled(words[-1]) for words in full_forms}:
                    self._last.setdefault(last, []).append(group)

    def of(self, unit: Unit) -> tuple[Group, str] | None:
        """The full name that a single word stands for, and why; None: none or several."""
        word = unit.form.words[0]
        if word in name_words().generic:
            return None
        first, last = self._first.get(word, []), self._last.get(spelled(word), [])
        for role, found in (
            ("surname", [g for g in last if _is_surname(unit, g)]),
            ("given-name", [g for g in first if _is_given(unit, g)]),
            ("short-form", [g for g in _either(first, last) if _is_part(unit, g)]),
        ):
            chosen = _one_of(unit, found)
            if chosen is not None:
                return chosen, role
            if found:
                return None
        return None


def _either(first: Sequence[Group], last: Sequence[Group]) -> list[Group]:
    return [*first, *(group for group in last if all(group is not other for other in first))]


def _people(unit: Unit, group: Group) -> bool:
    if group.letter not in "px" or (group.gender and unit.gender and group.gender != unit.gender):
        return False
    return not (unit.letter in "lo" and is_place(unit.form.words[0]))


def _other_generation(unit: Unit, group: Group) -> bool:
    """`Kim Jr.` is not Kim Oro, but Kim Oro Jr."""
    told = unit.form.generation
    return bool(told) and told != group.best.form.generation


def _is_surname(unit: Unit, group: Group) -> bool:
    words = group.best.form.words
    if not _people(unit, group) or _other_generation(unit, group):
        return False
    return same_spelling(words[-1], unit.form.words[0])


def _is_given(unit: Unit, group: Group) -> bool:
    """A first name, or the surname of a name that begins with it; never a place's."""
    if not _people(unit, group) or _other_generation(unit, group):
        return False
    firsts = {u.form.words[0] for u in group.units if len(u.form.words) > 1}
    return group.letter == "p" and unit.form.words[0] in firsts and unit.letter in "px"


def _is_part(unit: Unit, group: Group) -> bool:
    words = group.best.form.words
    if group.letter != "o" or unit.letter not in "olx" or not is_telling(unit.form.words):
        return False
    if not may_be_short(unit.form.words[0], words):
        return False
    if unit.form.words[0] not in (words[0], words[-1]) or "and" in words:
        return False
    tail = tail_of(unit.form.words, words)
    # What is named far more often than a longer name is not short for it: that names a part.
    often = len(unit.mentions) > _CLEARLY_MORE * sum(len(u.mentions) for u in group.units)
    return tail is Tail.TRADE or (tail is Tail.OPEN and not often)


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
