"""Line cuts: what is glued to a line comes off it, and nothing of a sentence does."""

from __future__ import annotations

from typing import Any

import pytest
from broken_data import replace_data

from onrecord.lexicon import line_cuts as module
from onrecord.lexicon.data_files import LexiconError
from onrecord.lexicon.line_cuts import LineCut, line_cuts
from onrecord.values.vocabulary import Role

CUTS = {cut.name: cut for cut in line_cuts()}


@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS)
def test_the_example_is_cut(cut: LineCut) -> None:
    """Rest and glued part of the example are both there and make up all of it."""
    start = cut.find(cut.example)
    assert start is not None
    assert cut.example[:start].strip()
    assert cut.example[start:].strip()
    assert Role(cut.role)


@pytest.mark.parametrize(
    "line",
    [
        "The road was shut.",
        "The men told Reuters",
        "The minister spoke to Reuters on Monday.",
        "He asked for more",
        "There was no more.",
        "On March 8, 2022 the road was shut.",
        "The road was shut on Monday, March 7, 2022",
        "The wall (see the map) was shut.",
    ],
)
def test_sentences_are_not_cut(line: str) -> None:
    """A sentence that ends in a day or an agency's name keeps its end."""
    assert [cut.name for cut in line_cuts() if cut.find(line) is not None] == []


@pytest.mark.parametrize("missing", ["name", "role", "pattern", "example"])
def test_an_entry_without_a_part_is_refused(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """The error names what is missing."""
    entry: dict[str, Any] = {
        "name": "one",
        "role": "credit",
        "pattern": "x",
        "before": "y",
        "example": "yx",
    }
    del entry[missing]
    replace_data(monkeypatch, module, {"cuts": [entry]}, "line_cuts")
    with pytest.raises(LexiconError, match=f"has no {missing}"):
        module.line_cuts()


def test_an_expression_that_does_not_work_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the entry."""
    entry = {"name": "one", "role": "credit", "pattern": "(x", "before": "y", "example": "yx"}
    replace_data(monkeypatch, module, {"cuts": [entry]}, "line_cuts")
    with pytest.raises(LexiconError, match="one: "):
        module.line_cuts()


@pytest.mark.parametrize("also", [{}, {"before": "y", "words": "y"}])
def test_an_entry_says_what_may_stand_before(
    monkeypatch: pytest.MonkeyPatch, also: dict[str, str]
) -> None:
    """Neither `before` nor `words`, or both of them, is refused."""
    entry = {"name": "one", "role": "credit", "pattern": "x", "example": "yx"}
    replace_data(monkeypatch, module, {"cuts": [entry | also]}, "line_cuts")
    with pytest.raises(LexiconError, match="either before or words"):
        module.line_cuts()


@pytest.mark.parametrize("line", [", " * 2_000, "- " * 2_000, "A. " * 2_000, "12 " * 2_000])
def test_odd_lines_take_no_time(line: str) -> None:
    """What is looked at is bounded: a line of any length is cut or left at once."""
    for cut in line_cuts():
        found = cut.find(line)
        assert found is None or found >= len(line) - 220
