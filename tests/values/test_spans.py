"""Spans: never empty, never backward, and sliced back to their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.values.spans import Span


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 5), (5, 4), (-1, 3)])
def test_empty_backward_and_negative_spans_are_refused(start: int, end: int) -> None:
    """An anchor always has words."""
    with pytest.raises(ValueError, match=rf"\[{start}, {end}\)"):
        Span(start, end)


@given(st.text(min_size=1), st.data())
def test_a_slice_has_the_length_of_its_span(text: str, data: st.DataObject) -> None:
    """Offsets count code points, so a slice is as long as its span."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = Span(start, end).slice(text)
    assert len(words) == end - start
    assert text[:start] + words + text[end:] == text


def test_spans_stand_in_the_order_of_their_place() -> None:
    """Sorted by start, then by end."""
    assert sorted([Span(4, 6), Span(0, 9), Span(4, 5)]) == [Span(0, 9), Span(4, 5), Span(4, 6)]
