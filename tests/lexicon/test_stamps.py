"""Stamps: every printed form of a day gives that day, and nothing else does."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.stamps import find_stamps, month_numbers, stamp_alternation

EIGHTH = (date(2022, 3, 8),)
FORMS = [
    "2022-03-08", "2022/03/08", "2022.03.08", "2022-3-8", "March 8, 2022", "MARCH 8, 2022", "Mar 8 2022",
    "Mar. 8, 2022", "8 March 2022", "8 Mar 2022", "8th March, 2022", "8th of March 2022", "March 8th, 2022",
    "08-Mar-2022", "Tuesday, March 8, 2022", "Tue 8 Mar 2022", "Tue, 08 Mar 2022", "8.3.2022", "08.03.2022",
    "8.3.22",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMS)
def test_printed_forms_of_one_day(text: str) -> None:
    """Names, numbers, ordinals, weekdays and either order of a clear form all give the day."""
    stamps = find_stamps(f"It was dated {text} by the clerk")
    assert [(s.days, s.clock) for s in stamps] == [(EIGHTH, None)]


CLOCKED = {
    "Tue 8 Mar 2022, 5:20 AM": "5:20 AM",
    "March 8, 2022 5:30 a.m. ET": "5:30 a.m. ET",
    "March 8, 2022 at 5:30 p.m. (EST)": "5:30 p.m. (EST)",
    "March 8, 2022 | 5:30pm": "5:30pm",
    "March 8, 2022 9 p.m.": "9 p.m.",
    "08:15 GMT, 8 March 2022": "08:15 GMT",
    "2022-03-08T05:20:00Z": "05:20:00Z",
    "2022-03-08T05:20:00+02:00": "05:20:00+02:00",
    "8 March 2022 • 14.30": "14.30",
}


@pytest.mark.parametrize("text", CLOCKED)
def test_a_time_is_kept_as_printed(text: str) -> None:
    """The time before or after the day is part of the stamp and kept with its zone."""
    (stamp,) = find_stamps(text)
    assert (stamp.days, stamp.clock) == (EIGHTH, CLOCKED[text])
    assert text[stamp.start : stamp.end] == text


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("08/03/2022", [(3, 8), (8, 3)]),
        ("3/8/22", [(3, 8), (8, 3)]),
        ("8-3-2022", [(3, 8), (8, 3)]),
        ("04/04/2022", [(4, 4)]),
        ("25/12/2022", [(12, 25)]),
        ("12/25/2022", [(12, 25)]),
    ],
)
def test_open_orders_of_day_and_month(text: str, days: list[tuple[int, int]]) -> None:
    """With slashes both orders count, the earlier day first, unless only one of them is a date."""
    (stamp,) = find_stamps(text)
    assert stamp.days == tuple(date(2022, m, d) for m, d in days)


@pytest.mark.parametrize(
    "text",
    [
        "30 February 2022", "31/02/2022", "13/13/2021", "31.13.2021", "2022-13-01", "2022-02-30", "0/5/2022",
        "March 2022", "March 8", "Tuesday", "5:20 AM", "20220308", "8 March 20222", "1/2/3/2022", "12022-03-08",
        "version 3.8", "March 32, 2022", "", "8 Marchers 2022", "section 12.4.2 of",
    ],
)  # fmt: skip
def test_what_is_no_full_date(text: str) -> None:
    """Impossible days, parts of dates and other numbers give nothing, and never raise."""
    assert find_stamps(text) == []


def test_several_stamps_in_order() -> None:
    """Each stamp of a line is found at its place."""
    text = "Published March 8, 2022 5:20 AM; updated 9 March 2022"
    found = [(text[s.start : s.end], s.days[0].day) for s in find_stamps(text)]
    assert found == [("March 8, 2022 5:20 AM", 8), ("9 March 2022", 9)]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(sorted(month_numbers())))
def test_any_day_in_any_form_comes_back(day: date, form: str) -> None:
    """Every day of two centuries is read back from its printed forms."""
    if month_numbers()[form] == day.month:
        assert find_stamps(f"{form.title()} {day.day}, {day.year}")[0].days == (day,)
        assert find_stamps(f"{day.day} {form} {day.year}")[0].days == (day,)
    assert find_stamps(day.isoformat())[0].days == (day,)
    assert day in find_stamps(f"{day.day}/{day.month}/{day.year}")[0].days


@given(st.text(alphabet=st.sampled_from("0123456789/.-: ,apmMarch٣²")) | st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    """Whatever stands there, stamps are non-empty, in order and inside of the text."""
    ends = [0]
    for stamp in find_stamps(text):
        assert ends[-1] <= stamp.start < stamp.end <= len(text)
        assert 1 <= len(stamp.days) <= 2
        ends.append(stamp.end)


@pytest.mark.parametrize(
    "line",
    [
        "March 8",
        "8 March",
        "Tuesday",
        "5:20 AM",
        "March 2022",
        "Tue 8 Mar 2022, 5:20 AM",
        "8 March 2022 Tuesday",
    ],
)
def test_a_stamp_alone_in_a_line(line: str) -> None:
    """A line may hold a day without its year, a weekday or a time alone and still be a stamp."""
    assert re.fullmatch(stamp_alternation(), line, re.IGNORECASE)


@pytest.mark.parametrize("line", ["March", "8", "2022", "May we go", "Sun and rain", "Marching 8"])
def test_words_alone_are_no_stamp(line: str) -> None:
    """A month, a number or a word that begins like one is no stamp."""
    assert not re.fullmatch(stamp_alternation(), line, re.IGNORECASE)
