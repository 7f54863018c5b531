"""Words by which two printings of one utterance are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_FILE = "wordings"
_KEYS = frozenset(
    {"contractions", "contracted_endings", "negations", "numbers", "spellings", "turned"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingWords:
    """All in lower case, apostrophes straight."""

    contractions: Mapping[str, tuple[str, ...]]
    """Contracted forms to the words that are spoken."""
    contracted_endings: Mapping[str, tuple[str, ...]]
    """Endings with their apostrophe to the words that are spoken; none for a possessive."""
    negations: frozenset[str]
    numbers: Mapping[str, str]
    """Numbers in words to digits."""
    spellings: Mapping[str, str]
    """British endings to American ones."""
    turned: Mapping[str, str]
    """Words that turn with who tells it and when, to the first of their kind: `he` to `i`."""


@cache
def wording_words() -> WordingWords:
    """The words of the package.

    Raises:
        LexiconError: the data file says something that cannot be accepted.
    """
    return parse_wording_words(load_data(_FILE))


def parse_wording_words(data: Any) -> WordingWords:
    """The words in the content of the data file.

    Raises:
        LexiconError: a key is missing or unknown, or a value is no text.
    """
    if not isinstance(data, Mapping):
        raise LexiconError(f"{_FILE}.yaml: is no mapping")
    check_keys(_FILE, data, required=_KEYS, optional=frozenset())
    if not isinstance(data["negations"], str):
        raise LexiconError(f"{_FILE}.yaml: negations are no text")
    return WordingWords(
        contractions={k: tuple(v.split()) for k, v in _texts(data, "contractions").items()},
        contracted_endings={
            k: tuple(v.split()) for k, v in _texts(data, "contracted_endings").items()
        },
        negations=frozenset(data["negations"].split()),
        numbers=_texts(data, "numbers"),
        spellings=_texts(data, "spellings"),
        turned=_turned(data["turned"]),
    )


def _texts(data: Mapping[str, Any], key: str) -> dict[str, str]:
    found = data[key]
    if not isinstance(found, Mapping):
        raise LexiconError(f"{_FILE}.yaml: {key} is no mapping")
    for word, value in found.items():
        if not isinstance(word, str) or isinstance(value, bool) or not isinstance(value, str | int):
            raise LexiconError(f"{_FILE}.yaml: {key}: {word!r} is given as {value!r}")
        if word != word.lower():
            raise LexiconError(f"{_FILE}.yaml: {key}: {word!r} is not in lower case")
    return {word: str(value) for word, value in found.items()}


def _turned(lines: Any) -> dict[str, str]:
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise LexiconError(f"{_FILE}.yaml: turned is no list of texts")
    found: dict[str, str] = {}
    for line in lines:
        first, *others = line.split()
        for word in (first, *others):
            if word in found:
                raise LexiconError(f"{_FILE}.yaml: turned: {word} stands twice")
            found[word] = first
    return found
