"""Series: which figures answer one question, and which only seem to."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from figure_makers import (
    MERE,
    NORLAND,
    SUDLAND,
    days,
    fact,
    grouped,
    groups,
    killed,
    troops,
)
from onrecord.linking.figures.fact import FigureFact, Mood, ScopeName
from onrecord.linking.figures.grouping import group_facts
from onrecord.values.vocabulary import Bound, FigureKind


def _level() -> list[FigureFact]:
    """The level of Norland's troops in Vale over a year, and what stands beside it."""
    return [
        troops(0, 5200, told="2031-05-01"),
        troops(1, 5000, told="2031-07-01", bound=Bound.ABOUT),
        troops(
            2, 2500, told="2032-06-01", bound=Bound.ABOUT, days=days("2031-12-01", "2032-06-01")
        ),
        troops(2, 3000, start=50, days=days("", "2031-11-30"), told="2032-06-01"),
        troops(3, 2500, told="2032-07-01"),
        troops(0, 2500, start=90, bound=Bound.ABOUT, mood=Mood.PROPOSED),
        troops(0, 500, start=120, place=MERE),
        troops(0, 1200, start=150, owner=SUDLAND, bound=Bound.ABOUT),
    ]


def test_the_level_of_a_year() -> None:
    """One level over a year is one series; the proposal, the other country's troops and those
    elsewhere are series of their own."""
    assert grouped(*_level()) == [[5200, 5000, 2500, 3000, 2500], [2500], [500], [1200]]


def test_a_toll_that_grows() -> None:
    """The toll of one event is one series over outlets and days."""
    toll = [24, 43, 100, 112, 126]
    assert grouped(*(killed(n, value) for n, value in enumerate(toll))) == [toll]


def test_tolls_of_other_days_places_outcomes_and_causes() -> None:
    """Other days, places, outcomes, heads or modalities are other counts."""
    first = killed(0, 24)
    others = [
        killed(1, 24, days=days("2031-05-09")),
        killed(1, 24, start=9, place=MERE),
        killed(1, 24, start=19, outcome="wounded"),
        killed(1, 11, start=29, head="child"),
        killed(1, 24, start=39, mood=Mood.DENIED),
        killed(1, 24, start=49, part=ScopeName("in the north", "in the north")),
    ]
    assert len(groups(first, *others)) == 1 + len(others)


def test_counts_of_equal_periods() -> None:
    """Counts are one over equal periods only; running ones by the day from which they run."""
    may = {"kind": FigureKind.COUNT, "head": "attack", "place": MERE, "basis": "expression"}
    one = fact(0, 14, days=days("2031-05-01", "2031-05-14"), **may)
    same = fact(1, 14, days=days("2031-05-01", "2031-05-14"), **may)
    other = fact(2, 14, days=days("2031-05-01", "2031-05-31"), **may)
    since = fact(3, 30, days=days("2031-01-01", "2031-05-04"), since=days("2031-01-01"), **may)
    later = fact(4, 41, days=days("2031-01-01", "2031-05-05"), since=days("2031-01-01"), **may)
    assert grouped(one, same, other, since, later) == [[14, 14], [14], [30, 41]]


def test_an_open_place_is_never_a_bridge() -> None:
    """A figure without a place joins the one place that there is, and neither of two."""
    there, elsewhere, open_ = (
        troops(0, 5200),
        troops(1, 5000, place=MERE),
        troops(2, 5100, place=None),
    )
    assert grouped(there, open_) == [[5200, 5100]]
    assert grouped(there, elsewhere, open_) == [[5200], [5000], [5100]]


def test_an_open_place_is_that_of_its_article() -> None:
    """What an article prints again without a place is what it printed with one."""
    assert grouped(
        troops(0, 5200), troops(1, 500, place=MERE), troops(1, 500, start=40, place=None)
    ) == [[5200], [500, 500]]


def test_an_open_place_needs_a_number_of_its_size() -> None:
    """All the troops of a country are not those in the one place that the pile tells of."""
    assert grouped(troops(0, 5200), troops(1, 900_000, place=None)) == [[5200], [900_000]]


def test_one_article_answers_once() -> None:
    """Where one article gives two numbers in one mouth the other question stays apart."""
    joined = [troops(0, 5200), troops(1, 5200), troops(2, 5200), troops(3, 5000)]
    two = [troops(4, 5200), troops(4, 1800, start=50)]
    assert grouped(*joined, *two) == [[5200, 5200, 5200, 5000, 5200], [1800]]


def test_two_sayers_in_one_article_are_of_one_question() -> None:
    """Two who give different numbers of one thing in one article answer one question."""
    homes = {"kind": FigureKind.COUNT, "head": "home", "outcome": "damaged", "place": MERE}
    homes |= {"days": days("2031-05-01"), "basis": "expression"}
    company = fact(0, 310, sayer="org-1", **homes)
    residents = fact(0, 480, start=40, sayer="org-2", **homes)
    assert grouped(company, residents) == [[310, 480]]
    undated = fact(0, 310, sayer="org-1", **(homes | {"days": days(None, "2031-05-03")}))
    assert grouped(undated, residents) == [[310, 480]]
    before = fact(0, 310, sayer="org-1", **(homes | {"days": days("2031-04-01")}))
    assert grouped(before, residents) == [[310], [480]]


def test_people_alone_are_joined_by_their_number() -> None:
    """`people` without an outcome are of one question only where the number is one."""
    crowd = {"kind": FigureKind.LEVEL, "head": "person", "place": MERE}
    assert grouped(fact(0, 300, **crowd), fact(1, 9000, **crowd), fact(2, 300, **crowd)) == [
        [300, 300],
        [9000],
    ]


def test_a_count_without_days_joins_its_number() -> None:
    """A toll told without days is that of the event whose number it prints, if it is of one."""
    open_ = {"days": days("", "2031-05-20"), "basis": "tense"}
    assert grouped(killed(0, 24), killed(5, 24, **open_)) == [[24, 24]]
    assert grouped(killed(0, 24), killed(9, 31, **open_)) == [[24], [31]]
    other = killed(1, 24, days=days("2031-05-04"))
    assert grouped(killed(0, 24), other, killed(5, 24, **open_)) == [[24], [24], [24]]
    late = killed(25, 24, told="2031-08-01", **open_)
    another = killed(9, 7, place=MERE, days=days("2031-05-09"))
    assert grouped(killed(0, 24), another, late) == [[24], [7], [24]]
    assert grouped(killed(0, 24), late) == [[24, 24]]


def test_a_toll_of_two_days() -> None:
    """One event told of two days that follow each other is one, unless an article tells two."""
    other_day = killed(1, 43, days=days("2031-05-03"))
    assert grouped(killed(0, 24), other_day) == [[24, 43]]
    both = killed(1, 24, start=50)
    assert grouped(killed(0, 24), other_day, both) == [[24, 24], [43]]


def test_the_same_words_are_of_one_question() -> None:
    """What is printed in the same words is of one question, whatever was read of it."""
    words = frozenset({"presid", "call", "urgent", "airdrop", "meal", "rain"})
    boats = {"head": "boat", "kind": FigureKind.LEVEL}
    one = fact(0, 700, near=words, place=MERE, **boats)
    other = fact(1, 700, near=words - {"rain"}, **boats)
    assert grouped(one, other) == [[700, 700]]
    apart = fact(
        1, 700, near=frozenset({"sold", "ship", "yard", "dock"}), told="2031-06-30", **boats
    )
    assert grouped(one, fact(2, 60, place=NORLAND, **boats), apart) == [[700], [700], [60]]


def test_an_event_told_at_several_grains() -> None:
    """A country, a province and its town are of one event on one day; two towns are not."""
    land, town = NORLAND._replace(wide=True), MERE._replace(key="place-elm", name="Elm")
    toll = [killed(0, 24, place=town, within=(MERE.key,)), killed(1, 43, place=MERE)]
    assert grouped(*toll, killed(2, 51, place=land), killed(3, 60, place=None)) == [
        [24, 43, 51, 60]
    ]
    apart = [killed(0, 24, place=town), killed(1, 43, place=MERE)]
    assert grouped(*apart, killed(2, 51, place=land)) == [[24], [43], [51]]
    named = [
        killed(0, 24, place=town, named=frozenset({MERE.key})),
        killed(1, 43, place=MERE, named=frozenset({town.key})),
    ]
    assert grouped(*named) == [[24, 43]]


def test_a_toll_that_grows_without_days() -> None:
    """A toll told without days is that of the only event of its place days before."""
    open_ = {"days": days("", "2031-05-04"), "basis": "tense"}
    assert grouped(killed(1, 24), killed(3, 43, **open_)) == [[24, 43]]
    other = killed(0, 7, start=50, days=days("2031-04-28"))
    assert grouped(killed(1, 24), killed(3, 43, **open_), other) == [[7], [24], [43]]


def test_general_and_particular_words_for_one_count() -> None:
    """`kills 15` and `15 civilians` in one article are one count, and so elsewhere; a part is not."""
    toll = [killed(0, 15), killed(0, 15, start=40, head="civilian"), killed(1, 18, head="civilian")]
    assert grouped(*toll) == [[15, 15, 18]]
    assert grouped(*toll, killed(2, 20), killed(2, 9, start=40, head="civilian")) == [
        [15, 20],
        [15, 18, 9],
    ]


def test_words_without_a_number_stand_alone_without_days() -> None:
    """`dozens` of no known day are of one question with nothing."""
    open_ = {"days": days("", "2031-05-20"), "basis": "tense", "bound": Bound.DOZENS_LIKE}
    assert len(groups(killed(0, None, **open_), killed(1, None, **open_))) == 2


_SLOTS = st.builds(
    dict,
    article=st.integers(0, 4),
    value=st.sampled_from([2, 12, 24, 24, 500, None]),
    place=st.sampled_from([None, MERE, NORLAND]),
    owner=st.sampled_from([None, SUDLAND]),
    head=st.sampled_from(["person", "troop"]),
    kind=st.sampled_from([FigureKind.LEVEL, FigureKind.COUNT]),
    basis=st.sampled_from(["tense", "expression"]),
    cause=st.sampled_from(["", "attack"]),
    sayer=st.sampled_from(["", "a"]),
)


def _facts(rows: list[dict[str, object]]) -> list[FigureFact]:
    return [
        fact(row.pop("article"), row.pop("value"), start=100 * n, **row)  # type: ignore[arg-type]
        for n, row in enumerate(rows)
    ]


@given(
    st.lists(_SLOTS, max_size=12)
    .map(_facts)
    .flatmap(lambda f: st.tuples(st.just(f), st.permutations(f)))
)
@settings(max_examples=150, deadline=None)
def test_any_order_gives_the_same_series(lists: tuple[list[FigureFact], list[FigureFact]]) -> None:
    """Each figure stands in exactly one series, and the order of adding changes nothing."""
    one, other = (
        [[(m.fact.id, m.key, tuple(m.how)) for m in g.members] for g in group_facts(facts)]
        for facts in lists
    )
    assert one == other
    assert sorted(id_ for g in one for id_, _, _ in g) == sorted(f.id for f in lists[0])


@given(st.lists(_SLOTS, max_size=12).map(_facts))
@settings(max_examples=150, deadline=None)
def test_no_series_holds_two_places_or_owners(facts: list[FigureFact]) -> None:
    """What is open is filled, but no series holds two different places, owners or moods."""
    for group in group_facts(facts):
        for slot in ("place", "owner", "mood"):
            held = {getattr(one.fact, slot) for one in group.members} - {None}
            assert len(held) <= 1


def test_order_of_articles_is_the_only_order() -> None:
    """Groups come by their first figure in the record."""
    late = replace(troops(1, 7), order=9)
    assert [g.members[0].fact.id for g in groups(late, troops(3, 9, place=MERE))] == [
        troops(3, 9, place=MERE).id,
        late.id,
    ]
