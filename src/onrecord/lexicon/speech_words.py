"""The words around quotations, checked: which words between marks were said."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_FILE = "speech"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechWords:
    """The words, lower case, as they stand in the file."""

    tags: frozenset[str]
    """Plain verbs of speech as printed after a quotation."""
    verbs: frozenset[str]
    """Base forms of verbs that carry a quotation beside them."""
    inner_verbs: frozenset[str]
    """Base forms of verbs whose clause is somebody's words inside of a quotation."""
    describing: frozenset[str]
    """Base forms of verbs that say what somebody calls a thing."""
    uttering: frozenset[str]
    """Base forms of verbs right before a quotation that was uttered, however short it is."""
    goes_on: frozenset[str]
    """Base forms after which an infinitive of speech was spoken: `went on to say`."""
    refusing: frozenset[str]
    """Base forms after which it was not: `declined to say`."""
    speaking: frozenset[str]
    """Who may speak in a headline before a colon."""
    nobody: frozenset[str]
    """Words that make a source nobody: `no official`."""
    conditions: frozenset[str]
    """What opens a condition."""
    own: frozenset[str]
    """Sources inside of somebody's words that are himself, or nobody in particular."""
    frames: frozenset[str]
    """What opens the time or place of saying between a cue and `that`."""
    clause_openers: frozenset[str]
    """What opens a clause after that `that`, rather than a relative one."""
    naming: frozenset[str]
    """Words right before marks that hold a name or term."""
    works: frozenset[str]
    """Nouns right before marks that say what is named between them."""


@cache
def speech_words() -> SpeechWords:
    """The words of `speech.yaml`.

    Raises:
        LexiconError: a list is missing, empty or holds what is no word.
    """
    data = load_data(_FILE)
    names = frozenset(field.name for field in fields(SpeechWords))
    check_keys(_FILE, data, required=names, optional=frozenset())
    for name in names:
        words = data[name]
        if not isinstance(words, list) or not words:
            raise LexiconError(f"{_FILE}.yaml: {name} is no list")
        if wrong := [word for word in words if not isinstance(word, str) or word != word.lower()]:
            raise LexiconError(f"{_FILE}.yaml: {name} holds what is no word: {wrong[0]!r}")
    return SpeechWords(**{name: frozenset(data[name]) for name in names})
