"""Numbers, years, lengths and times of the day as they are printed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.time_numbers import (
    clock_value,
    day_number,
    duration,
    full_year,
    number_value,
    one_line,
    spelled_year,
)


def test_one_line() -> None:
    """Case, line breaks and wide spaces do not count."""
    assert one_line(" Two\n  Thousand\u00a0Four ") == "two thousand four"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("a", 1), ("an", 1), ("another", 1), ("One", 1),
        ("7", 7), ("1,250", 1250), ("12,000,000", 12_000_000), ("2.5", 2.5), ("3 1/2", 3.5),
        ("half a", 0.5), ("half an", 0.5),
        ("twenty", 20), ("twenty-one", 21), ("Twenty One", 21), ("ninety nine", 99),
        ("two hundred", 200), ("two hundred and five", 205), ("a hundred", 100),
        ("three thousand", 3_000), ("two hundred thousand", 200_000), ("a million", 1_000_000),
        ("one thousand two hundred", 1_200), ("a dozen", 12), ("two dozen", 24),
    ],
)  # fmt: skip
def test_numbers(words: str, number: float) -> None:
    """Digits, words and mixtures of both."""
    assert number_value(words) == number


@pytest.mark.parametrize(
    "words", ["several", "a few", "dozens of", "hundreds of", "", "and", "some"]
)
def test_what_says_no_number(words: str) -> None:
    """Vague numbers have no value."""
    assert number_value(words) is None


ONES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen"""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


@given(st.integers(1, 99))
def test_spelled_numbers_below_a_hundred(number: int) -> None:
    """Every number up to 99 reads back, with a hyphen and with a space."""
    ones, tens = ONES.split(), TENS.split()
    if number < 20:
        words = [ones[number - 1]]
    else:
        words = [tens[number // 10 - 2], *([ones[number % 10 - 1]] if number % 10 else [])]
    assert number_value("-".join(words)) == number_value(" ".join(words)) == number


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("nineteen ninety-six", 1996), ("Nineteen Ninety Six", 1996), ("nineteen fifteen", 1915),
        ("eighteen forty", 1840), ("twenty ten", 2010), ("twenty twenty-two", 2022),
        ("two thousand", 2000), ("two thousand four", 2004), ("two thousand and nine", 2009),
        ("two thousand twelve", 2012),
    ],
)  # fmt: skip
def test_years_in_words(words: str, year: int) -> None:
    """As they are read aloud."""
    assert spelled_year(words) == year


@pytest.mark.parametrize(
    "words", ["nineteen", "twenty", "ninety six", "nineteen apples", "nineteen five six", ""]
)
def test_words_that_are_no_year(words: str) -> None:
    """A number alone and a number before a thing are none."""
    assert spelled_year(words) is None


@pytest.mark.parametrize(
    ("digits", "year"), [("22", 2022), ("40", 2040), ("41", 1941), ("00", 2000), ("1996", 1996), ("0022", 22)]
)  # fmt: skip
def test_years_of_two_digits(digits: str, year: int) -> None:
    """Up to 40 they are of this century; four digits stand for themselves."""
    assert full_year(digits) == year


@pytest.mark.parametrize(
    ("words", "day"),
    [("4", 4), ("04", 4), ("4th", 4), ("21st", 21), ("First", 1), ("thirty-first", 31), ("twelfth", 12)],
)  # fmt: skip
def test_days_of_the_month(words: str, day: int) -> None:
    """Digits with and without ending, and ordinals in words."""
    assert day_number(words) == day


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [
        (1, "D", "P1D"), (2, "W", "P2W"), (18, "M", "P18M"), (3, "Y", "P3Y"),
        (2, "DE", "P20Y"), (1, "CE", "P1CE"),
        (45, "TS", "PT45S"), (30, "TM", "PT30M"), (36, "TH", "PT36H"),
        (2, "Q", "P2Q"), (1, "2W", "P2W"), (3, "2W", "P6W"),
        (None, "D", "PXD"), (None, "TH", "PTXH"), (None, "2W", "PXW"), (None, "Q", "PXQ"),
        (0.5, "Y", "P6M"), (0.5, "TH", "PT30M"), (0.5, "M", "P15D"), (0.5, "D", "PT12H"),
        (0.5, "DE", "P5Y"), (0.5, "CE", "P50Y"),
        (1.5, "Y", "P1Y6M"), (2.5, "TH", "PT2H30M"), (1.5, "TM", "PT1M30S"),
        (2.5, "D", "P2.5D"), (1.25, "Y", "P1.25Y"), (2.5, "W", "P2.5W"),
    ],
)  # fmt: skip
def test_durations(number: float | None, unit: str, value: str) -> None:
    """Halves of large units in the next smaller one; X where no number is said."""
    assert duration(number, unit) == value


UNITS = st.sampled_from(["D", "W", "2W", "M", "Q", "Y", "DE", "CE", "TS", "TM", "TH"])
LENGTH = re.compile(
    r"P(X|\d+(\.\d+)?)(D|W|M|Y|DE|CE|Q)|P\d+Y6M|PT(X|\d+(\.\d+)?)[HMS]|PT\d+H30M|PT\d+M30S"
)


@given(st.none() | st.integers(0, 10**6) | st.integers(1, 4_000).map(lambda n: n / 4), UNITS)
def test_durations_are_timex_values(number: float | None, unit: str) -> None:
    """Every length is one that TIMEX3 knows."""
    assert LENGTH.fullmatch(duration(number, unit))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("5 p.m.", "T17:00"), ("5 pm", "T17:00"), ("5pm", "T17:00"), ("5:30 PM", "T17:30"),
        ("5.30 p.m.", "T17:30"), ("5 a.m.", "T05:00"), ("12 a.m.", "T00:00"), ("12:15 am", "T00:15"),
        ("12 p.m.", "T12:00"), ("12:05 p.m.", "T12:05"), ("11:59 p.m.", "T23:59"),
        ("17:05", "T17:05"), ("7:05", "T07:05"), ("17:05:59", "T17:05:59"), ("0430", "T04:30"),
        ("noon", "T12:00"), ("Midnight", "T24:00"), ("three o'clock", "T03:00"), ("9 o’clock", "T09:00"),
    ],
)  # fmt: skip
def test_times_of_the_day(words: str, value: str) -> None:
    """Twelve and twenty-four hours, with and without minutes, in words."""
    assert clock_value(words) == value


@pytest.mark.parametrize("words", ["25:10", "12:75", "thirteen o'clock", "some o'clock", "99"])
def test_what_is_no_time_of_the_day(words: str) -> None:
    """Hours and minutes that no clock shows."""
    assert clock_value(words) is None
