"""Dates in words, gauges, axes and flags."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.values.days import DayInterval
from onrecord.web.axis import span_axis
from onrecord.web.datewords import interval_words, read_days
from onrecord.web.flags import Request, place_flags, text_width
from onrecord.web.gauge import gauge


@pytest.mark.parametrize(
    ("first", "last", "words", "iso"),
    [
        ("2031-04-07", "2031-04-07", "7 Apr 2031", "2031-04-07"),
        ("2031-04-01", "2031-04-30", "Apr 2031", "2031-04"),
        ("2031-01-01", "2031-12-31", "2031", "2031"),
        ("2031-04-07", "2031-04-20", "7–20 Apr 2031", None),
        ("2031-04-07", "2031-06-20", "7 Apr – 20 Jun 2031", None),
        ("2030-04-07", "2031-06-20", "7 Apr 2030 – 20 Jun 2031", None),
        ("2031-04-07", None, "from 7 Apr 2031", None),
        (None, "2031-04-07", "until 7 Apr 2031", None),
        (None, None, "date unknown", None),
        ("<b>", "2031-13-01", "date unknown", None),
        ("2031-04-08", "2031-04-07", "date unknown", None),
    ],
)
def test_days_in_words(first: str | None, last: str | None, words: str, iso: str | None) -> None:
    """Every shape of interval has its words; what is no day counts as open."""
    said = interval_words(read_days({"first": first, "last": last}))
    assert (said.words, said.iso) == (words, iso)


def test_gauge_of_a_day_an_interval_and_an_open_one() -> None:
    """A day is a dot, an interval a bar, what goes beyond the year has an arrow."""
    assert gauge(DayInterval.on(date(2031, 1, 1))).dot == "0.14%"
    bar = gauge(DayInterval(date(2031, 1, 1), date(2031, 12, 31)))
    assert (bar.start, bar.width, bar.before, bar.after) == ("0%", "100%", False, False)
    assert gauge(DayInterval(date(2031, 7, 1), None)).after
    assert gauge(DayInterval(None, date(2031, 7, 1))).before
    assert gauge(DayInterval()).year is None


@given(
    st.lists(st.dates(date(1700, 1, 1), date(2100, 1, 1)), min_size=1, max_size=30),
    st.integers(2, 12),
)
def test_axis_holds_all_days_and_few_labels(days: list[date], most: int) -> None:
    """Every single day lies on the axis, in order, and labels stay within their number."""
    axis = span_axis([DayInterval.on(day) for day in days])
    assert axis is not None
    places = [axis.at(day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(axis.first <= day <= axis.last for day in days)
    ticks = axis.ticks(most)
    assert len(ticks) <= most
    assert [t.at for t in ticks] == sorted({t.at for t in ticks})


def test_a_vague_article_does_not_squeeze_the_axis() -> None:
    """An interval of a century next to days of one month leaves the axis to the days."""
    days = [DayInterval.on(date(2031, 5, 1) + timedelta(days=n)) for n in range(20)]
    axis = span_axis([*days, DayInterval(date(1931, 1, 1), date(2031, 5, 3))])
    assert axis is not None
    assert axis.days < 40


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40, unique=True))
def test_no_label_lies_on_another(places: list[float]) -> None:
    """Labels on one level keep apart, and no pole runs through the label of another."""
    width = 660
    requests = [
        Request(at=at, name="Ostrand Gazette", date="7 Apr", title="", href="#x")
        for at in sorted(places)
    ]
    flags, ground = place_flags(requests, width, 6)
    length = text_width("Ostrand Gazette7 Apr")
    boxes = []
    for flag, request in zip(flags, requests, strict=True):
        pole = request.at * width
        if flag.labelled:
            left = pole - length if flag.leftward else pole
            boxes.append((left, left + length, flag.top, pole))
            assert left >= 0
            assert 0 <= flag.top < ground
    for one in boxes:
        for other in boxes:
            if one is other:
                continue
            if one[2] == other[2]:
                assert one[1] <= other[0] or other[1] <= one[0]
            assert not (one[0] < other[3] < one[1] and other[2] <= one[2])
