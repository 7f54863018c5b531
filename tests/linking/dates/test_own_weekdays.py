"""Weekdays with a day of the month, and anniversaries with a year."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from own_articles import bounds, evidence, own_lists

WITHIN = ["President Bo Lundt said so.", "The wall fell in 2010."]
"""Between 2010 and early June 2015."""


@pytest.fixture(autouse=True, scope="module")
def _lists() -> Iterator[None]:
    with own_lists():
        yield


def test_a_weekday_tells_the_year() -> None:
    """26 October was a Friday in 2012 only: written within a year of that day."""
    one = evidence(*WITHIN, "The council met on Friday, Oct. 26.")["weekday-of-date"]
    days = one.possible.days
    assert days.first is not None
    assert days.last is not None
    assert days.first.isoformat() >= "2011-10-26"
    assert days.last.isoformat() == "2013-10-27"


def test_what_comes_was_not_long_over() -> None:
    """A day told as to come lies at most a year ahead, or just behind."""
    found = bounds(*WITHIN, "The council will meet on Friday, Oct. 26.")
    assert found["weekday-of-date"] == ("2011-10-26", "2012-12-25")


def test_without_bounds_a_weekday_tells_nothing() -> None:
    """A day falls on its weekday again and again."""
    assert bounds("The council met on Friday, Oct. 26.") == {}
    assert "weekday-of-date" not in bounds("It fell in 2010.", "They met on Friday, Oct. 26.")


def test_a_weekday_that_fits_two_years_tells_nothing() -> None:
    """26 October was a Tuesday in 2004 and in 2010."""
    said = "Prime Minister Hallam said so."
    assert "weekday-of-date" not in bounds(said, "They met on Tuesday, Oct. 26.")


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("Six years after the 2014 flood, the wall is open.", 2019, 2021),
        ("18 years since it led a 2003 revolt, the party is small.", 2020, 2022),
        ("In 2014, six years ago, the wall fell.", 2019, 2021),
        ("The wall fell six years ago, in 2014.", 2019, 2021),
        ("They marked the sixth anniversary of the 2014 flood.", 2019, 2021),
        ("They marked the 6th anniversary of the 2014 flood.", 2019, 2021),
    ],
)
def test_an_anniversary_is_right_to_a_unit(sentence: str, first: int, last: int) -> None:
    """The sum of year and years bounds with one year on either side, never to a day."""
    assert bounds(sentence)["anniversary"] == (f"{first}-01-01", f"{last}-12-31")


@pytest.mark.parametrize(
    "sentence",
    [
        "More than six years after the 2014 flood, the wall is open.",
        "He died six years after the 2014 flood.",
        '"Six years after the 2014 flood, the wall is open," he said.',
        "Ninety years after the 1914 flood, the wall is open.",
    ],
)
def test_round_sums_and_other_events_are_no_anniversary(sentence: str) -> None:
    """What is about a number, told of another event, quoted or very long ago is left out."""
    assert "anniversary" not in bounds(sentence)
