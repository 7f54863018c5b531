"""Attributions in a paragraph: who is said to have said what, and by which words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from onrecord.analysis.attribution_finder import find_drafts
from onrecord.analysis.drafts import Draft
from onrecord.analysis.quotations import find_quotations

Find = Callable[[str], list[Draft]]


@pytest.fixture(scope="module")
def drafts_of(nlp: Language) -> Find:
    """Finds the attributions of a paragraph."""

    def find_in(text: str) -> list[Draft]:
        return find_drafts(nlp(text), find_quotations(text))

    return find_in


def content(text: str, draft: Draft) -> str:
    """The words of the content, letters and blanks only, its parts joined by a bar."""
    parts = (span.slice(text) for span in draft.content)
    bare = ("".join(c if c.isalnum() else " " for c in part) for part in parts)
    return " | ".join(" ".join(part.split()) for part in bare)


def source(text: str, draft: Draft) -> str | None:
    """The printed source."""
    return draft.source.slice(text) if draft.source else None


CASES = {
    "cue-before": (
        "The harbour master said the pier would stay closed until Friday.",
        ("The harbour master", "the pier would stay closed until Friday"),
    ),
    "cue-after": (
        "“We lost the whole crop,” said Ines Varga.",
        ("Ines Varga", "We lost the whole crop"),
    ),
    "cue-in-the-middle": (
        "“The bridge is safe,” she said, “and it will open on Monday.”",
        ("she", "The bridge is safe | and it will open on Monday"),
    ),
    "according-to": (
        "The ferry carried 212 passengers, according to the coast guard.",
        ("the coast guard", "The ferry carried 212 passengers"),
    ),
    "document": (
        "The report found that the valve had been replaced twice.",
        ("The report", "the valve had been replaced twice"),
    ),
    "told": (
        "Varga told reporters that she would not resign.",
        ("Varga", "she would not resign"),
    ),
    "belief": (
        "Most farmers believe that the dam is too old.",
        ("Most farmers", "the dam is too old"),
    ),
    "colon": (
        "Varga added: “Nobody asked us about the road.”",
        ("Varga", "Nobody asked us about the road"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_plain_attribution_has_its_source_and_content(drafts_of: Find, name: str) -> None:
    """Cue before, after and between, `according to`, documents, belief and colons are read."""
    text, (who, what) = CASES[name]
    [draft] = drafts_of(text)
    assert source(text, draft) == who
    assert content(text, draft).removeprefix("that ") == what


def test_a_negated_cue_keeps_its_negation(drafts_of: Find) -> None:
    """The cue is the verb group with its negation, so that what was not said can be told."""
    text = "The minister did not say that the mine would close."
    [draft] = drafts_of(text)
    assert draft.cue is not None
    assert draft.cue.slice(text) == "did not say"


def test_plain_telling_is_no_attribution(drafts_of: Find) -> None:
    """What the article tells itself is attributed to nobody."""
    assert drafts_of("The train left the station at noon and reached the coast by six.") == []


ODD = {
    "empty": "",
    "blank": "   ",
    "marks": "“”\"'’‘",
    "mark": "”",
    "colon": ":",
    "dashes": "— – -",
    "no-sentence": "said said said",
    "unclosed": "“He said “she said “they said",
    "emoji": "🙂 said 🙂",
    "tabs": "He\tsaid\u00a0it\u200bwas so.",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_paragraphs_do_no_harm(drafts_of: Find, name: str) -> None:
    """Nothing that stands in a paragraph makes the finder fail or point outside of it."""
    text = ODD[name]
    for draft in drafts_of(text):
        for span in (*draft.content, draft.source, draft.cue):
            assert span is None or span.end <= len(text)


def test_a_very_long_paragraph_is_read(drafts_of: Find) -> None:
    """A paragraph of 20,000 characters gives attributions to its end."""
    one = "The clerk said that the gate was shut. Nobody came. "
    text = (one * (20_000 // len(one))).strip()
    found = drafts_of(text)
    assert len(found) > 300
    assert found[-1].extent.start > 19_000


def test_one_long_sentence_is_read(drafts_of: Find) -> None:
    """A sentence without an end, inside a quotation that is never closed, is read too."""
    text = "“" + "and the clerk said that the gate was shut " * 300
    assert all(draft.extent.end <= len(text) for draft in drafts_of(text))


def test_the_same_paragraph_gives_the_same_drafts(drafts_of: Find) -> None:
    """What is found hangs on the paragraph alone, not on what was read before."""
    texts = [text for text, _ in CASES.values()]
    assert [drafts_of(t) for t in texts] == [drafts_of(t) for t in reversed(texts)][::-1]


_WORDS = st.sampled_from(
    [
        *("said", "she", "Varga", "the", "mayor", "that", "told", "according", "to", "rain"),
        *("“", "”", '"', "’", ",", ".", ":", "—", "who", "denied", "it", "not", "fell", "\n"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(words=st.lists(_WORDS, max_size=40))
def test_contents_never_overlap_and_lie_inside(drafts_of: Find, words: list[str]) -> None:
    """Whatever the words, drafts are in order, inside the paragraph and share no content."""
    text = " ".join(words)
    taken: set[int] = set()
    last = -1
    for draft in drafts_of(text):
        places = {n for span in draft.content for n in range(span.start, span.end)}
        letters = {n for n in places if text[n].isalnum()}
        assert letters
        assert not letters & taken
        assert max(places) < len(text)
        assert draft.extent.start >= last
        assert 0 <= draft.score <= 1
        taken |= letters
        last = draft.extent.start
