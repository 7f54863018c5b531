"""Time expressions become values and days: every shape, for one day and for many."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.values import time_resolution
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.times import (
    CountedFrom,
    Direction,
    Resolved,
    Shape,
    TimeExpression,
    TimeForm,
    TimeType,
    days_in,
    days_of,
    feast_day,
    moved,
    resolve,
    resolve_all,
    resolve_within,
)

WEDNESDAY = date(2022, 3, 9)
TIMEX = re.compile(
    r"(PRESENT|PAST|FUTURE)_REF|\d\d|\d{3}|XX(XX?)?|"
    r"([\dX]{4})(-([\dX]{2}(-[\dX]{2})?|W[\dX]{2}(-([1-7X]|WE))?|SP|SU|FA|WI|Q[1-4X]|H[12X]))?"
    r"(T(MO|MI|AF|EV|NI|([01]\d|2[0-4]):[0-5]\d(:[0-5]\d)?))?",
    re.ASCII,
)
"""The values that an expression of type DATE or TIME may have."""


def days(first: str, last: str = "") -> DayInterval:
    """The interval of two ISO days, or of one."""
    return DayInterval(date.fromisoformat(first), date.fromisoformat(last or first))


def weekday(number: int, direction: Direction = Direction.PAST, **rest: object) -> TimeForm:
    return TimeForm(shape=Shape.WEEKDAY, number=number, direction=direction, **rest)  # type: ignore[arg-type]


def yearless(value: str, direction: Direction = Direction.SHIFTED, **rest: object) -> TimeForm:
    return TimeForm(shape=Shape.YEARLESS, value=value, direction=direction, **rest)  # type: ignore[arg-type]


def unit(letters: str, shift: int = 0, **rest: object) -> TimeForm:
    return TimeForm(shape=Shape.UNIT, unit=letters, shift=shift, **rest)  # type: ignore[arg-type]


def distance(letters: str, shift: int) -> TimeForm:
    return TimeForm(shape=Shape.DISTANCE, unit=letters, shift=shift)


def stretch(letters: str, shift: int) -> TimeForm:
    return TimeForm(shape=Shape.STRETCH, value="P2W", unit=letters, shift=shift)


def fixed(value: str, **rest: str) -> TimeForm:
    return TimeForm(shape=Shape.FIXED, value=value, **rest)


# --- one day of reference ---


@pytest.mark.parametrize(
    ("direction", "monday", "same", "friday"),
    [
        (Direction.PAST, "2022-03-07", "2022-03-09", "2022-03-04"),
        (Direction.FUTURE, "2022-03-14", "2022-03-09", "2022-03-11"),
        (Direction.BEFORE, "2022-03-07", "2022-03-02", "2022-03-04"),
        (Direction.AFTER, "2022-03-14", "2022-03-16", "2022-03-11"),
        (Direction.NEAREST, "2022-03-07", "2022-03-09", "2022-03-11"),
        (Direction.SHIFTED, "2022-03-07", "2022-03-09", "2022-03-11"),
    ],
)
def test_weekdays_on_every_side(direction: Direction, monday: str, same: str, friday: str) -> None:
    """Seen from a Wednesday: an earlier weekday, the same one, a later one."""
    for number, day in ((1, monday), (3, same), (5, friday)):
        assert resolve(weekday(number, direction), WEDNESDAY) == Resolved(day, days(day))


@pytest.mark.parametrize(
    ("shift", "monday", "sunday"),
    [(-1, "2022-02-28", "2022-03-06"), (0, "2022-03-07", "2022-03-13"), (1, "2022-03-14", "2022-03-20")],
)  # fmt: skip
def test_weekdays_of_last_this_and_next_week(shift: int, monday: str, sunday: str) -> None:
    """`Monday of last week` is in the ISO week before, whatever the day of the reference."""
    for day in range(7, 14):
        reference = date(2022, 3, day)
        assert resolve(weekday(1, Direction.SHIFTED, shift=shift), reference).value == monday
        assert resolve(weekday(7, Direction.SHIFTED, shift=shift), reference).value == sunday


def test_the_nearest_weekday_is_at_most_three_days_away() -> None:
    """`Sunday` seen from a Wednesday is three days back, not four ahead."""
    assert resolve(weekday(7, Direction.NEAREST), WEDNESDAY).value == "2022-03-06"
    assert resolve(weekday(6, Direction.NEAREST), WEDNESDAY).value == "2022-03-12"


def test_a_time_of_the_day_follows_the_day() -> None:
    """`Monday night` and `Monday at 5 p.m.` keep the day's days."""
    for clock in ("TNI", "T17:00"):
        expected = Resolved(f"2022-03-07{clock}", days("2022-03-07"))
        assert resolve(weekday(1, clock=clock), WEDNESDAY) == expected
    assert resolve(unit("D", -1, clock="TEV"), WEDNESDAY).value == "2022-03-08TEV"
    assert resolve(yearless("06-12", clock="T08:30"), WEDNESDAY).value == "2022-06-12T08:30"


def test_a_time_of_the_day_follows_a_day_with_its_year() -> None:
    """`12 June 2020 at 5 p.m.` keeps its hour although it counts from nothing."""
    assert resolve(fixed("2020-06-12", clock="T17:00"), None).value == "2020-06-12T17:00"


@pytest.mark.parametrize(
    ("direction", "june", "march", "january"),
    [
        (Direction.PAST, "2021-06", "2022-03", "2022-01"),
        (Direction.FUTURE, "2022-06", "2022-03", "2023-01"),
        (Direction.BEFORE, "2021-06", "2021-03", "2022-01"),
        (Direction.AFTER, "2022-06", "2023-03", "2023-01"),
        (Direction.NEAREST, "2022-06", "2022-03", "2022-01"),
        (Direction.SHIFTED, "2022-06", "2022-03", "2022-01"),
    ],
)
def test_months_on_every_side(direction: Direction, june: str, march: str, january: str) -> None:
    """Seen from 9 March: a later month, the one that holds the day, an earlier one."""
    for number, value in (("06", june), ("03", march), ("01", january)):
        assert resolve(yearless(number, direction), WEDNESDAY).value == value


def test_months_of_last_and_next_year() -> None:
    """`June last year` is the June of the calendar year before, also in July."""
    for reference in (WEDNESDAY, date(2022, 7, 1)):
        assert resolve(yearless("06", shift=-1), reference).value == "2021-06"
        assert resolve(yearless("06", shift=1), reference).value == "2023-06"


@pytest.mark.parametrize(
    ("direction", "from_january", "from_july"),
    [
        (Direction.PAST, "2021-WI", "2021-WI"),
        (Direction.FUTURE, "2021-WI", "2022-WI"),
        (Direction.BEFORE, "2020-WI", "2021-WI"),
        (Direction.AFTER, "2022-WI", "2022-WI"),
        (Direction.NEAREST, "2021-WI", "2021-WI"),
    ],
)
def test_winter_runs_across_the_years_end(
    direction: Direction, from_january: str, from_july: str
) -> None:
    """The winter that holds a day in January began in the year before."""
    assert resolve(yearless("WI", direction), date(2022, 1, 12)).value == from_january
    assert resolve(yearless("WI", direction), date(2022, 7, 12)).value == from_july


@pytest.mark.parametrize("day", [date(2021, 12, 1), date(2022, 1, 12), date(2022, 2, 28)])
def test_this_winter_holds_the_day(day: date) -> None:
    """`this winter`, printed in winter, is the winter that runs, also after the new year."""
    found = resolve(yearless("WI"), day).days
    assert found.first is not None
    assert found.last is not None
    assert found.first <= day <= found.last


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        ("2022", days("2022-01-01", "2022-12-31")),
        ("2022-02", days("2022-02-01", "2022-02-28")),
        ("2024-02", days("2024-02-01", "2024-02-29")),
        ("2022-12", days("2022-12-01", "2022-12-31")),
        ("2022-03-09", days("2022-03-09")),
        ("2022-03-09T17:00", days("2022-03-09")),
        ("2022-03-09TNI", days("2022-03-09")),
        ("2022-SP", days("2022-03-01", "2022-05-31")),
        ("2022-SU", days("2022-06-01", "2022-08-31")),
        ("2022-FA", days("2022-09-01", "2022-11-30")),
        ("2022-WI", days("2022-12-01", "2023-02-28")),
        ("2023-WI", days("2023-12-01", "2024-02-29")),
        ("2022-Q1", days("2022-01-01", "2022-03-31")),
        ("2022-Q4", days("2022-10-01", "2022-12-31")),
        ("2022-H1", days("2022-01-01", "2022-06-30")),
        ("2022-H2", days("2022-07-01", "2022-12-31")),
        ("2022-W01", days("2022-01-03", "2022-01-09")),
        ("2020-W53", days("2020-12-28", "2021-01-03")),
        ("2020-W53-WE", days("2021-01-02", "2021-01-03")),
        ("2022-W10-4", days("2022-03-10")),
        ("202", days("2020-01-01", "2029-12-31")),
        ("19", days("1900-01-01", "1999-12-31")),
    ],
)
def test_days_of_values(value: str, interval: DayInterval) -> None:
    """Seasons are meteorological and northern, weeks are ISO weeks."""
    assert days_of(value) == interval
    assert resolve(fixed(value), None) == Resolved(value, interval)


@pytest.mark.parametrize(
    "value",
    ["PT3H", "P2W", "PRESENT_REF", "XXXX-WXX-4", "XXXX-06", "2022-XX-XX", "2022-02-30", "2021-W53",
     "0000", "2022-13", "", "9999-WI"],
)  # fmt: skip
def test_values_without_days(value: str) -> None:
    """Lengths, vague words, open values and days that the calendar does not have fix none."""
    assert days_of(value) == DayInterval()


@pytest.mark.parametrize(
    ("form", "value"),
    [
        (unit("D"), "2022-03-09"),
        (unit("D", 1), "2022-03-10"),
        (unit("W"), "2022-W10"),
        (unit("W", -10), "2021-W52"),
        (unit("WE"), "2022-W10-WE"),
        (unit("WE", -1), "2022-W09-WE"),
        (unit("WE", direction=Direction.PAST), "2022-W09-WE"),
        (unit("M", -3), "2021-12"),
        (unit("Q"), "2022-Q1"),
        (unit("Q", -1), "2021-Q4"),
        (unit("Q", 4), "2023-Q1"),
        (unit("Y", -1), "2021"),
        (unit("DE", -1), "201"),
        (unit("CE", -1), "19"),
    ],
)
def test_units_around_a_day(form: TimeForm, value: str) -> None:
    """The unit that holds the reference, moved by whole units."""
    assert resolve(form, WEDNESDAY) == Resolved(value, days_of(value))


def test_the_weekend_on_a_weekend() -> None:
    """`the weekend` in the past is, on a Saturday, the one that runs."""
    form = unit("WE", direction=Direction.PAST)
    assert resolve(form, date(2022, 3, 12)).value == "2022-W10-WE"
    assert resolve(form, date(2022, 3, 14)).value == "2022-W10-WE"


def test_a_week_belongs_to_its_iso_year() -> None:
    """On 1 January 2022 the week is still the last of 2021."""
    assert resolve(unit("W"), date(2022, 1, 1)).value == "2021-W52"


@pytest.mark.parametrize(
    ("reference", "form", "value"),
    [
        (date(2022, 3, 31), distance("M", -1), "2022-02"),
        (date(2022, 12, 31), distance("M", 2), "2023-02"),
        (date(2024, 2, 29), distance("Y", -1), "2023"),
        (date(2024, 2, 29), distance("D", 366), "2025-03-01"),
        (WEDNESDAY, distance("D", -14), "2022-02-23"),
        (WEDNESDAY, distance("D", -9), "2022-02-28"),
        (WEDNESDAY, distance("Y", -40), "1982"),
        (WEDNESDAY, distance("M", -3), "2021-12"),
    ],
)
def test_distances(reference: date, form: TimeForm, value: str) -> None:
    """As exact as the unit; a month more from the 31st stays in the next month."""
    assert resolve(form, reference).value == value


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter:0", 2022, date(2022, 4, 17)),
        ("easter:0", 2000, date(2000, 4, 23)),
        ("easter:0", 2008, date(2008, 3, 23)),
        ("easter:0", 1943, date(1943, 4, 25)),
        ("easter:-2", 2024, date(2024, 3, 29)),
        ("easter:1", 2019, date(2019, 4, 22)),
        ("easter:-46", 2021, date(2021, 2, 17)),
        ("nth:4:4:11", 2022, date(2022, 11, 24)),
        ("nth:1:1:09", 2025, date(2025, 9, 1)),
        ("nth:-1:1:05", 2021, date(2021, 5, 31)),
        ("nth:-1:1:05", 2022, date(2022, 5, 30)),
    ],
)
def test_feasts_that_move(rule: str, year: int, day: date) -> None:
    """Easter Sundays as printed in calendars, and nth weekdays of months."""
    assert feast_day(rule, year) == day


@given(st.integers(1, 9999))
def test_easter_is_a_spring_sunday(year: int) -> None:
    """Every Easter falls on a Sunday from 22 March to 25 April."""
    easter = feast_day("easter:0", year)
    assert easter.isoweekday() == 7
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("direction", "before_it", "on_it", "after_it"),
    [
        (Direction.PAST, 2021, 2022, 2022),
        (Direction.FUTURE, 2022, 2022, 2023),
        (Direction.BEFORE, 2021, 2021, 2022),
        (Direction.AFTER, 2022, 2023, 2023),
        (Direction.NEAREST, 2022, 2022, 2022),
        (Direction.SHIFTED, 2022, 2022, 2022),
    ],
)
@pytest.mark.parametrize("rule", ["nth:4:4:11", "easter:0", "12-25"])
def test_feasts_on_every_side(
    rule: str, direction: Direction, before_it: int, on_it: int, after_it: int
) -> None:
    """Feasts that move and feasts that do not: a week before, on the day, and four days after."""

    def day_in(year: int) -> date:
        if ":" in rule:
            return feast_day(rule, year)
        return date.fromisoformat(f"{year}-{rule}")

    day = day_in(2022)
    form = yearless(rule, direction)
    for ahead, year in ((-7, before_it), (0, on_it), (4, after_it)):
        assert resolve(form, day + timedelta(ahead)).value == day_in(year).isoformat()


def test_a_leap_day_is_of_a_leap_year() -> None:
    """`29 February` without a year is one that the calendar has, on the side that is said."""
    form = "02-29"
    assert resolve(yearless(form, Direction.NEAREST), date(2023, 6, 1)).value == "2024-02-29"
    assert resolve(yearless(form, Direction.PAST), date(2023, 6, 1)).value == "2020-02-29"
    assert resolve(yearless(form, Direction.FUTURE), date(2021, 6, 1)).value == "2024-02-29"
    assert resolve(yearless(form, Direction.PAST), date(2019, 6, 1)).value == "2016-02-29"
    assert resolve(yearless(form), date(2023, 6, 1)).days == DayInterval()


@pytest.mark.parametrize(
    ("value", "early", "mid", "late"),
    [
        ("2022-06", ("06-01", "06-10"), ("06-11", "06-20"), ("06-21", "06-30")),
        ("2022-Q1", ("01-01", "01-30"), ("01-31", "03-01"), ("03-02", "03-31")),
        ("2022", ("01-01", "05-01"), ("05-02", "08-31"), ("09-01", "12-31")),
    ],
)
def test_parts_are_thirds(
    value: str, early: tuple[str, str], mid: tuple[str, str], late: tuple[str, str]
) -> None:
    """Early, mid and late are the first, the middle and the last third; the value stays whole."""
    for part, (first, last) in (("early", early), ("mid", mid), ("late", late)):
        expected = Resolved(value, days(f"2022-{first}", f"2022-{last}"))
        assert resolve(fixed(value, part=part), None) == expected


def test_thirds_of_a_day_and_of_a_week() -> None:
    """One day has no thirds; a week has days for each."""
    assert resolve(weekday(1, part="late"), WEDNESDAY).days == days("2022-03-07")
    week = {p: resolve(unit("W", part=p), WEDNESDAY).days for p in ("early", "mid", "late")}
    assert week == {
        "early": days("2022-03-07", "2022-03-08"),
        "mid": days("2022-03-09", "2022-03-10"),
        "late": days("2022-03-11", "2022-03-13"),
    }


@pytest.mark.parametrize(
    ("form", "value"),
    [
        (weekday(4), "XXXX-WXX-4"),
        (weekday(4, clock="TNI"), "XXXX-WXX-4TNI"),
        (yearless("06-12", Direction.NEAREST), "XXXX-06-12"),
        (yearless("06"), "XXXX-06"),
        (yearless("SU"), "XXXX-SU"),
        (unit("D", -1), "XXXX-XX-XX"),
        (unit("D", clock="TMO"), "XXXX-XX-XXTMO"),
        (unit("W"), "XXXX-WXX"),
        (unit("WE"), "XXXX-WXX-WE"),
        (unit("M"), "XXXX-XX"),
        (unit("Y"), "XXXX"),
        (distance("M", -2), "XXXX-XX"),
    ],
)
def test_without_a_reference_the_value_is_open(form: TimeForm, value: str) -> None:
    """X stands for what the reference would say, and no day is claimed."""
    assert resolve(form, None) == Resolved(value)
    assert resolve_within(form, DayInterval()) == Resolved(value)


@pytest.mark.parametrize("rule", ["nth:4:4:11", "easter:-2"])
def test_an_open_feast_shows_no_rule(rule: str) -> None:
    """The name of a rule is no part of a TIMEX3 value."""
    value = resolve(yearless(rule, Direction.NEAREST), None).value
    assert TIMEX.fullmatch(value), value


def test_what_hangs_on_nothing_needs_no_reference() -> None:
    """A date with its year is the same for every reference and for none."""
    form = fixed("2020-06-12")
    assert resolve(form, None) == resolve(form, WEDNESDAY) == resolve_within(form, DayInterval())
    assert resolve(fixed("P2W"), WEDNESDAY) == Resolved("P2W")


def test_both_orders_of_day_and_month() -> None:
    """While the order is open the days run over both readings and the value says the year only."""
    form = fixed("2022-04-05", other="2022-05-04")
    expected = Resolved("2022-XX-XX", days("2022-04-05", "2022-05-04"))
    assert resolve(form, None) == resolve(form, WEDNESDAY) == expected
    assert resolve_within(form, days("2022-03-01", "2022-03-31")) == expected
    turned = resolve(fixed("2022-05-04", other="2022-04-05"), None)
    assert turned == expected


@pytest.mark.parametrize(
    ("value", "resolved"),
    [("06-17", "2022-06-17"), ("06-18", "2021-06-18"), ("12-01", "2021-12-01"), ("03-09", "2022-03-09")],
)  # fmt: skip
def test_days_that_are_near_on_the_other_side(value: str, resolved: str) -> None:
    """`payable June 17` within a hundred days is that one; a farther one lies behind."""
    assert resolve(yearless(value, Direction.RATHER_PAST), WEDNESDAY).value == resolved


@pytest.mark.parametrize(
    ("value", "resolved"),
    [("03-09", "2022-03-09"), ("03-01", "2022-03-01"), ("02-01", "2023-02-01"), ("02", "2023-02")],
)
def test_told_in_the_present_a_day_may_just_be_over(value: str, resolved: str) -> None:
    """A day of the last thirty days is meant itself; else, and of months, the next one is."""
    assert resolve(yearless(value, Direction.PRESENT), WEDNESDAY).value == resolved


def test_a_weekday_printed_with_a_day_finds_its_year() -> None:
    """`Monday, October 26` is of the year in which that day is a Monday, where one is near."""
    form = yearless("10-26", Direction.NEAREST, number=1)
    assert resolve(form, WEDNESDAY).value == "2020-10-26"
    for number, value in ((2, "2021-10-26"), (3, "2022-10-26")):
        assert (
            resolve(yearless("10-26", Direction.NEAREST, number=number), WEDNESDAY).value == value
        )


def test_a_stretch_has_both_ends() -> None:
    """`the past two weeks` and `the next three months` run to and from the reference."""
    back = TimeForm(shape=Shape.STRETCH, value="P2W", unit="W", shift=-2)
    ahead = TimeForm(shape=Shape.STRETCH, value="P3M", unit="M", shift=3)
    assert resolve(back, WEDNESDAY) == Resolved("P2W", days("2022-02-23", "2022-03-09"))
    assert resolve(ahead, WEDNESDAY) == Resolved("P3M", days("2022-03-09", "2022-06-09"))
    assert resolve(back, None) == Resolved("P2W")
    week = days("2022-03-07", "2022-03-09")
    assert resolve_within(back, week) == Resolved("P2W", days("2022-02-21", "2022-03-09"))
    month = TimeForm(shape=Shape.STRETCH, value="P1M", unit="M", shift=-1)
    for last, first in (
        ("2022-05-31", "2022-04-30"),
        ("2022-03-31", "2022-02-28"),
        ("2024-03-30", "2024-02-29"),
    ):
        assert resolve(month, date.fromisoformat(last)).days == days(first, last)


# --- many days of reference ---


def test_the_hull_over_an_interval() -> None:
    """A weekday for a week of possible days: open value, from the earliest to the latest."""
    result = resolve_within(weekday(1), days("2022-03-04", "2022-03-10"))
    assert result == Resolved("XXXX-WXX-1", days("2022-02-28", "2022-03-07"))


def test_a_value_is_full_when_all_days_agree() -> None:
    """`this year`, `last month`, `Monday` where the days do not matter."""
    within_march = days("2022-03-08", "2022-03-12")
    assert resolve_within(unit("Y"), within_march).value == "2022"
    assert resolve_within(unit("M", -1), within_march) == Resolved("2022-02", days_of("2022-02"))
    assert resolve_within(weekday(1), within_march) == Resolved("2022-03-07", days("2022-03-07"))


@pytest.mark.parametrize(
    ("form", "value", "interval"),
    [
        (unit("M"), "XXXX-XX", days("2021-12-01", "2022-01-31")),
        (unit("Y"), "XXXX", days("2021-01-01", "2022-12-31")),
        (unit("D", -1), "XXXX-XX-XX", days("2021-12-30", "2022-01-01")),
        (yearless("06-12"), "XXXX-06-12", days("2021-06-12", "2022-06-12")),
        (yearless("06", Direction.PAST), "2021-06", days_of("2021-06")),
        (unit("M", part="late"), "XXXX-XX", days("2021-12-21", "2022-01-31")),
    ],
)
def test_across_the_years_end(form: TimeForm, value: str, interval: DayInterval) -> None:
    """What differs between the possible days is X."""
    assert resolve_within(form, days("2021-12-31", "2022-01-02")) == Resolved(value, interval)


def test_references_open_on_a_side() -> None:
    """What is known of the reference bounds the answer on that side, and only there."""
    after = DayInterval(WEDNESDAY, None)
    before = DayInterval(None, WEDNESDAY)
    assert resolve_within(unit("D", -1), after).days == DayInterval(date(2022, 3, 8), None)
    assert resolve_within(unit("D", -1), before).days == DayInterval(None, date(2022, 3, 8))
    assert resolve_within(weekday(1), before).days == DayInterval(None, date(2022, 3, 7))
    assert resolve_within(yearless("06", Direction.FUTURE), after).days.first == date(2022, 6, 1)


def test_very_wide_references() -> None:
    """Ten years of possible days are bounded as exactly as two weeks are."""
    wide = days("2010-01-01", "2020-12-31")
    result = resolve_within(unit("M", -1), wide)
    assert result == Resolved("XXXX-XX", days("2009-12-01", "2020-11-30"))
    assert resolve_within(fixed("2015-06"), wide) == Resolved("2015-06", days_of("2015-06"))


# --- all expressions of an article ---


def expression(
    place: int, form: TimeForm, reference: int | None = None, type_: TimeType = TimeType.DATE
) -> TimeExpression:
    """An expression of five letters at a place."""
    return TimeExpression(
        span=Span(place, place + 5),
        type=type_,
        form=form,
        rule="test",
        counted_from=CountedFrom.PUBLICATION if reference is None else CountedFrom.EXPRESSION,
        reference=None if reference is None else Span(reference, reference + 5),
    )


def test_expressions_count_from_each_other() -> None:
    """A chain: 12 June 2020, two days later, the following month."""
    times = [
        expression(0, fixed("2020-06-12")),
        expression(10, distance("D", 2), reference=0),
        expression(20, unit("M", 1), reference=10),
    ]
    values = [r.value for r in resolve_all(times, DayInterval())]
    assert values == ["2020-06-12", "2020-06-14", "2020-07"]


def test_a_day_from_a_month_is_somewhere_in_it() -> None:
    """`three days later`, counted from a month, is bounded by the month's days moved."""
    times = [expression(0, fixed("2020-06")), expression(10, distance("D", 3), reference=0)]
    _, later = resolve_all(times, DayInterval.on(WEDNESDAY))
    assert later == Resolved("XXXX-XX-XX", days("2020-06-04", "2020-07-03"))


def test_a_reference_that_is_not_there() -> None:
    """An expression that counts from a place without an expression counts from publication."""
    times = [expression(10, unit("M"), reference=0)]
    assert resolve_all(times, DayInterval.on(WEDNESDAY))[0].value == "2022-03"


def test_the_order_in_which_they_count_does_not_matter() -> None:
    """An expression may count from a later one, and others from it."""
    times = [
        expression(0, unit("Q"), reference=10),
        expression(10, yearless("09-30", Direction.PAST)),
        expression(20, unit("Q", -4), reference=0),
    ]
    found = resolve_all(times, DayInterval.on(WEDNESDAY))
    assert [r.value for r in found] == ["2021-Q3", "2021-09-30", "2020-Q3"]


def test_references_in_a_circle_come_to_an_end() -> None:
    """They should not be there; each still has a result."""
    times = [expression(0, unit("M"), reference=10), expression(10, unit("M"), reference=0)]
    assert len(resolve_all(times, DayInterval.on(WEDNESDAY))) == len(times)


def test_an_expression_that_counts_from_an_open_one_is_open() -> None:
    """Where the first is bounded only, what counts from it is no surer."""
    times = [expression(0, unit("M", -1)), expression(10, unit("M", -1), reference=0)]
    published = days("2022-02-27", "2022-03-02")
    first, second = resolve_all(times, published)
    assert first == Resolved("XXXX-XX", days("2022-01-01", "2022-02-28"))
    assert second == Resolved("XXXX-XX", days("2021-12-01", "2022-01-31"))


def test_the_work_grows_with_the_possible_days_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Export resolves every article each time: no form is turned into days more than once for each
    expression and each day on which the article may have appeared."""
    times = [
        expression(10 * n, distance("D", 2), reference=10 * (n - 1))
        if n % 2
        else expression(10 * n, yearless("06-12", Direction.NEAREST) if n % 3 else weekday(1))
        for n in range(60)
    ]
    calls = 0

    def counted(form: TimeForm, reference: date | None) -> Resolved:
        nonlocal calls
        calls += 1
        return resolve(form, reference)

    monkeypatch.setattr(time_resolution, "resolve", counted)
    resolve_all(times, days("2022-01-01", "2022-12-31"))
    assert calls <= len(times) * 365


def test_places_move_together() -> None:
    """Moving an expression moves its reference and its range; nothing else changes."""
    one = TimeExpression(
        span=Span(4, 9), type=TimeType.DATE, form=unit("D"), rule="r", reference=Span(0, 3), range=Span(12, 15)
    )  # fmt: skip
    other = moved(one, 100)
    assert (other.span, other.reference, other.range) == (Span(104, 109), Span(100, 103), Span(112, 115))  # fmt: skip
    assert (other.form, other.rule, other.type) == (one.form, one.rule, one.type)
    assert moved(other, -100) == one


def test_days_in_an_interval() -> None:
    """All days of a closed interval, in order; of an open one none."""
    assert list(days_in(days("2022-02-27", "2022-03-02"))) == [
        date(2022, 2, 27), date(2022, 2, 28), date(2022, 3, 1), date(2022, 3, 2)
    ]  # fmt: skip
    assert list(days_in(DayInterval(WEDNESDAY, None))) == []


# --- any form ---

DIRECTIONS = st.sampled_from(list(Direction))
WEEKDAY_DIRECTIONS = st.sampled_from([d for d in Direction if not d.startswith("rather")])
"""A weekday is never far: no direction of it looks to the other side."""
SHIFTS = st.integers(-60, 60)
PARTS = st.sampled_from(["", "", "early", "mid", "late"])
CLOCKS = st.sampled_from(["", "", "TMO", "TNI", "T17:00"])
YEARLESS = st.sampled_from(
    [f"{m:02d}" for m in range(1, 13)]
    + ["02-28", "02-29", "03-01", "06-12", "12-31", "01-01"]
    + ["SP", "SU", "FA", "WI", "Q1", "Q4", "H1", "H2"]
    + ["nth:4:4:11", "nth:-1:1:05", "nth:1:1:09", "easter:0", "easter:-46"]
)
WEEKDAY_FORMS = st.builds(
    weekday,
    st.integers(1, 7),
    WEEKDAY_DIRECTIONS,
    shift=st.integers(-2, 2),
    part=PARTS,
    clock=CLOCKS,
)
FORMS = st.one_of(
    WEEKDAY_FORMS,
    st.builds(yearless, YEARLESS, DIRECTIONS, shift=st.integers(-1, 1), part=PARTS, clock=CLOCKS),
    st.builds(unit, st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE"]), SHIFTS, part=PARTS),
    st.builds(unit, st.just("WE"), SHIFTS, direction=st.sampled_from([Direction.SHIFTED, Direction.PAST])),
    st.builds(distance, st.sampled_from(["D", "M", "Y"]), st.integers(-400, 400)),
    st.builds(yearless, st.sampled_from(["10-26", "02-29"]), DIRECTIONS, number=st.integers(1, 7)),
    st.builds(stretch, st.sampled_from("DWMYQ"), st.integers(-60, 60)),
    st.builds(fixed, st.sampled_from(["2020-06-12", "2020-06", "2020", "201", "P2W", "PAST_REF"])),
)  # fmt: skip
DAYS = st.dates(date(1750, 1, 1), date(2200, 1, 1))


@st.composite
def intervals(draw: st.DrawFn) -> DayInterval:
    """Short and wide intervals, some of them open on a side or on both."""
    first = draw(DAYS)
    last = first + timedelta(draw(st.integers(0, 40) | st.integers(0, 5_000)))
    shape = draw(st.sampled_from(["closed"] * 4 + ["left", "right", "none"]))
    return DayInterval(
        first if shape in ("closed", "left") else None,
        last if shape in ("closed", "right") else None,
    )


def within(inner: DayInterval, outer: DayInterval) -> bool:
    """Whether all days of the inner interval are in the outer one."""
    starts = outer.first is None or (inner.first is not None and inner.first >= outer.first)
    return starts and (outer.last is None or (inner.last is not None and inner.last <= outer.last))


@given(FORMS, DAYS)
def test_days_lie_in_those_of_the_value(form: TimeForm, reference: date) -> None:
    """The days are those of the value, or a third of them; an open value for one day has none."""
    result = resolve(form, reference)
    if form.shape is Shape.STRETCH:
        assert result.days.known
        return
    whole = days_of(result.value)
    if not form.part:
        assert result.days == whole
    assert within(result.days, whole)
    assert result.days.known == whole.known


@given(FORMS, st.none() | DAYS)
def test_values_are_timex_values(form: TimeForm, reference: date | None) -> None:
    """Every value of a date is one that TIMEX3 knows, with and without a reference."""
    value = resolve(form, reference).value
    assert TIMEX.fullmatch(value) or value == "P2W", value


@given(WEEKDAY_FORMS, DAYS, st.integers(-100, 100))
def test_a_week_later_weekdays_are_a_week_later(form: TimeForm, day: date, weeks: int) -> None:
    """Shifting the reference by seven days shifts the answer by seven."""
    first = resolve(form, day).days
    second = resolve(form, day + timedelta(weeks=weeks)).days
    assert first.first is not None
    assert second.exact
    assert second.first == first.first + timedelta(weeks=weeks)


@given(st.builds(weekday, st.integers(1, 7), WEEKDAY_DIRECTIONS), DAYS)
def test_weekdays_keep_their_side(form: TimeForm, reference: date) -> None:
    """The day has the number that was printed and lies on the side that was said, within a week."""
    day = resolve(form, reference).days.first
    assert day is not None
    assert day.isoweekday() == form.number
    ahead = (day - reference).days
    sides = {
        Direction.PAST: range(-6, 1),
        Direction.FUTURE: range(7),
        Direction.PRESENT: range(7),
        Direction.BEFORE: range(-7, 0),
        Direction.AFTER: range(1, 8),
        Direction.NEAREST: range(-3, 4),
        Direction.SHIFTED: range(-6, 7),
    }
    assert ahead in sides[form.direction]


@given(YEARLESS, DAYS)
@example("02-29", date(2019, 6, 1))
@example("nth:4:4:11", date(2022, 11, 24))
def test_yearless_forms_keep_their_side(value: str, reference: date) -> None:
    """PAST has begun, FUTURE has not ended, BEFORE has ended, AFTER has not begun."""

    def found(direction: Direction) -> DayInterval:
        result = resolve(yearless(value, direction), reference)
        assert result.days.known, direction
        return result.days

    past, future = found(Direction.PAST), found(Direction.FUTURE)
    before, after = found(Direction.BEFORE), found(Direction.AFTER)
    assert past.first is not None
    assert past.first <= reference
    assert future.last is not None
    assert future.last >= reference
    assert before.last is not None
    assert before.last < reference
    assert after.first is not None
    assert after.first > reference


@settings(deadline=None)
@given(FORMS, DAYS)
def test_one_day_as_interval_is_the_day(form: TimeForm, day: date) -> None:
    """An interval of one day gives what the day gives."""
    assert resolve_within(form, DayInterval.on(day)) == resolve(form, day)


@settings(deadline=None)
@given(FORMS, intervals(), st.data())
def test_an_interval_bounds_all_its_days(
    form: TimeForm, references: DayInterval, data: st.DataObject
) -> None:
    """Whatever day the reference was, its answer lies in the bounds; a full value is its value."""
    low = references.first or (references.last or date(2000, 1, 1)) - timedelta(3_000)
    high = references.last or (references.first or date(2000, 1, 1)) + timedelta(3_000)
    day = data.draw(st.dates(low, high))
    one, all_of_them = resolve(form, day), resolve_within(form, references)
    if one.days.known:
        assert within(one.days, all_of_them.days)
    if "X" not in all_of_them.value:
        assert one.value == all_of_them.value


@settings(deadline=None)
@given(FORMS, intervals(), intervals())
def test_knowing_more_never_widens(form: TimeForm, one: DayInterval, other: DayInterval) -> None:
    """Fewer possible days give bounds inside of those of more days."""
    both = one.intersect(other)
    less = resolve_within(form, both).days if both is not None else DayInterval()
    if less.known:
        assert within(less, resolve_within(form, one).days)


@settings(deadline=None)
@given(
    FORMS,
    st.none() | st.dates(),
    st.none() | st.dates(),
)
@example(yearless("12-31", Direction.NEAREST), date(1, 1, 1), None)
@example(yearless("06", Direction.PAST), date(1, 1, 1), date(1, 1, 1))
@example(yearless("06", Direction.FUTURE), date(9999, 12, 31), date(9999, 12, 31))
@example(unit("CE", 60), date(9999, 12, 31), None)
def test_any_day_of_the_calendar_will_do(
    form: TimeForm, first: date | None, last: date | None
) -> None:
    """From year 1 to year 9999 nothing raises, and bounds run forward."""
    if first is not None and last is not None and first > last:
        first, last = last, first
    for result in (resolve(form, first), resolve_within(form, DayInterval(first, last))):
        assert TIMEX.fullmatch(result.value) or result.value == "P2W", result.value
        if result.days.first is not None and result.days.last is not None:
            assert result.days.first <= result.days.last


@st.composite
def articles(draw: st.DrawFn) -> list[TimeExpression]:
    """Expressions of an article, some of which count from an earlier one."""
    times: list[TimeExpression] = []
    for number in range(draw(st.integers(1, 5))):
        reference = draw(st.none() | st.integers(0, number - 1)) if number else None
        place = None if reference is None else 10 * reference
        times.append(expression(10 * number, draw(FORMS), place))
    return times


@settings(deadline=None)
@given(articles(), DAYS, st.integers(0, 40), st.data())
def test_an_article_is_bounded_by_its_days(
    times: list[TimeExpression], first: date, length: int, data: st.DataObject
) -> None:
    """For every day on which it may have appeared, also through references, bounds hold."""
    day = first + timedelta(data.draw(st.integers(0, length)))
    published = DayInterval(first, first + timedelta(length))
    for one, all_of_them in zip(
        resolve_all(times, DayInterval.on(day)), resolve_all(times, published), strict=True
    ):
        if one.days.known:
            assert within(one.days, all_of_them.days)
        if "X" not in all_of_them.value:
            assert one.value == all_of_them.value
