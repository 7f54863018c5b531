"""Figures that no series joins: told in like words by two articles, with other numbers."""

from __future__ import annotations

from typing import Any

import pytest
from differences_pile import Texts, printed, told_in

from figure_makers import Bound, FigureKind
from onrecord.record.differences import Compared, compile_differences
from onrecord.record.series import CompiledSeries

_METRES: dict[str, Any] = {"unit": "meter", "kind": FigureKind.OTHER}
_GOALS: dict[str, Any] = {"head": "goal", "kind": FigureKind.COUNT}


def _told(*sentences: tuple[str, dict[str, Any]], **shared: Any) -> list[tuple[str, str]]:
    return [(one["reason"], one["why"]) for one in told_in(*sentences, **shared)]


def test_a_measure_of_one_event() -> None:
    """Two lengths of one fall conflict where the words around them are alike."""
    assert _told(
        ("The climber Orrin Vell fell *60* metres from the north ridge of Mount Kest.", {}),
        ("Orrin Vell fell *150* metres from a ridge of Mount Kest on the way down.", {}),
        **_METRES,
    ) == [("conflict", "both-cannot-hold: 60 and 150")]


def test_numbers_that_are_about_never_conflict() -> None:
    """`about 60` against 150 is shown, but as told otherwise."""
    assert _told(
        (
            "The climber Orrin Vell fell about *60* metres from the north ridge of Mount Kest.",
            {"bound": Bound.ABOUT},
        ),
        ("Orrin Vell fell *150* metres from a ridge of Mount Kest on the way down.", {}),
        **_METRES,
    ) == [("scope", "told-otherwise: 60 and 150")]


def test_an_elided_head_beside_the_same_name() -> None:
    """`scored 14 goals` and `added 12` beside one name are compared."""
    found = _told(
        ("It was said that Dario Lenk scored *14* goals for Kerrow in the season.", _GOALS),
        ("In the season Dario Lenk scored *12* for Kerrow, the club said.", _GOALS | {"head": ""}),
    )
    assert [reason for reason, _ in found] in (["conflict"], ["scope"])


@pytest.mark.parametrize(
    "other",
    [
        "The climber Hanna Tosk fell *150* metres from a ridge of Pell Peak on the way down.",
        "A new road of *150* metres was opened by the mayor of Kerrow in spring.",
        "Orrin Vell fell *1500* metres from a ridge of Mount Kest on the way down.",
    ],
    ids=["another-holder", "other-words", "many-times-as-large"],
)
def test_what_is_not_compared(other: str) -> None:
    """Other people, other things and numbers of another size tell no difference."""
    one = "The climber Orrin Vell fell *60* metres from the north ridge of Mount Kest."
    assert _told((one, {}), (other, {}), **_METRES) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kerrow beat Mere *65* - 53 in the final at Vale Hall.", "Kerrow beat Mere *45* - 53."),
        ("The race at Vale began at *10*:30 in the rain.", "The race at Vale began at *11*:15."),
        ("The fault is in Gauge *11* units of Norland.", "The fault is in Gauge *9* units."),
        (
            "Dario Lenk made his first *5* goals for Kerrow.",
            "Dario Lenk made *8* goals for Kerrow.",
        ),
    ],
    ids=["results", "times", "names-with-numbers", "parts-by-order"],
)
def test_numbers_that_are_no_quantity_of_one_thing(left: str, right: str) -> None:
    """Results, times of day, numbers in names and parts by their order are left out."""
    assert _told((left, _GOALS), (right, _GOALS)) == []


def test_a_number_that_both_print_contradicts_nothing() -> None:
    """Of two numbers in one article the equal one goes with that of the other article."""
    same = "The climber Orrin Vell fell *60* metres from the north ridge of Mount Kest."
    assert _told((same, {}), (same, {}), **_METRES) == []


def test_copies_are_one_report() -> None:
    """Two printings of one report are not compared with each other."""
    assert (
        _told(
            ("The climber Orrin Vell fell *60* metres from the north ridge of Mount Kest.", {}),
            ("Orrin Vell fell *150* metres from a ridge of Mount Kest on the way down.", {}),
            copies="group-1",
            **_METRES,
        )
        == []
    )


def test_a_number_cut_to_its_millions() -> None:
    """$43,885,310 and $43 million are one number, cut off."""
    money: dict[str, Any] = {"unit": "USD", "kind": FigureKind.MONEY, "step": 1e6}
    assert _told(
        (
            "The Harbour Trust of Kerrow paid $*43,885,310* for dredging.",
            money | {"step": 10.0},
        ),
        ("The Harbour Trust of Kerrow paid $*43,000,000* for dredging.", money),
    ) == [("rounding", "cut-to: 1e+06")]


def test_thousands_that_stand_apart() -> None:
    """`2, 116` is one number."""
    found = _told(
        ("Dario Lenk now has *2*, 116 goals for Kerrow.", _GOALS),
        ("Dario Lenk now has *2*, 016 goals for Kerrow.", _GOALS),
    )
    assert found == [("conflict", "both-cannot-hold: 2,116 and 2,016; reported: 2031-05-02")]


def test_numbers_of_other_years() -> None:
    """A sentence that names a year does not conflict with one that names none."""
    assert _told(
        ("In 2029 Dario Lenk had *14* goals for Kerrow.", _GOALS),
        ("Dario Lenk had *12* goals for Kerrow.", _GOALS),
    ) == [("scope", "told-otherwise: 14 and 12")]


def test_articles_of_two_stories_are_not_compared() -> None:
    """Only what is told within one story can be one thing."""

    texts = (
        "Orrin Vell fell *60* metres from the ridge of Mount Kest.",
        "Orrin Vell fell *150* metres from the ridge of Mount Kest.",
    )
    facts = [printed(n, text, **_METRES) for n, text in enumerate(texts)]
    held = {f.article: t.replace("*", "") for f, t in zip(facts, texts, strict=True)}
    lookups: Any = Texts(list(held), held)
    series = CompiledSeries([], [], facts)
    apart = {facts[0].article: "story-1", facts[1].article: "story-2"}
    assert compile_differences(Compared(series=series, stories=apart), lookups) == []
    assert compile_differences(Compared(series=series), lookups) != []
