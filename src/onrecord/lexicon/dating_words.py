"""Words beside a date or a title that tell what they bound, checked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache

from onrecord.lexicon.data_files import LexiconError, load_data


@dataclass(frozen=True, slots=True, kw_only=True)
class DatingWords:
    """The words, lower case; see the data file for what each list means."""

    ahead: frozenset[str]
    leads_ahead: frozenset[str]
    leads_behind: frozenset[str]
    past_events: frozenset[str]
    no_noun: frozenset[str]
    sure_to_come: frozenset[str]
    amended: frozenset[str]
    other_stamps: frozenset[str]
    comment_marks: frozenset[str]
    no_publication: frozenset[str]
    not_in_office: frozenset[str]
    left_office: frozenset[str]
    aspired_to: frozenset[str]
    belonging: frozenset[str]
    maybe_told_of: frozenset[str]
    told_of: frozenset[str]
    acts: frozenset[str]


@cache
def dating_words() -> DatingWords:
    """The words of `dating_words.yaml`.

    Raises:
        LexiconError: a list is missing, empty or unknown.
    """
    data = load_data("dating_words")
    names = {field.name for field in fields(DatingWords)}
    if unknown := sorted(set(data) - names):
        raise LexiconError(f"dating_words.yaml: unknown lists {', '.join(unknown)}")
    for name in sorted(names):
        if not isinstance(data.get(name), list) or not data[name]:
            raise LexiconError(f"dating_words.yaml: {name} is missing or no list of words")
    return DatingWords(**{name: frozenset(map(str, data[name])) for name in names})


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words as whole words, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    inside = "|".join(re.escape(w).replace(r"\ ", r"\s+").replace("'", "['’]") for w in ordered)
    return rf"(?<![\w-])(?:{inside})(?![\w-])"
