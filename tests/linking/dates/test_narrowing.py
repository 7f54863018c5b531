"""Possible days narrow through links: sets only shrink, and no order matters."""

from __future__ import annotations

import random
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.linking.dates.link_values import DateLink, LinkKind
from onrecord.linking.dates.narrowing import own_possible, settle_dates
from onrecord.values.datings import DateEvidence, OwnDates, Place, PossibleDays, SettledDate
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Basis

MAY_1 = date(2031, 5, 1)


def day(number: int) -> date:
    return MAY_1 + timedelta(number)


def evidence(
    first: int | None,
    last: int | None,
    basis: Basis = Basis.OWN_TEXT,
    weekdays: frozenset[int] = frozenset(range(1, 8)),
    article: str = "a",
) -> DateEvidence:
    days = DayInterval(None if first is None else day(first), None if last is None else day(last))
    possible = PossibleDays.of(days, weekdays)
    assert possible is not None
    place = Place(article, Span(0, 4))
    return DateEvidence(possible=possible, basis=basis, why=f"{basis.value}: told", places=(place,))


def own(article: str, *pieces: DateEvidence, decided: bool = False) -> OwnDates:
    return OwnDates(article=article, evidence=pieces, decided=decided)


def stated(article: str, number: int) -> OwnDates:
    return own(article, evidence(number, number, Basis.STATED, article=article))


def link(
    left: str, right: str, low: int | None, high: int | None, kind: LinkKind = LinkKind.EVENT
) -> DateLink:
    return DateLink(
        left=left,
        right=right,
        kind=kind,
        low=low,
        high=high,
        why=f"same-event: {left} {right}",
        left_places=(Place(left, Span(1, 5)),),
        right_places=(Place(right, Span(2, 6)),),
    )


def settle(*articles: OwnDates, links: tuple[DateLink, ...] = ()) -> dict[str, SettledDate]:
    return settle_dates({one.article: one for one in articles}, links)


def ends(one: SettledDate) -> tuple[date | None, date | None]:
    return one.possible.days.first, one.possible.days.last


def test_a_dated_article_bounds_another() -> None:
    """A link of three days to a dated article leaves seven days, with the words of both."""
    found = settle(stated("a", 10), own("b"), links=(link("a", "b", -3, 3),))["b"]
    assert ends(found) == (day(7), day(13))
    assert found.basis is Basis.OTHER_ARTICLES
    assert found.why == "same-event: a b"
    assert found.evidence == (Place("a", Span(1, 5)), Place("b", Span(2, 6)))


def test_a_link_is_read_from_both_sides() -> None:
    """What lies two to five days after lies five to two days before, seen from the other."""
    found = settle(own("a"), stated("b", 10), links=(link("a", "b", 2, 5),))["a"]
    assert ends(found) == (day(5), day(8))


def test_days_travel_through_undated_articles() -> None:
    """Two links in a row add up."""
    links = (link("a", "b", -3, 3), link("b", "c", 0, 2))
    found = settle(stated("a", 10), own("b"), own("c"), links=links)
    assert ends(found["c"]) == (day(7), day(15))


def test_a_lower_bound_alone_leaves_the_end_open() -> None:
    """A link without an upper side bounds one side only."""
    found = settle(stated("a", 10), own("b"), links=(link("a", "b", 0, None),))
    assert ends(found["b"]) == (day(10), None)
    assert ends(found["a"]) == (day(10), day(10))


def test_weekdays_survive_narrowing() -> None:
    """A Friday within seven days is one day; what told the weekday stays in the reasons."""
    friday = own("b", evidence(None, None, weekdays=frozenset({5}), article="b"))
    found = settle(stated("a", 10), friday, links=(link("a", "b", -3, 3),))["b"]
    assert found.possible.exact
    assert found.possible.days.first is not None
    assert found.possible.days.first.isoweekday() == 5
    assert "own-text: told" in found.why
    assert found.basis is Basis.OTHER_ARTICLES


def test_a_stated_day_is_not_moved() -> None:
    """Links that contradict a stated day change nothing about it."""
    found = settle(stated("a", 10), stated("b", 90), links=(link("a", "b", -3, 3),))
    assert ends(found["b"]) == (day(90), day(90))
    assert found["b"].basis is Basis.STATED
    assert found["b"].why == "stated: told"


def test_contradicting_articles_are_set_aside_and_named() -> None:
    """Two dated articles that pull apart leave the article to its own evidence."""
    links = (link("a", "b", -3, 3), link("b", "c", -3, 3))
    found = settle(
        stated("a", 10), own("b", evidence(0, 200, article="b")), stated("c", 90), links=links
    )["b"]
    assert ends(found) == (day(0), day(200))
    assert found.basis is Basis.OWN_TEXT
    assert found.why == "own-text: told; set-aside: other-articles"


def test_a_surer_link_goes_before_one_that_contradicts_it() -> None:
    """What less sure links tell is left out where it would leave nothing, and this is named."""
    links = (link("a", "b", -15, 15, LinkKind.UTTERANCE), link("b", "c", -3, 3))
    found = settle(stated("a", 10), own("b"), stated("c", 90), links=links)["b"]
    assert ends(found) == (day(-5), day(25))
    assert found.why == "same-event: a b; set-aside: other-articles"


def test_likely_links_settle_nothing() -> None:
    """However open a date is, and however many likely links agree, it is not bounded by them."""
    links = tuple(link(left, "z", -3, 3, LinkKind.LIKELY) for left in "abc")
    found = settle(stated("a", 10), stated("b", 11), stated("c", 12), own("z"), links=links)["z"]
    assert ends(found) == (None, None)
    assert found.why == "none-found"


def test_less_sure_links_are_asked_only_where_a_date_is_open() -> None:
    """A week that surer links leave is not cut by a less sure one; a wider time is."""
    less = link("b", "c", -3, 3)
    near, wide = ((link("a", "b", -n, n, LinkKind.UTTERANCE), less) for n in (3, 15))
    of = (stated("a", 10), own("b"), stated("c", 14))
    assert ends(settle(*of, links=near)["b"]) == (day(7), day(13))
    assert ends(settle(*of, links=wide)["b"]) == (day(11), day(17))


def test_an_empty_set_passes_nothing_on() -> None:
    """What hangs on a contradicted article is told nothing by it."""
    links = (link("a", "b", -3, 3), link("b", "c", -3, 3), link("b", "d", -3, 3))
    found = settle(stated("a", 10), own("b"), stated("c", 90), own("d"), links=links)
    assert not found["b"].possible.days.known
    assert not found["d"].possible.days.known
    assert found["d"].why == "none-found"
    assert found["d"].basis is Basis.UNKNOWN


def test_own_evidence_that_contradicts_itself_gives_way_to_the_stronger() -> None:
    """The weakest kind goes first: own text before an address."""
    found = settle(own("b", evidence(5, 5, Basis.ADDRESS), evidence(50, None)))["b"]
    assert ends(found) == (day(5), day(5))
    assert found.why == "address: told; set-aside: own-text"
    assert own_possible(own("b", evidence(5, 5, Basis.ADDRESS), evidence(50, None))).exact


def test_a_decision_is_never_set_aside() -> None:
    """A decided day stands against everything, and binds others."""
    decided = own("b", evidence(50, 50, Basis.DECIDED, article="b"), decided=True)
    found = settle(
        stated("a", 10), decided, own("c"), links=(link("a", "b", 0, 0), link("b", "c", 1, 1))
    )
    assert ends(found["b"]) == (day(50), day(50))
    assert ends(found["c"]) == (day(51), day(51))


def test_links_to_absent_articles_count_for_nothing() -> None:
    """A link whose other end is not in the pile changes nothing."""
    assert settle(own("b"), links=(link("a", "b", 0, 0),))["b"].why == "none-found"


names = st.sampled_from("abcdef")
bounds = st.tuples(st.integers(-9, 9), st.integers(0, 9)).map(lambda b: (b[0], b[0] + b[1]))
some_links = st.lists(
    st.tuples(names, names, bounds).filter(lambda t: t[0] < t[1]), max_size=9
).map(lambda found: [link(left, right, *b) for left, right, b in found])
some_own = st.dictionaries(
    names, st.tuples(st.integers(0, 60), st.integers(0, 30), st.sampled_from(sorted(Basis)[:4]))
)


def pile(known: dict[str, tuple[int, int, Basis]], shift: int = 0) -> dict[str, OwnDates]:
    return {
        name: own(
            name, evidence(known[name][0] + shift, sum(known[name][:2]) + shift, known[name][2])
        )
        if name in known
        else own(name)
        for name in "abcdef"
    }


@settings(max_examples=150, deadline=None)
@given(some_own, some_links, st.randoms(use_true_random=False))
def test_no_order_matters(
    known: dict[str, tuple[int, int, Basis]], links: list[DateLink], shuffler: random.Random
) -> None:
    """Articles and links in any order give the same dates, reasons and evidence."""
    first = settle_dates(pile(known), links)
    items, others = list(pile(known).items()), list(links)
    shuffler.shuffle(items)
    shuffler.shuffle(others)
    assert settle_dates(dict(items), others) == first


@settings(max_examples=100, deadline=None)
@given(some_own, some_links)
def test_a_week_later_all_is_a_week_later(
    known: dict[str, tuple[int, int, Basis]], links: list[DateLink]
) -> None:
    """Moving all that is known by seven days moves all that is found by seven days."""
    week = timedelta(7)
    first, later = settle_dates(pile(known), links), settle_dates(pile(known, 7), links)
    for name, one in first.items():
        moved = tuple(side + week if side else None for side in ends(one))
        assert ends(later[name]) == moved
        assert later[name].possible.weekdays == one.possible.weekdays


@settings(max_examples=100, deadline=None)
@given(some_own, some_links)
def test_sets_only_shrink(known: dict[str, tuple[int, int, Basis]], links: list[DateLink]) -> None:
    """Where nothing is set aside, what is found lies within what the article itself leaves."""
    found = settle_dates(pile(known), links)
    for name, one in pile(known).items():
        if "set-aside" not in found[name].why:
            both = own_possible(one).intersect(found[name].possible)
            assert both == found[name].possible
