"""The rules of time expressions: what is found in sentences, and what is left alone."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from analysis_types import Analyse, Make
from hypothesis import example, given, settings
from hypothesis import strategies as st
from time_table import NONE, TABLE, Expected

from onrecord.analysis.time_grammar import Candidate, find_candidates
from onrecord.analysis.time_rules import time_rules
from onrecord.lexicon.time_words import time_words
from onrecord.values.days import DayInterval
from onrecord.values.times import TimeType, resolve, resolve_all

PUBLISHED = DayInterval.on(date(2022, 3, 9))


def shown(days: DayInterval) -> str:
    """Days as the table writes them."""
    ends = [str(day) for day in (days.first, days.last) if day]
    return "/".join(dict.fromkeys(ends))


@pytest.fixture(scope="module")
def found(make: Make, analyse: Analyse) -> dict[str, list[Expected]]:
    """All sentences of the table, analysed together, each in an article of its own."""
    sentences = list(dict.fromkeys([*(sentence for sentence, _ in TABLE), *NONE]))
    articles = [make(("body", s), id=f"{n:016x}") for n, s in enumerate(sentences)]
    results: dict[str, list[Expected]] = {}
    for article, analysis in zip(articles, analyse(*articles), strict=True):
        resolved = resolve_all(analysis.times, PUBLISHED)
        results[article.text.strip()] = [
            (article.slice(one.span), one.type.value, result.value, shown(result.days))
            for one, result in zip(analysis.times, resolved, strict=True)
        ]
    return results


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_what_is_found(
    sentence: str, expected: list[Expected], found: dict[str, list[Expected]]
) -> None:
    """Words, type, value and days, and nothing beside them."""
    assert found[sentence] == expected


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_left_alone(sentence: str, found: dict[str, list[Expected]]) -> None:
    """Scores, ages, amounts, addresses, and words that are months or seasons elsewhere."""
    assert found[sentence] == []


def test_the_table_is_of_all_rules(make: Make, analyse: Analyse) -> None:
    """Each type is in it; no sentence stands in both tables."""
    assert {type_ for _, expected in TABLE for _, type_, _, _ in expected} == {t.value for t in TimeType}  # fmt: skip
    assert not {sentence for sentence, _ in TABLE} & set(NONE)


# --- the grammar alone, on any text ---

_WORDS = time_words()
_PIECES = sorted(
    {
        *_WORDS.months, *_WORDS.weekdays, *_WORDS.cardinals, *_WORDS.ordinals, *_WORDS.units,
        *_WORDS.dayparts, *_WORDS.seasons, *_WORDS.parts, *_WORDS.sets, *_WORDS.vague,
        *_WORDS.vague_adjectives, *_WORDS.holidays, *_WORDS.tens, *_WORDS.approximators, *_WORDS.few,
        *_WORDS.year_after, *_WORDS.not_year_before, *_WORDS.spelled_years, *_WORDS.distances,
        *_WORDS.between_number_and_unit, "that", "previous", "following", "same", "quarter", "half",
        "from", "now", "o'clock", "times", "year's", "ago", "year-ago", "fiscal", "old", "ended",
    }
)  # fmt: skip
_NUMBERS = ["0", "1", "5", "12", "13", "24", "25", "31", "32", "99", "1998", "2020", "2022", "3,000", "2.5", "1/2", "007", "5:30", "0430"]  # fmt: skip
_MARKS = [", ", "-", " - ", "–", "/", ".", "'s ", "’s ", "s ", "th ", "st ", "0s ", " p.m. ", " GMT ", "\n", "  ", " ", " ", " ", "(", ") ", "$", "%", "'", "\u00a0", " a "]  # fmt: skip
PIECES = st.one_of(
    st.sampled_from(_PIECES),
    st.sampled_from(_PIECES).map(str.title),
    st.sampled_from(_NUMBERS),
    st.sampled_from(_MARKS),
)
TIMELY = st.lists(st.tuples(PIECES, st.sampled_from([" ", " ", " ", "", "-", "\n"])), max_size=14).map(
    lambda pieces: "".join(a + b for a, b in pieces)
)  # fmt: skip
VALUE = re.compile(
    r"(PRESENT|PAST|FUTURE)_REF|P(T?(\d+(\.\d+)?|X)[A-Z]{1,2})+|[\dX]{2,4}"
    r"(-[\dX]{2}(-[\dX]{2})?|-W[\dX]{2}(-[1-7]|-WE)?|-(SP|SU|FA|WI|Q[1-4]|H[12]))?"
    r"(T(MO|MI|AF|EV|NI|\d\d:\d\d(:\d\d)?))?",
    re.ASCII,
)


def candidates(text: str) -> list[Candidate]:
    return find_candidates(text, time_rules())


@settings(deadline=None, max_examples=400)
@given(TIMELY | st.text(max_size=60))
@example("two dayſ ago")
@example("on 1٢ June 20٢٢, in the third quarter of 20٢٢")
@example("ſunday and the ſummer of 1998")
@example("a centurY ago, 5 o’clocK")
@example("İstanbul, June 12, 2020")
def test_any_text_is_read(text: str) -> None:
    """Nothing raises; findings lie in the text, in order, without overlap or space around them."""
    kept = candidates(text)
    end = 0
    for candidate in kept:
        found = candidate.found
        assert end <= found.start < found.end <= len(text)
        end = found.end
        words = text[found.start : found.end]
        assert words == words.strip()


@settings(deadline=None, max_examples=400)
@given(TIMELY, st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
@example("on 1٢ June 20٢٢, in the third quarter of 20٢٢", date(2022, 3, 9))
@example("at Easter, on Thanksgiving", None)
@example("three hours ago", date(2022, 3, 9))
@example("four millennia ago", date(2022, 3, 9))
def test_values_are_timex_values(text: str, published: date | None) -> None:
    """Every value is one that TIMEX3 knows; a length is no date, and a date no length."""
    for candidate in candidates(text):
        found = candidate.found
        value = resolve(found.form, published).value
        assert VALUE.fullmatch(value), (candidate.rule, value)
        if value.startswith("P") and not value.endswith("_REF"):
            assert found.type in (TimeType.DURATION, TimeType.SET), (candidate.rule, value)
        else:
            assert found.type is not TimeType.DURATION, (candidate.rule, value)
        if "T" in value.lstrip("P") and not value.endswith("_REF") and value[0] != "P":
            assert found.type is not TimeType.DATE, (candidate.rule, value)


@settings(deadline=None, max_examples=100)
@given(TIMELY, TIMELY)
def test_what_stands_far_away_does_not_matter(one: str, other: str) -> None:
    """A text is read alike alone and with another before it, a wide gap of words between."""
    gap = "\nand so on and on, " + "the boats lay at the quay and nobody spoke; " * 6 + "x\n"
    alone = [(c.found, c.rule) for c in candidates(one)]
    together = candidates(one + gap + other)
    assert [(c.found, c.rule) for c in together if c.found.start < len(one)] == alone


@pytest.mark.parametrize(
    "piece",
    [
        "On Monday, June 12, 2020, at 5 p.m., two weeks later, every day of last year. ",
        "1998 ", "1998-2003, ", "x(1998), ", "12 ", "9", "two hundred and ", "years ", "the end of ",
        "mon ", "early late ", "5:30 ", "June ", "a few more days or ", "“May” ", " \n", "now that ",
    ],
)  # fmt: skip
def test_a_long_paragraph_is_read_quickly(piece: str) -> None:
    """The longest paragraph that is read at once takes seconds at most, whatever stands in it."""
    text = (piece * 20_000)[:20_000]
    began = time.process_time()
    candidates(text)
    assert time.process_time() - began < 5
