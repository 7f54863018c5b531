"""Names of media: which printed forms and addresses are one, and what names none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.media import (
    house_styles,
    means_named_before,
    means_own,
    medium_of,
    short_for,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Associated Press", "AP"),
        ("the AP", "apnews.com"),
        ("The New York Times", "nytimes.com"),
        ("WP", "washingtonpost.com"),
        ("Elm Courier", "The Elm Courier"),
        ("Elm Courier", "elmcourier.example"),
        ("THE ELM COURIER", "the Elm Courier newspaper"),
        ("the Lorvanian daily Elm Courier", "Elm Courier"),
        ("Reuters", "the Reuters news agency"),
        ("CNN’s “Morning Table”", "CNN"),
        ("Kerrow-based Al Jazeera television network", "Al-Jazeera"),
        ("Elm Courier •", "Elm Courier"),
        ("Lorvanian state-run TV", "Lorvanian state television"),
        ("Earlier state television", "state television"),
    ],
)
def test_forms_of_one_medium(one: str, other: str) -> None:
    """Articles, addresses, codes and nouns beside a name make no other medium of it."""
    left, right = medium_of(one), medium_of(other)
    assert left is not None
    assert right is not None
    assert left.key == right.key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Haldmoor Herald", "Velmar Herald"),
        ("state television", "state radio"),
        ("Lorvanian state television", "Estermark state television"),
        ("Elm Times", "The Times of London"),
    ],
)
def test_names_that_share_a_word_are_two(one: str, other: str) -> None:
    """A word of many mastheads names nobody by itself."""
    left, right = medium_of(one), medium_of(other)
    assert left is not None
    assert right is not None
    assert left.key != right.key


@pytest.mark.parametrize(
    "printed",
    [
        "the press",
        "they",
        "social media",
        "the newspaper",
        "the valley’s dam program",
        "",
        "—",
        "show",
    ],
)
def test_what_names_no_medium(printed: str) -> None:
    """Words for media in general, and programmes of another kind."""
    assert medium_of(printed) is None


def test_names_as_shown() -> None:
    """An agency by its code, an outlet as printed, a description without its article."""
    shown = {
        p: medium_of(p) for p in ("the Reuters news agency", "The Elm Courier", "a radio show")
    }
    assert [one.name if one else None for one in shown.values()] == [
        "Reuters",
        "The Elm Courier",
        "radio show",
    ]
    agency = shown["the Reuters news agency"]
    assert agency is not None
    assert agency.is_agency


def test_short_forms_and_references() -> None:
    """A short form may stand for several; `the newspaper` and `this newspaper` point back."""
    assert len(short_for("The Times")) > 1
    assert means_named_before("the newspaper")
    assert not means_named_before("a newspaper")
    assert means_own("this newspaper")


def test_house_styles_match_whole_lines() -> None:
    """A crosshead between dashes, but no dialogue and no compound."""
    (style,) = [one for one in house_styles() if one.name == "crosshead"]
    assert style.pattern.fullmatch("- Water at the gate -")
    assert not style.pattern.fullmatch("Water at the gate")
    assert not style.pattern.fullmatch("- We left. Then it rained -")


@given(st.text(max_size=60))
def test_any_text_is_read(printed: str) -> None:
    """Whatever is printed: a medium with key and name, or none."""
    found = medium_of(printed)
    assert found is None or (found.key.startswith("medium ") and found.name.strip())
