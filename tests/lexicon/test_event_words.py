"""The words of events: complete, sound, and refused where they are not."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from broken_data import replace_data

from onrecord.lexicon import event_words as module
from onrecord.lexicon.data_files import LexiconError, load_data
from onrecord.lexicon.event_words import event_words


def test_every_list_has_words() -> None:
    """No list is empty, and all words are lower case without space around them."""
    words = event_words()
    for field in fields(words):
        table = getattr(words, field.name)
        assert table, field.name
        assert [word for word in table if word != word.lower().strip()] == [], field.name


def test_irregular_forms_lead_to_their_base_form() -> None:
    """Every form has one base form, and no base form is an irregular form of another verb."""
    irregular = event_words().irregular
    assert (irregular["met"], irregular["began"], irregular["was"]) == ("meet", "begin", "be")
    assert set(irregular) & set(irregular.values()) == set()


def test_what_is_called_off_is_no_plan() -> None:
    """The words of one status are not those of another."""
    words = event_words()
    before = (words.cancelled_before, words.scheduled_before, words.anticipated_before)
    for one in before:
        assert not any(one & other for other in before if other is not one)
    assert not words.cancelled & (words.scheduled | words.anticipated)
    assert not words.scheduled & words.anticipated


Broken = Callable[[dict[str, Any]], Any]
BROKEN: dict[str, tuple[Broken, str]] = {
    "a list is missing": (lambda d: d.pop("speech"), "speech is missing"),
    "a list is empty": (lambda d: d.update(may=[]), "may is missing"),
    "a list is a table": (lambda d: d.update(may={"may": 1}), "may is missing or no list"),
    "a word is none": (lambda d: d["dating"].append(True), "dating holds what is no word: True"),
    "a word has capitals": (lambda d: d["event_nouns"].append("Vote"), "no word: 'Vote'"),
    "no irregular verbs": (lambda d: d.pop("irregular"), "irregular is missing"),
    "a form of two verbs": (lambda d: d["irregular"]["say"].append("told"), "told is a form of"),
    "no list of forms": (lambda d: d["irregular"].update(say="said"), "say has no list of forms"),
}


@pytest.mark.parametrize(("breaks", "complaint"), BROKEN.values(), ids=list(BROKEN))
def test_broken_data_is_refused(
    monkeypatch: pytest.MonkeyPatch, breaks: Broken, complaint: str
) -> None:
    """A data file that cannot be used is refused with its name and the place."""
    data = copy.deepcopy(load_data("events"))
    breaks(data)
    replace_data(monkeypatch, module, data, "event_words")
    with pytest.raises(LexiconError, match=r"events\.yaml") as caught:
        module.event_words()
    assert complaint in str(caught.value)
