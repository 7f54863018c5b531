"""Names that the pile itself shows to be one medium's: `with_aliases`.

1. `MEA` in a credit and an outlet `Mirefield Elm Agency` of the pile: an agency by its initials;
2. `theelmcourier.example` and an outlet `The Elm Courier` of the pile.

What holds for all piles stands in the data files of `lexicon`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from onrecord.lexicon.media import Medium
from onrecord.record.origins.reading import ArticleRead

_CODE = re.compile(r"[A-Z]{2,6}")
_SMALL = frozenset({"the", "of", "and", "for", "de", "di"})
_OF_AGENCIES = frozenset({"agency", "press", "news", "wire", "newswire", "service"})


def with_aliases(articles: Iterable[ArticleRead]) -> list[ArticleRead]:
    """The articles, each medium under one key."""
    held = list(articles)
    same = {**_initials(held), **_addresses(held)}
    if not same:
        return held
    return [_renamed(one, same) for one in held]


def _initials(articles: Iterable[ArticleRead]) -> dict[str, Medium]:
    outlets: dict[str, list[Medium]] = {}
    for one in articles:
        if one.outlet is not None and (code := _initials_of(one.outlet.name)):
            outlets.setdefault(code, []).append(one.outlet)
    found = {}
    for one in articles:
        credited = one.credits
        if credited is None or not _CODE.fullmatch(credited.name):
            continue
        agency = Medium(credited.key, credited.name, is_agency=True)
        for outlet in outlets.get(credited.name, ()):
            found[outlet.key] = found[credited.key] = agency
    return found


def _initials_of(name: str) -> str:
    """The initials of an agency's name; empty of another one."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.lower() not in _SMALL]
    if len(words) < 2 or not _OF_AGENCIES & {word.lower() for word in words}:
        return ""
    return "".join(word[0] for word in words).upper()


def _addresses(articles: Iterable[ArticleRead]) -> dict[str, Medium]:
    """Addresses of outlets whose names begin with `The`."""
    named = {claim.medium.key: claim.medium for one in articles for claim in one.claims}
    named |= {one.outlet.key: one.outlet for one in articles if one.outlet is not None}
    found = {}
    for key, outlet in sorted(named.items()):
        label = key.partition(" ")[2]
        other = named.get(f"medium {label.removeprefix('the')}")
        is_address = "." in outlet.name and label.startswith("the")
        if is_address and other is not None and other.key != key:
            found[key] = other
    return found


def _renamed(one: ArticleRead, same: Mapping[str, Medium]) -> ArticleRead:
    def medium(known: Medium) -> Medium:
        return same.get(known.key, known)

    descent = one.descent
    return replace(
        one,
        outlet=medium(one.outlet) if one.outlet is not None else None,
        descent=replace(descent, medium=medium(descent.medium)) if descent is not None else None,
        claims=tuple(replace(claim, medium=medium(claim.medium)) for claim in one.claims),
    )
