"""Reports of a series in words: which stand together, as of when they hold, how far they reach."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record.figures_range import latest_of, range_of
from onrecord.record.figures_words import (
    as_of_words,
    equal_reports,
    kind_words,
    telling_report,
)

NUMBERS = st.none() | st.integers(0, 3).map(float)
DAYS = st.sampled_from([None, "2031-05-11", "2031-05-12"])


def point(**more: Any) -> dict[str, Any]:
    """A report."""
    made = {"article": "a", "kind": "level", "words": "some", "source": None, "expression": None}
    numbers = {"low": 5.0, "high": 5.0, "bound": "exact", "unit": None, "per": None}
    days = {"as_of_first": "2031-05-11", "as_of_last": "2031-05-11", "as_of_basis": "publication"}
    published = {"published_first": "2031-05-12", "published_last": "2031-05-12"}
    return {**made, **numbers, **days, **published, "direction": None} | more


POINTS = st.lists(
    st.builds(
        point,
        article=st.sampled_from("ab"),
        kind=st.sampled_from(["level", "count"]),
        low=NUMBERS,
        high=NUMBERS,
        words=st.sampled_from(["dozens", "five", "Five"]),
        source=st.sampled_from([None, "Ada", "the police"]),
        as_of_first=DAYS,
        as_of_last=DAYS,
    )
)


@settings(deadline=None)
@given(POINTS)
def test_every_report_stands_in_one_group(points: list[dict[str, Any]]) -> None:
    """None is lost, none twice, each group keeps the order, and its telling report is one of
    it."""
    groups = equal_reports(points)
    places = [
        [next(n for n, p in enumerate(points) if p is one) for one in same] for same in groups
    ]
    assert sorted(n for same in places for n in same) == list(range(len(points)))
    assert all(same == sorted(same) for same in places)
    assert [same[0] for same in places] == sorted(same[0] for same in places)
    for same in groups:
        assert any(telling_report(same) is one for one in same)
        assert len({(one["low"], one["high"]) for one in same}) == 1


@settings(deadline=None)
@given(POINTS)
def test_the_range_holds_every_number(points: list[dict[str, Any]]) -> None:
    """No report is below the lowest or above the highest; without a number there is neither."""
    found = range_of(points)
    known = [n for one in points for n in (one["low"], one["high"]) if n is not None]
    assert (found.lowest is None) == (not known)
    for one in points if known else ():
        assert found.low is not None
        assert found.high is not None
        if one["low"] is not None:
            assert found.low <= one["low"]
        if one["high"] is not None:
            assert found.high >= one["high"]


def test_the_latest_report() -> None:
    """Of counts the one that was published last, else the one whose days end last; of equal ones
    the later in order; what is undated is never the latest."""
    early, late = point(as_of_last="2031-05-12"), point(as_of_last="2031-05-14")
    former = point(as_of_first=None, as_of_last="2031-05-13")
    assert latest_of("level", [early, late, former]) is late
    assert latest_of("count", [early, late, former]) is former
    undated = point(as_of_first=None, as_of_last=None, published_first=None, published_last=None)
    assert latest_of("level", [early, undated]) is early
    assert latest_of("count", [undated]) is None
    planned = point(as_of_first="2031-06-01", as_of_last=None)
    assert latest_of("level", [planned, late]) is planned


@pytest.mark.parametrize(
    ("more", "iso"),
    [
        ({}, "2031-05-11 (publication)"),
        (
            {"as_of_basis": "expression", "expression": "on Sunday"},
            "2031-05-11 “on Sunday”",
        ),
        ({"as_of_basis": "expression"}, "2031-05-11"),
        ({"as_of_basis": "incident", "expression": "Sunday"}, "2031-05-11 (incident)"),
        ({"as_of_first": None, "as_of_basis": "tense"}, "..2031-05-11 (tense)"),
        ({"as_of_last": None, "as_of_basis": "tense"}, "2031-05-11.. (tense)"),
        ({"as_of_first": None, "as_of_last": None}, "undated"),
    ],
)  # fmt: skip
def test_as_of(more: dict[str, Any], iso: str) -> None:
    """The days, and the printed words that say so or what else bounds them."""
    assert as_of_words(point(**more)) == iso


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (("count", None, None, "killed", "actual"), "count, killed"),
        (("level", "barrel", "day", None, "planned"), "level, barrel per day, planned"),
        (("level", None, "day", None, "actual"), "level, per day"),
        (("money", "USD", None, None, "proposed"), "money, USD, proposed"),
    ],
)
def test_kind(parts: tuple[str | None, ...], words: str) -> None:
    """Kind, unit, outcome, and how it is meant where that is not as told."""
    names = ("kind", "unit", "per", "outcome", "modality")
    assert kind_words(dict(zip(names, parts, strict=True))) == words
