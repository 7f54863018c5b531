"""Whose and where: the printed words of a scope as names that are equal across articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.lexicon.name_aliases import AliasKind, name_aliases
from onrecord.lexicon.nationalities import country_of
from onrecord.linking.figures.fact import ScopeName
from onrecord.linking.names.folding import folded_words, search_form
from onrecord.record.attributions_view import EntitiesAt
from onrecord.values.spans import Span

_PLAIN = frozenset({"the", "a", "an", "of", "in", "at", "city", "town", "village", "country"})
"""Words beside a name that tell nothing of which part of it is meant."""
_COUNTRIES = frozenset({AliasKind.COUNTRY, AliasKind.STATE, AliasKind.REGION})


class ScopeNames:
    """Which place or owner some words name.

    In this order: the entity that is named there; the entity that is known by these words in other
    places, where there is one only; what a nationality stands for; the folded words themselves.
    """

    def __init__(self, entities: Iterable[Mapping[str, Any]], at: EntitiesAt) -> None:
        self._at = at
        self._by_form: dict[str, ScopeName | None] = {}
        for entity in entities:
            found = ScopeName(entity["id"], entity["name"], wide=_is_country(entity["name"]))
            for form in {search_form(f) for f in (entity["name"], *entity["aliases"])}:
                held = self._by_form.get(form, found)
                self._by_form[form] = found if held == found else None
        self._words: dict[str, ScopeName] = {}

    def named(self, article: str, span: Span, printed: str) -> ScopeName:
        """The place or owner that the words at a place name.

        Args:
            article: its id.
            span: the words' place.
            printed: the words, on one line.
        """
        entity = self._at.at(article, span)
        if entity is None:
            return self.of_words(printed)
        known = name_aliases().known(printed)
        own = ScopeName(*entity, wide=_is_country(entity[1]))
        if known is not None and known.kind in _COUNTRIES:
            return self._by_form.get(search_form(known.name)) or own
        rest = words_beside(printed, entity[1])
        if not rest:
            return own
        return ScopeName(f"{entity[0]} {' '.join(rest)}", printed)

    def of_words(self, printed: str) -> ScopeName:
        """The place or owner of words that stand nowhere in particular."""
        if (made := self._words.get(printed)) is None:
            made = self._words[printed] = self._read(printed)
        return made

    def _read(self, printed: str) -> ScopeName:
        known = name_aliases().known(printed)
        if known is not None and known.kind in _COUNTRIES:
            found = self._by_form.get(search_form(known.name))
            wide = known.kind is not AliasKind.STATE
            return found or ScopeName(f"~{search_form(known.name)}", known.name, wide)
        form = search_form(printed)
        return self._by_form.get(form) or ScopeName(f"~{form}", printed)


def _is_country(name: str) -> bool:
    return country_of(name) is not None


def words_beside(printed: str, name: str) -> list[str]:
    """Words beside a name that tell another thing from it: `northern` of `northern Vale`.

    A name is often printed in a short form, so that only words in lower case count.
    """
    held = set(folded_words(name))
    lower = [word for word in printed.split() if word[:1].islower()]
    words = (word for one in lower for word in folded_words(one))
    return [word for word in words if word not in held and word not in _PLAIN]
