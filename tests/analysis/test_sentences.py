"""Sentences: all words of a paragraph, each once, a closing mark with its sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.analysis.sentences import find_sentences


@pytest.mark.parametrize("mark", ["”", '"', "’", "»", ".”", "!"])
def test_a_lone_mark_belongs_to_the_sentence_before(nlp: Language, mark: str) -> None:
    """Where the model makes a sentence of a closing mark, it is joined to the one before it."""
    doc = Doc(
        nlp.vocab,
        ["“", "Go", ".", mark, "He", "went", "."],
        [False, False, False, True, True, False, False],
        sent_starts=[True, False, False, True, True, False, False],
    )
    assert [s.slice(doc.text) for s in find_sentences(doc)] == [f"“Go.{mark}", "He went."]


def test_an_opening_mark_at_the_start_stays(nlp: Language) -> None:
    """A mark without a sentence before it is a sentence of its own, not lost."""
    doc = Doc(nlp.vocab, ["”", "He", "went", "."], sent_starts=[True, True, False, False])
    assert [s.slice(doc.text) for s in find_sentences(doc)] == ["”", "He went ."]


TEXTS = st.lists(
    st.sampled_from(["He", "went", ".", "“", "”", "?", " ", "\n", "The", "wall", "’", ",", "…"]),
    max_size=14,
).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_sentences_hold_all_words(nlp: Language, text: str) -> None:
    """Sentences do not overlap, and what is between them is white space."""
    position = 0
    for span in find_sentences(nlp(text)):
        assert not text[position : span.start].strip()
        assert span.slice(text) == span.slice(text).strip()
        position = span.end
    assert not text[position:].strip()
