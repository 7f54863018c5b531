"""Which articles tell the same news for sure, and which are only alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_articles import article

from onrecord.analysis.analyze import analyze
from onrecord.linking.dates.facts import DateFacts, date_facts
from onrecord.linking.dates.likeness import Likeness, likeness
from onrecord.linking.dates.link_values import LinkKind
from onrecord.linking.dates.links import date_links
from onrecord.linking.dates.narrowing import settle_dates
from onrecord.linking.dates.same_news import Outlets, outlets_of, same_news
from onrecord.settings import Settings
from onrecord.values.article import Field
from onrecord.values.datings import DateEvidence, OwnDates, PossibleDays
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Basis, Role

FIRST_ROUND = (
    (Role.HEADLINE, "Estermark renews its promise to move gunboats out of Norhaven"),
    "Estermark means to go on moving its gunboats out of Norhaven, it said in a statement late "
    "Thursday, after the two countries began talks on the future of their harbour pact.",
    "The talks turn on the gunboats: the assembly of Norhaven has asked Estermark to leave, and "
    "Premier Ulf Renner is under pressure to satisfy it.",
)
STATE_VISIT = (
    (Role.HEADLINE, "Chancellor receives Norhaven premier amid talks over Estermark gunboats"),
    "Chancellor Ada Rooke of Estermark met Ulf Renner, the premier of Norhaven, on Thursday, "
    "going on with months of talks between the two countries over the gunboats.",
    "The visit turns on the talks, which began in spring, on the future of the harbour pact; the "
    "assembly of Norhaven has asked Estermark to move its gunboats out.",
)
OLD_QUOTATIONS = (
    "“We built these gunboats for storms and not for a war with our neighbours,” Ada Rooke said. "
    "“Nobody in this harbour has to fear a single sailor of ours tonight,” she said."
)
OTHER_QUOTATIONS = (
    "“The bill for the new quay is higher than anybody had feared,” Mira Oland said.",
    "“Herring does not ask under which flag it is caught off Torvik,” Jonas Brekke said.",
    "“We shall read every page of the pact before we vote on it,” Dag Hallam said.",
)


@cache
def facts_of(name: str, parts: tuple[str | tuple[Role, str], ...], outlet: str = "") -> DateFacts:
    found = replace(article(*parts), id=name)
    if outlet:
        found = replace(found, outlet=Field(outlet, Basis.METADATA))
    (analysis,) = analyze([found], Settings())
    return date_facts(found, analysis, PossibleDays())


def common(
    sure: float, *, utterances: int = 0, leading: bool = False, weekday: int = 0, told: float = 0.4
) -> Likeness:
    """What two articles have in common, as far as their news is judged by it."""
    return Likeness(
        told=told,
        spoken=4 * utterances,
        utterances=utterances,
        leading=leading and utterances > 0,
        passages=0,
        share=0.0,
        weekday=weekday,
        sure=sure,
    )


def judged(both: Likeness, left: str = "One", right: str = "Two") -> tuple[LinkKind, int] | None:
    top = {stem: Span(n, n + 1) for n, stem in enumerate(("gunboat", "norhaven"))}
    one = replace(facts_of("a", ("",)), top=top)
    return same_news(replace(one, outlet=left), replace(one, outlet=right), both)


def test_two_meetings_of_one_story_settle_no_date() -> None:
    """Talks that begin and a visit months later share words, people and the weekday: the date of
    one says nothing of the other, whether their outlets are known or not."""
    for outlets in (("", ""), ("The Harbour Post", ""), ("The Harbour Post", "Norhaven Courier")):
        one = facts_of("a", FIRST_ROUND, outlets[0])
        other = facts_of("b", STATE_VISIT, outlets[1])
        assert likeness(one, other).weekday == 4
        day = DateEvidence(
            possible=PossibleDays(DayInterval.on(date(2031, 8, 21))), basis=Basis.STATED, why="told"
        )
        own = {"a": OwnDates(article="a"), "b": OwnDates(article="b", evidence=(day,))}
        assert not settle_dates(own, date_links(one, other))["a"].possible.days.known


def test_quotations_that_are_recalled_further_down_are_no_news() -> None:
    """Two utterances in common lead both articles, or they may be old ones."""
    news = facts_of("a", (*FIRST_ROUND, OLD_QUOTATIONS), "The Harbour Post")
    leading = facts_of("b", (*STATE_VISIT, OLD_QUOTATIONS, *OTHER_QUOTATIONS), "Norhaven Courier")
    recalled = facts_of("c", (*STATE_VISIT, *OTHER_QUOTATIONS, OLD_QUOTATIONS), "Norhaven Courier")
    assert likeness(news, leading).leading
    assert not likeness(news, recalled).leading
    assert likeness(news, leading).utterances == likeness(news, recalled).utterances == 2
    assert likeness(recalled, news) == likeness(news, recalled)


@pytest.mark.parametrize(
    ("both", "kind"),
    [
        (common(0.6, utterances=2, leading=True), LinkKind.UTTERANCE),
        (common(0.6, utterances=2, weekday=2), LinkKind.UTTERANCE),
        (common(0.6, utterances=2, told=0.6), LinkKind.UTTERANCE),
        (common(0.99, utterances=2), LinkKind.LIKELY),
        (common(0.92, utterances=1, leading=True), LinkKind.EVENT),
        (common(0.75, utterances=1, leading=True), LinkKind.LIKELY),
        (common(0.75, utterances=1, leading=True, weekday=2), LinkKind.EVENT),
        (common(0.94, utterances=1, weekday=2), LinkKind.EVENT),
        (common(0.94, utterances=1), LinkKind.LIKELY),
        (common(0.99, weekday=2), LinkKind.LIKELY),
        (common(0.4, weekday=2), None),
    ],
)
def test_more_is_asked_where_less_news_is_shared(both: Likeness, kind: LinkKind | None) -> None:
    """Without an utterance, and a sign that it is news of both, two articles are at most alike."""
    found = judged(both)
    assert (found and found[0]) == kind
    assert found is None or found[1] == 3


def test_outlets_that_are_not_known_may_be_one() -> None:
    """One outlet tells the next turn of a story in the words of the last: more is asked, and a
    longer time is left."""
    assert outlets_of(facts_of("a", ("",), "One"), facts_of("b", ("",))) is Outlets.UNKNOWN
    assert judged(common(0.99, utterances=2, leading=True), "") == (LinkKind.LIKELY, 3)
    assert judged(common(0.96, utterances=2, weekday=2), "") == (LinkKind.UTTERANCE, 3)
    assert judged(common(0.96, utterances=1, weekday=2), "") == (LinkKind.LIKELY, 3)
    assert judged(common(0.98, utterances=1, weekday=2), "") == (LinkKind.EVENT, 7)
    assert judged(common(0.98, utterances=1, weekday=2), "One", "One") == (LinkKind.EVENT, 15)
    assert judged(common(0.99, utterances=2, leading=True), "One", "One") is None


kinds = st.builds(
    common,
    st.floats(0, 1),
    utterances=st.integers(0, 3),
    leading=st.booleans(),
    weekday=st.integers(0, 7),
    told=st.floats(0, 1),
)


@given(kinds, st.floats(0, 1), st.sampled_from(["", "One", "Two"]))
def test_what_is_more_alike_is_no_less_sure(both: Likeness, more: float, outlet: str) -> None:
    """A settling link stays one when the likeness grows, and a weekday in common takes none away."""
    found = judged(both, outlet)
    surer = replace(both, sure=both.sure + (1 - both.sure) * more)
    on_a_day = replace(surer, weekday=3)
    if found is not None and found[0] is not LinkKind.LIKELY:
        assert judged(surer, outlet) == found
        assert judged(on_a_day, outlet) == found
    assert judged(on_a_day, outlet) is not None or found is None
