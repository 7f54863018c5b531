"""The words that say how a figure is meant: complete, sound, and refused where they are not."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from broken_data import replace_data

from onrecord.lexicon import figure_moods as module
from onrecord.lexicon.data_files import LexiconError, load_data
from onrecord.lexicon.figure_moods import figure_moods


def test_every_list_of_moods_has_words() -> None:
    """No list is empty, and all words are lower case without space around them."""
    moods = figure_moods()
    for field in fields(moods):
        words = getattr(moods, field.name)
        assert words, field.name
        assert [word for word in words if word != word.lower().strip()] == [], field.name


def test_what_is_denied_is_no_plan() -> None:
    """The objects of one mood are not those of another, nor the words before a noun."""
    moods = figure_moods()
    for names in (
        ("planned_objects", "proposed_objects", "conditional_objects"),
        ("planned_before", "proposed_before", "conditional_before", "denied_before"),
        ("planned_nouns", "proposed_nouns", "conditional_nouns", "denied_nouns"),
        ("proposed_would", "planned_would"),
        ("will", "would", "may", "should"),
    ):
        lists = [getattr(moods, name) for name in names]
        for place, one in enumerate(lists):
            for other in lists[place + 1 :]:
                assert not one & other, names


Broken = Callable[[dict[str, Any]], Any]
BROKEN: dict[str, tuple[Broken, str]] = {
    "a list is missing": (lambda d: d.pop("denied"), "has no denied"),
    "a list is unknown": (lambda d: d.update(wished=["wish"]), "unknown keys wished"),
    "a list is empty": (lambda d: d.update(may=[]), "may is no list"),
    "a list is a word": (lambda d: d.update(may="may"), "may is no list"),
    "a word is none": (lambda d: d["will"].append(False), "will holds what is no word: False"),
    "a word has capitals": (lambda d: d["claims"].append("Toll"), "no word: 'Toll'"),
}


@pytest.mark.parametrize(("breaks", "complaint"), BROKEN.values(), ids=list(BROKEN))
def test_broken_moods_are_refused(
    monkeypatch: pytest.MonkeyPatch, breaks: Broken, complaint: str
) -> None:
    """A data file that cannot be used is refused with its name and the place."""
    data = copy.deepcopy(load_data("figure_moods"))
    breaks(data)
    replace_data(monkeypatch, module, data, "figure_moods")
    with pytest.raises(LexiconError, match=r"figure_moods\.yaml") as caught:
        module.figure_moods()
    assert complaint in str(caught.value)


def test_moods_that_are_no_lists_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of something else is refused."""
    replace_data(monkeypatch, module, ["will"], "figure_moods")
    with pytest.raises(LexiconError, match=r"figure_moods\.yaml"):
        module.figure_moods()
