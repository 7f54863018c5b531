"""Agreement: which origins tell one thing, and what is marked."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.agreement.counting import agreement_of
from onrecord.record.agreement.tellers import Origin, Telling, Told
from origin_makers import days


def origin(name: str) -> Origin:
    """An outlet or agency."""
    return Origin(f"medium {name.lower()}", name)


def telling(
    article: str,
    outlet: str,
    *,
    of: str | None = None,
    unnamed: str | None = None,
    day: str = "2031-05-03",
) -> Telling:
    """What an article of an outlet tells, perhaps as another medium's (`of`)."""
    own = origin(outlet)
    told = Told(own, f"outlet: {outlet}", own)
    if of is not None:
        told = Told(origin(of), f"attributed-to: {of}", own)
    return Telling(
        article=article,
        outlet=own.key,
        told=told,
        published=days(day),
        unnamed=frozenset(unnamed.split()) if unnamed is not None else None,
    )


def counted(*tellings: Telling) -> tuple[int, int, int, list[str]]:
    """Origins, outlets, articles and marks."""
    found = agreement_of(tellings)
    return found["origins"], found["outlets"], found["articles"], found["marks"]


def test_one_origin_in_full() -> None:
    """What one article tells twice counts once."""
    assert agreement_of([telling("a", "Courier"), telling("a", "Courier")]) == {
        "origins": 1,
        "outlets": 1,
        "articles": 1,
        "tellers": [{"origin": "Courier", "why": "outlet: Courier", "articles": ["a"]}],
        "marks": ["single-origin"],
    }


def test_two_reports_of_one_newsroom_count_once() -> None:
    """Two articles, one outlet, one origin."""
    found = counted(telling("a", "Courier"), telling("b", "Courier"))
    assert found == (1, 1, 2, ["single-origin"])


def test_independent_newsrooms_count_each() -> None:
    """No mark where two newsrooms tell it by themselves."""
    assert counted(telling("a", "Courier"), telling("b", "Echo")) == (2, 2, 2, [])


def test_what_is_attributed_to_another_medium_is_that_medium_s() -> None:
    """Who has it from the Courier is no second origin beside it."""
    found = counted(telling("a", "Courier"), telling("b", "Echo", of="Courier"))
    assert found == (1, 2, 2, ["single-origin"])


def test_chains_of_citing_lead_to_their_end() -> None:
    """The Echo has it from the Post, which has it from the Courier: one origin, the Courier."""
    found = agreement_of([telling("a", "Echo", of="Post"), telling("b", "Post", of="Courier")])
    assert [teller["origin"] for teller in found["tellers"]] == ["Courier"]
    assert "circular" not in found["marks"]


def test_who_tells_it_itself_too_is_an_origin() -> None:
    """A newsroom that cites another one and reports it by itself counts."""
    found = counted(
        telling("a", "Echo", of="Post"), telling("b", "Post", of="Courier"), telling("c", "Post")
    )
    assert found[0] == 2


@pytest.mark.parametrize("outlets", [("Courier", "Echo"), ("Courier", "Echo", "Post")])
def test_those_who_cite_each_other_in_a_circle_are_one(outlets: tuple[str, ...]) -> None:
    """Nobody of them is a source for it."""
    pairs = zip(outlets, (*outlets[1:], outlets[0]), strict=True)
    found = counted(*(telling(o, o, of=other) for o, other in pairs))
    assert found[0] == 1
    assert found[3] == ["single-origin", "circular"]


def test_unnamed_sources_alone() -> None:
    """Marked where nobody who tells it names a source or tells it as its own."""
    only = telling("a", "Courier", unnamed="senior offici")
    assert counted(only)[3] == ["single-origin", "unnamed-only"]
    assert counted(only, telling("b", "Courier"))[3] == ["single-origin"]


@pytest.mark.parametrize(
    ("ours", "theirs", "day", "marked"),
    [
        ("senior ministri offici", "offici ministri", "2031-05-04", True),
        ("senior offici", "two offici", "2031-05-03", True),
        ("senior ministri offici", "offici palac", "2031-05-03", False),
        ("ministri offici", "wit", "2031-05-03", False),
        ("ministri offici", "ministri offici", "2031-05-09", False),
    ],
)
def test_possibly_one_briefing(ours: str, theirs: str, day: str, marked: bool) -> None:
    """Two newsrooms, sources of one description, days next to each other."""
    found = counted(
        telling("a", "Courier", unnamed=ours), telling("b", "Echo", unnamed=theirs, day=day)
    )
    assert found[0] == 2
    assert ("possibly-one-briefing" in found[3]) is marked


def test_no_briefing_where_most_tell_it_otherwise() -> None:
    """What three newsrooms tell by themselves does not hang on two that name nobody."""
    found = counted(
        *(telling(name, name) for name in ("Post", "Radio", "Herald")),
        telling("a", "Courier", unnamed="ministri offici"),
        telling("b", "Echo", unnamed="ministri offici"),
    )
    assert found[3] == []


def test_one_of_several_is_counted_with_them() -> None:
    """A copy of which nothing tells whose it is adds nothing to one that may be its origin."""
    either = Origin("articles 1", "Courier · Echo", frozenset({"medium courier", "medium echo"}))
    copied = Telling(
        article="c",
        outlet="medium echo",
        told=Told(either, "one-of: Courier · Echo", either),
        published=days("2031-05-03"),
    )
    assert counted(copied, telling("a", "Courier"))[0] == 1
    assert counted(copied, telling("a", "Post"))[0] == 2
    assert agreement_of([copied])["tellers"][0]["origin"] == "Courier · Echo"


def test_a_description_without_its_state_is_no_second_one() -> None:
    """`state television` beside `Lorvanian state television` is one; of two states they are two."""
    plain = telling("a", "Courier", of="statetelevision")
    fuller = telling("b", "Echo", of="Lorvanianstatetelevision")
    other = telling("c", "Post", of="Estermarkstatetelevision")
    assert counted(plain, fuller)[0] == 1
    assert counted(fuller, other)[0] == 2


NAMES = st.sampled_from(["Courier", "Echo", "Post", "Radio"])


@given(st.lists(st.tuples(st.integers(0, 5), NAMES, st.none() | NAMES), min_size=1, max_size=12))
def test_counts_agree_with_lists(told: list[tuple[int, str, str | None]]) -> None:
    """Every article has a teller, no more origins than are named, and order plays no part."""
    made = [telling(f"{o}{n}", o, of=None if other == o else other) for n, o, other in told]
    found = agreement_of(made)
    articles = {a for teller in found["tellers"] for a in teller["articles"]}
    assert articles == {one.article for one in made}
    assert found["origins"] == len(found["tellers"]) <= len({o.told.origin for o in made})
    assert found["articles"] == len(articles)

    def plain(one: dict[str, Any]) -> object:
        tellers = sorted((t["origin"], sorted(t["articles"])) for t in one["tellers"])
        return one["origins"], one["outlets"], one["marks"], tellers

    assert plain(agreement_of(made[::-1])) == plain(found)
