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


def test_a_copy_that_prints_another_number() -> None:
    """Copies of one report are one telling: another number in one of them was revised, and what
    they tell in other words is not compared."""
    fell = "The climber Orrin Vell fell *{}* metres from the north ridge of Mount Kest."
    copied = {"copies": "group-1", **_METRES}
    assert _told((fell.format(60), {}), (fell.format(150), {}), **copied) == [
        ("revision", "printed-in-copy: 60 and 150")
    ]
    other = "A new road of *150* metres was opened by the mayor of Kerrow in spring."
    assert _told((fell.format(60), {}), (other, {}), **copied) == []


def test_a_bound_and_the_number_itself() -> None:
    """Equal numbers differ where one article makes a bound of it, and not where both do."""
    ford = "The bandits took goods worth *70,000* crowns from the warehouse in Kerrow."
    crowns: dict[str, Any] = {"unit": "CRN", "kind": FigureKind.MONEY}
    least = {"bound": Bound.AT_LEAST, "high": None}
    assert _told((ford, {}), (ford, least), **crowns) == [("rounding", "bound: exact and at-least")]
    assert _told((ford, least), (ford, least), **crowns) == []


def test_one_article_that_names_nobody() -> None:
    """A clause without names is compared with one that names somebody, but makes no conflict."""
    ours = "He told the court that the gang stole *40* lanterns from the chapel at night."
    theirs = "Orrin Vell said the gang stole *46* lanterns from the chapel at night."
    lanterns: dict[str, Any] = {"head": "lantern", "kind": FigureKind.OTHER}
    assert _told((ours, {}), (theirs, {}), **lanterns) == [("scope", "told-otherwise: 40 and 46")]


def test_durations_of_other_deeds() -> None:
    """How long one thing took says nothing of how late another was."""
    talks = "The envoys of Kerrow and Vale met for private talks of *90*."
    late = "The envoys of Kerrow and Vale were behind schedule by *45*."
    lasting: dict[str, Any] = {"unit": "duration", "kind": FigureKind.OTHER}
    assert _told((talks, {}), (late, {}), **lasting) == []
    shorter = "The envoys of Kerrow and Vale met for private talks of *45*."
    assert len(_told((talks, {}), (shorter, {}), **lasting)) == 1


def test_ages_of_two_of_one_family() -> None:
    """A family name beside two ages is not enough where other names stand with it."""
    ages: dict[str, Any] = {"head": "vell", "kind": FigureKind.AGE, "outcome": ""}
    ours = "Police in Kerrow said that Orrin Vell, *61*, was found in the mill on Tuesday."
    theirs = "Police in Kerrow said that Hanna Vell, *35*, was found in the mill on Tuesday."
    assert _told((ours, {}), (theirs, {}), **ages) == []
    assert len(_told((ours, {}), (ours.replace("61", "63"), {}), **ages)) == 1


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
