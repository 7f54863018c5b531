"""Words of interviews and of shared credits, as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_LISTS = ("said", "came", "occasions", "exclusive", "elsewhere", "shared_credit")
_BETWEEN = r"[^.;\n]{0,40}?"
"""What may stand between the words of a frame."""


@dataclass(frozen=True, slots=True)
class InterviewWords:
    """The lists of `interviews.yaml`, as patterns that find a word of theirs."""

    frame: re.Pattern[str]
    """All that somebody says in an article was said in an interview."""
    interview: re.Pattern[str]
    exclusive: re.Pattern[str]
    elsewhere: re.Pattern[str]
    shared_credit: re.Pattern[str]


@cache
def interview_words() -> InterviewWords:
    """The words of `interviews.yaml`.

    Raises:
        LexiconError: a list is missing or holds what is no word.
    """
    data = load_data("interviews")
    check_keys("interviews", data, required=frozenset(_LISTS), optional=frozenset())
    for name in _LISTS:
        if not data[name] or any(not isinstance(word, str) for word in data[name]):
            raise LexiconError(f"interviews.yaml: {name} is no list of words")
    said, came, occasions, *others = (_any_of(data[name]) for name in _LISTS)
    frame = re.compile(_BETWEEN.join((said, came, occasions)), re.IGNORECASE)
    return InterviewWords(frame, *(re.compile(one, re.IGNORECASE) for one in (occasions, *others)))


def _any_of(words: list[str]) -> str:
    longest = sorted(words, key=lambda word: (-len(word), word))
    return rf"\b(?:{'|'.join(map(re.escape, longest))})\b"
