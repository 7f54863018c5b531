"""When something was said: from its expression, its occasion, or the publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.values.attributions import Attribution
from onrecord.values.days import DayInterval
from onrecord.values.said import said_days
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind, Sourcing

_TIME = Span(20, 26)
_PUBLISHED = DayInterval.on(date(2031, 5, 14))
_SAID = Attribution(
    content=(Span(0, 9),),
    source=Span(10, 15),
    cue=Span(16, 19),
    kind=AttributionKind.INDIRECT,
    sourcing=Sourcing.NAMED,
    time=_TIME,
)


@pytest.mark.parametrize(("by_occasion", "basis"), [(False, "expression"), (True, "occasion")])
def test_by_its_expression(by_occasion: bool, basis: str) -> None:
    """The days of the expression are taken, and what they date is told."""
    monday = DayInterval.on(date(2031, 5, 12))
    one = replace(_SAID, by_occasion=by_occasion)
    assert said_days(one, {_TIME: monday}, _PUBLISHED) == (monday, basis)


def test_by_the_publication() -> None:
    """Without an expression it was said within the six days before the publication."""
    days = DayInterval(date(2031, 5, 8), date(2031, 5, 14))
    assert said_days(replace(_SAID, time=None), {}, _PUBLISHED) == (days, "publication")


@pytest.mark.parametrize("found", [{}, {_TIME: DayInterval()}])
def test_an_expression_without_days_tells_nothing(found: dict[Span, DayInterval]) -> None:
    """An expression that comes to no day leaves the publication."""
    assert said_days(_SAID, found, _PUBLISHED)[1] == "publication"


def test_nothing_is_known() -> None:
    """Without a publication date nothing bounds it."""
    assert said_days(replace(_SAID, time=None), {}, DayInterval()) == (
        DayInterval(),
        "publication",
    )


@given(first=st.dates() | st.just(date.min), last=st.dates())
def test_any_publication_is_borne(first: date, last: date) -> None:
    """Whatever the publication, the days hold it and run forward."""
    first, last = min(first, last), max(first, last)
    days, _ = said_days(replace(_SAID, time=None), {}, DayInterval(first, last))
    assert days.last == last
    assert days.first is None or days.first <= first
