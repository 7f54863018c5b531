"""The words around quotations."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.lexicon import speech_words as module
from onrecord.lexicon.data_files import LexiconError, load_data
from onrecord.lexicon.speech_words import speech_words


@pytest.fixture
def forget() -> Iterator[None]:
    """The words are read anew in the test and after it."""
    speech_words.cache_clear()
    yield
    speech_words.cache_clear()


def test_lists_are_there() -> None:
    """Every list holds words in lower case."""
    words = speech_words()
    assert "said" in words.tags
    assert "say" in words.verbs & words.inner_verbs
    assert words.inner_verbs <= words.verbs | words.uttering


@pytest.mark.usefixtures("forget")
@pytest.mark.parametrize("wrong", [[], None, ["Said"], [7]])
def test_a_wrong_list_is_refused(monkeypatch: pytest.MonkeyPatch, wrong: object) -> None:
    """An empty list or what is no word in lower case is an error that names the list."""
    data = {**load_data("speech"), "tags": wrong}
    monkeypatch.setattr(module, "load_data", lambda name: data)
    with pytest.raises(LexiconError, match="tags"):
        speech_words()
