"""How words are compared, whoever prints them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.wordings.words import compared, printed_words, spoken, stem_counts


def _told(text: str) -> list[str]:
    return [w for printed in printed_words(text, 0, len(text)) for w in spoken(printed.word)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I won’t go", "I will not go"),
        ("They're ready", "they are ready"),
        ("the harbour’s gate", "the harbour gate"),
        ("eight of 1,200 barges", "8 of 1200 barges"),
        ("the U.N. mission", "the UN mission"),
        ("Café Müller", "cafe muller"),
    ],
)
def test_other_ways_of_writing_are_the_same_spoken_words(one: str, other: str) -> None:
    """Contractions, possessives, figures, dots and accents make no other words."""
    assert _told(one) == _told(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organise", "organize"),
        ("labour", "labor"),
        ("he", "i"),
        ("would", "will"),
        ("boats", "boat"),
        ("travelled", "traveled"),
    ],
)
def test_turned_and_british_words_are_compared_as_equal(one: str, other: str) -> None:
    """What turns in indirect speech, endings and British spelling are compared as one."""
    assert compared(one) == compared(other)


@pytest.mark.parametrize(("one", "other"), [("four", "for"), ("not", "now"), ("can", "will")])
def test_other_words_stay_other_words(one: str, other: str) -> None:
    """Short words have no British endings; words of other kinds do not turn into each other."""
    assert compared(one) != compared(other)


@given(st.text())
def test_printed_words_stand_where_they_say(text: str) -> None:
    """Every word has a place in the text, in order, and something to compare; nothing raises."""
    end = 0
    for word in printed_words(text, 0, len(text)):
        assert end <= word.start < word.end <= len(text)
        assert word.word
        assert not word.word.isspace()
        assert all(spoken(word.word))
        end = word.end


@given(st.text(alphabet="abc '’.,1X\n"))
def test_counts_are_those_of_the_words(text: str) -> None:
    """The counts of a text are as if each word was looked at alone."""
    counts = stem_counts(text)
    told = [compared(word) for word in _told(text)]
    assert counts == {stem: told.count(stem) for stem in told}
