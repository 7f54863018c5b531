"""Ids: the same for the same parts, another for any others."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.values.ids import article_id, finding_id, group_id, make_id
from onrecord.values.pages import Given

PARTS = st.lists(st.none() | st.text(max_size=4), max_size=4)


@given(PARTS, PARTS)
def test_ids_differ_exactly_when_the_parts_do(
    left: list[str | None], right: list[str | None]
) -> None:
    """No two lists of parts run together into one id, however they are split."""
    assert (make_id(*left) == make_id(*right)) == (left == right)


def test_the_same_letters_split_elsewhere_are_another_id() -> None:
    """`ab`, `c` is not `a`, `bc`; a part that is missing is not an empty one."""
    assert make_id("ab", "c") != make_id("a", "bc")
    assert make_id("a", None) != make_id("a", "")
    assert make_id("a") != make_id("a", None)


@pytest.mark.parametrize("mark", [";", ":", "-;", "1:", ";1:", "\0"])
def test_marks_inside_of_a_part_part_nothing(mark: str) -> None:
    """A part may hold any mark that stands between parts and is still one part."""
    assert make_id(f"a{mark}b") != make_id("a", "b")
    assert make_id(f"a{mark}") != make_id("a", None)
    assert make_id(mark) != make_id(None)


@given(st.text() | st.binary())
def test_an_id_is_sixteen_hex_digits(part: str | bytes) -> None:
    """Any text or bytes give an id of the documented form, lone surrogates too."""
    assert re.fullmatch("[0-9a-f]{16}", make_id(part))


def test_half_a_surrogate_pair_has_an_id() -> None:
    """A text that cannot be encoded is still itself and no other."""
    assert make_id("\ud800") != make_id("\udfff")


def test_what_was_given_is_part_of_an_article() -> None:
    """The same bytes under another address, outlet or date are another article; the name is not
    part of it."""
    given_ = [
        Given(),
        Given(address="x"),
        Given(outlet="x"),
        Given(published="x"),
        Given(outlet=""),
    ]
    assert len({article_id(b"words", g) for g in given_}) == len(given_)
    assert article_id(b"words", Given()) == article_id(b"words", Given())
    assert article_id(b"words", Given()) != article_id(b"words ", Given())


def test_ids_of_findings_and_groups() -> None:
    """A finding is its kind and place; a group its kind and smallest member, in any order."""
    assert finding_id("mention", "a", 1, 23) != finding_id("mention", "a", 12, 3)
    assert finding_id("mention", "a", 1, 2) != finding_id("sentence", "a", 1, 2)
    assert group_id("origin", ["b", "a"]) == group_id("origin", ["a", "b", "c"])
    assert group_id("origin", ["a"]) != group_id("story", ["a"])
