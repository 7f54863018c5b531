"""The words of a parsed paragraph as plain lists tell what the parse tells."""

from __future__ import annotations

import pytest
from spacy.language import Language

from onrecord.analysis.parsed_words import parsed_words

TEXTS = (
    "The mayor, Ada Quill, said on Monday: “We sail at dawn.” Nobody asked why.",
    "Two  spaces\nand a line; İda’s café didn't open… ",
    "No",
)


@pytest.mark.parametrize("text", TEXTS)
def test_lists_tell_what_the_parse_tells(nlp: Language, text: str) -> None:
    """Words, tags, heads, places and kinds are those of the tokens."""
    doc = nlp(text)
    found = parsed_words(doc)
    assert found.text == text
    assert found.words == [t.text for t in doc]
    assert found.lower == [t.lower_ for t in doc]
    assert found.tags == [t.tag_ for t in doc]
    assert found.deps == [t.dep_ for t in doc]
    assert found.heads == [t.head.i for t in doc]
    assert found.starts == [t.idx for t in doc]
    assert found.ends == [t.idx + len(t) for t in doc]
    assert found.marks == [t.is_punct for t in doc]
    assert found.spaces == [t.is_space for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_trees_and_sentences_are_those_of_the_parse(nlp: Language, text: str) -> None:
    """Children and the bounds of sentences are those of the parse."""
    doc = nlp(text)
    found = parsed_words(doc)
    assert found.sentences == [(s.start, s.end) for s in doc.sents]
    assert [found.children.get(t.i, []) for t in doc] == [[c.i for c in t.children] for t in doc]


def test_the_next_paragraph_is_read_anew(nlp: Language) -> None:
    """What is kept of one paragraph is not given for another."""
    first, second = nlp("It rained."), nlp("It snowed.")
    assert parsed_words(first).text != parsed_words(second).text
    assert parsed_words(first).words[1] == "rained"


def test_no_words_are_no_error(nlp: Language) -> None:
    """A paragraph without words has empty lists."""
    found = parsed_words(nlp.make_doc(""))
    assert (found.text, found.words, found.sentences) == ("", [], [])
