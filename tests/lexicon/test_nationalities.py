"""Names, adjectives and peoples of countries."""

from __future__ import annotations

import pytest

from onrecord.lexicon.nationalities import country_of


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("American", "United States"),
        ("Americans", "United States"),
        ("the United States", "United States"),
        ("U.S.", "United States"),
        ("US", "United States"),
        ("UK", "United Kingdom"),
        ("Briton", "United Kingdom"),
        ("Frenchwomen", "France"),
        ("Turk", "Turkey"),
        ("Turkey's", "Turkey"),
        ("Thais", "Thailand"),
    ],
)
def test_every_form_gives_the_countrys_name(words: str, country: str) -> None:
    """Names, abbreviations, adjectives, peoples and possessives give one name."""
    assert country_of(words) == country


@pytest.mark.parametrize("words", ["us", "human", "women", "man", "Paris", "", "s"])
def test_other_words_give_none(words: str) -> None:
    """Common words and capitals are no countries."""
    assert country_of(words) is None
