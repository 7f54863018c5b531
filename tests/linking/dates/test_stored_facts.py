"""The facts that articles are dated by come back from the record as they were made."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from command_line import Example
from onrecord.linking.dates.facts import (
    DateFacts,
    Utterance,
    date_facts,
    spoken_in,
    told_vector,
)
from onrecord.linking.dates.narrowing import own_possible
from onrecord.linking.dates.own import own_dates
from onrecord.linking.dates.rounds import Round
from onrecord.linking.dates.stored_facts import facts_from, stored_facts
from onrecord.store.file import RecordFile
from onrecord.values.datings import PossibleDays
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span

WORDS = st.text(min_size=1, max_size=6)
SPANS = st.tuples(st.integers(0, 10**6), st.integers(1, 10**4)).map(
    lambda ends: Span(ends[0], ends[0] + ends[1])
)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))


@st.composite
def facts(draw: st.DrawFn) -> DateFacts:
    """Facts of any article, its digests and places without any order."""
    utterances = tuple(
        Utterance(span=draw(SPANS), words=tuple(draw(st.lists(WORDS, max_size=9))))
        for _ in range(draw(st.integers(0, 3)))
    )
    ends = sorted((draw(DAYS), draw(DAYS)), key=lambda day: day or date.max)
    possible = PossibleDays(DayInterval(*ends), draw(st.frozensets(st.integers(1, 7), min_size=1)))
    counts = draw(st.dictionaries(WORDS, st.integers(1, 40), max_size=8))
    return DateFacts(
        article="a",
        outlet=draw(st.text(max_size=8)),
        possible=draw(st.none() | st.just(possible)),
        words=draw(st.integers(0, 10**5)),
        utterances=utterances,
        spoken=spoken_in(utterances),
        passages=draw(
            st.dictionaries(
                st.integers(0, 2**32 - 1), SPANS.map(lambda s: (s.start, s.end)), max_size=9
            )
        ),
        top=draw(st.dictionaries(WORDS, SPANS, max_size=5)),
        counts=counts,
        told=told_vector(counts),
        news_weekdays=draw(st.dictionaries(st.integers(1, 7), SPANS, max_size=3)),
        weekdays=draw(st.frozensets(st.integers(1, 7))),
        days=draw(st.frozensets(WORDS, max_size=3)),
        rounds=(
            Round(
                draw(st.integers(2, 30)),
                draw(WORDS),
                draw(st.booleans()),
                draw(st.frozensets(WORDS, max_size=3)),
                draw(SPANS),
            ),
        )[: draw(st.integers(0, 1))],
    )


@given(facts())
def test_any_facts_come_back(found: DateFacts) -> None:
    """Nothing is lost or rounded, whatever the words are."""
    assert facts_from("a", stored_facts(found)) == found


def test_facts_of_linked_articles_are_those_made_of_them(example: Example) -> None:
    """What the record keeps of each article is what its text and findings give, in every field."""
    with RecordFile(example.path) as record:
        summaries = record.summaries()
        assert summaries
        for summary in summaries:
            article, analysis = record.article_as_read(summary.id), record.analysis(summary.id)
            possible = own_possible(own_dates(article, analysis))
            assert record.date_facts(summary.id) == date_facts(article, analysis, possible)
