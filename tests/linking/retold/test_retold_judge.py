"""Whether one sentence tells what another one tells."""

from __future__ import annotations

import pytest
from sentence_makers import sentence

from onrecord.lexicon.retold_weights import retold_weights
from onrecord.linking.retold.judge import judge, told_in
from onrecord.values.links import Retold

_SUNK = "The grain barge Corvina sank off the Quillport breakwater after striking a buoy."


def test_nearly_the_same_words_are_a_repeat() -> None:
    """Small edits leave a sentence a repeat, told on both sides."""
    other = "The grain barge Corvina sank near the Quillport breakwater after striking a buoy."
    link = judge(sentence(_SUNK), sentence(other))
    assert link is not None
    assert link.kind is Retold.REPEAT
    assert min(link.left_told, link.right_told) >= retold_weights().retelling


def test_other_words_are_a_retelling() -> None:
    """Another sentence of the same names and deeds tells it in other words."""
    other = "Striking a buoy sent the barge Corvina down off Quillport with its grain."
    link = judge(sentence(_SUNK), sentence(other))
    assert link is not None
    assert link.kind is Retold.RETELLING


def test_the_longer_one_is_not_told_by_the_shorter() -> None:
    """What tells more is not told before, though all of the shorter one is."""
    longer = (
        "The grain barge Corvina sank off Quillport while inspectors from the harbour union were "
        "photographing unlicensed welding aboard its sister vessel, the Marigold."
    )
    short = "The grain barge Corvina sank off Quillport."
    assert told_in(sentence(short), sentence(longer)) > told_in(sentence(longer), sentence(short))
    assert told_in(sentence(longer), sentence(short)) < retold_weights().retelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood drowned 14 sheep at Nettlecombe farm.", "The flood drowned 31 sheep at Nettlecombe farm."),
        ("Fares at the Ormsby ferry rose to 9 crowns.", "Fares at the Ormsby ferry rose to 12 crowns."),
    ],
)  # fmt: skip
def test_other_numbers_are_no_retelling(one: str, other: str) -> None:
    """A figure with another number is told for the first time."""
    link = judge(sentence(one), sentence(other))
    assert link is None or max(link.left_told, link.right_told) < retold_weights().near


def test_a_denial_does_not_tell_what_it_denies() -> None:
    """A sentence and its denial are never told by one another."""
    one = sentence("The harbour master accepted the shipyard's gift of a silver compass.")
    other = sentence("The harbour master never accepted the shipyard's gift of a silver compass.")
    link = judge(one, other)
    assert link is None or max(link.left_told, link.right_told) < retold_weights().retelling


def test_who_said_it_is_not_what_is_told() -> None:
    """Two statements of one speaker are not one because of the speaker's title and name."""
    who = "Harbour union secretary Tamsin Okoro-Vale"
    one = sentence(f"{who} said the crane needed paint.", said=[who, "said"])
    other = sentence(f"{who} said wages were overdue.", said=[who, "said"])
    assert judge(one, other) is None


def test_sides_do_not_matter() -> None:
    """The link of two sentences is the same whichever is given first."""
    one, other = sentence(_SUNK), sentence("The barge Corvina sank off the Quillport breakwater.")
    assert judge(one, other) == judge(other, one) is not None
