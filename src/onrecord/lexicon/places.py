"""Whether a printed name is that of a place: a gazetteer of cities, countries and states.

The list is made by `scripts/make_place_names.py` from GeoNames (CC BY 4.0), and read when first
needed.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from onrecord.lexicon.data_files import load_data

_FILE = "places.txt"


@cache
def _gazetteer() -> frozenset[str]:
    text = resources.files("onrecord.lexicon").joinpath("data", _FILE).read_text(encoding="utf-8")
    # Its first line says where the names come from.
    return frozenset(text.split("\n")[1:-1])


def is_place(name: str) -> bool:
    """Whether the gazetteer holds the name, as printed but for case and a leading `the`."""
    folded = name.casefold().strip(" .")
    return folded in _gazetteer() or folded.removeprefix("the ") in _gazetteer()


@cache
def words_before_dash() -> frozenset[str]:
    """Upper-case words that open a line before a dash or colon without being a place."""
    return frozenset(word.upper() for word in load_data("not_places")["words"])
