"""Words with a full stop that never end a sentence, checked."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_FILE = "sentence_titles"


@cache
def sentence_titles() -> frozenset[str]:
    """The words with their full stops, in the letter case in which they are printed.

    Raises:
        LexiconError: the file says something else.
    """
    data = load_data(_FILE)
    check_keys(_FILE, data, required=frozenset({"words"}), optional=frozenset())
    words = frozenset(data["words"].split()) if isinstance(data["words"], str) else frozenset()
    if not words or not all(word.endswith(".") and len(word) > 2 for word in words):
        raise LexiconError(f"{_FILE}.yaml: words must be words that end in a full stop")
    return words
