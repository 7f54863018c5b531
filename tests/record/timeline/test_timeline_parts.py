"""Weight, precision, origins and the weights of words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.timeline.precision import holds, length_of, months_of, unit_of
from onrecord.record.timeline.weight import weight_of
from onrecord.record.timeline.weights import WordWeights, count_stems
from onrecord.values.days import DayInterval
from onrecord.values.times import days_of

NUMBERS = st.integers(1, 30)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.integers(0, 30), st.integers(0, 30))
def test_origins_before_articles_before_places(
    o: int, p: int, a: int, b: int, k: int, m: int
) -> None:
    """More origins never weigh less, whatever the rest; then more articles; then mentions."""
    one, other = (weight_of(origins=x, articles=y, leading=z) for x, y, z in ((o, a, k), (p, b, m)))
    assert 0 <= one <= 1
    if (o, a, k) <= (p, b, m):
        assert one <= other


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_a_unit_holds_its_days(first: date, length: int) -> None:
    """The value is that of a day, month or year that holds them all, and the months touch them."""
    days = DayInterval(first, date.fromordinal(first.toordinal() + length))
    assert length_of(days) == length + 1
    unit = unit_of(days)
    assert not unit or holds(days_of(unit), days)
    assert unit or days.first.year != days.last.year  # type: ignore[union-attr]
    months = months_of(days, 20)
    assert months == sorted(set(months))
    assert months[0] == f"{first:%Y-%m}"
    assert months[-1] == f"{days.last:%Y-%m}"
    assert months_of(days, 0) == []


@pytest.mark.parametrize(
    "days", [DayInterval(None, date(2031, 1, 1)), DayInterval(date(2031, 1, 1))]
)
def test_open_days_have_no_unit(days: DayInterval) -> None:
    """An end that is open is not made up."""
    assert unit_of(days) == ""
    assert months_of(days, 20) == []
    assert holds(DayInterval(), days)
    assert not holds(days, DayInterval())


def test_rare_words_weigh_more() -> None:
    """A word in no table weighs more than `presid`; the words of a large pile weigh little."""
    none = WordWeights({}, 0).weight
    assert none("alma") > none("presid") >= 0
    assert none("presid") < none("17") < none("alma")
    counts, number = count_stems([{"alma", "ferri"}] * 3000)
    pile = WordWeights(counts, number).weight
    assert pile("alma") < none("alma")
    assert pile("kerrow") > pile("alma")


def test_a_stem_counts_once_an_article() -> None:
    """However often it stands there."""
    assert count_stems([["a", "a", "b"], ["a"], []]) == ({"a": 2, "b": 1}, 3)
