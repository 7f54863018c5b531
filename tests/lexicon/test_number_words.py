"""The words of numbers: read, checked, and refused where they say what cannot be."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from onrecord.lexicon import number_words as module
from onrecord.lexicon.data_files import LexiconError, load_data
from onrecord.lexicon.number_words import number_words


def test_the_file_is_read() -> None:
    """Forms lead to what they stand for."""
    words = number_words()
    assert words.cardinals["twelve"] == 12
    assert words.cardinals["zero"] == 0
    assert words.units["kilometres"] == "kilometer"
    assert words.currencies["euros"] == "EUR"
    assert words.bounds_before["more than"] == "at-least"
    assert "no" in words.before_one


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda data: data.pop("times"), "times is missing"),
        (lambda data: data.update(times=[]), "times is missing"),
        (lambda data: data.update(times=["Day"]), "holds what is no word: 'Day'"),
        (lambda data: data.update(times=[False]), "holds what is no word: False"),
        (lambda data: data["scales"].update(nothing=0), "nothing stands for no number"),
        (lambda data: data["scales"].update(nothing=True), "nothing stands for no number"),
        (lambda data: data["signs"].update({"$": 5}), "signs is missing or holds"),
        (lambda data: data["units"].update(cubit=["mile"]), "mile is of mile and of cubit"),
        (lambda data: data["bounds_before"].update(sharply=["just"]), "no bound sharply"),
        (lambda data: data.update(multiples=None), "multiples is missing"),
    ],
)
def test_a_wrong_file_is_refused(
    change: Any, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot stand in a list is named."""
    data = deepcopy(load_data("numbers"))
    change(data)
    monkeypatch.setattr(module, "load_data", lambda _: data)
    with pytest.raises(LexiconError, match=message):
        number_words.__wrapped__()
