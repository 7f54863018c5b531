"""Figures whose keys differ by chance: equal numbers, reports of one event, states of one thing."""

from __future__ import annotations

from dataclasses import replace

from figure_makers import MERE, VALE, days, fact, groups, killed
from onrecord.linking.figures.fact import FigureFact
from onrecord.values.vocabulary import FigureKind

_WORDS = frozenset({"harbour", "ferry", "pier"})


def _grouped(*facts: FigureFact) -> list[list[float | None]]:
    return [[one.fact.low for one in group.members] for group in groups(*facts)]


def test_an_equal_number_in_like_words_is_of_one_thing() -> None:
    """A sum whose purpose one report does not name joins the other; another sum does not."""
    money = {"kind": FigureKind.MONEY, "unit": "USD", "near": _WORDS}
    repairs = fact(0, 4_250_000, head="repair", **money)
    assert _grouped(repairs, fact(1, 4_250_000, **money)) == [[4_250_000, 4_250_000]]
    assert len(_grouped(repairs, fact(1, 4_260_000, **money))) == 2
    assert len(_grouped(repairs, replace(fact(1, 4_250_000, **money), near=frozenset()))) == 2


def test_an_equal_number_at_another_place_is_another_thing() -> None:
    """Two places are two questions, be the number one."""
    boats = {"kind": FigureKind.LEVEL, "head": "boat", "near": _WORDS}
    one, other = fact(0, 57, place=VALE, **boats), fact(1, 57, place=MERE, **boats)
    assert len(_grouped(one, other)) == 2


def test_reports_of_one_event_with_different_tolls() -> None:
    """A toll without a place joins that of its day and cause in like words; another day's not."""
    first = killed(0, 26, cause="explosion", near=_WORDS)
    other = killed(1, 35, cause="explosion", near=_WORDS, place=None, head="civilian")
    assert _grouped(first, other) == [[26, 35]]
    late = replace(other, days=days("2031-05-20"))
    assert len(_grouped(first, late)) == 2
    over_days = replace(other, spread=True)
    assert len(_grouped(first, over_days)) == 2


def test_states_of_one_thing_on_other_days() -> None:
    """A level that falls is one series; two numbers of one day in one article are two things."""
    lake = {"kind": FigureKind.SHARE, "unit": "percent", "head": "lake"}
    full = frozenset({"full"})
    one, other = fact(0, 91, near=full, **lake), fact(9, 71, near=full, **lake)
    assert _grouped(one, other) == [[91, 71]]
    both = fact(0, 40, start=90, near=full, **lake)
    assert len(_grouped(one, both)) == 2


def test_numbers_that_a_sentence_sets_beside_each_other() -> None:
    """`from 37 to 71`: one series, whatever was read of either."""
    birds = fact(0, 37, kind=FigureKind.LEVEL, head="bird")
    rise = fact(0, 71, start=20, kind=FigureKind.COUNT, head="day", beside=birds.id)
    assert _grouped(birds, rise) == [[37, 71]]


def test_one_number_twice_in_a_sentence_is_two_shares() -> None:
    """`the council (8 percent), the ministry (8 percent)` are two."""
    voters = {"kind": FigureKind.SHARE, "unit": "percent", "head": "voter", "sentence": (0, 90)}
    assert len(_grouped(fact(0, 8, **voters), fact(0, 8, start=40, **voters))) == 2
