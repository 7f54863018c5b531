"""Which days matter, and the sentences that say best what happened on them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telling_pile import Print, Told, read

from onrecord.record.timeline.day_ranking import rank_days
from onrecord.record.timeline.day_sentences import DaySentences
from onrecord.record.timeline.days import ArticleDays, DatedSentence, days_of_article
from onrecord.text.stems import stem
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Role

FIRST = date(2031, 5, 2)


def weight(_: str) -> float:
    """Every word weighs the same."""
    return 1.0


def sentence(text: str, *days: int, place: int | None = 0, article: str = "") -> DatedSentence:
    """A sentence that names days, counted from the first."""
    return DatedSentence(
        article=article,
        span=Span(0, len(text)),
        text=text,
        days=frozenset(FIRST + timedelta(n) for n in days),
        place=place,
        stems=tuple(stem(word) for word in text.rstrip(".?").split()),
    )


def article(name: str, published: int, *sentences: DatedSentence) -> ArticleDays:
    """An article published so many days after the first."""
    return ArticleDays(
        article=name,
        published=DayInterval.on(FIRST + timedelta(published)),
        days=frozenset().union(*(one.days for one in sentences)),
        sentences=sentences,
    )


WORDS = "the ferry Alma sank off Kerrow with nobody on board"


def ranked(*articles: ArticleDays, copies: dict[str, str] | None = None) -> list[int]:
    """The days in the order of their rank, counted from the first."""
    return [(day - FIRST).days for day in rank_days(articles, copies or {}, weight)]


def test_more_articles_more_rank() -> None:
    """A day that two articles look back on comes before that of one; copies count once."""
    pile = [
        article("a", 9, sentence(WORDS, 0)),
        article("b", 9, sentence(WORDS, 0)),
        article("c", 9, sentence(WORDS, 4)),
    ]
    assert ranked(*pile) == [0, 4]
    thrice = [*pile, article("d", 9, sentence(WORDS, 4)), article("e", 9, sentence(WORDS, 4))]
    assert ranked(*thrice) == [4, 0]
    assert ranked(*thrice, copies={"c": "g", "d": "g", "e": "g"}) == [0, 4]


def test_looking_back_counts_more() -> None:
    """A day that is looked back on comes before one that is announced."""
    assert ranked(article("a", 5, sentence(WORDS, 9)), article("b", 5, sentence(WORDS, 0))) == [
        0,
        9,
    ]


def test_a_report_without_a_day_tells_of_its_own() -> None:
    """The day of publication counts where the first sentences name none, and only there."""
    assert ranked(article("a", 5, sentence(WORDS))) == [5]
    assert ranked(article("a", 5, sentence(WORDS, 0))) == [0]
    assert ranked(article("a", 5, sentence(WORDS), sentence(WORDS, 0, place=7))) == [0, 5]


def test_one_day_stands_for_its_neighbours() -> None:
    """The weaker of two days side by side falls behind a day that stands alone."""
    strong = [article(f"s{n}", 9, sentence(WORDS, 0)) for n in range(4)]
    beside = [article(f"b{n}", 9, sentence(WORDS, 1)) for n in range(3)]
    alone = [article(f"l{n}", 9, sentence(WORDS, 5)) for n in range(2)]
    assert ranked(*strong, *beside, *alone) == [0, 5, 1]


def test_the_story_weighs_more_than_what_stands_beside_it() -> None:
    """An article about something else has a smaller voice."""
    pile = [article(f"s{n}", 9, sentence(WORDS, 3)) for n in range(4)]
    about = article("x", 9, sentence("dockers in Port Elm want higher pensions from next year", 7))
    near = article("y", 9, sentence(WORDS, 5))
    assert ranked(*pile, about, near) == [3, 5, 7]


@given(st.permutations([
    article("a", 5, sentence(WORDS, 0)), article("b", 6, sentence(WORDS, 2)),
    article("c", 7, sentence("dockers in Port Elm want pensions", 2, 3)), article("d", 3, sentence(WORDS)),
]))  # fmt: skip
def test_the_order_of_articles_plays_no_part(pile: list[ArticleDays]) -> None:
    """Ranking and sentences are functions of the set."""
    assert ranked(*pile) == ranked(*sorted(pile, key=lambda one: one.article))
    assert texts(pile, 2) == texts(sorted(pile, key=lambda one: one.article), 2)


def texts(pile: list[ArticleDays], day: int, most: int = 3) -> list[str]:
    """The sentences of a day."""
    return [one.text for one in DaySentences(pile, weight).of(FIRST + timedelta(day), most)]


def test_sentences_of_a_day() -> None:
    """Those that name it and the first of what appeared on it or the day after; the central first."""
    lone = "A gull was seen on the roof of the market hall."
    pile = [
        article("a", 1, sentence("The ferry Alma sank off Kerrow with nobody on board.")),
        article("b", 9, sentence("Divers found nothing at all in the wreck of the Alma.", 0)),
        article("c", 9, sentence(lone, 0)),
        article("d", 9, sentence("Nothing of this is about that day in any way.", 6)),
    ]
    found = texts(pile, 0)
    assert len(found) == 3
    assert found[0] != lone
    assert texts(pile, 0, most=1) == found[:1]
    assert texts(pile, 3) == []


@pytest.mark.parametrize(
    "bad", ["Alma sank off Kerrow.", "Did the ferry Alma sink off Kerrow?", "word " * 60]
)
def test_what_reads_badly_is_left_out(bad: str) -> None:
    """Fragments, questions and monsters."""
    assert texts([article("a", 9, sentence(bad, 0))], 0) == []


def test_nothing_is_said_twice() -> None:
    """Of two sentences of nearly the same words one is chosen."""
    pile = [
        article("a", 9, sentence("The ferry Alma sank off Kerrow with nobody on board.", 0)),
        article("b", 9, sentence("The ferry Alma sank off Kerrow with nobody on board today.", 0)),
    ]
    assert len(texts(pile, 0)) == 1


def test_days_of_an_article() -> None:
    """Captions name days too, but lend no sentence; a month names no day."""
    told: dict[str, Any] = {"action": "sank"}
    found = days_of_article(
        *read(
            Print(
                name="a",
                day="2031-05-09",
                told=(
                    Told(text="Ferry sinks", role=Role.HEADLINE, **told),
                    Told(
                        text="The Alma sank on May 2.",
                        when="May 2|2031-05-02",
                        role=Role.LEDE,
                        **told,
                    ),
                    Told(
                        text="The Alma on May 1.",
                        when="May 1|2031-05-01",
                        role=Role.CAPTION,
                        **told,
                    ),
                    Told(text="Trade fell in April.", when="April|2031-04", **told),
                ),
            )
        )
    )
    assert found.days == {date(2031, 5, 1), date(2031, 5, 2)}
    assert [(s.text, len(s.days), s.place) for s in found.sentences] == [
        ("Ferry sinks", 0, None),
        ("The Alma sank on May 2.", 1, 0),
        ("Trade fell in April.", 0, 1),
    ]
