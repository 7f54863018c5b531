"""Differences between the figures of a series: which pairs are told, with what reason and words."""

from __future__ import annotations

from typing import Any

from differences_pile import TEXT, told_by

from figure_makers import MERE, Bound, FigureKind, days, fact, killed, troops
from onrecord.linking.figures.fact import FigureFact

_HOMES: dict[str, Any] = {"kind": FigureKind.COUNT, "head": "home", "outcome": "damaged"} | {
    "place": MERE,
    "days": days("2031-05-01"),
    "basis": "expression",
}


def _told(*facts: FigureFact) -> list[tuple[str, float | None, float | None]]:
    by_id = {one.id: one for one in facts}
    return [
        (
            one["reason"],
            by_id[one["left_figure"]].low or by_id[one["left_figure"]].high,
            by_id[one["right_figure"]].low or by_id[one["right_figure"]].high,
        )
        for one in told_by(*facts)
    ]


def test_a_level_over_a_year() -> None:
    """Each level is compared with the one before it; a rounded one is no other one."""
    assert _told(
        troops(0, 5200, told="2031-05-01"),
        troops(1, 5000, told="2031-07-01", bound=Bound.ABOUT),
        troops(2, 3000, told="2032-06-01", days=days("", "2031-11-30")),
        troops(2, 2500, start=40, told="2032-06-01", days=days("2031-12-01", "2032-06-01")),
        troops(3, 2500, told="2032-07-01"),
    ) == [("rounding", 5200, 5000), ("period", 5000, 3000), ("period", 3000, 2500)]


def test_a_toll_that_grows_over_outlets() -> None:
    """Each number of a toll is compared with the last one of its line, else the one before it."""
    assert _told(
        killed(0, 24, outlet="Vale Post"),
        killed(1, 43, outlet="Mere Echo"),
        killed(2, 100, outlet="Vale Post"),
        killed(3, 112, sayer="org-1", sayer_name="Rescue Office", outlet="Vale Post"),
        killed(4, 126, sayer="org-1", sayer_name="Rescue Office", outlet="Mere Echo"),
    ) == [
        ("period", 24, 43),
        ("revision", 24, 100),
        ("revision", 100, 112),
        ("revision", 112, 126),
    ]


def test_two_who_say_otherwise_on_one_day() -> None:
    """Two numbers of one day in two mouths conflict, in one article too."""
    company = fact(0, 310, sayer="org-1", **_HOMES)
    residents = fact(0, 480, start=40, sayer="org-2", **_HOMES)
    assert _told(company, residents) == [("conflict", 310, 480)]


def test_one_article_that_only_prints_two_numbers() -> None:
    """Without two who say them, or in two unnamed mouths, they are no conflict."""
    assert _told(fact(0, 310, **_HOMES), fact(0, 480, start=40, **_HOMES)) == []
    unnamed = fact(0, 310, sayer="~a source", **_HOMES), fact(0, 480, 40, sayer="~he", **_HOMES)
    assert _told(*unnamed) == []


def test_a_toll_of_the_same_day_may_have_grown() -> None:
    """Reports of the day of the event are told as of other hours, but for two sources opposed."""
    one = killed(0, 31, told="2031-05-02", sayer="org-1")
    assert _told(one, killed(1, 26, told="2031-05-02")) == [("period", 26, 31)]
    assert _told(one, killed(1, 26, told="2031-05-02", sayer="org-2")) == [("conflict", 26, 31)]


def test_some_of_all_do_not_conflict() -> None:
    """`14 students` were wounded and `15` were: both can hold."""
    known = {**_HOMES, "outcome": "wounded"}
    some = fact(0, 14, sayer="org-1", **(known | {"head": "student"}))
    every = fact(1, 15, sayer="org-2", told="2031-05-01", **(known | {"head": "person"}))
    assert "conflict" not in [one["reason"] for one in told_by(some, every)]


def test_what_is_several_times_as_large_is_of_something_else() -> None:
    """No conflict is made of 40 and 900 guests of one day."""
    known = {**_HOMES, "head": "guest", "outcome": "", "kind": FigureKind.LEVEL}
    here, there = fact(0, 40, told="2031-05-01", **known), fact(1, 90, told="2031-05-01", **known)
    assert [one["reason"] for one in told_by(here, there)] == ["conflict"]
    there = fact(1, 900, told="2031-05-01", **known)
    assert told_by(here, there) == []


def test_equal_readings_are_one() -> None:
    """However many print a number, it is compared once, from its first report on."""
    many = [killed(n, value) for n, value in enumerate([24] * 9 + [43] * 9 + [24] * 9)]
    assert _told(*many) == [("period", 24, 43)]


def test_a_bound_and_its_number_are_one_reading() -> None:
    """`at least 24` and `24` do not differ; 43 in the same hours outgrew it."""
    least = killed(0, 24, start=30, bound=Bound.AT_LEAST, told="2031-05-03")
    assert _told(killed(0, 24, told="2031-05-03"), least) == []
    outgrown = killed(1, 43, told="2031-05-03")
    assert _told(killed(0, 24, told="2031-05-03"), least, outgrown) == [("period", 24, 43)]


def test_words_without_a_number_differ_from_nothing() -> None:
    """`dozens` is a point of a series, and no side of a difference."""
    assert _told(killed(0, None, bound=Bound.DOZENS_LIKE), killed(1, 43)) == []


def test_the_work_grows_with_the_readings() -> None:
    """Of many readings each is compared with a few."""
    many = [killed(n, 10 + n, told="2031-05-03") for n in range(40)]
    assert len(_told(*many)) == 39


def test_what_a_difference_shows() -> None:
    """A difference has the sentences of both sides, the earlier first, the words that differ in
    them, and hangs on its series."""
    left, right = killed(0, 24), killed(1, 43)
    (found,) = told_by(right, left)
    assert list(found) == [
        *("id", "about", "slot", "reason", "left", "right", "why"),
        *("left_words", "right_words", "left_figure", "right_figure"),
    ]
    assert found["left"] == {
        "article": left.article,
        "start": left.sentence[0],
        "end": left.sentence[1],
        "text": TEXT[slice(*left.sentence)],
    }
    assert found["right"]["article"] == right.article
    assert (found["slot"], found["reason"]) == ("number", "period")
    assert found["why"] == "grown: reported 2031-05-01 and 2031-05-02"
    assert found["left_words"] == [left.start, left.end]
    assert (found["left_figure"], found["right_figure"]) == (left.id, right.id)
