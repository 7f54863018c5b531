"""Words of interviews, shared credits and unnamed sources."""

from __future__ import annotations

import pytest

from onrecord.lexicon.briefing_words import briefing_words
from onrecord.lexicon.interview_words import interview_words


@pytest.mark.parametrize(
    ("sentence", "framed"),
    [
        ("Her remarks came in an exclusive interview with the Elm Courier.", True),
        ("The comments were made during a conversation with Radio Kerrow.", True),
        ("In an interview with the Elm Courier, she said that the gates were shut.", False),
        ("Her remarks were long. They came late. An interview followed.", False),
    ],
)
def test_frames(sentence: str, framed: bool) -> None:
    """Only a sentence that says it of all that was said frames an article."""
    assert bool(interview_words().frame.search(sentence)) is framed


@pytest.mark.parametrize(
    ("credit", "shared"),
    [
        ("By Hanne Pell, with MEA", True),
        ("MEA contributed to this report.", True),
        ("By Hanne Pell, Mirefield Elm Agency", False),
    ],
)
def test_shared_credits(credit: str, shared: bool) -> None:
    """A credit beside an outlet's own work is told from one of the whole."""
    assert bool(interview_words().shared_credit.search(credit)) is shared


def test_who_briefs() -> None:
    """Officials brief; how senior they are tells no two of them apart."""
    words = briefing_words()
    assert "official" in words.nouns
    assert "senior" in words.general
    assert not words.nouns & words.general
