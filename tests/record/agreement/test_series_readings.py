"""Readings of a series: which figures print one number, and who tells it."""

from __future__ import annotations

from figure_makers import days, killed, troops
from onrecord.linking.figures.fact import FigureFact
from onrecord.record.agreement.series_readings import readings_json
from onrecord.record.agreement.tellers import ArticleTellers, Origin, Tellers, Told
from onrecord.record.series import compile_series
from onrecord.values.vocabulary import Bound


def readings(*facts: FigureFact, outlets: dict[str, str] | None = None) -> list[tuple[int, int]]:
    """Of each reading of the one series how many figures and how many origins it has."""
    (one,) = compile_series(facts, decisions=[]).of
    held = {}
    for fact in facts:
        name = (outlets or {}).get(fact.article, fact.article)
        told = Told(Origin(name, name), f"outlet: {name}", Origin(name, name))
        held[fact.article] = ArticleTellers(told, told)
    found = readings_json(one, Tellers(held))
    assert sorted(id_ for each in found for id_ in each["figures"]) == sorted(f.id for f in facts)
    return [(len(each["figures"]), each["agreement"]["origins"]) for each in found]


def test_equal_numbers_are_one_reading() -> None:
    """`at least 24` and `24` of one event, each by its own newsroom."""
    assert readings(killed(0, 24), killed(1, 24, bound=Bound.AT_LEAST), killed(2, 30)) == [
        (2, 2),
        (1, 1),
    ]


def test_two_articles_of_one_newsroom_are_one_origin() -> None:
    """Two figures of one reading, one origin."""
    outlets = {f"article-{n:03}": "Courier" for n in range(2)}
    assert readings(killed(0, 24), killed(1, 24), outlets=outlets) == [(2, 1)]


def test_a_level_of_other_days_is_another_reading() -> None:
    """The same number of troops in May and in July is told twice; of days that may be one, once."""
    may = troops(0, 5200, days=days("2031-05-01"))
    spring = troops(1, 5200, days=days("2031-04-20", "2031-05-20"))
    july = troops(2, 5200, days=days("2031-07-01"))
    assert sorted(readings(may, spring, july)) == [(1, 1), (2, 2)]
