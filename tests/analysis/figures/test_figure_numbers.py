"""Numbers as printed: what they come to, how they are bounded, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from onrecord.analysis.figures.number_cores import read_core
from onrecord.analysis.figures.numbers import find_numbers
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import parsed_words
from onrecord.analysis.times import find_times
from onrecord.lexicon.number_words import number_words
from onrecord.values.vocabulary import Bound

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _numbers(nlp: Language, text: str) -> list[Number]:
    doc = nlp(text)
    return find_numbers(parsed_words(doc), find_times(doc))


def _read(nlp: Language, text: str) -> list[tuple[str, float | None, float | None]]:
    return [(one.number.slice(text), one.low, one.high) for one in _numbers(nlp, text)]


@pytest.mark.parametrize(
    ("text", "number", "value"),
    [
        ("Rescuers counted 5,200 sheep on the moor.", "5,200", 5200),
        ("Twenty-four barges sank in the estuary.", "Twenty-four", 24),
        ("One hundred and five goats were sold.", "One hundred and five", 105),
        ("Half a million lamps were shipped.", "Half a million", 500_000),
        ("Two and a half million lamps were shipped.", "Two and a half million", 2_500_000),
        ("A million and a half people moved there.", "A million and a half", 1_500_000),
        ("Three quarters of a million people fled.", "Three quarters of a million", 750_000),
        ("The valley holds 1.2 million residents.", "1.2 million", 1_200_000),
        ("Two dozen boats were moored there.", "Two dozen", 24),
        ("Half a dozen boats were moored there.", "Half a dozen", 6),
        ("They freed the dozen sailors held there.", "dozen", 12),
        ("It has 3m readers in the province.", "3m", 3_000_000),
        ("Some 2 1/2 miles of track were laid.", "2 1/2", 2.5),
    ],
)
def test_cardinals(nlp: Language, text: str, number: str, value: float) -> None:
    """Digits, words and mixtures are read with their magnitudes."""
    assert _read(nlp, text) == [(number, value, value)]


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("The bridge cost $8 billion in all.", "$8 billion", 8e9, "USD"),
        ("The bridge cost £3m in all.", "£3m", 3e6, "GBP"),
        ("The bridge cost #3.6bn in all.", "#3.6bn", 3.6e9, "GBP"),
        ("The bridge cost US$4bn in all.", "US$4bn", 4e9, "USD"),
        ("The bridge cost $10.4 m in all.", "$10.4 m", 10.4e6, "USD"),
        ("The bridge cost EUR 5 million in all.", "EUR 5 million", 5e6, "EUR"),
        ("They owe 500,000 euros to the ferry line.", "500,000 euros", 5e5, "EUR"),
        ("A stamp costs 25 cents in Orvik.", "25 cents", 0.25, "USD"),
        ("About 14 km of wire lay there.", "About 14 km", 14, "kilometer"),
        ("Turnout fell to 30 percent in Orvik.", "30 percent", 30, "percent"),
        ("Turnout fell to 30% in Orvik.", "30%", 30, "percent"),
        ("Her lead shrank by 3 percentage points.", "3 percentage points", 3, "points"),
        ("Her lead in the poll is 3 points.", "3 points", 3, "points"),
        ("He stopped half a mile from the weir.", "half a mile", 0.5, "mile"),
        ("They won a 100m race in Orvik.", "100m", 100, "meter"),
        ("They dug under 4m of rubble.", "under 4m", None, "meter"),
        ("A magnitude 7.1 quake struck Orvik.", "7.1", 7.1, "magnitude"),
        ("The quay cost # 1,700 in all.", "# 1,700", 1700, "GBP"),
    ],
)
def test_units(nlp: Language, text: str, span: str, value: float | None, unit: str) -> None:
    """Money, shares and measures carry their unit, and the span runs to it."""
    (one,) = _numbers(nlp, text)
    assert (one.span.slice(text), one.low, one.unit) == (span, value, unit)


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "bound", "word"),
    [
        ("More than 30 barges sank.", "More than 30", 30, None, "at-least", "More than"),
        ("At least another 30 sank.", "At least another 30", 30, None, "at-least", "At least"),
        ("They saw 30 or more barges.", "30 or more", 30, None, "at-least", "or more"),
        ("They saw 30-plus barges.", "30-plus", 30, None, "at-least", "-plus"),
        ("They saw up to 30 barges.", "up to 30", None, 30, "at-most", "up to"),
        ("No fewer than 12 sank.", "No fewer than 12", 12, None, "at-least", "No fewer than"),
        ("They sold just under 5 million.", "just under 5 million", None, 5e6, "at-most", "just under"),
        ("They saw about 30 barges.", "about 30", 30, 30, "about", "about"),
        ("An estimated 30 barges sank.", "An estimated 30", 30, 30, "about", "An estimated"),
        ("They saw 30 or so barges.", "30 or so", 30, 30, "about", "or so"),
        ("Losses exceeded 30 barges.", "exceeded 30", 30, None, "at-least", "exceeded"),
        ("They paid 30, or more than others.", "30", 30, 30, "exact", None),
        ("The damage, as much as four or five barges, grew.", "as much as four or five", 4, 5, "range", "as much as"),
        ("Between 30 and 40 barges sank.", "Between 30 and 40", 30, 40, "range", "Between"),
        ("They saw 30 to 40 barges.", "30 to 40", 30, 40, "range", None),
        ("They saw 30-40 barges.", "30-40", 30, 40, "range", None),
        ("They saw 10 or 12 barges.", "10 or 12", 10, 12, "range", None),
        ("It has 2-3 million readers.", "2-3 million", 2e6, 3e6, "range", None),
        ("Dozens of barges sank.", "Dozens", None, None, "dozens-like", "Dozens"),
        ("They sank several hundred barges.", "several hundred", None, None, "dozens-like", "several hundred"),
        ("Tens of thousands of eels died.", "Tens of thousands", None, None, "dozens-like", "Tens of thousands"),
        ("A couple of barges sank.", "A couple", None, None, "dozens-like", "A couple"),
    ],
)  # fmt: skip
def test_bounds(
    nlp: Language,
    text: str,
    span: str,
    low: float | None,
    high: float | None,
    bound: str,
    word: str | None,
) -> None:
    """Bound words before and after, ranges, and words without a number."""
    (one,) = _numbers(nlp, text)
    assert (one.span.slice(text), one.low, one.high, one.bound) == (span, low, high, Bound(bound))
    assert (one.bound_word.slice(text) if one.bound_word else None) == word


@pytest.mark.parametrize(
    ("text", "form", "low"),
    [
        ("A third of the orchard burned.", "fraction", 33.3333),
        ("Two-thirds of the orchard burned.", "fraction", 66.6667),
        ("They cut the orchard in half.", "fraction", 50),
        ("One in five growers left.", "fraction", 20),
        ("Three out of four growers left.", "fraction", 75),
        ("The output doubled in Orvik.", "multiple", 2),
        ("They grew three times as many pears.", "multiple", 3),
        ("They saw a tenfold rise in theft.", "multiple", 10),
        ("Mira Dolan, 54, of Harwick resigned.", "age", 54),
        ("Her 14-year-old cousin resigned.", "age", 14),
        ("A boy aged 14 resigned.", "age", 14),
        ("Mira Dolan, now 54, resigned.", "age", 54),
        ("He died at 81 in Orvik.", "age", 81),
        ("She's only 13.", "age", 13),
    ],
)
def test_forms(nlp: Language, text: str, form: str, low: float) -> None:
    """Parts of a whole in percent, multiples and ages are told apart."""
    (one,) = _numbers(nlp, text)
    assert (one.form, one.low) == (form, low)


def test_votes_are_two_numbers(nlp: Language) -> None:
    """A vote is no range, whichever side is larger."""
    for text in ("The council voted 61-38 on it.", "It was upheld in a 4-5 ruling."):
        assert [one.form for one in _numbers(nlp, text)] == ["score", "score"]


def test_a_change_is_two_numbers(nlp: Language) -> None:
    """From one level to another is no range, and the unit printed once is both's."""
    assert _read(nlp, "The mill cut its jobs from 3,000 to 2,500.") == [
        ("3,000", 3000, 3000),
        ("2,500", 2500, 2500),
    ]
    rose = _numbers(nlp, "Rents rose from 30 to 40 percent of wages.")
    assert [(one.low, one.unit) for one in rose] == [(30, "percent"), (40, "percent")]


@pytest.mark.parametrize(
    ("text", "unit", "per"),
    [
        ("The pipe carries 5,000 barrels a day.", "barrel", "day"),
        ("The pipe carries 5,000 barrels of tar a day.", "barrel", "day"),
        ("The clinic saw 300 people per month.", None, "month"),
        ("The raid killed 300 people a day earlier.", None, None),
        ("The raid killed 4 people including a child.", None, None),
    ],
)
def test_rates(nlp: Language, text: str, unit: str | None, per: str | None) -> None:
    """What a rate is per; days of a deed are none."""
    (one,) = _numbers(nlp, text)
    assert (one.unit, one.per) == (unit, per)


@pytest.mark.parametrize(
    "text",
    [
        "He read Article 5 on Flight 12 with page 14 in hand.",
        "An F-16 and a Boeing 737 flew to the G-20.",
        "The Group of Seven met at No. 10.",
        "No one saw one another.",
        "It was one of the best harbours, at one point.",
        "They met on 3 May 2014 at 7:30 p.m. for three weeks.",
        "Call 555-123-4567 or write to 10 Market Street.",
        "A two-way radio and a one-on-one talk helped.",
        "In the second half the third man left.",
        "See https://example.com/2014/55 for more.",
        "He served a 10-day sentence.",
        "They came between three and four hours late.",
        "Her half-brother left.",
        "The couple married in Orvik with high test scores.",
        "1745 Rescuers say the weir has burst.",
        "Call 0370 10 20 400 for help.",
        "He stood between the two.",
        "At 1800 GMT they left.",
        "Units 2615 and 7445 were sent.",
        "The four-year-old war goes on.",
        "(2) Repair the weir.",
        "The 9/11 hearings resumed.",
        "They walk a fine line, one supposes.",
        "They met one setback after another.",
        "It does this: one, mend the weir, and two, pay for it.",
    ],
)
def test_no_figures(nlp: Language, text: str) -> None:
    """Names, references, times, addresses, ordinals and idioms are no numbers of anything."""
    assert _read(nlp, text) == []


def test_one_that_counts(nlp: Language) -> None:
    """`one` counts with a noun, and among others that are counted."""
    text = "One miner died, killing two guards and wounding one."
    assert [low for _, low, _ in _read(nlp, text)] == [1, 2, 1]


@given(value=st.integers(min_value=0, max_value=999_999_999_999))
def test_digits_read_back(value: int) -> None:
    """A number written with or without separators is read as itself, to its end."""
    for printed in (f"{value}", f"{value:,}"):
        core = read_core(printed, 0)
        assert core is not None
        assert (core.end, core.value) == (len(printed), value)


def _spell(value: int) -> str:
    if value < 20:
        return (_ONES + _TEENS)[value - 1]
    if value < 100:
        rest = f"-{_ONES[value % 10 - 1]}" if value % 10 else ""
        return _TENS[value // 10 - 2] + rest
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= size:
            rest = f" {_spell(value % size)}" if value % size else ""
            return f"{_spell(value // size)} {name}{rest}"
    raise AssertionError(value)


@given(value=st.integers(min_value=1, max_value=999_999_999))
def test_words_read_back(value: int) -> None:
    """A number written out is read as itself, to its end."""
    printed = _spell(value)
    core = read_core(printed, 0)
    assert core is not None
    assert (core.end, core.value) == (len(printed), value)


_PIECES = st.sampled_from(
    [
        *("5", "1,200", "$", "£3m", "30-40", "%", "percent", "million", "a", "half", "of", "third"),
        *("dozens", "several", "hundred", "more than", "or", "to", "between", "and", "from", "one"),
        *("in", "five", "-", "2-1", "aged", ",", ".", "twice", "as", "miles", "a day", "barges"),
        *("Mira", "2014", "May", "(", ")", "about", "3.5", "#7bn", "1/2", "plus", "fell", "tens"),
    ]
)


@settings(deadline=None)
@given(pieces=st.lists(_PIECES, max_size=14), glue=st.sampled_from([" ", "", "-", "\n"]))
def test_any_words(nlp: Language, pieces: list[str], glue: str) -> None:
    """Whatever stands there: places lie within the text, in order and apart, and ends agree."""
    text = glue.join(pieces)
    doc = nlp(text)
    words, times = parsed_words(doc), find_times(doc)
    numbers = find_numbers(words, times)
    assert numbers == find_numbers(words, times)
    end = 0
    for one in numbers:
        assert end <= one.span.start
        assert one.number.start < one.number.end
        assert one.span.start <= one.number.start
        assert one.number.end <= one.span.end <= len(text)
        assert one.bound_word is None or one.bound_word.end <= len(text)
        assert 0 <= one.first <= one.last < len(words.words)
        assert words.starts[one.first] <= one.number.start
        assert one.number.end <= words.ends[one.last]
        assert one.low is None or one.high is None or one.low <= one.high
        assert (one.bound is Bound.DOZENS_LIKE) == (one.low is None and one.high is None)
        end = one.span.end


def test_every_cardinal_is_read(nlp: Language) -> None:
    """Every word for a number stands for it in a sentence, whatever its case."""
    for word, value in number_words().cardinals.items():
        if value > 1:
            assert _read(nlp, f"They saw {word.upper()} barges.") == [(word.upper(), value, value)]
