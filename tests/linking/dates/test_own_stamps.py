"""Stamps of day and clock that run into the text."""

from __future__ import annotations

import pytest
from own_articles import bounds

FILL = "The water rose again and the mayor asked for pumps and for men. " * 15


@pytest.mark.parametrize(
    "line",
    [
        "TORVIK | Wed Mar 5, 2014 1:00pm EST TORVIK (MPA) - The wall fell on Monday.",
        "Wednesday 5 March 2014 11.02 GMT The wall fell on Monday.",
        "Wall falls in Torvik 5 March 2014 11:02 The wall fell on Monday.",
    ],
)
def test_a_stamp_at_the_head_is_the_day(line: str) -> None:
    """A full day with a clock, in no sentence, glued to the first one."""
    assert bounds(line)["stamp-at-head"] == ("2014-03-05", "2014-03-05")


@pytest.mark.parametrize(
    "line",
    [
        "The wall fell on 5 March 2014, 11:02, and nobody was hurt.",
        "Updated 5 March 2014 11:02 The wall fell on Monday.",
        "A version appeared on p1 of the Herald, 5 March 2014 11:02",
        f"{FILL} 5 March 2014 11:02",
    ],
)
def test_a_clock_in_a_sentence_or_far_down_is_no_stamp(line: str) -> None:
    """What happened at a minute, what was changed, and what stands far down is not the stamp."""
    assert "stamp-at-head" not in bounds(line)


def test_no_later_than_the_first_comment() -> None:
    """Readers write after publication; the earliest of their days is the bound."""
    found = bounds(
        "The road was closed.",
        "Posted by: millrat | March 6, 2014 1:32 PM | Report abuse",
        "At 14:43 5 Mar 2014, ferryman wrote: Who pays?",
    )
    assert found["first-comment"] == (None, "2014-03-05")
    assert "past-date" not in found
