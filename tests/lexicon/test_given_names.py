"""Given names: each of one gender, and refused where it is of two."""

from __future__ import annotations

from typing import Any

import pytest
from broken_data import replace_data

from onrecord.lexicon import given_names as module
from onrecord.lexicon.data_files import LexiconError
from onrecord.lexicon.given_names import given_names


def test_names_tell_a_gender() -> None:
    """Common names of several languages are there; a name for both is not."""
    names = given_names()
    assert (names["clara"], names["fatima"], names["peter"], names["mustafa"]) == (
        *("f", "f"),
        *("m", "m"),
    )
    assert "robin" not in names
    assert len(names) > 1500


@pytest.mark.parametrize(
    "data",
    [
        {"male": "Ada Bo", "female": "Ada"},
        {"male": "Bo", "female": " "},
        {"male": ["Bo"], "female": "Ada"},
        {"male": "Bo"},
    ],
)
def test_broken_lists_are_refused(monkeypatch: pytest.MonkeyPatch, data: dict[str, Any]) -> None:
    """A name in both lists, an empty list and a missing one are named."""
    replace_data(monkeypatch, module, data, "given_names")
    with pytest.raises(LexiconError, match=r"given_names\.yaml"):
        module.given_names()
