"""What likely tells the same news: which articles are named, in which order, with which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.dates.link_values import DateLink, LinkKind
from onrecord.record.review_likely import LikelyNews, likely_days, likely_news
from onrecord.values.article import Article, Dating
from onrecord.values.datings import ALL_WEEKDAYS, Place
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.stored import ArticleSummary
from onrecord.values.vocabulary import Basis

TEXT = "Otters move into the tide mill at Kerrow"
OPEN = "m"
ANY_DAY = DayInterval()


def summary(id_: str, days: DayInterval, basis: Basis = Basis.STATED) -> ArticleSummary:
    """A line of the list of articles."""
    return ArticleSummary(
        id=id_, label=f"label {id_}", name=f"{id_}.txt", names=(f"{id_}.txt",), outlet=None,
        agency=None, headline=None, published=days, basis=basis.value, updated=None, language="en",
        analysed=True, words=8, notes=(),
    )  # fmt: skip


def on(month: int, day: int) -> DayInterval:
    """A day of 2031."""
    return DayInterval.on(date(2031, month, day))


def link(other: str, sure: float, **more: Any) -> DateLink:
    """A likely link between the open article and another one, with a word of each."""
    left, right = sorted((OPEN, other))
    made = DateLink(
        left=left, right=right, kind=LinkKind.LIKELY, low=-3, high=3,
        why=f"likely-same-event: {sure:.2f}", left_places=(Place(left, Span(0, 6)),),
        right_places=(Place(right, Span(0, 6)),),
    )  # fmt: skip
    return replace(made, **more)


def found(
    others: dict[str, DayInterval],
    links: list[DateLink],
    possible: DayInterval = ANY_DAY,
    weekdays: frozenset[int] = ALL_WEEKDAYS,
    basis: Basis = Basis.UNKNOWN,
) -> dict[str, tuple[LikelyNews, ...]]:
    """What is found in a pile of the open article and others."""
    days = {OPEN: possible} | others

    def article(id_: str) -> Article:
        dating = Dating(days[id_], basis, None, (), "test")
        dating = replace(dating, weekdays=weekdays if id_ == OPEN else ALL_WEEKDAYS)
        return Article(
            id=id_, name=id_, media_type="text/plain", sha256="0" * 64, text=TEXT, paragraphs=(),
            language="en", published=dating,
        )  # fmt: skip

    def likely_date_links(id_: str) -> list[DateLink]:
        return [one for one in links if id_ in (one.left, one.right)]

    pile: Any = SimpleNamespace(
        summaries=[summary(OPEN, possible, basis), *(summary(o, d) for o, d in others.items())],
        lookups=SimpleNamespace(article=article, likely_date_links=likely_date_links),
    )
    return likely_news(pile)


def test_the_words_of_both_and_the_day() -> None:
    """An article known to the day is named with reason, day, and anchors of both, those of the
    article that is asked about first; nothing is asked of the dated one."""
    ((id_, (one,)),) = found({"a": on(5, 9)}, [link("a", 0.79)]).items()
    assert (id_, one.article, one.published, one.day) == (
        *(OPEN, "a", date(2031, 5, 9), date(2031, 5, 9)),
    )
    assert one.words == "likely-same-event: 0.79  label a, 9 May 2031"
    assert replace(one, label="Elm Post 9 May 2031").words.endswith("0.79  Elm Post 9 May 2031")
    assert [(a["article"], a["text"]) for a in one.evidence] == [(OPEN, "Otters"), ("a", "Otters")]
    assert one.as_dict()["day"] == "2031-05-09"


def test_the_strongest_first_and_three_at_most() -> None:
    """Of the same likeness the earlier comes first; a day that two have is one choice."""
    others = {id_: on(5, day) for id_, day in (("a", 9), ("b", 7), ("c", 8), ("x", 9), ("z", 9))}
    links = [link("a", 0.61), link("b", 0.6), link("c", 0.7), link("x", 0.9), link("z", 0.7)]
    (named,) = found(others, links).values()
    assert [one.article for one in named] == ["x", "c", "z"]
    assert likely_days(named) == ("2031-05-09", "2031-05-08")


@pytest.mark.parametrize(
    ("possible", "weekdays", "day"),
    [
        (ANY_DAY, ALL_WEEKDAYS, date(2031, 5, 9)),
        (DayInterval(date(2031, 5, 11), None), ALL_WEEKDAYS, date(2031, 5, 11)),
        (DayInterval(None, date(2031, 5, 7)), ALL_WEEKDAYS, date(2031, 5, 7)),
        (ANY_DAY, frozenset({3}), date(2031, 5, 7)),
        (DayInterval(date(2031, 5, 13), None), ALL_WEEKDAYS, None),
    ],
)
def test_the_nearest_possible_day_is_offered(
    possible: DayInterval, weekdays: frozenset[int], day: date | None
) -> None:
    """Where the other's day is impossible the nearest one is a choice; none, where the link would
    leave no day."""
    named = found({"a": on(5, 9)}, [link("a", 0.8)], possible, weekdays).get(OPEN, ())
    assert [one.day for one in named] == ([] if day is None else [day])


def test_nothing_without_a_day() -> None:
    """An article that is open itself dates nothing, and what a person decided is not asked again."""
    open_too = {"a": DayInterval(date(2031, 5, 1), date(2031, 5, 3))}
    assert found(open_too, [link("a", 0.8)]) == {}
    assert found({"a": on(5, 9)}, []) == {}
    assert found({"a": on(5, 9)}, [link("a", 0.8)], basis=Basis.DECIDED) == {}


@given(
    st.permutations([("a", 0.7), ("b", 0.7), ("x", 0.9), ("z", 0.58)]),
    st.integers(1, 28),
    st.sets(st.integers(1, 7), min_size=1),
)
def test_any_order_of_links_gives_possible_days(
    links: list[tuple[str, float]], first: int, weekdays: set[int]
) -> None:
    """Whatever comes first in the file: the same answer, and every day in it is possible."""
    others = {id_: on(5, day) for id_, day in (("a", 9), ("b", 20), ("x", 2), ("z", 28))}
    possible = DayInterval(date(2031, 5, first), None)
    one = found(others, [link(*each) for each in links], possible, frozenset(weekdays))
    two = found(others, [link(*each) for each in sorted(links)], possible, frozenset(weekdays))
    assert one == two
    for named in one.get(OPEN, ()):
        assert named.day >= date(2031, 5, first)
        assert named.day.isoweekday() in weekdays
        assert abs((named.day - named.published).days) <= 3
