"""Words: what is left of a line without grammar."""

from __future__ import annotations

from onrecord.lexicon.words import content_words, masthead_words, stop_words, words_of


def test_words_without_case_and_possessives() -> None:
    """Marks fall away, a possessive ending too; an apostrophe inside stays."""
    assert words_of("The engineers’ wall; the town's gate – don’t!") == [
        "the", "engineers", "wall", "the", "town", "gate", "don’t",
    ]  # fmt: skip


def test_content_words_have_content() -> None:
    """No grammar, nothing under three letters, but numbers stay."""
    assert content_words("On the 8th of March, 5 men of an ox team had gone to Oa.") == [
        "8th", "march", "5", "men", "team", "gone",
    ]  # fmt: skip


def test_lists_are_lower_case() -> None:
    """Words are compared in lower case, so they are kept so."""
    assert all(w == w.lower() for w in stop_words() | masthead_words())
    assert {"the", "of", "said"} <= stop_words()
    assert "gazette" in masthead_words()
