"""The words of what figures count: read, checked, and refused where they say what cannot be."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from onrecord.lexicon import counted_words as module
from onrecord.lexicon.counted_words import counted_words
from onrecord.lexicon.data_files import LexiconError, load_data


def test_the_file_is_read() -> None:
    """Forms lead to lemmas, lemmas to classes, outcomes stand in order."""
    words = counted_words()
    assert words.singulars["people"] == "person"
    assert words.classes["soldier"] == "troop"
    assert words.joined["asylum", "seeker"] == "migrant"
    assert words.outcomes[0].name == "killed"
    assert "no" not in words.pronouns


def test_lists_of_outcomes_name_outcomes() -> None:
    """What is said of people only, or of things only, is an outcome; and never both."""
    words = counted_words()
    names = {one.name for one in words.outcomes}
    assert words.of_people | words.only_people | words.only_things <= names
    assert not words.only_people & words.only_things


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda data: data.pop("plain"), "plain is missing"),
        (lambda data: data.update(plain="new"), "plain is missing or no list"),
        (lambda data: data.update(plain=["New"]), "holds what is no word: 'New'"),
        (lambda data: data.update(between=[False]), "holds what is no word: False"),
        (lambda data: data.update(classes={}), "classes is missing or no table"),
        (lambda data: data["classes"]["child"].append("soldier"), "soldier stands under"),
        (lambda data: data["joined"]["troop"].append("soldier"), "no word before a head"),
        (lambda data: data.update(outcomes=[]), "outcomes is missing or no table"),
        (lambda data: data["outcomes"]["killed"].pop("do"), "has no do"),
        (lambda data: data["outcomes"]["killed"].update(kind="share"), "of the kind 'share'"),
    ],
)
def test_a_wrong_file_is_refused(
    change: Any, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot stand in a list is named."""
    data = deepcopy(load_data("counted"))
    change(data)
    monkeypatch.setattr(module, "load_data", lambda _: data)
    with pytest.raises(LexiconError, match=message):
        counted_words.__wrapped__()
