"""What an article gives of its own date: given dates, and how the pieces stand together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from own_articles import article, bounds, ends, own_lists, own_of, stated

from onrecord.linking.dates.own import own_dates
from onrecord.values.datings import Place
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.times import Direction, Shape, TimeExpression, TimeForm, TimeType
from onrecord.values.vocabulary import Basis

PAST = "The mill was shut in 2004, the council said."


@pytest.fixture(autouse=True, scope="module")
def _lists() -> Iterator[None]:
    with own_lists():
        yield


def test_what_a_person_decided_stands_alone() -> None:
    """Beside a decision no other evidence is given, whatever the text says."""
    decided = stated("2003-05-06", basis=Basis.DECIDED, why="decided")
    own = own_of(article(PAST, published=decided))
    assert own.decided
    assert [(one.basis, ends(one.possible.days)) for one in own.evidence] == [
        (Basis.DECIDED, ("2003-05-06", "2003-05-06"))
    ]


def test_stated_and_own_text_are_kept_apart() -> None:
    """A stated date comes first with its words; the text's own evidence stays, contrary or not."""
    given_ = replace(stated("2003-05-06"), evidence=(Span(0, 3),))
    own = own_of(article(PAST, published=given_))
    assert [one.basis for one in own.evidence] == [Basis.STATED, Basis.OWN_TEXT]
    assert own.evidence[0].places == (Place(own.article, Span(0, 3)),)
    assert own.evidence[0].why == "stated-line"
    assert ends(own.evidence[1].possible.days) == ("2004-01-01", None)
    assert not own.decided


def test_two_readings_of_a_day_leave_their_weekdays() -> None:
    """3/4/2019 is a Sunday or a Wednesday: of the days between only those are left."""
    both = stated("2019-03-04", "2019-04-03", why="order-of-day-and-month-open")
    (one,) = own_of(article("Nothing is dated here.", published=both)).evidence
    assert one.possible.weekdays == {1, 3}
    assert date(2019, 3, 4) in one.possible
    assert date(2019, 4, 3) in one.possible
    assert date(2019, 3, 8) not in one.possible


def test_no_later_than_its_update() -> None:
    """An article was published on the day of its update or before."""
    of = replace(article("Nothing is dated here."), updated=stated("2019-03-04"))
    (one,) = own_of(of).evidence
    assert ends(one.possible.days) == (None, "2019-03-04")
    assert one.why == "updated: 2019-03-04"
    assert one.basis is Basis.STATED


def test_an_article_without_dates_gives_none() -> None:
    """Weekdays and months without a year say nothing of the year."""
    assert bounds("The road was closed on Tuesday.", "It will be opened in May.") == {}


def test_an_article_that_was_not_analysed() -> None:
    """Without times and sentences the names of the text are found all the same."""
    of = article("Storm Hedda tore the roof off, President Bo Lundt said.")
    own = own_dates(of, Analysis(article=of.id))
    assert [one.why for one in own.evidence] == [
        "known-since: Storm Hedda",
        "in-office: Bo Lundt",
        "took-office: Bo Lundt",
    ]


@given(
    st.lists(
        st.tuples(
            st.dates(date(1950, 1, 1), date(2040, 12, 31)),
            st.sampled_from(Direction),
            st.sampled_from([4, 7, 10]),
        ),
        max_size=6,
    )
)
@settings(max_examples=60, deadline=None)
def test_bounds_are_those_of_dates_in_the_text(
    dates: list[tuple[date, Direction, int]],
) -> None:
    """Whatever is mentioned: a lower bound begins a mentioned date, an upper one ends one."""
    text, times = "", []
    for day, direction, length in dates:
        value = day.isoformat()[:length]
        start = len(text) + len("It was built in ")
        text += f"It was built in {value}. "
        form = TimeForm(shape=Shape.FIXED, value=value, direction=direction)
        span = Span(start, start + length)
        times.append(TimeExpression(span=span, type=TimeType.DATE, form=form, rule="test"))
    of = article(text)
    for one in own_dates(of, Analysis(article=of.id, times=tuple(times))).evidence:
        days: DayInterval = one.possible.days
        bound = days.first or days.last
        assert bound is not None
        for place in one.places:
            assert bound.isoformat().startswith(of.slice(place.span))


def test_evidence_stands_in_the_order_of_its_places() -> None:
    """Pieces of one kind follow each other as their words do."""
    own = own_of(article("Storm Hedda came in 2006.", "President Bo Lundt said so.", PAST))
    starts = [one.places[0].span.start for one in own.evidence]
    assert starts == sorted(starts)
    assert len(starts) >= 3
