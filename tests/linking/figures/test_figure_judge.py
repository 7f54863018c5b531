"""How two figures of one series differ: the decision list."""

from __future__ import annotations

import pytest

from figure_makers import VALE, days, fact, killed, troops
from onrecord.linking.figures.fact import FigureFact, ScopeName
from onrecord.linking.figures.judge import judge
from onrecord.linking.figures.readings import covered, overlap
from onrecord.values.vocabulary import Bound, FigureKind


def _reason(left: FigureFact, right: FigureFact) -> str | None:
    told = judge(left, right)
    return told.reason.value if told else None


@pytest.mark.parametrize(
    ("value", "bound", "low", "high", "slack"),
    [
        (5000, Bound.ABOUT, 5000, 5000, 500),
        (5000, Bound.EXACT, 5000, 5000, 500),
        (5200, Bound.EXACT, 5200, 5200, 50),
        (24, Bound.EXACT, 24, 24, 0),
        (24, Bound.AT_LEAST, 24, float("inf"), 0),
        (24, Bound.AT_MOST, float("-inf"), 24, 0),
    ],
)
def test_what_a_number_covers(
    value: float, bound: Bound, low: float, high: float, slack: float
) -> None:
    """A number is rounded at the precision in which it is printed, and a bound is open."""
    assert covered(fact(0, value, bound=bound)) == (low, high, slack)


@pytest.mark.parametrize(
    ("one", "other", "can"),
    [(5000, 5200, True), (3000, 2500, False), (24, 25, False), (8500, 8100, False)],
)
def test_what_two_numbers_can_both_be(one: float, other: float, *, can: bool) -> None:
    """The number that is rounded more must hold the other inside of half its precision."""
    assert overlap(fact(0, one), fact(1, other)) is can
    assert overlap(fact(1, other), fact(0, one)) is can


def test_equal_numbers_do_not_differ() -> None:
    """Nothing is told of equal numbers, nor of words without one."""
    assert judge(troops(0, 5200), troops(1, 5200)) is None
    assert judge(troops(0, 5200), troops(1, None, bound=Bound.DOZENS_LIKE)) is None


def test_rounding_over_two_months() -> None:
    """`5,200` and two months later `roughly 5,000` are one number rounded."""
    left = troops(0, 5200, told="2031-06-12")
    right = troops(1, 5000, bound=Bound.ABOUT, told="2031-08-20")
    assert judge(left, right) == ("rounding", "rounded-to: 1000")


def test_levels_of_other_days() -> None:
    """Levels of other days are of other periods, also a former one."""
    left, right = troops(0, 5200, told="2031-06-12"), troops(1, 3000, told="2031-09-09")
    assert _reason(left, right) == "period"
    former = troops(2, 3000, days=days("", "2032-01-01"), told="2032-06-01")
    now = troops(2, 2500, start=50, days=days("2032-01-01", "2032-06-01"), told="2032-06-01")
    assert _reason(former, now) == "period"


def test_levels_of_one_day() -> None:
    """On one day two levels cannot both hold, unless one is about; one sayer later revises."""
    assert _reason(troops(0, 5200, told="2031-06-12"), troops(1, 3000, told="2031-06-12")) == (
        "conflict"
    )
    about = troops(1, 3000, told="2031-06-12", bound=Bound.ABOUT)
    assert judge(troops(0, 5200, told="2031-06-12"), about) is None
    day = days("2031-05-01")
    first = troops(0, 5200, days=day, sayer="org-1", sayer_name="Ministry", told="2031-06-12")
    later = troops(1, 3000, days=day, sayer="org-1", sayer_name="Ministry", told="2031-06-14")
    assert judge(first, later) == ("revision", "same-line: sayer: Ministry; later: 2031-06-14")


def test_a_toll_that_grows_with_the_days() -> None:
    """Of a toll a later and larger number is of a later day, or a revision by the same line."""
    assert judge(killed(0, 24), killed(1, 43)) == (
        "period",
        "grown: reported 2031-05-01 and 2031-05-02",
    )
    left, right = killed(0, 24, outlet="Vale Post"), killed(1, 43, outlet="Vale Post")
    assert judge(left, right) == ("revision", "same-line: outlet: Vale Post; later: 2031-05-02")


def test_a_toll_that_falls() -> None:
    """A later and smaller toll of another line cannot hold beside the first."""
    assert _reason(killed(0, 126), killed(1, 112)) == "conflict"
    assert _reason(killed(0, 126, outlet="A"), killed(1, 112, outlet="A")) == "revision"


def test_a_toll_of_one_day() -> None:
    """Two tolls of one day conflict; one that is at least so much is outgrown within the day."""
    left, right = killed(0, 310, told="2031-05-03"), killed(1, 480, told="2031-05-03")
    assert judge(left, right) == ("conflict", "both-cannot-hold: 310 and 480; reported: 2031-05-03")
    least = killed(1, 30, told="2031-05-03", bound=Bound.AT_LEAST)
    assert judge(left, least) == ("period", "grown: on 2031-05-03")
    most = killed(1, 350, told="2031-05-03", bound=Bound.AT_MOST)
    assert judge(left, most) == ("rounding", "bound: exact and at-most")
    far = killed(1, 900, told="2031-05-03", bound=Bound.AT_MOST)
    assert judge(left, far) is None


def test_wide_intervals_are_no_conflict() -> None:
    """What may have been published on any day of a year contradicts nothing."""
    year = days("2031-01-01", "2031-12-31")
    assert judge(troops(0, 5200, told=year), troops(1, 3000, told=year)) is None
    assert judge(killed(0, 310, told=year), killed(1, 480, told=year)) is None


def test_scope_goes_first() -> None:
    """Where what is counted is printed with other parts or modifiers, that is the reason."""
    left = killed(0, 24, told="2031-05-03")
    part = ScopeName("in the north", "in the north")
    assert judge(left, killed(1, 43, part=part)) == ("scope", "part: in the north")
    armed = killed(1, 43, modifiers=("armed",), place=VALE)
    assert judge(left, armed) == ("scope", "counted: armed")


def test_unnamed_sayers_are_of_one_line_in_one_outlet_only() -> None:
    """`the police` of two outlets need not be one."""
    known = {"sayer": "~the police", "sayer_name": "the police"}
    left = killed(0, 24, outlet="A", **known)
    assert _reason(left, killed(1, 43, outlet="B", **known)) == "period"
    assert _reason(left, killed(1, 43, outlet="A", **known)) == "revision"


def test_shares_of_other_days() -> None:
    """Shares and money are compared as levels are."""
    lake = {"kind": FigureKind.SHARE, "unit": "percent", "head": "lake"}
    assert _reason(fact(0, 91, **lake), fact(3, 71, **lake)) == "period"


def test_one_article_revises_nothing() -> None:
    """Two numbers of one article in one mouth are no revision of each other."""
    left = killed(0, 24, outlet="A", told="2031-05-03")
    right = killed(0, 43, start=50, outlet="A", told="2031-05-03")
    assert _reason(left, right) == "conflict"
