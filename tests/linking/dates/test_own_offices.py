"""Holders of offices and names known since a day, as bounds of the day of writing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from own_articles import OFFICES, bounds, evidence, forget, own_lists

from onrecord.lexicon import office_holders
from onrecord.values.vocabulary import Role

ROOKE = ("2000-11-21", "2009-03-07")
"""In office from 1 March 2001 to 28 February 2009; a hundred days before, a week after."""
SINCE_ROOKE = ("2000-11-21", None)
FILL = ["The water rose again.", "No one was hurt.", "Schools are shut."] * 3
"""Sentences before what is told later in an article."""


@pytest.fixture(autouse=True)
def _lists() -> Iterator[None]:
    with own_lists():
        yield


@pytest.mark.parametrize(
    "sentence",
    [
        "President Ada Rooke said she would not resign.",
        "The law was signed on Tuesday by President Rooke.",
        "The Estermark president, Ada Rooke, arrived in Torvik.",
        "Ada Rooke, the president of Estermark, said she would not resign.",
        "Ada Rooke, Estermark’s president, spoke on Friday.",
    ],
)
def test_who_acts_is_in_office(sentence: str) -> None:
    """A holder who speaks, or of whom a weekday is told, bounds on both sides."""
    found = bounds(sentence)
    assert found["in-office"] == ROOKE
    assert found["took-office"] == SINCE_ROOKE


@pytest.mark.parametrize(
    "sentence",
    [
        "He served under President Rooke for two years.",
        "He praised the law of President Ada Rooke's government in 2003.",
        '"It was President Rooke who built the wall," said the mayor.',
        "She was a former aide to President Rooke.",
    ],
)
def test_what_is_told_of_old_bounds_from_below_only(sentence: str) -> None:
    """A recollection was written after the office was taken; how long after is not said."""
    found = bounds(*FILL, sentence)
    assert found["took-office"] == SINCE_ROOKE
    assert "in-office" not in found


def test_a_picture_says_nothing_of_the_end() -> None:
    """The picture may come from an archive."""
    found = bounds((Role.CAPTION, "President Ada Rooke opens the bridge."))
    assert found == {"took-office": SINCE_ROOKE}


def test_former_is_after_the_office() -> None:
    """Under `former` the office has been left, give or take some days."""
    for words in (
        "Former President Ada Rooke",
        "Ex-President Rooke",
        "Ada Rooke, a former president,",
    ):
        assert bounds(f"{words} said she would come.") == {"left-office": ("2009-02-25", None)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Former President Rooke adviser Gus Hale came.",
        "Then-President Ada Rooke signed it.",
        "The Deputy Prime Minister Dag Hallam came.",
        "He ran for president, Rooke said.",
        "Ada Rooke, the likely next president, said so.",
        "Ada Rooke, the presidential candidate, said so.",
        "President Rooke Sandford of the college came.",
        "Vice-President Ada Rooke came.",
        "He wants to be president\n\nAda Rooke came home.",
    ],
)
def test_what_is_no_holder_says_nothing(sentence: str) -> None:
    """Aides, deputies, namesakes and words across paragraphs are no holders in office."""
    assert bounds(sentence) == {}


def test_the_longest_title_is_meant() -> None:
    """A vice president is no president, though the word stands before the name."""
    found = bounds("Vice President Fay Osgood said so.")
    assert found["took-office"] == ("2004-09-23", None)


def test_who_came_last_decides() -> None:
    """Beside a later holder an earlier one is told of, not met."""
    found = bounds("President Bo Lundt said that President Rooke said so too.")
    assert found["in-office"] == ("2008-11-21", "2015-06-07")
    assert found["took-office"] == ("2008-11-21", None)


def test_a_leader_is_in_office_while_no_follower_is_named() -> None:
    """Late in an article a president bounds from above; not where a successor is named."""
    late = "The wall is a plan of the ministry and President Rooke."
    assert bounds(*FILL, late)["in-office"] == ROOKE
    assert "in-office" not in bounds(*FILL, late, "Mr Marlow was away.")


def test_a_surname_alone_may_not_be_enough() -> None:
    """Two terms of one person: both bound, unless other evidence leaves one."""
    said = "Prime Minister Hallam said so."
    assert bounds(said)["in-office"] == ("2002-09-23", "2015-01-07")
    found = bounds(said, "The wall fell in 2012.")
    assert found["in-office"] == ("2012-09-23", "2015-01-07")
    assert found["took-office"] == ("2002-09-23", None)


def test_an_office_without_an_end_bounds_from_below() -> None:
    """Who is in office as far as the list knows gives no last day."""
    assert bounds("President Cy Marlow said so.") == {"took-office": ("2015-02-21", None)}


def test_the_reason_names_the_holder_and_shows_the_words() -> None:
    """`why` names who is meant; the places are the words."""
    one = evidence("President Rooke said so.")["in-office"]
    assert one.why == "in-office: Ada Rooke"
    assert [(p.span.start, p.span.end) for p in one.places] == [(0, 15)]


def test_names_known_since_a_day() -> None:
    """The latest first day of the names in the text is a bound from below."""
    found = bounds("Storm Hedda is not named in the Accord of Thessel.")
    assert found == {"known-since": ("2011-02-01", None)}
    assert bounds("The Storm Heddaland fair") == {}


def test_an_office_of_a_state_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where an office of the union has namesakes in its states, the state's name tells."""
    office = OFFICES["offices"][2] | {"office": "United States Envoy", "titles": ["Envoy"]}
    monkeypatch.setattr(office_holders, "load_data", lambda _: {"offices": [office]})
    forget()
    assert "took-office" in bounds("It was Envoy Fay Osgood who said so.")
    assert bounds("It was Ohio Envoy Fay Osgood who said so.") == {}


def test_capitals_whose_small_form_is_longer_move_nothing() -> None:
    """The words of a title are shown where they stand."""
    one = evidence("\u0130\u0130 President Rooke said so.")["in-office"]
    assert [(p.span.start, p.span.end) for p in one.places] == [(3, 18)]
