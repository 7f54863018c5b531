"""The order in which an outlet prints day and month, from those of its articles that show it.

`04/05/2021` on an article alone is two readings. Where all other articles of its outlet that
print such a stamp are of one order, that order settles it; where they disagree, or none shows
one, both readings stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.linking.index import KeyIndex
from onrecord.text.folding import fold_words
from onrecord.values.article import Article
from onrecord.values.datings import ALL_WEEKDAYS, DateEvidence, OwnDates, PossibleDays
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import Basis

_OPEN = "order-of-day-and-month-open"
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d\d)(?!\d)")


class DayMonthOrder(StrEnum):
    """Which comes first in a numeric date."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


HABIT_KINDS = frozenset(f"date-{order.value}" for order in DayMonthOrder)
"""Kinds of keys that articles hold whose stamp shows its order."""
WAITING = "date-order-open"
"""Kind of key that articles hold whose stamp can be read in both orders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumericStamp:
    """A date in numbers alone, as it is stated on an article."""

    outlet: str
    """Folded name of the outlet; empty where it is not known."""
    first: int
    """The number printed first, as day or month."""
    second: int


def numeric_stamp(article: Article) -> NumericStamp | None:
    """The stated date of an article, where it is printed in numbers with the year last."""
    if article.published.basis is not Basis.STATED:
        return None
    for span in article.published.evidence:
        match = _NUMBERS.search(article.slice(span))
        if match is not None:
            outlet = " ".join(fold_words(article.outlet.value)) if article.outlet else ""
            return NumericStamp(outlet=outlet, first=int(match[1]), second=int(match[2]))
    return None


def order_of(stamp: NumericStamp) -> DayMonthOrder | None:
    """The order that a stamp shows by itself: a number over 12 is a day; None where it is open."""
    if stamp.first > 12 >= stamp.second:
        return DayMonthOrder.DAY_FIRST
    if stamp.second > 12 >= stamp.first:
        return DayMonthOrder.MONTH_FIRST
    return None


def order_key(stamp: NumericStamp) -> tuple[str, str] | None:
    """The key by which the index counts what stamps show of an outlet's habit, or that a stamp
    waits for it; None where the outlet is not known or the stamp reads the same both ways."""
    if not stamp.outlet or stamp.first == stamp.second:
        return None
    order = order_of(stamp)
    if order is None and max(stamp.first, stamp.second) > 12:
        return None
    return (f"date-{order.value}" if order is not None else WAITING, stamp.outlet)


def habit_in(index: KeyIndex, outlet: str) -> dict[str, DayMonthOrder]:
    """The order of an outlet, where all stamps of the pile that tell are of one order."""
    shown = [order for order in DayMonthOrder if index.count(f"date-{order.value}", outlet)]
    return {outlet: shown[0]} if len(shown) == 1 else {}


def is_open(own: OwnDates) -> bool:
    """Whether the stated day of an article can be read in both orders."""
    return any(_OPEN in one.why for one in own.evidence) and not own.decided


def orders_of_outlets(stamps: Iterable[NumericStamp]) -> dict[str, DayMonthOrder]:
    """The order of each known outlet whose telling stamps are all of one order."""
    shown: dict[str, set[DayMonthOrder]] = {}
    for stamp in stamps:
        order = order_of(stamp)
        if stamp.outlet and order is not None:
            shown.setdefault(stamp.outlet, set()).add(order)
    return {outlet: min(orders) for outlet, orders in shown.items() if len(orders) == 1}


def settle_order(
    own: OwnDates, stamp: NumericStamp, orders: Mapping[str, DayMonthOrder]
) -> OwnDates:
    """The evidence with the open order settled by the outlet's habit, where it has one.

    Args:
        own: what the article tells of its own date.
        stamp: its numeric stamp.
        orders: habits of outlets, from all articles.
    """
    order = orders.get(stamp.outlet)
    if order is None or own.decided:
        return own
    return replace(own, evidence=tuple(_settled(one, stamp, order) for one in own.evidence))


def _settled(one: DateEvidence, stamp: NumericStamp, order: DayMonthOrder) -> DateEvidence:
    first, last = one.possible.days.first, one.possible.days.last
    if _OPEN not in one.why or one.basis not in (Basis.STATED, Basis.METADATA):
        return one
    month = stamp.second if order is DayMonthOrder.DAY_FIRST else stamp.first
    chosen = [day for day in (first, last) if day is not None and day.month == month]
    if len(chosen) != 1:
        return one
    return DateEvidence(
        possible=PossibleDays(DayInterval.on(chosen[0]), ALL_WEEKDAYS),
        basis=one.basis,
        why=f"{one.why}; {order.value} as the outlet's other articles",
        places=one.places,
    )
