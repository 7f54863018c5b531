"""Places: what the gazetteer knows, and words in capitals that are none."""

from __future__ import annotations

from importlib import resources

import pytest

from onrecord.lexicon.places import is_place, words_before_dash


@pytest.mark.parametrize(
    "name",
    ["Vienna", "VIENNA", "vienna", "The Hague", "Japan", "Texas", "the netherlands", "Cairo."],
)
def test_cities_countries_and_states_are_places(name: str) -> None:
    """In any case, with or without a leading article."""
    assert is_place(name)


@pytest.mark.parametrize("name", ["", "The", "EXCLUSIVE", "Zzyzzland", "Reservoirs and walls"])
def test_other_words_are_none(name: str) -> None:
    """An unknown name is not a place."""
    assert not is_place(name)


def test_words_before_a_dash_are_in_capitals() -> None:
    """They are compared in capitals, so they are kept so; labels of news pages are among them."""
    assert all(word == word.upper() for word in words_before_dash())
    assert {"WATCH", "CORRECTION", "FILE PHOTO"} <= words_before_dash()


def test_places_as_the_script_makes_them() -> None:
    """Folded, sorted, no line twice, the source first."""
    text = (resources.files("onrecord.lexicon") / "data" / "places.txt").read_text("utf-8")
    head, *names = text.splitlines()
    assert "GeoNames" in head
    assert names == sorted({name.casefold() for name in names})
