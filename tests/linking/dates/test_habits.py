"""The order of day and month by the habit of an outlet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from own_articles import article, ends, own_of

from onrecord.articles.datings import read_stated
from onrecord.linking.dates.habits import (
    DayMonthOrder,
    NumericStamp,
    numeric_stamp,
    order_of,
    orders_of_outlets,
    settle_order,
)
from onrecord.values.article import Article, Field
from onrecord.values.vocabulary import Basis, Role

POST = "the harbour post"


def stamped(line: str, outlet: str | None = "The Harbour Post") -> Article:
    """An article with a time line."""
    found = article((Role.TIMESTAMP, line), "The ferry sailed.")
    published = read_stated(found.text, found.paragraphs).published
    assert published is not None
    named = Field(outlet, Basis.METADATA) if outlet else None
    return replace(found, published=published, outlet=named)


def stamp(first: int, second: int, outlet: str = POST) -> NumericStamp:
    return NumericStamp(outlet=outlet, first=first, second=second)


def test_the_numbers_are_read_where_they_stand() -> None:
    """The stated date in numbers, with its outlet; none where the month has a name."""
    assert numeric_stamp(stamped("04/05/2031")) == stamp(4, 5)
    assert numeric_stamp(stamped("04/05/2031", None)) == stamp(4, 5, "")
    assert numeric_stamp(stamped("4 May 2031")) is None
    assert numeric_stamp(article("Nothing is dated here.")) is None


def test_a_number_over_twelve_is_a_day() -> None:
    """Only such stamps show an order."""
    assert order_of(stamp(13, 5)) is DayMonthOrder.DAY_FIRST
    assert order_of(stamp(5, 13)) is DayMonthOrder.MONTH_FIRST
    assert order_of(stamp(5, 4)) is None


def test_an_outlet_of_one_order_has_a_habit() -> None:
    """One that prints both has none, nor has one that is not known."""
    shown = [stamp(13, 5), stamp(4, 5), stamp(14, 1), stamp(5, 13, "two"), stamp(13, 5, "two")]
    assert orders_of_outlets([*shown, stamp(20, 1, "")]) == {POST: DayMonthOrder.DAY_FIRST}


@pytest.mark.parametrize(
    ("order", "day"),
    [(DayMonthOrder.DAY_FIRST, "2031-05-04"), (DayMonthOrder.MONTH_FIRST, "2031-04-05")],
)
def test_the_habit_settles_an_open_order(order: DayMonthOrder, day: str) -> None:
    """04/05 is the fourth of May where the day comes first, and the reason says so."""
    one = stamped("04/05/2031")
    own, numbers = own_of(one), numeric_stamp(one)
    assert numbers is not None
    (settled,) = settle_order(own, numbers, {POST: order}).evidence
    assert ends(settled.possible.days) == (day, day)
    assert date.fromisoformat(day) in settled.possible
    assert settled.why.endswith(f"{order.value} as the outlet's other articles")
    assert settle_order(own, numbers, {}) == own
