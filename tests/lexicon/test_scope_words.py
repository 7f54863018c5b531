"""The words of scopes and the classes of events: sound, and refused where they are not."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from broken_data import replace_data

from onrecord.lexicon import scope_words as module
from onrecord.lexicon.data_files import LexiconError, load_data
from onrecord.lexicon.scope_words import same_cause, scope_words


def test_every_class_of_events_has_words() -> None:
    """A class without a noun or verb could never be found; no noun tells two."""
    causes = scope_words().causes
    assert all(cause.nouns or cause.verbs for cause in causes.values())
    nouns = [noun for cause in causes.values() for noun in cause.nouns]
    assert len(nouns) == len(set(nouns))


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("bombing", "bombing", True),
        ("bombing", "attack", True),
        ("attack", "stabbing", True),
        ("air-strike", "attack", True),  # over `strike`
        ("air-strike", "shelling", True),
        ("", "flood", True),
        ("flood", "stabbing", False),
        ("epidemic", "earthquake", False),
    ],
)
def test_two_classes_tell_of_one_event_when_equal_akin_or_wider(
    left: str, right: str, same: bool
) -> None:
    """A bombing may be called an attack; a flood is never called a stabbing."""
    assert same_cause(left, right) is same
    assert same_cause(right, left) is same


Broken = Callable[[dict[str, Any]], Any]
BROKEN: dict[str, tuple[Broken, str]] = {
    "a list is missing": (lambda d: d.pop("there"), "has no there"),
    "a list is unknown": (lambda d: d.update(where=["here"]), "unknown keys where"),
    "a list is empty": (lambda d: d.update(there=[]), "there is empty or no list"),
    "a word is none": (lambda d: d["there"].append(True), "there holds what is no word: True"),
    "a class without verbs": (lambda d: d["causes"]["flood"].pop("verbs"), "has no verbs"),
    "no classes": (lambda d: d.update(causes={}), "causes is empty"),
    "a noun of two classes": (
        lambda d: d["causes"]["fire"]["nouns"].append("flood"),
        "'flood' stands in flood and in fire",
    ),
    "a wider class is unknown": (
        lambda d: d["wider"].update(flood="rain"),
        "no class of events is called rain",
    ),
    "a kin class is unknown": (
        lambda d: d["akin"].append(["rain", "flood"]),
        "no class of events is called rain",
    ),
    "wider is a list": (lambda d: d.update(wider=["flood"]), "wider is no table"),
}


@pytest.mark.parametrize(("breaks", "complaint"), BROKEN.values(), ids=list(BROKEN))
def test_broken_scopes_are_refused(
    monkeypatch: pytest.MonkeyPatch, breaks: Broken, complaint: str
) -> None:
    """A broken file says which list is wrong, and how."""
    data = copy.deepcopy(load_data("scopes"))
    breaks(data)
    replace_data(monkeypatch, module, data, "scope_words")
    with pytest.raises(LexiconError, match=complaint):
        module.scope_words()
