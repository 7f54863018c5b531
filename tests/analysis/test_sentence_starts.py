"""No sentence begins after a shortened title; elsewhere the parser decides."""

from __future__ import annotations

import pytest
from spacy.language import Language

from onrecord.analysis.sentences import find_sentences


@pytest.mark.parametrize(
    "text",
    [
        "The coalition, led from Velmar by Brig. Gen. Ryan Holt, moved in July.",
        "It followed an order to kill the commander Maj. Gen. Arno Hult in the south.",
        "The bill was written by Rep. Jo Lind, a friend of Lt. Col. Hana Ober.",
        "The barge struck pier No. 4 near St. Olaf on Monday.",
    ],
)
def test_a_title_does_not_end_a_sentence(nlp: Language, text: str) -> None:
    """The name after it belongs to the same sentence."""
    doc = nlp(text)
    assert [s.slice(text) for s in find_sentences(doc)] == [text]


def test_other_full_stops_do(nlp: Language) -> None:
    """What is no title ends a sentence as before, and so does a title before a stop word."""
    text = (
        "The bridge was closed by the army. General Holt left. It burned on Hill St. The fire grew."
    )
    doc = nlp(text)
    assert [s.slice(text) for s in find_sentences(doc)] == [
        "The bridge was closed by the army.",
        "General Holt left.",
        "It burned on Hill St.",
        "The fire grew.",
    ]
