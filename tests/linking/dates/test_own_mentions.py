"""Dates with their year in the text: what lies behind, what lies ahead, and what says nothing."""

from __future__ import annotations

import pytest
from own_articles import article, bounds, evidence, own_of

from onrecord.values.vocabulary import Role


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("The bridge fell on 12 March 2014.", "2014-03-12"),
        ("The bridge fell in March 2014.", "2014-03-01"),
        ("The bridge has been closed since 2014.", "2014-01-01"),
        ("The bridge was built in 1931 and fell in 2014.", "2014-01-01"),
        ("He wrote a book about the 2014 flood.", "2014-01-01"),
        ("The bridge fell in the autumn of 2014.", "2014-09-01"),
        ("It was sold in the second quarter of 2014.", "2014-04-01"),
    ],
)
def test_no_earlier_than_what_is_past(sentence: str, first: str) -> None:
    """What is told in the past tense had begun: a day, or the first day of a month or year."""
    assert bounds(sentence) == {"past-date": (first, None)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge will be opened in 2031.",
        "She is a likely candidate for the 2031 election.",
        "He announced a bid for the 2031 games.",
        "They asked for money in the 2031 budget.",
        "The debt was to be paid by 2031.",
        "The law was extended until 2031.",
        "The bridge is expected to last beyond 2031.",
        "Half of the town could be under water in March 2031.",
        "His term ends on 4 May 2031.",
        "The committee set a deadline of 4 May 2031.",
    ],
)
def test_what_may_lie_ahead_gives_no_first_day(sentence: str) -> None:
    """Plans, games, budgets and terms are written of years before."""
    assert "past-date" not in bounds(sentence)


def test_the_latest_date_counts_with_all_its_places() -> None:
    """Of several past dates the latest is the bound; every mention of it is a place."""
    one = evidence("It rained in 2009.", "It fell in 2014.", "Nobody came in 2014.")["past-date"]
    assert one.why == "past-date: 2014"
    assert len(one.places) == 2


def test_a_picture_is_taken_before_but_perhaps_elsewhere() -> None:
    """A caption's day counts, with a day of slack for another zone."""
    assert bounds((Role.CAPTION, "The bridge, seen on 12 March 2014."))["past-date"] == (
        "2014-03-11",
        None,
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Posted by: millrat | 12 March 2014",
        "The following correction was printed in the column on 12 March 2014.",
        "12 March 2014 - 23:07 This comment was taken down.",
        "2014: The mayor takes the stage.",
        "This clip was first broadcast on 12 March 2014.",
    ],
)
def test_stamps_of_other_things_say_nothing(sentence: str) -> None:
    """Comments, corrections and later editions have days of their own."""
    assert "past-date" not in bounds("The road was closed on Tuesday.", sentence)


def test_no_later_than_its_amendment() -> None:
    """An article that was amended on a day was published by then."""
    found = bounds("The road was closed.", "This article was amended on 8 May 2014.")
    assert found == {"amended-on": (None, "2014-05-08")}


def test_a_file_notice_gives_no_first_day() -> None:
    """A notice tells of the page, not of the news."""
    assert bounds("Roads were closed.", (Role.NOTICE, "The page was moved on 8 May 2014.")) == {}


def test_a_plan_for_a_day_bounds_from_above() -> None:
    """What will be on a day had not been when it was written."""
    assert bounds("The bridge will be opened on 3 November 2020.") == {
        "date-to-come": (None, "2020-11-03")
    }


@pytest.mark.parametrize(
    "sentence",
    [
        '"The bridge will be opened on 3 November 2020," the mayor said.',
        "The council said in May that the bridge would be opened on 3 November 2020.",
        "If the council agrees, the bridge could be opened on 3 November 2020.",
    ],
)
def test_a_plan_of_others_or_of_old_gives_no_last_day(sentence: str) -> None:
    """A quotation, a plan told in the past and a condition do not bound from above."""
    assert "date-to-come" not in bounds(sentence)


def test_what_is_past_is_not_to_come() -> None:
    """A day before a past date is no bound from above, whatever its clause."""
    found = bounds("The bridge will be opened on 3 November 2020.", "It fell in May 2021.")
    assert found == {"past-date": ("2021-05-01", None)}


def test_an_embedded_post_may_be_dated_a_day_ahead() -> None:
    """The stamp of a post shows the day of who saved the page."""
    own = own_of(article("The road is closed. — Torvik Roads (@torvikroads) March 12, 2014"))
    (one,) = own.evidence
    assert str(one.possible.days.first) == "2014-03-11"
