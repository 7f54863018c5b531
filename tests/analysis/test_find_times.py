"""Time expressions in articles: direction by the clause, ranges, roles, and places."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from analysis_types import Analyse, Make
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from onrecord.analysis import analyze as module
from onrecord.analysis.time_references import link_references
from onrecord.analysis.times import find_times
from onrecord.values.article import Article
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.times import (
    CountedFrom,
    Direction,
    Shape,
    TimeExpression,
    resolve,
    resolve_all,
)
from onrecord.values.vocabulary import PARSED_ROLES, TIME_ROLES, Role

PUBLISHED = DayInterval.on(date(2022, 3, 9))


def words(article: Article, analysis: Analysis) -> list[str]:
    """The expressions as printed."""
    return [article.slice(one.span) for one in analysis.times]


def only(nlp: Language, sentence: str) -> TimeExpression:
    """The one expression of a sentence."""
    (one,) = find_times(nlp(sentence))
    return one


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("The council met on Tuesday.", Direction.PAST),
        ("The council will meet on Tuesday.", Direction.FUTURE),
        ("The council hopes to meet on Tuesday.", Direction.FUTURE),
        ("They must leave by Tuesday.", Direction.FUTURE),
        ("The road stays shut until Tuesday.", Direction.FUTURE),
        ("Tuesday’s meeting was short.", Direction.PAST),
        ("A Tuesday meeting will be held in the hall.", Direction.FUTURE),
        ("The council met last Tuesday.", Direction.BEFORE),
        ("The council meets next Tuesday.", Direction.AFTER),
        ("The council met in June.", Direction.PAST),
        ("The council will meet in June.", Direction.FUTURE),
    ],
)
def test_the_clause_says_the_side(nlp: Language, sentence: str, direction: Direction) -> None:
    """By tense, preposition, and by what the expression stands in."""
    assert only(nlp, sentence).form.direction is direction


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("The mill burned in 2014.", Direction.PAST),
        ("The mill will close in 2024.", Direction.FUTURE),
        ("The lock opens on June 12, 2024.", Direction.PRESENT),
        ("The mill stands there since 2014.", Direction.PAST),
        ("Fire of 2014", Direction.SHIFTED),
    ],
)
def test_a_full_date_keeps_the_tense_that_tells_it(
    nlp: Language, sentence: str, direction: Direction
) -> None:
    """The value stays as it is; SHIFTED where the clause does not tell."""
    one = only(nlp, sentence)
    assert (one.form.shape, one.form.direction) == (Shape.FIXED, direction)
    plain = resolve(replace(one.form, direction=Direction.SHIFTED), None)
    assert resolve(one.form, None) == plain


def test_forms_hang_on_no_day(nlp: Language) -> None:
    """What is found is relative: no year and no day is in the form of `Tuesday` or `last month`."""
    for sentence in (
        "The council met on Tuesday.",
        "The council met last month.",
        "He left yesterday.",
    ):
        form = only(nlp, sentence).form
        assert form.shape is not Shape.FIXED
        assert form.value == ""


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("The lock opened on 12 June 2020.", CountedFrom.NOTHING),
        ("The lock was shut for two weeks.", CountedFrom.NOTHING),
        ("The call came 40 minutes before.", CountedFrom.NOTHING),
        ("The lock opened on Monday.", CountedFrom.PUBLICATION),
        ("The lock opened two weeks ago.", CountedFrom.PUBLICATION),
        ("The lock opened two weeks later.", CountedFrom.EXPRESSION),
        ("The lock opened the following month.", CountedFrom.EXPRESSION),
    ],
)
def test_what_it_counts_from(nlp: Language, sentence: str, counted: CountedFrom) -> None:
    """Nothing, the publication, or another expression."""
    assert only(nlp, sentence).counted_from is counted


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        ("The lock was shut from 3 to 9 June 2021.", ["3", "9 June 2021"]),
        ("The lock was shut June 3-9, 2021.", ["June 3", "9, 2021"]),
        ("The lock was shut from June to August 2014.", ["June", "August 2014"]),
        ("The lock was shut in 1998-2003.", ["1998", "2003"]),
        ("The lock was shut June 30-July 4, 2021.", ["June 30", "July 4, 2021"]),
        ("The lock was shut from 2015 to 2019.", ["2015", "2019"]),
        ("The lock was shut between 2015 and 2019.", ["2015", "2019"]),
        ("The lock was shut from March 2019 to June 2020.", ["March 2019", "June 2020"]),
        ("The lock was shut from 3 June 2020 to 9 July 2021.", ["3 June 2020", "9 July 2021"]),
        ("The lock was shut from June 30 to July 4.", ["June 30", "July 4"]),
        ("The lock was shut between March and June.", ["March", "June"]),
        ("The lock was shut from Monday to Thursday.", ["Monday", "Thursday"]),
        ("The lock was shut Monday through Friday.", ["Monday", "Friday"]),
    ],
)
def test_a_range_is_its_two_ends(nlp: Language, sentence: str, ends: list[str]) -> None:
    """Two items, each with the other as range, and no third."""
    one, two = find_times(nlp(sentence))
    assert [t.span.slice(sentence) for t in (one, two)] == ends
    assert (one.range, two.range) == (two.span, one.span)


@pytest.mark.parametrize(
    "sentence",
    [
        "The lock was shut from Monday to Thursday.",
        "The lock was shut Monday through Friday.",
        "The lock was shut between March and June.",
        "The lock was shut from November to February.",
        "The lock will be shut from Tuesday to Thursday.",
        "The lock was shut from June 30 to July 4.",
    ],
)
@pytest.mark.parametrize("day", [date(2022, 3, 9), date(2022, 3, 12), date(2022, 7, 1)])
def test_a_range_runs_forward(nlp: Language, sentence: str, day: date) -> None:
    """Whatever the tense and the day, the end does not come before the beginning."""
    times = link_references(find_times(nlp(sentence)))
    one, two = resolve_all(times, DayInterval.on(day))
    assert one.days.first is not None
    assert two.days.first is not None
    assert one.days.first < two.days.first
    assert (two.days.first - one.days.first).days < 370


def test_a_caption_is_in_the_present(make: Make, analyse: Analyse) -> None:
    """Captions tell in the present tense what was: their weekdays lie behind, those of the body
    in a sentence of the same form ahead."""
    words = "Families wait at the quay on Friday night."
    for role, value in (("caption", "2022-03-04TNI"), ("body", "2022-03-11TNI")):
        (analysis,) = analyse(make((role, words)))
        assert [r.value for r in resolve_all(analysis.times, PUBLISHED)] == [value]


def test_two_ranges_do_not_mix(nlp: Language) -> None:
    """Each end names its own other end."""
    times = find_times(nlp("The lock was shut from 3 to 9 June 2021 and from 4 to 7 July 2021."))
    assert [t.range for t in times] == [times[n].span for n in (1, 0, 3, 2)]


@pytest.mark.parametrize("role", sorted(Role))
def test_roles_with_and_without_times(make: Make, analyse: Analyse, role: Role) -> None:
    """Bylines, time stamps, credits and what is not parsed have none; the rest has."""
    article = make((role, "The council met on Tuesday, two days after the storm of 6 March."))
    (analysis,) = analyse(article)
    assert bool(analysis.times) is (role in TIME_ROLES)
    assert TIME_ROLES <= PARSED_ROLES


def test_places_are_of_the_article(make: Make, analyse: Analyse) -> None:
    """Spans, references and ranges are moved to where the paragraph stands."""
    article = make(
        ("headline", "A lock that nobody needs 😀"),
        ("byline", "By Anna Roe"),
        ("lede", "  The lock was shut from 3 to 9 June 2021."),
        ("body", "It opened again two days later, on a Friday."),
    )
    (analysis,) = analyse(article)
    assert words(article, analysis)[:3] == ["3", "9 June 2021", "two days later"]
    third, ninth, later = analysis.times[:3]
    assert (third.range, ninth.range, later.reference) == (ninth.span, third.span, ninth.span)
    resolved = resolve_all(analysis.times, DayInterval())
    assert [r.value for r in resolved[:3]] == ["2021-06-03", "2021-06-09", "2021-06-11"]


def test_a_reference_in_another_paragraph(make: Make, analyse: Analyse) -> None:
    """Expressions count from those of the paragraph before, never from a byline's or credit's."""
    parts = [("lede", "The lock broke on Monday."), ("body", "Two days later it was mended.")]
    article = make(*parts)
    (analysis,) = analyse(article)
    assert [r.value for r in resolve_all(analysis.times, PUBLISHED)] == ["2022-03-07", "2022-03-09"]
    between = make(parts[0], ("timestamp", "1 January 2019"), parts[1])
    (other,) = analyse(between)
    assert [r.value for r in resolve_all(other.times, PUBLISHED)] == ["2022-03-07", "2022-03-09"]


def test_one_paragraph_in_two_articles(make: Make, analyse: Analyse) -> None:
    """The same words parsed once have their places in both articles, and each its own days."""
    paragraph = ("body", "The council met on Tuesday.")
    one, two = make(paragraph), make(("lede", "Nobody came."), paragraph, id="1" * 16)
    first, second = analyse(one, two)
    assert words(one, first) == words(two, second) == ["Tuesday"]
    assert first.times[0].form == second.times[0].form
    assert first.times[0].span != second.times[0].span


def test_a_paragraph_cut_in_pieces(
    make: Make, analyse: Analyse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a paragraph over the length limit every piece's expressions have their places."""
    monkeypatch.setattr(module, "_LONGEST_PARAGRAPH", 90)
    article = make(
        ("body", "The council met on Tuesday and again the week after in the hall. " * 6)
    )
    (analysis,) = analyse(article)
    assert words(article, analysis).count("Tuesday") == 6


def test_of_another_language_none(make: Make, analyse: Analyse) -> None:
    """An article that is not analysed has no expressions, whatever dates are in it."""
    (analysis,) = analyse(make(("body", "Der Rat tagte am 12 June 2020."), language="de"))
    assert analysis.times == ()


POOL = [
    "The council met on Tuesday.", "Two days later it met again.", "It will meet next month.",
    "In 1998 nobody came.", "It lasted three weeks.", "The same day a storm broke two trees.",
    "Profit rose in the third quarter.", "A year earlier it had fallen.", "…", "From 3 to 9 June 2021.",
    "It was shut from Monday to Thursday.", "It lasted from November to February.", "Monday through Friday.",
]  # fmt: skip


@settings(deadline=None, max_examples=25)
@given(st.lists(st.lists(st.sampled_from(POOL), min_size=1, max_size=3).map(" ".join), max_size=4))
def test_places_hold(make: Make, analyse: Analyse, paragraphs: list[str]) -> None:
    """In any article: in order, apart, inside of a paragraph; references lie before, but for those
    of a range's first end to its second, and make no circle."""
    article = make(*(("body", p) for p in paragraphs))
    (analysis,) = analyse(article)
    spans = [one.span for one in analysis.times]
    assert spans == sorted(spans, key=lambda s: s.start)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    counted: dict[Span, Span | None] = {one.span: one.reference for one in analysis.times}
    for one in analysis.times:
        assert any(p.start <= one.span.start and one.span.end <= p.end for p in article.paragraphs)
        assert one.reference is None or one.reference in counted
        place, steps = one.reference, 0
        while place is not None:  # to the one that counts from none of them
            place, steps = counted[place], steps + 1
            assert steps < len(spans)
        ahead = one.reference is not None and one.reference > one.span
        assert not ahead or one.reference == one.range
        assert (one.reference is not None) == (one.counted_from is CountedFrom.EXPRESSION)
        assert one.range is None or one.range in spans
