"""Mentions: the name alone, without marks and possessive endings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.mentions import trim_name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Jane Roe", "Jane Roe"),
        ("Jane Roe’s", "Jane Roe"),
        ("Jane Roe's", "Jane Roe"),
        ("the Roes’", "the Roes"),
        ("“Jane Roe”", "Jane Roe"),
        ("(MPA)", "MPA"),
        ("– Jane Roe,", "Jane Roe"),
        ("U.S.", "U.S."),
        ("O’Neill", "O’Neill"),
        ("Al-Alm", "Al-Alm"),
        ("Jane Roe\nWater Reporter", "Jane Roe"),
        ("Jane Roe’s ”", "Jane Roe"),
    ],
)
def test_marks_around_a_name(printed: str, name: str) -> None:
    """Marks, a possessive ending and a second line are left out; marks inside stay."""
    text = f"It was {printed} who came"
    span = trim_name(text, 7, 7 + len(printed))
    assert span is not None
    assert span.slice(text) == name


@pytest.mark.parametrize("printed", ["“”", "  ", "2022", "— 12,000", "\n Jane"])
def test_without_a_letter_there_is_no_name(printed: str) -> None:
    """Marks and numbers alone are no name."""
    assert trim_name(printed, 0, len(printed)) is None


@given(st.text(), st.data())
def test_a_name_is_a_part_of_what_was_found(text: str, data: st.DataObject) -> None:
    """The trimmed name lies inside of the entity and holds a letter; nothing raises."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = trim_name(text, start, end)
    if span is not None:
        assert start <= span.start < span.end <= end
        assert any(c.isalpha() for c in span.slice(text))
