"""Units, bounds and ranges that are printed apart from their number."""

from __future__ import annotations

import pytest
from spacy.language import Language

from onrecord.analysis.figures.numbers import find_numbers
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import parsed_words
from onrecord.analysis.times import find_times
from onrecord.values.vocabulary import Bound


def _numbers(nlp: Language, text: str) -> list[Number]:
    doc = nlp(text)
    return find_numbers(parsed_words(doc), find_times(doc))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It cost billions of dollars.", "USD"),
        ("It lost hundreds of millions of euros.", "EUR"),
        ("It spilled millions of gallons of oil.", "gallon"),
        ("The fund holds 50 million crowns.", "crown"),
        ("It was 1.5 m Norlanders who left.", None),
        ("A beam 3 m long fell.", "meter"),
        ("It pumps 40,000 bpd.", "barrel"),
    ],
)
def test_the_unit_of_a_number(nlp: Language, text: str, unit: str | None) -> None:
    """Behind `of`, of a currency without a code, and of a magnitude none."""
    assert [one.unit for one in _numbers(nlp, text)] == [unit]


def test_bare_millions_share_the_currency_before_them(nlp: Language) -> None:
    """One currency is printed for both sums of a sentence."""
    found = _numbers(nlp, "Ostra gives 50 million crowns and each of the provinces 18 million.")
    assert [(one.low, one.unit) for one in found] == [(5e7, "crown"), (1.8e7, "crown")]


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("They handed over two men.", 2, 2, Bound.EXACT),
        ("They talked about three million people.", 3e6, 3e6, Bound.EXACT),
        ("She had negative $25 left.", -25, -25, Bound.EXACT),
        ("It bears losses beyond $42 billion.", 42e9, None, Bound.AT_LEAST),
        ("Some 45-50,000 people fled.", 45_000, 50_000, Bound.RANGE),
        ("About a quarter blame the mayor.", 25, 25, Bound.ABOUT),
    ],
)
def test_what_a_number_comes_to(
    nlp: Language, text: str, low: float, high: float | None, bound: Bound
) -> None:
    """A particle is no bound; a range may leave out its thousands."""
    assert [(one.low, one.high, one.bound) for one in _numbers(nlp, text)] == [(low, high, bound)]
