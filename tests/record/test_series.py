"""Series in the record: what is shown of them, and what a person decides about them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figure_makers import MERE, SUDLAND, Bound, FigureKind, Mood, days, fact, killed, troops
from onrecord.linking.figures.fact import FigureFact
from onrecord.record.series import compile_series
from onrecord.values.decisions import Decision, What
from onrecord.values.ids import group_id

_LEVEL = [
    troops(0, 5200, told="2031-05-01", counted="American troops"),
    troops(1, 5000, told="2031-07-01", bound=Bound.ABOUT, counted="troops"),
    troops(2, 3000, days=days("", "2031-11-30"), told="2032-06-01", counted="troops"),
    troops(0, 2500, start=90, bound=Bound.ABOUT, mood=Mood.PROPOSED, counted="troops"),
    troops(0, 500, start=120, place=MERE, counted="troops"),
    troops(1, 1200, start=150, owner=SUDLAND, counted="troops"),
]


def _series(*facts: FigureFact, decisions: list[Decision] | None = None) -> list[dict[str, Any]]:
    return compile_series(facts, decisions=decisions or []).series


def _decided(what: What, left: FigureFact, right: FigureFact, number: int = 1) -> Decision:
    return Decision(
        number=number,
        what=what,
        article=left.article,
        value="figure",
        start=left.start,
        end=left.end,
        text="x",
        other_article=right.article,
        other_start=right.start,
        other_end=right.end,
        other_text="x",
    )


def _points(series: list[dict[str, Any]]) -> list[list[str]]:
    return [one["points"] for one in series]


def test_what_is_shown_of_a_series() -> None:
    """A series tells what it is of by printed words, its points by their days, and why."""
    one = _series(*_LEVEL)[0]
    first, rounded, former = (fact.id for fact in _LEVEL[:3])
    same = "same-thing: troop; owner: Norland; place: Vale"
    assert one == {
        "id": group_id("series", [first, rounded, former]),
        "label": "troops · Norland · Vale",
        "points": [first, rounded, former],
        "kind": "level",
        "unit": None,
        "per": None,
        "counted": "troops",
        "outcome": None,
        "scope": {"place": "Vale", "owner": "Norland", "part": None},
        "period": None,
        "modality": "actual",
        "why": [
            {"left": first, "right": rounded, "why": same},
            {"left": first, "right": former, "why": same},
        ],
        "not_joined": one["not_joined"],
    }


def test_what_is_near_and_not_joined() -> None:
    """The proposal, the other place and the other country's troops are named, each with why."""
    series = _series(*_LEVEL)
    by_id = {one["id"]: one for one in series}
    near = {near["why"]: by_id[near["series"]]["points"] for near in series[0]["not_joined"]}
    assert near == {
        "other-modality: proposed": [_LEVEL[3].id],
        "other-place: Mere": [_LEVEL[4].id],
        "other-owner: Sudland": [_LEVEL[5].id],
    }


def test_what_is_open_is_unsure() -> None:
    """What lacks a place that two others have may be of either; what is of another size is not."""
    open_ = troops(2, 5100, place=None)
    series = _series(troops(0, 5200), troops(1, 5000, place=MERE), open_)
    assert [near["why"] for near in series[2]["not_joined"]] == [
        "unsure-place: Mere",
        "unsure-place: Vale",
    ]
    other_size = troops(2, 90, place=None)
    series = _series(troops(0, 5200), troops(1, 5000, place=MERE), other_size)
    assert series[2]["not_joined"] == []


def test_periods_near_each_other() -> None:
    """Counts of other periods are named; those of which no period is known are not."""
    series = _series(
        killed(0, 24),
        killed(9, 31, days=days("2031-05-09")),
        killed(20, 3, days=days("", "2031-05-21"), basis="tense"),
        killed(29, 400, days=days("", "2031-05-30"), basis="tense"),
    )
    assert [near["why"] for near in series[0]["not_joined"]] == ["other-period: 2031-05-09"]
    assert series[0]["period"] == {"first": "2031-05-02", "last": "2031-05-02"}
    assert series[3]["not_joined"] == []
    assert series[3]["period"] == {"first": None, "last": None}


def test_two_in_one_article() -> None:
    """What one article gives beside another number is named as such."""
    facts = [troops(n, 5200) for n in range(4)] + [troops(0, 1800, start=70)]
    series = _series(*facts)
    assert [near["why"] for near in series[1]["not_joined"]] == ["two-in-one-article"]


def test_unknown_days_are_last() -> None:
    """Points without days stand behind those with days."""
    undated = troops(0, 5000, told=days("", ""))
    later = troops(1, 5200)
    assert _points(_series(undated, later)) == [[later.id, undated.id]]


def test_a_person_joins() -> None:
    """`same` makes one series of two, and says so."""
    one, other = troops(0, 5200), troops(1, 500, place=MERE)
    series = _series(one, other, decisions=[_decided(What.SAME, one, other)])
    assert _points(series) == [[one.id, other.id]]
    assert series[0]["why"] == [{"left": one.id, "right": other.id, "why": "decided: same"}]


def test_a_person_parts() -> None:
    """`different` takes the right figure out of the left one's series, with what prints its
    number; and of two decisions on one pair the later counts."""
    facts = [troops(0, 5200), troops(1, 2500), troops(2, 2500), troops(3, 5200)]
    apart = _decided(What.DIFFERENT, facts[0], facts[1])
    series = _series(*facts, decisions=[apart])
    assert _points(series) == [[facts[0].id, facts[3].id], [facts[1].id, facts[2].id]]
    assert series[0]["not_joined"] == []
    again = _decided(What.SAME, facts[1], facts[0], number=2)
    assert len(_series(*facts, decisions=[apart, again])) == 1


def test_equal_numbers_are_parted_one_by_one() -> None:
    """Of two figures with one number only the right one goes."""
    facts = [troops(0, 5200), troops(1, 5200), troops(2, 5200)]
    series = _series(*facts, decisions=[_decided(What.DIFFERENT, facts[0], facts[1])])
    assert _points(series) == [[facts[0].id, facts[2].id], [facts[1].id]]


@pytest.mark.parametrize("value", ["name", "wording"])
def test_decisions_on_other_things_are_passed_over(value: str) -> None:
    """What was decided about names and wordings joins no figures."""
    one, other = troops(0, 5200), troops(1, 500, place=MERE)
    decision = _decided(What.SAME, one, other)
    object.__setattr__(decision, "value", value)
    assert len(_series(one, other, decisions=[decision])) == 2


def test_a_place_without_a_figure_decides_nothing() -> None:
    """A decision whose words hold no figure any more is passed over."""
    one, other = troops(0, 5200), troops(1, 500, place=MERE)
    gone = troops(4, 1, start=900)
    assert len(_series(one, other, decisions=[_decided(What.SAME, one, gone)])) == 2


def test_near_misses_do_not_grow_with_the_record() -> None:
    """However many places a thing is counted in, few of them are listed."""
    many = [
        fact(n, 10, kind=FigureKind.LEVEL, head="boat", place=MERE._replace(key=f"p{n}"))
        for n in range(30)
    ]
    assert max(len(one["not_joined"]) for one in _series(*many)) == 12


@given(st.permutations(_LEVEL + [killed(n, v) for n, v in enumerate((24, 43, 100, 112, 126))]))
@settings(max_examples=40, deadline=None)
def test_the_order_of_adding_changes_nothing(facts: list[FigureFact]) -> None:
    """The same figures in any order give the same series, to the last word."""
    assert _series(*facts) == _series(*sorted(facts, key=lambda f: f.place_in_record))
