"""Tense: where the clause around a word places what it tells."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from onrecord.analysis.tense import Tense, tense_of

CLAUSES = [
    ("The mayor resigned on Monday.", "Monday", Tense.PAST),
    ("The mayor was elected on Monday.", "Monday", Tense.PAST),
    ("The mayor has resigned since Monday.", "Monday", Tense.PAST),
    ("The mayor had resigned on Monday.", "Monday", Tense.PAST),
    ("The mayor did not speak on Monday.", "Monday", Tense.PAST),
    ("The mayor will speak on Monday.", "Monday", Tense.FUTURE),
    ("The mayor won't speak on Monday.", "Monday", Tense.FUTURE),
    ("“I’ll speak on Monday,” she said.", "Monday", Tense.FUTURE),
    ("The mayor plans to speak on Monday.", "Monday", Tense.FUTURE),
    ("The mayor is expected to speak on Monday.", "Monday", Tense.FUTURE),
    ("The talks are scheduled for Monday.", "Monday", Tense.FUTURE),
    ("The talks were scheduled for Monday.", "Monday", Tense.FUTURE),
    ("A hearing set for Monday drew a crowd.", "Monday", Tense.FUTURE),
    ("The mayor is going to speak on Monday.", "Monday", Tense.FUTURE),
    ("The mayor could speak on Monday.", "Monday", Tense.FUTURE),
    ("The mayor would be speaking on Monday.", "Monday", Tense.FUTURE),
    ("The bill would be paid on Monday.", "Monday", Tense.FUTURE),
    ("The mayor could not be reached on Monday.", "Monday", Tense.PAST),
    ("The talks had been due to open on Monday.", "Monday", Tense.OPEN),
    ("They made a film to be shown on Monday.", "Monday", Tense.FUTURE),
    ("The mayor left as planned on Monday.", "Monday", Tense.PAST),
    ("They plan for a summit set for Oslo in June.", "June", Tense.FUTURE),
    ("The judge set the hearing for Monday.", "Monday", Tense.FUTURE),
    ("They voted to extend the aid through June.", "June", Tense.FUTURE),
    ("The looming strike on Monday worried them.", "Monday", Tense.FUTURE),
    ("The shop closes on Monday.", "Monday", Tense.PRESENT),
    ("The mayor, elected in June, spoke.", "June", Tense.PAST),
    ("The mayor came to speak on Monday.", "Monday", Tense.PAST),
    ("The mayor says that he resigned on Monday.", "Monday", Tense.PAST),
    ("The mayor said that she will speak on Monday.", "Monday", Tense.FUTURE),
    ("Storm on Monday", "Monday", Tense.OPEN),
]


@pytest.mark.parametrize(("sentence", "word", "tense"), CLAUSES, ids=[c[0] for c in CLAUSES])
def test_tense_of_clauses(nlp: Language, sentence: str, word: str, tense: Tense) -> None:
    """By the verb that the word hangs on, its auxiliaries, and what it depends on itself."""
    (token,) = [t for t in nlp(sentence) if t.text == word]
    assert tense_of(token) is tense


def test_a_report_in_the_present_tells_nothing(nlp: Language) -> None:
    """`says` is when it is read, not when it happened."""
    (token,) = [t for t in nlp("The mayor says Monday suits her.") if t.text == "says"]
    assert tense_of(token) is Tense.OPEN


SOME = """the mayor will said says planned to speak on Monday had been due may could not looming set planned resign resigned
    , . “ ” that because June going is of"""
WORDS = st.sampled_from(SOME.split())


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=14))
def test_any_words_have_a_tense(nlp: Language, words: list[str]) -> None:
    """However the parser takes them, every word has an answer and none takes long."""
    for token in nlp(" ".join(words)):
        assert tense_of(token) in Tense
