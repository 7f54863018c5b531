"""What is settled again: all that a change can reach, and no more."""

from __future__ import annotations

from onrecord.linking.dates.component import component

LINKS = {"a": "b", "b": "ac", "c": "bd", "d": "ce", "e": "d", "f": ""}
"""A chain from a to e, and f alone."""


def reached(touched: str, known: str) -> str:
    """The articles to settle, as letters in order."""
    return "".join(sorted(component(touched, lambda one: LINKS[one], lambda one: one in known)))


def test_a_change_travels_through_the_undated() -> None:
    """Everything that hangs together without a dated article between is settled together."""
    assert reached("a", known="") == "abcde"


def test_a_dated_article_is_a_border() -> None:
    """It gives its day to what is before it and passes on nothing to what is behind it."""
    assert reached("a", known="c") == "abc"


def test_the_neighbours_of_a_touched_dated_article_are_settled() -> None:
    """A day that is new or was decided is felt by those beside it, on both sides."""
    assert reached("c", known="c") == "abcde"
    assert reached("c", known="bcd") == "bcd"


def test_what_nothing_links_stays() -> None:
    """An article without links is settled alone."""
    assert reached("f", known="") == "f"
