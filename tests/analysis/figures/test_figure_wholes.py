"""Parts and wholes: inside a paragraph by its words, over paragraphs by the figures before."""

from __future__ import annotations

from typing import Any

import pytest
from figure_counted_reader import Read, reader
from spacy.language import Language

from onrecord.analysis.figures.wholes import settle_wholes
from onrecord.values.figures import Figure
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Bound, FigureKind


@pytest.fixture(scope="module")
def read(nlp: Language) -> Read:
    """Reads what the numbers of a text count."""
    return reader(nlp)


@pytest.mark.parametrize(
    ("text", "part", "whole", "head"),
    [
        ("The mine killed three soldiers, two of them medics.", "two", "three", "medic"),
        ("The fire killed 24 people, including 11 children.", "11", "24", "child"),
        ("Some 24 of the 60 hostages were freed.", "24", "60", "hostage"),
        ("Police arrested 14 people, of whom three were charged.", "three", "14", "person"),
        ("Two-thirds of the 300 workers were laid off.", "Two-thirds", "300", "worker"),
        ("The attack killed 24. Eleven were children.", "Eleven", "24", "child"),
        ("Fourteen people were hurt. Three of them died.", "Three", "Fourteen", "person"),
        ("Of the 60 hostages, 24 were freed.", "24", "60", "hostage"),
        ("Eight of 14 speakers opposed the ban.", "Eight", "14", "speaker"),
    ],
)
def test_a_part_knows_its_whole(read: Read, text: str, part: str, whole: str, head: str) -> None:
    """The whole's number, and the head that both share where the part has none."""
    found = read(text)
    assert found.whole_of(part) == whole
    assert found.of(part).head == head


def test_a_part_shares_the_outcome_of_its_whole(read: Read) -> None:
    """The children among 24 killed were killed."""
    found = read("At least 24 people were killed, including 11 children, and 60 were wounded.")
    assert [one.outcome for one in found.counted if one] == ["killed", "killed", "wounded"]


def test_a_larger_number_is_no_part(read: Read) -> None:
    """A part is not larger than its whole."""
    assert read("Six died in Mere. Forty of them had been warned.").of("Forty").part_of is None


def figure(text: str, words: str, **more: Any) -> Figure:
    """A figure of people at the first place of `words`."""
    start = text.index(words)
    span = Span(start, start + len(words))
    value = more.pop("value")
    known: dict[str, Any] = {
        "kind": FigureKind.COUNT,
        "bound": Bound.EXACT,
        "why": "number: cardinal; counted none",
    }
    return Figure(span=span, number=span, low=value, high=value, **{**known, **more})


TEXT = "Fourteen people were hurt in Mere.\n\nThree of them were miners, the hospital said."


def test_a_whole_is_found_in_the_paragraph_before() -> None:
    """With its words, its head and its outcome, marked as taken from elsewhere."""
    counted = Span(9, 15)
    whole = figure(TEXT, "Fourteen", value=14, counted=counted, head="person", outcome="wounded")
    part = figure(TEXT, "Three", value=3)
    first, second = settle_wholes([whole, part], TEXT)
    assert first == whole
    assert second.part_of == whole.number
    assert (second.counted, second.head, second.outcome) == (counted, "person", "wounded")
    assert second.inferred == ("counted",)
    assert "whole-before" in second.why


def test_what_is_no_part_keeps_its_own() -> None:
    """Without `of them` nothing is taken, nor from a sum of money or a smaller number."""
    part = figure(TEXT, "Three", value=3)
    money = figure(TEXT, "Fourteen", value=14, unit="USD", kind=FigureKind.MONEY)
    small = figure(TEXT, "Fourteen", value=2, head="person")
    other = "Fourteen people were hurt in Mere.\n\nThree shops were shut."
    whole = figure(other, "Fourteen", value=14, head="person")
    shops = figure(other, "Three", value=3, head="shop")
    assert settle_wholes([money, part], TEXT) == [money, part]
    assert settle_wholes([small, part], TEXT) == [small, part]
    assert settle_wholes([whole, shops], other) == [whole, shops]
    assert settle_wholes([part], TEXT) == [part]


def test_a_silent_number_takes_the_head_of_the_sentence_before() -> None:
    """`It rose to 126` counts what the last figure counted."""
    text = "The toll in Mere was 24.\n\nIt rose to 126 by nightfall."
    toll = figure(text, "24", value=24, counted=Span(4, 8), head="person", outcome="killed")
    rose = figure(text, "126", value=126, why="counted: silent", kind=FigureKind.LEVEL)
    _, found = settle_wholes([toll, rose], text)
    assert (found.head, found.counted) == ("person", Span(4, 8))
