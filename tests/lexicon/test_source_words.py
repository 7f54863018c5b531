"""The words for sources: complete, each of one kind, and refused where they are not."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from broken_data import replace_data

from onrecord.lexicon import source_words as module
from onrecord.lexicon.data_files import LexiconError, load_data
from onrecord.lexicon.source_words import (
    SourceNoun,
    gender_of,
    noun_kind,
    singulars,
    source_words,
    titles_for,
)


def test_every_list_has_words() -> None:
    """No list is empty, and nouns are lower case."""
    words = source_words()
    for field in fields(words):
        assert getattr(words, field.name), field.name
    assert [noun for noun in words.nouns if noun != noun.lower()] == []


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("the statement", SourceNoun.DOCUMENT),
        ("a recent report", SourceNoun.DOCUMENT),
        ("media reports", SourceNoun.OUTLET),
        ("prime ministers", SourceNoun.PERSON),
        ("the spokesmen", SourceNoun.PERSON),
        ("his ex-wife", SourceNoun.PERSON),
        ("an ornithologist", SourceNoun.PERSON),
        ("many people", SourceNoun.CROWD),
        ("two companies", SourceNoun.ORGANISATION),
        ("the white house", SourceNoun.ORGANISATION),
        ("a lighthouse", None),
    ],
)
def test_kind_of_a_noun(phrase: str, kind: SourceNoun | None) -> None:
    """The last words of a phrase say what kind of source it is, in the plural too."""
    assert noun_kind(tuple(phrase.split())) == kind


def test_no_words_are_of_no_kind() -> None:
    """An empty phrase is no source."""
    assert noun_kind(()) is None


def test_plurals() -> None:
    """Regular plurals and those of men lead to the singular; what is none stays as it is."""
    assert "ministry" in singulars("ministries")
    assert "spokesman" in singulars("spokesmen")
    assert "boss" in singulars("bosses")
    assert singulars("press") == ("press",)


def test_titles_and_genders() -> None:
    """A lawmaker may be a senator; a title may tell the gender."""
    assert "senator" in titles_for("lawmaker")
    assert titles_for("lighthouse") == frozenset()
    assert (gender_of("mrs."), gender_of("chairman"), gender_of("doctor")) == ("f", "m", "")


def _twice(data: dict[str, Any]) -> None:
    data["people"].append(data["documents"][0])


def _no_list(data: dict[str, Any]) -> None:
    data["conditions"] = "on background"


def _no_word(data: dict[str, Any]) -> None:
    data["occasions"].append(7)


def _missing(data: dict[str, Any]) -> None:
    del data["male"]


def _unknown_gender(data: dict[str, Any]) -> None:
    data["pronouns"]["he"] = {"gender": "x"}


@pytest.mark.parametrize("spoil", [_twice, _no_list, _no_word, _missing, _unknown_gender])
def test_broken_data_is_refused(
    monkeypatch: pytest.MonkeyPatch, spoil: Callable[[dict[str, Any]], None]
) -> None:
    """A noun of two kinds, a list that is none and a gender that is none are named."""
    data = copy.deepcopy(load_data("sources"))
    spoil(data)
    replace_data(monkeypatch, module, data, "source_words")
    with pytest.raises(LexiconError, match=r"sources\.yaml"):
        module.source_words()
