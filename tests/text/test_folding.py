"""Folding: what is printed alike is equal, what is not is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.folding import fold, fold_words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ÉTAT d’Alerte", "etat d'alerte"),
        ("8\u00a0October", "8 October"),
        ("cease\u2011fire", "cease-fire"),
        ("“Not now,” she said", '"Not now", she said'),
        ("the ﬁre", "the fire"),
        ("e\u0301tat", "état"),
        ("one\n\ntwo", "one two"),
        ("STRASSE", "Straße"),
    ],
)
def test_printings_of_the_same_words_are_equal(left: str, right: str) -> None:
    """Case, accents, quotation marks, dashes, spaces and ligatures make no difference."""
    assert fold_words(left) == fold_words(right)


@pytest.mark.parametrize(
    ("left", "right"), [("dam", "dams"), ("3 men", "4 men"), ("ab c", "a bc"), ("3.5", "35")]
)
def test_other_words_stay_other_words(left: str, right: str) -> None:
    """Letters, digits and the borders of words are kept."""
    assert fold_words(left) != fold_words(right)


@given(st.text())
def test_words_are_made_of_letters_and_digits(text: str) -> None:
    """No mark, space or underscore is left in a folded word."""
    assert all(c.isalnum() for word in fold_words(text) for c in word)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    """The folded words are their own folded words."""
    assert fold_words(" ".join(fold_words(text))) == fold_words(text)


@given(st.text(alphabet=st.characters(max_codepoint=0xFF)))
def test_case_makes_no_difference(text: str) -> None:
    """A text of western letters in capitals folds as it does in small letters."""
    assert fold(text.upper()) == fold(text.lower())
