"""Which country an adjective, a people or another name of it stands for."""

from __future__ import annotations

from functools import lru_cache

from onrecord.lexicon.name_aliases import AliasKind, Known, name_aliases

_KINDS = frozenset({AliasKind.COUNTRY, AliasKind.REGION})
_PERSONS = ("woman", "women", "man", "men")


@lru_cache(maxsize=1 << 14)
def country_of(words: str) -> str | None:
    """The name of the country or region that words stand for; None where they stand for none.

    `American`, `Americans`, `the United States`, `U.S.` and `US` all give one name. Names,
    adjectives and peoples are known, with a possessive ending or without; capitals are not.
    """
    plain = words.strip().removesuffix("'s").removesuffix("’s")
    known = _country(plain) or _country(plain + "s", "people")
    if known is None and plain.endswith("s"):
        known = _country(plain[:-1], "adjective")
    if known is None:
        known = next(
            (_country(plain[: -len(end)], "adjective") for end in _PERSONS if plain.endswith(end)),
            None,
        )
    return known.name if known is not None else None


def _country(form: str, how: str = "") -> Known | None:
    known = name_aliases().known(form) if form else None
    if known is None or known.kind not in _KINDS or how not in ("", known.how):
        return None
    return known
