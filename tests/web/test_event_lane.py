"""The lane of events on the score, and gauges of what is not known to the day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_reader import PageReader
from page_records import make_article, make_entry, make_record, make_support

from onrecord.values.days import DayInterval
from onrecord.web.axis import Axis, span_axis
from onrecord.web.event_lane import MOST_SQUARES, draw_events
from onrecord.web.event_spans import MOST_LANES, STEP
from onrecord.web.gauge import gauge
from onrecord.web.index import RecordIndex, index_record
from onrecord.web.page import render_page

YEARS = Axis(date(2030, 1, 1), date(2031, 12, 31))


def index_of(*days: tuple[str | None, str | None], **given: Any) -> RecordIndex:
    """An index of one article and an entry for each interval."""
    article = make_article([("lede", "The ferry did not sail.\n")], day="2031-03-05")
    support = make_support(article, "The ferry")
    entries = [
        make_entry([support], first, last, id=f"e{n}", **given)
        for n, (first, last) in enumerate(days)
    ]
    return index_record(make_record([article], timeline=entries), "full", None)


def test_entries_of_a_month_are_squares_above_each_other() -> None:
    """One column a month, each square its own entry; a longer one is a bar beneath."""
    index = index_of(
        ("2031-02-01", "2031-02-01"),
        ("2031-02-01", "2031-02-28"),
        ("2031-02-10", "2031-03-02"),
        ("2031-04-04", "2031-04-04"),
    )
    lane = draw_events(index, YEARS, 660)
    assert lane is not None
    assert lane.unit == "month"
    assert [s.href for s in lane.squares] == ["#t-e0", "#t-e1", "#t-e3"]
    assert lane.squares[0].x == lane.squares[1].x != lane.squares[2].x
    assert lane.squares[0].y - lane.squares[1].y == STEP
    assert [s.href for s in lane.spans] == ["#t-e2"]
    assert lane.spans[0].y > lane.squares[0].y


def test_the_longer_the_axis_the_longer_a_period() -> None:
    """A column is never narrower than its square."""
    index = index_of(("2031-02-01", "2031-02-01"))
    units = []
    for days in (20, 100, 700, 3000, 9000, 60_000):
        axis = Axis(date(1900, 1, 1), date(1900, 1, 1) + timedelta(days=days))
        lane = draw_events(index, axis, 660)
        assert lane is not None
        units.append(lane.unit)
    assert units == ["day", "week", "month", "quarter", "year", "decade"]


def test_what_lies_before_and_after_is_counted() -> None:
    """Entries off the axis are a count at its end, with a link to the first of them."""
    index = index_of(
        ("1968-01-01", "1968-12-31"),
        ("2019-10-08", "2019-10-08"),
        ("2031-02-01", "2031-02-01"),
        ("2040-02-01", None),
        (None, None),
    )
    lane = draw_events(index, YEARS, 660)
    assert lane is not None
    assert lane.older is not None
    assert lane.later is not None
    assert (lane.older.label, lane.older.href) == ("+ 2 from 1968 to 2019", "#t-e0")
    assert (lane.later.label, lane.later.href) == ("+ 1 from 2040", "#t-e3")
    assert len(lane.squares) == 1


def test_many_entries_are_bars_with_their_count() -> None:
    """More than a column can hold: bars from zero, the highest named."""
    number = 2 * MOST_SQUARES + 1
    index = index_of(*[("2031-02-01", "2031-02-03")] * number, ("2031-05-05",) * 2)
    lane = draw_events(index, YEARS, 660)
    assert lane is not None
    assert not lane.squares
    assert [bar.title for bar in lane.bars] == [f"{number} · Feb 2031", "1 · May 2031"]
    assert lane.most == f"{number} · Feb 2031"
    assert all(bar.y + bar.height == lane.ground for bar in lane.bars)


def test_a_full_month_has_squares_side_by_side() -> None:
    """As long as the column has room no two squares lie on each other, and none leaves it."""
    number = 2 * MOST_SQUARES - 1
    index = index_of(*[("2031-02-01", "2031-02-03")] * number, ("2031-05-05",) * 2)
    lane = draw_events(index, YEARS, 660)
    assert lane is not None
    february = [(s.aside, s.y) for s in lane.squares if s.x == lane.squares[0].x]
    assert len(february) == len(set(february)) == number
    assert {aside for aside, _ in february} == {-STEP // 2, STEP // 2}
    assert 660 * 28 / YEARS.days >= 2 * STEP
    narrow = draw_events(index, YEARS, 280)
    assert narrow is not None
    assert narrow.bars


def test_open_sides_fade_and_what_goes_on_has_an_arrow() -> None:
    """An open side has no border; a known day off the axis is an arrow."""
    index = index_of((None, "2031-06-01"), ("2029-06-01", "2031-06-01"), ("2031-06-01", None))
    lane = draw_events(index, YEARS, 660)
    assert lane is not None
    spans = {span.href: span for span in lane.spans}
    assert (spans["#t-e0"].fade, spans["#t-e0"].before) == ("l", False)
    assert (spans["#t-e1"].fade, spans["#t-e1"].before) == ("", True)
    assert (spans["#t-e2"].fade, spans["#t-e2"].after) == ("r", False)


@pytest.mark.parametrize(
    ("status", "look"),
    [
        ("happened", ""),
        ("ongoing", ""),
        ("scheduled", "hollow"),
        ("anticipated", "dashed"),
        ("cancelled", "struck"),
        ("denied", "struck"),
    ],
)
def test_the_shape_says_how_an_event_stands(status: str, look: str) -> None:
    """Lane and gauge draw a status alike, without colour."""
    days = ("2031-02-01", "2031-02-01"), ("2031-02-01", "2031-06-01")
    lane = draw_events(index_of(*days, status=status), YEARS, 660)
    assert lane is not None
    assert [lane.squares[0].look, lane.spans[0].look] == [look, look]
    assert gauge(DayInterval.on(date(2031, 2, 1)), None, status).look == look
    assert gauge(DayInterval(date(2031, 2, 1), date(2031, 6, 1)), None, status).look == look


@pytest.mark.parametrize(
    ("days", "part", "fade"),
    [
        (DayInterval(date(2017, 9, 1), date(2017, 12, 31)), "late", "l"),
        (DayInterval(date(2017, 1, 1), date(2017, 4, 30)), "early", "r"),
        (DayInterval(date(2017, 5, 1), date(2017, 8, 31)), "mid", "b"),
        (DayInterval(date(2017, 5, 1), date(2017, 8, 31)), None, ""),
        (DayInterval(None, date(2017, 8, 31)), None, "l"),
        (DayInterval(date(2017, 8, 31), None), None, "r"),
        (DayInterval(date(2017, 8, 31), None), "late", "b"),
    ],
)
def test_a_border_that_is_not_stated_fades(days: DayInterval, part: str | None, fade: str) -> None:
    """Hard ends are stated ends."""
    assert gauge(days, part).fade == fade


DAYS = st.dates(date(2029, 1, 1), date(2033, 1, 1))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=40), st.sampled_from([280, 660]))
def test_every_entry_is_drawn_or_counted(days: list[tuple[date, date]], width: int) -> None:
    """Nothing is lost in the lane, and no two spans lie on each other."""
    pairs = [tuple(sorted(pair)) for pair in days]
    index = index_of(*((a.isoformat(), b.isoformat()) for a, b in pairs))
    lane = draw_events(index, YEARS, width)
    assert lane is not None
    beyond = sum(
        int(end.label.split()[1].replace(",", "")) for end in (lane.older, lane.later) if end
    )
    counted = sum(int(bar.title.split()[0]) for bar in lane.bars)
    spans = len(lane.spans) + lane.more_spans
    assert len(lane.squares) + counted + spans + beyond == len(days)
    assert len({span.y for span in lane.spans}) <= MOST_LANES
    places = [(span.y, float(span.x[:-1]), float(span.end[:-1]), span.href) for span in lane.spans]
    for one in places:
        for other in places:
            if one[3] != other[3] and one[0] == other[0]:
                assert one[2] <= other[1] + 0.02 or other[2] <= one[1] + 0.02
    assert all(square.y >= 0 for square in lane.squares)
    assert all(span.y + 7 <= lane.height for span in lane.spans)


@given(st.lists(st.dates(date(1700, 1, 1), date(2100, 1, 1)), min_size=1, max_size=30))
def test_events_widen_the_axis_only_where_they_are_near(days: list[date]) -> None:
    """Events of other ages do not squeeze the days of the articles."""
    articles = [DayInterval.on(date(2031, 3, 1)), DayInterval.on(date(2031, 3, 20))]
    axis = span_axis(articles, [DayInterval.on(day) for day in days])
    assert axis is not None
    assert axis.days <= 62 * 3
    near = date(2031, 1, 15)
    wider = span_axis(articles, [DayInterval.on(near)])
    assert wider is not None
    assert wider.first <= near


def test_events_alone_make_an_axis() -> None:
    """Where no article has a date, the events have an axis of their own."""
    article = make_article([("lede", "The ferry did not sail.\n")], day=None)
    support = make_support(article, "The ferry")
    days = ["1820-01-01", *(f"2031-02-{n:02}" for n in range(1, 20)), "2090-01-01"]
    entries = [make_entry([support], day) for day in days]
    page = PageReader(render_page(make_record([article], timeline=entries)))
    assert "Events in time" in [e.attributes.get("aria-label") for e in page.all("svg")]
    assert "+ 1 in 1820" in [e.text for e in page.all("text")]
