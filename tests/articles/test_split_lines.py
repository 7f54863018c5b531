"""Lines into segments: nothing lost, nothing twice, glued ends cut off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.lines import cut_points, split_lines

LINE_TEXT = st.text(
    alphabet=st.sampled_from("ab .,\n\r\u2028\u00a0\t\x0b\x85(Reuters)—more\x00\ufeff")
)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("The road was shut. (Reuters)", ["The road was shut.", "(Reuters)"]),
        ("“It is shut.” — AFP", ["“It is shut.”", "— AFP"]),
        ("The road was shut. (RELATED: The wall)", ["The road was shut.", "(RELATED: The wall)"]),
        ("The road was shut. Read more (Reuters)", ["The road was shut. Read more (Reuters)"]),
        ("By Jane Roe March 8, 2022", ["By Jane Roe", "March 8, 2022"]),
        (
            "Meridian Press Agency Monday, March 7, 2022",
            ["Meridian Press Agency", "Monday, March 7, 2022"],
        ),
        (
            "By Jane Roe on Monday, March 7th, 2022 at 11:04 a.m.",
            ["By Jane Roe", "on Monday, March 7th, 2022 at 11:04 a.m."],
        ),
        ("The road was shut on March 8, 2022", ["The road was shut on March 8, 2022"]),
        ("He told Reuters", ["He told Reuters"]),
        ("There is no more.", ["There is no more."]),
        ("(Reuters)", ["(Reuters)"]),
    ],
)
def test_glued_ends(line: str, parts: list[str]) -> None:
    """Credits, links, buttons and stamps come off the end of a line; words of a sentence do not."""
    assert [line[s:e] for s, e in cut_points(line)] == parts


def test_a_credit_at_the_end_of_a_long_line() -> None:
    """However long the line, its glued end is cut off at the right place."""
    line = "The road was shut, and nobody knew for how long. " * 200 + "(Reuters)"
    assert [line[s:e] for s, e in cut_points(line)] == [line[:-10], "(Reuters)"]


def test_lines_blank_lines_and_offsets() -> None:
    """A segment knows its place, its line and the empty lines before it."""
    text = "\n\n  One two \n\n\nThree. (AFP)\n"
    segments = split_lines(text)
    assert [s.text for s in segments] == ["One two", "Three.", "(AFP)"]
    assert [s.blank_before for s in segments] == [0, 2, 0]
    assert segments[1].line == segments[2].line != segments[0].line


@given(LINE_TEXT | st.text())
def test_segments_are_the_text(text: str) -> None:
    """Segments are slices in order, do not overlap, and hold every character but white space."""
    segments = split_lines(text)
    position = 0
    for segment in segments:
        assert position <= segment.start < segment.end
        assert text[segment.start : segment.end] == segment.text == segment.text.strip()
        assert not text[position : segment.start].strip()
        position = segment.end
    assert not text[position:].strip()
