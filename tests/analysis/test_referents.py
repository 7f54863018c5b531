"""Referents: what a paragraph's phrases may stand for, and how they hang in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from onrecord.analysis.drafts import Draft
from onrecord.analysis.mentions import find_mentions
from onrecord.analysis.referents import Referent, ReferentKind, Standing, find_referents
from onrecord.analysis.times import find_times
from onrecord.values.spans import Span


def _read(nlp: Language, text: str, *sources: str) -> dict[str, Referent]:
    """The referents of a text by their heads; the last where two have the same."""
    doc = nlp(text)
    drafts = [
        Draft(content=(Span(0, 1),), source=_place(text, words), cue=None, score=1.0, rule="test")
        for words in sources
    ]
    found = find_referents(doc, find_mentions(doc), drafts, find_times(doc))
    return {one.head.slice(text): one for one in found}


def _place(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def test_what_is_said_of_a_name(nlp: Language) -> None:
    """Title, apposition and gender of a title belong to the name."""
    found = _read(nlp, "Prime Minister Clara Bennett met Mr. Okoro, the harbour master of Leith.")
    assert ("prime", "minister") in found["Clara Bennett"].described
    assert found["Okoro"].gender == "m"
    assert any(words[-1] == "master" for words in found["Okoro"].described)


def test_how_a_phrase_stands(nlp: Language) -> None:
    """Subject, object and what hangs on a preposition are told apart."""
    found = _read(nlp, "Clara Bennett thanked Daniel Okoro for a letter from Peter Marsh.")
    assert found["Clara Bennett"].standing is Standing.SUBJECT
    assert found["Daniel Okoro"].standing is Standing.OBJECT
    assert found["Peter Marsh"].preposition == "from"
    assert found["Clara Bennett"].depth == 0


def test_what_an_expression_hangs_on(nlp: Language) -> None:
    """The chain of a time expression leads over the noun of the occasion to the verb."""
    text = "Clara Bennett said at a hearing in June that the bridge closed."
    june = _read(nlp, text)["June"]
    assert june.kind is ReferentKind.TIME
    assert [text[at:].split(maxsplit=1)[0] for at in june.chain] == ["hearing", "said"]


def test_one_of_several(nlp: Language) -> None:
    """What is coordinated knows the first, and both know that there are several."""
    text = "Clara Bennett and Peter Marsh left."
    found = _read(nlp, text)
    first, second = found["Clara Bennett"], found["Peter Marsh"]
    assert first.coordinated
    assert second.coordinated
    assert second.joined is not None
    assert first.head.start <= second.joined < first.head.end


@pytest.mark.parametrize(
    ("text", "head", "completed"),
    [
        ("The father of a sailor wept.", "father", True),
        ("The sailor wept.", "sailor", False),
        ("The Norwegian leader wept.", "leader", False),
    ],
)
def test_whether_a_description_says_which_one(
    nlp: Language, text: str, head: str, completed: bool
) -> None:
    """A complement or a possessor says which one it is; a nationality does not."""
    assert _read(nlp, text)[head].completed is completed


def test_the_head_of_a_source_is_always_a_referent(nlp: Language) -> None:
    """A source whose head is in no list of words is a referent all the same."""
    text = "The lighthouse whispered that it was late."
    assert "lighthouse" not in _read(nlp, text)
    assert _read(nlp, text, "The lighthouse")["lighthouse"].words == ("lighthouse",)


def test_relative_pronoun_knows_its_noun(nlp: Language) -> None:
    """The place of a relative pronoun's noun is kept."""
    text = "A sailor who said the ship was lost wept."
    who = _read(nlp, text)["who"]
    assert who.antecedent == text.index("sailor")


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("ab AB.,“”\"'’\n\u00a0—éK1()"),
        min_size=1,
        max_size=60,
    )
)
def test_places_lie_in_the_paragraph(nlp: Language, text: str) -> None:
    """Of any text every place lies inside of it, and the order is that of the heads."""
    doc = nlp(text)
    found = find_referents(doc, find_mentions(doc), [], find_times(doc))
    for one in found:
        assert 0 <= one.span.start <= one.head.start < one.head.end <= len(text)
        assert all(0 <= at < len(text) for at in one.chain)
    assert [one.head.start for one in found] == sorted(one.head.start for one in found)
