"""What a number counts that its own phrase leaves to other words: sums, ages, shares, counts."""

from __future__ import annotations

from typing import Any

import pytest
from figure_counted_reader import Read, reader
from spacy.language import Language

from onrecord.analysis.figures.wholes import settle_wholes
from onrecord.values.figures import Figure
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Bound, EntityType, FigureKind


@pytest.fixture(scope="module")
def read(nlp: Language) -> Read:
    """Reads what the numbers of a text count."""
    return reader(nlp)


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("Norlin reported a record $17bn (£11bn) loss.", "$17bn", "loss"),
        ("Norlin reported a record $17bn (£11bn) loss.", "£11bn", "loss"),
        ("It set aside $32bn to cover the costs of the spill.", "$32bn", "costs"),
        (
            "He signed a new contract worth more than $20 million per year.",
            "$20 million",
            "new contract",
        ),
        ("She has signed a new long-term $20 million a year contract.", "$20 million", "contract"),
        (
            "The club paid out $40 million, the remainder of his contract.",
            "$40 million",
            "contract",
        ),
        (
            "It is part of a total of $6.7 billion Dolan wants to divert for the harbour wall.",
            "$6.7 billion",
            "harbour wall",
        ),
    ],
)
def test_a_sum_is_of_what_it_pays_for(read: Read, text: str, number: str, counted: str) -> None:
    """A loss in two currencies, costs to cover, a contract, a wall: not the payer."""
    found = read(text)
    assert found.printed(found.of(number)) == counted


def test_each_sum_of_a_list_has_its_own_fund(read: Read) -> None:
    """Sums from several funds never take the neighbour's."""
    found = read(
        "It planned to divert $601 million from a harbour fund, $2.5 billion earmarked for "
        "flood programs and $3.6 billion from road projects."
    )
    named = [found.printed(one) for one in found.counted if one]
    assert named == ["harbour fund", "flood programs", "road projects"]


def test_granted_money_has_the_purpose_of_the_sentence_before(read: Read) -> None:
    """What the money is for is told once; what each gets of it is not that money."""
    found = read(
        "The ministry took up money for intern pay. The House approved $8.8 million, giving each "
        "office $20,000."
    )
    assert found.printed(found.of("$8.8 million")) == "intern pay"
    assert found.of("$20,000").span is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Mira Dolan, 21 - rescued after 10 days", "21"),
        ("Mira Dolan died aged 50 in June 2009, while rehearsing.", "50"),
        ("Mira Dolan has also set herself against Ryan and at 45, is around his age.", "45"),
    ],
)
def test_ages_of_lists_and_lives(read: Read, text: str, number: str) -> None:
    """An age before a dash, at death and after `at` is that of the person named."""
    found = read(text)
    assert found.of(number).kind is FigureKind.AGE
    assert found.printed(found.of(number)) == "Mira Dolan"


def test_counts_that_put_a_share_again(read: Read) -> None:
    """`or 19 of 238` are those of whom a share was told, both."""
    found = read("Only 8 percent of Reds – or 19 of 238 – paid interns.")
    assert [found.printed(one) for one in found.counted if one] == ["Reds"] * 3


def test_only_so_many_are_of_the_clause_before(read: Read) -> None:
    """`several lawsuits, but only two sought`."""
    found = read("The court hears several lawsuits over the order but only two sought a stay.")
    assert found.printed(found.of("two")) == "lawsuits"


def test_that_number_is_of_what_was_counted_before(read: Read) -> None:
    """`the 1,020 captured since`, `517 of that number`, `and 440`: the seals."""
    found = read(
        "Crews found 700 seals in the first months and a share of the 1,020 captured since May. "
        "Some 517 of that total number were dead and 440 were covered in oil."
    )
    assert [found.printed(one) for one in found.counted if one] == ["seals"] * 4


def test_a_share_in_brackets_is_of_what_follows_them(read: Read) -> None:
    """`one quarter (25 percent) of the oil`."""
    found = read("Pumps removed one quarter (25 percent) of the oil.")
    assert [found.printed(one) for one in found.counted if one] == ["oil"]


def test_a_means_is_not_what_a_share_is_of(read: Read) -> None:
    """Shares behind the ways of doing wait for the whole that other sentences name."""
    found = read("Crews removed it by riser tubes (17 percent), burning (5 percent) and boats.")
    assert found.all_of("17") or found.all_of("17 percent")
    assert all(one is None or one.span is None for one in found.counted)


def figure(text: str, words: str, **more: Any) -> Figure:
    """A figure at the first place of `words`."""
    start = text.index(words)
    span = Span(start, start + len(words))
    known: dict[str, Any] = {"bound": Bound.EXACT, "why": "counted: none", "low": 1.0, "high": 1.0}
    return Figure(span=span, number=span, **{**known, **more})


def person(text: str, words: str) -> Mention:
    """A name at the first place of `words`."""
    start = text.index(words)
    return Mention(span=Span(start, start + len(words)), type=EntityType.PERSON)


AGES = "Mira Dolan was lucky, said Jan Malak. The 16-year-old was found under a roof."


def test_an_age_alone_is_that_of_the_person_named_last() -> None:
    """Not of the speaker, nor of who is named in the age's own sentence."""
    age = figure(AGES, "16", kind=FigureKind.AGE)
    people = [person(AGES, "Mira Dolan"), person(AGES, "Jan Malak")]
    (found,) = settle_wholes([age], AGES, people, [people[1].span])
    assert found.counted == people[0].span
    assert (found.head, found.inferred) == ("dolan", ("counted",))
    assert settle_wholes([age], AGES, [], []) == [age]
    own = "Jan Malak hit the 16-year-old in Mere."
    hit = figure(own, "16", kind=FigureKind.AGE)
    assert settle_wholes([hit], own, [person(own, "Jan Malak")]) == [hit]


def test_shares_go_on_with_their_whole() -> None:
    """A further share, and the next beside it, is of what the last one was of; others are not."""
    text = "A quarter of the oil was removed. Another 25 percent dried and 24 percent sank."
    share = {"kind": FigureKind.SHARE, "unit": "percent"}
    oil = figure(text, "A quarter", counted=Span(17, 20), head="oil", **share)
    rest = [figure(text, "25 percent", **share), figure(text, "24 percent", **share)]
    assert [one.head for one in settle_wholes([oil, *rest], text)] == ["oil"] * 3
    other = "A quarter of the oil was removed. Rates rose by 24 percent in a year."
    rates = figure(other, "24 percent", **share)
    assert settle_wholes([oil, rates], other)[1] == rates
