"""Stems: forms of one word are one, other words are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.stems import stem


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (("talk", "talks", "Talks", "talked", "TALKING"), "talk"),
        (("cancelled", "canceled", "cancelling"), "cancel"),
        (("élection", "election", "elections"), "elect"),
        (("1,500", "1500"), "1500"),
        (("12,345,678",), "12345678"),
        (("3.5",), "3.5"),
        (("’s", "'s"), "s"),
    ],
    ids=str,
)
def test_forms_of_one_word_have_one_stem(forms: tuple[str, ...], expected: str) -> None:
    """Case, accents, endings and separators of thousands make no difference."""
    assert {stem(form) for form in forms} == {expected}


def test_other_words_keep_apart() -> None:
    """A shared beginning makes no shared stem."""
    assert (
        len({stem(word) for word in ("attack", "attach", "vote", "veto", "strike", "strive")}) == 6
    )


@given(st.text(max_size=30))
def test_any_text_has_a_folded_stem(text: str) -> None:
    """Whatever is given, the answer is the same each time and has no capitals."""
    found = stem(text)
    assert stem(text) == found == found.lower()
