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
        "11:02 GMT, Wednesday, 5 March 2014 The wall fell on Monday.",
        "Mira Oland | 11:02 UK time, Wednesday, 5 March 2014 The wall fell on Monday.",
        "TORVIK | Wed Mar 5, 2014 1:00 pm EST TORVIK (MPA) - The wall fell on Monday.",
        "Published: March 5, 2014 9:16 AM ET Updated: March 9, 2014 9:30 AM ET Wall falls.",
        "Updated: March 9, 2014 9:30 AM ET Published: March 5, 2014 9:16 AM ET Wall falls.",
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


def test_no_earlier_than_the_day_before_the_only_update() -> None:
    """A lone stamp of an update at the head is of the day of publication or of the next."""
    for line in (
        "Page last updated at 11:02 GMT, Wednesday, 5 March 2014 The wall fell on Monday.",
        "5 March 2014 Last updated at 11:02 GMT The wall fell on Monday.",
        "Last updated: 5 March 2014 The wall fell on Monday.",
    ):
        assert bounds(line)["updated-at-head"] == ("2014-03-04", "2014-03-05")


def test_no_later_than_an_update_beside_other_days() -> None:
    """Where the head prints other days too, an update tells only that the page stood by then."""
    line = "In print on 2 March 2014. Last updated: 5 March 2014 11:02 The wall fell on Monday."
    assert bounds(line)["updated-at-head"] == (None, "2014-03-05")


def test_the_first_of_many_comments_comes_within_days() -> None:
    """Of many comments the first is written within a week of publication."""
    comments = [
        f"Posted by: reader{n} | March {n}, 2014 1:32 PM | Report abuse" for n in range(6, 12)
    ]
    assert bounds("The road was closed.", *comments)["first-comment"] == (
        "2014-02-27",
        "2014-03-06",
    )


def test_no_later_than_the_first_comment() -> None:
    """Readers write after publication; the earliest of their days is the bound."""
    found = bounds(
        "The road was closed.",
        "Posted by: millrat | March 6, 2014 1:32 PM | Report abuse",
        "At 14:43 5 Mar 2014, ferryman wrote: Who pays?",
    )
    assert found["first-comment"] == (None, "2014-03-05")
    assert "past-date" not in found
