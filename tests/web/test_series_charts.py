"""The charts of series: values from zero, days on the axis, and never a slope."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.values.days import DayInterval
from onrecord.web.axis import Axis
from onrecord.web.charts import Drawing, draw_chart
from onrecord.web.charts_brackets import Rival
from onrecord.web.charts_labels import Box, Wanted, place_labels
from onrecord.web.charts_periods import Period, draw_periods
from onrecord.web.charts_reports import Report, report_axis
from onrecord.web.charts_scale import value_scale
from onrecord.web.charts_spans import Stay, connect
from onrecord.web.charts_spots import Size
from onrecord.web.figures_words import amount_words, number_words, reading

DAY = date(2031, 4, 1)
SIZE = Size(
    name="wide",
    width=700,
    height=264,
    top=30,
    foot=24,
    days=7,
    lines=6,
    name_length=20,
    labels=20,
)


def day(number: int) -> DayInterval:
    """A day of the story."""
    return DayInterval.on(DAY + timedelta(days=number))


def report(
    name: str,
    value: float,
    days: DayInterval,
    bound: str = "exact",
    since: DayInterval | None = None,
    high: float | None = None,
) -> Report:
    """A report of a number; `high` makes it a range."""
    ends = {"at-least": (value, None), "at-most": (None, value)}.get(bound, (value, high or value))
    return Report(
        id=name,
        href=f"#f-{name}",
        low=ends[0],
        high=ends[1],
        bound=bound,
        days=days,
        since=since,
        printed=f"about {value:g}",
        computed=f"{value:g}",
        source="Harbour Wire",
        title=f"{value:g}, {name}",
    )


def chart(*reports: Report, rivals: tuple[Rival, ...] = ()) -> Drawing:
    """The chart of reports on their own axis."""
    axis = report_axis(reports)
    assert axis is not None
    return draw_chart(reports, axis, SIZE, rivals)


def share(words: str) -> float:
    """A percentage as a number."""
    return float(words.removesuffix("%"))


@given(st.floats(0.01, 1e13), st.integers(2, 8))
def test_the_scale_begins_at_zero_and_holds_the_greatest(greatest: float, lines: int) -> None:
    """Few round lines from zero; the greatest value lies under the uppermost."""
    scale = value_scale(greatest, ground=240, top=30, lines=lines)
    drawn = scale.lines()
    assert (drawn[0].y, drawn[0].label) == (240, "0")
    assert drawn[-1].y == 30
    assert 2 <= len(drawn) <= lines + 1
    assert 30 <= scale.y(greatest) < 240
    assert len({line.label for line in drawn}) == len(drawn)


def test_a_scale_of_whole_numbers_has_no_line_between_two() -> None:
    """Two people are counted with lines at whole people."""
    labels = [line.label for line in value_scale(2, ground=9, top=1, lines=8, whole=True).lines()]
    assert labels == ["0", "1", "2", "3"]


@pytest.mark.parametrize(
    ("low", "high", "bound", "words"),
    [
        (5200, 5200, "exact", "5,200"),
        (5200, 5200, "about", "about 5,200"),
        (24, None, "at-least", "at least 24"),
        (None, 40, "at-most", "at most 40"),
        (2000, 2500, "range", "2,000–2,500"),
        (None, None, "dozens-like", "no number"),
        (8.5e9, 8.5e9, "exact", "8.5 billion"),
        (0.25, 0.25, "exact", "0.25"),
    ],
)
def test_numbers_in_words(low: float | None, high: float | None, bound: str, words: str) -> None:
    """Every bound has its word; large numbers keep theirs."""
    assert amount_words(low, high, bound) == words


def test_a_reading_has_unit_rate_and_direction() -> None:
    """A currency stands before its number, a unit behind it, a change says which way."""
    base = {"high": None, "bound": "exact", "kind": "level", "per": None, "direction": None}
    money = base | {"low": 8e9, "unit": "USD", "kind": "money"}
    rate = base | {"low": 5000, "unit": "barrel", "per": "day"}
    fall = base | {"low": 50, "unit": "percent", "kind": "change", "direction": "down"}
    assert reading(money) == "USD 8 billion"
    assert reading(rate) == "5,000 barrel per day"
    assert reading(fall) == "down 50 percent"
    assert number_words(1234567) == "1,234,567"


def test_equal_reports_are_dotted_and_unequal_ones_lie_at_a_box() -> None:
    """Between two reports stands a level line or a box with both numbers at its edges."""
    drawn = chart(report("a", 100, day(0)), report("b", 100, day(10)), report("c", 40, day(20)))
    assert [segment.held for segment in drawn.segments] == [False]
    (box,) = drawn.hatches
    high, low = drawn.marks[1].y, drawn.marks[2].y
    assert (box.y, round(box.y + box.height, 1)) == (high, low)
    assert box.x == drawn.marks[1].x
    assert round(share(box.x) + share(box.width), 1) == round(share(drawn.marks[2].x), 1)


def test_a_line_is_solid_only_where_a_source_says_that_it_held() -> None:
    """From the end of the expression to the report; where it began is faded."""
    since = DayInterval(DAY, DAY + timedelta(days=29))
    held = report("b", 40, DayInterval(DAY, DAY + timedelta(days=90)), since=since)
    drawn = chart(report("a", 100, day(-40)), held)
    solid = [s for s in drawn.segments if s.held and not s.fade]
    faded = [s for s in drawn.segments if s.fade]
    assert len(solid) == len(faded) == 1
    assert share(faded[0].end) == share(solid[0].x)
    assert solid[0].end == drawn.marks[1].x
    assert not [s for s in chart(report("a", 4, day(0)), report("b", 4, day(9))).segments if s.held]


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(1, 6), st.integers(0, 9)),
        min_size=1,
        max_size=14,
    )
)
def test_no_line_is_a_slope_and_all_lies_within(told: list[tuple[int, int, int]]) -> None:
    """Every line has one height, and nothing reaches beyond the chart, however it is reported."""
    reports = [
        report(str(n), value, DayInterval(day(at).first, day(at + length).first))
        for n, (at, value, length) in enumerate(told)
    ]
    drawn = chart(*reports)
    assert sum(1 for mark in drawn.marks) <= len(reports)
    parts = [(s.x, s.width) for s in drawn.segments] + [(h.x, h.width) for h in drawn.hatches]
    for x, width in parts:
        assert -0.1 <= share(x) <= share(x) + share(width) <= 100.1
    heights = {mark.y for mark in drawn.marks}
    assert {s.y for s in drawn.segments} <= heights
    assert all(0 <= mark.y <= drawn.ground for mark in drawn.marks)


def test_what_is_known_within_days_has_a_bar_on_the_axis() -> None:
    """The mark stands in the middle, a bar at zero tells the days; an open side is an arrow."""
    month = DayInterval(DAY, DAY + timedelta(days=29))
    before = DayInterval(None, DAY + timedelta(days=50))
    drawn = chart(report("a", 9, month), report("b", 9, before), report("c", 9, day(80)))
    assert [mark.within for mark in drawn.marks] == [True, True, False]
    assert [bar.is_open for bar in drawn.bars] == [True, False]
    assert all(bar.y < drawn.ground for bar in drawn.bars)
    middle = share(drawn.bars[1].x) + share(drawn.bars[1].width) / 2
    assert share(drawn.marks[0].x) == pytest.approx(middle, abs=0.1)


def test_a_report_of_uncertain_days_joins_in_only_where_its_place_is_sure() -> None:
    """Another report within its days: nothing says which of the two is earlier."""
    sure = [Stay(start=x, end=x, first=x, last=x, low=v, high=v) for x, v in ((0.2, 5), (0.8, 9))]
    apart = Stay(start=0.5, end=0.5, first=0.4, last=0.6, low=7, high=7)
    over = Stay(start=0.5, end=0.5, first=0.1, last=0.9, low=7, high=7)
    _, zones = connect([sure[0], apart, sure[1]])
    assert [(z.start, z.end) for z in zones] == [(0.2, 0.6), (0.4, 0.8)]
    _, zones = connect([sure[0], over, sure[1]])
    assert [(z.start, z.end, z.low, z.high) for z in zones] == [(0.2, 0.8, 5, 9)]


def test_competing_reports_have_a_bracket_with_the_reason() -> None:
    """Only near each other, only for reasons that compete, the gravest told."""
    reports = (report("a", 31, day(0)), report("b", 480, day(0)), report("c", 90, day(30)))
    rivals = (Rival("a", "b", "rounding"), Rival("b", "a", "conflict"), Rival("b", "c", "conflict"))
    drawn = chart(*reports, rivals=rivals)
    (bracket,) = drawn.brackets
    assert bracket.words == "conflict"
    assert bracket.bottom > bracket.top
    assert not chart(*reports, rivals=(Rival("a", "b", "period"),)).brackets


def test_each_bound_has_its_own_shape() -> None:
    """Shape tells the bound, so that no colour need."""
    bounds = ("exact", "about", "at-least", "at-most")
    drawn = chart(
        *(report(bound, 10, day(n), bound) for n, bound in enumerate(bounds)),
        report("range", 5, day(9), "range", high=20),
    )
    assert [mark.shape for mark in drawn.marks] == ["full", "ring", "least", "most", "range"]
    assert drawn.marks[-1].height > 20


def test_reports_of_one_number_and_day_share_a_mark() -> None:
    """The mark leads to the first and says how many more there are."""
    drawn = chart(*(report(f"r{n}", 24, day(0)) for n in range(5)), report("z", 30, day(3)))
    assert [mark.title for mark in drawn.marks] == ["24, r0 + 4", "30, z"]
    assert drawn.marks[0].href == "#f-r0"


def test_a_chart_of_thousands_keeps_the_extremes_of_each_stretch() -> None:
    """What no eye could tell apart is left to the table, and counted."""
    reports = [report(str(n), 100 + (n * 37) % 91, day(n % 200)) for n in range(3000)]
    drawn = chart(*reports)
    assert len(drawn.marks) <= 200
    assert drawn.thinned + sum(1 for _ in drawn.marks) >= 3000 - 200
    heights = [mark.y for mark in drawn.marks]
    whole = [r.ends[0] for r in reports if r.ends]
    assert min(whole) in [float(m.title.split(",")[0]) for m in drawn.marks]
    assert max(heights) > min(heights)
    assert max(whole) in [float(m.title.split(",")[0]) for m in drawn.marks]


def test_a_far_report_does_not_squeeze_the_others() -> None:
    """A look back after years is left to the table; the days of most reports are drawn."""
    reports = [report(str(n), 10 + n, day(n)) for n in range(8)]
    axis = report_axis([*reports, report("late", 18, day(800))])
    assert axis is not None
    assert axis.days < 30


@given(
    st.lists(
        st.tuples(st.floats(0, 700), st.floats(40, 200), st.text("abc ,0", min_size=1)),
        min_size=1,
        max_size=30,
    )
)
def test_labels_lie_on_nothing_else(wanted: list[tuple[float, float, str]]) -> None:
    """No label meets another or what it must not cover, and none leaves the frame."""
    frame = Box(0, 0, 700, 240)
    blocked = [Box(300, 100, 420, 140)]
    asked = [
        Wanted(number=n, x=x, top=y - 5, bottom=y + 5, words=words, source="Wire", serif=True)
        for n, (x, y, words) in enumerate(wanted)
    ]
    placed = place_labels(asked, frame=frame, blocked=blocked)
    boxes = []
    for label in placed:
        width = max(len(label.words) * 8, len(label.source) * 6.7)
        edge = asked[label.number].x + label.aside
        left = edge - width if label.at_end else edge
        boxes.append(Box(left, label.y - 12, left + width, label.y + (15 if label.source else 3)))
    assert all(box.left >= 0 and box.right <= 700 and box.top >= 0 for box in boxes)
    assert not any(box.meets(other) for box in boxes for other in blocked)
    for n, box in enumerate(boxes):
        assert not any(box.meets(other) for other in boxes[n + 1 :])


def test_counts_are_bars_as_long_as_their_period() -> None:
    """One row each, never summed; a period that is not stated has dashed edges."""
    spring = DayInterval(date(2031, 3, 1), date(2031, 5, 31))
    week = DayInterval(date(2031, 9, 1), date(2031, 9, 7))
    periods = [
        Period(
            days=days,
            reported=DayInterval.on(date(2031, 10, 1)),
            words=words,
            computed="9",
            source="Harbour Wire",
            title=words,
            href="#x",
        )
        for days, words in ((spring, "39 slides"), (week, "6 slides"), (DayInterval(), "dozens"))
    ]
    drawn = draw_periods(periods, name="wide", width=700, days=7)
    assert drawn is not None
    long, short, unknown = drawn.bars
    assert share(long.width) == pytest.approx(share(short.width) * 92 / 7, rel=0.05)
    assert [bar.stated for bar in drawn.bars] == [True, True, False]
    assert "period not stated" in unknown.source
    assert len({bar.y for bar in drawn.bars}) == 3


def test_a_chart_of_the_score_has_neither_days_nor_bars_on_them() -> None:
    """The lane shares the axis of the score."""
    lane = Size(
        name="wide",
        width=660,
        height=78,
        top=26,
        foot=12,
        days=0,
        lines=2,
        name_length=0,
        labels=4,
    )
    axis = Axis(DAY, DAY + timedelta(days=99))
    month = DayInterval(DAY, DAY + timedelta(days=29))
    drawn = draw_chart([report("a", 5, month), report("b", 9, day(50))], axis, lane)
    assert not drawn.bars
    assert not drawn.ticks
    assert not any(mark.within for mark in drawn.marks)
    assert all(not note.label.source for note in drawn.notes)
