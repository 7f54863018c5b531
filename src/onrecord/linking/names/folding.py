"""When two printed names count as written alike: case, accents, hyphens, articles, spelling.

`search_form` is what a person may type for a name; `spelled` is the key under which several
spellings of one foreign name meet.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.lexicon.name_words import name_words
from onrecord.text.folding import fold

_WORD = re.compile(r"[^\W_]+(?:['’`´ʼ][^\W_]+)*")
_POSSESSIVE = re.compile(r"(?:['’][sS]|['’])$")
_APOSTROPHES = re.compile(r"['’`´ʼ]")
_STOPS = re.compile(r"\b([^\W\d_])\.\s?(?=[^\W\d_]\.)")
_TWO_INITIALS = re.compile(r"\b([A-Z])([A-Z])\b(?= [^\W\d_]{2})")
PLAIN_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*")
"""A name of words of ASCII letters alone, each with one capital: nothing in it is to be undone."""


@lru_cache(maxsize=50_000)
def folded_words(name: str, *, initials: bool = False) -> tuple[str, ...]:
    """The words of a name without case, accents and apostrophes; parted at hyphens and stops.

    Single letters with full stops between them are one word (`U.S.` is `us`), or with `initials`
    one word each (`J.K. Rowling`, `JK Rowling`).
    """
    if PLAIN_NAME.fullmatch(name):
        return tuple(name.lower().split(" "))
    joined = name
    if not initials:
        joined = _STOPS.sub(r"\1", name)
    elif not name.isupper():
        joined = _TWO_INITIALS.sub(r"\1 \2", name)
    words = (_POSSESSIVE.sub("", word) for word in _WORD.findall(joined))
    return tuple(fold(_APOSTROPHES.sub("", word)) for word in words if word)


def search_form(name: str) -> str:
    """A name as people type it: no case, accents, marks, `the`, nor `al-` before its words."""
    words = folded_words(name)
    if words and words[0] == "the":
        words = words[1:]
    articles = name_words().articles
    kept = [word for word in words if word not in articles]
    return " ".join(kept or words)


@lru_cache(maxsize=50_000)
def spelled(word: str) -> str:
    """What a folded word counts as when spellings of one name are looked for."""
    if len(word) < 3 or not word.isalpha():
        return word
    for written, pattern, to in _spellings():
        if written is None:
            word = pattern.sub(to, word)
        elif written in word:
            word = word.replace(written, to)
    return word


@cache
def _spellings() -> tuple[tuple[str | None, re.Pattern[str], str], ...]:
    """The classes of spelling, each with what is replaced where that is letters alone."""
    return tuple(
        (pattern.pattern if pattern.pattern.isalpha() else None, pattern, to)
        for pattern, to in name_words().spellings
    )


def same_spelling(one: str, other: str) -> bool:
    """Whether two folded words may be one foreign name, written in two ways."""
    if one == other:
        return True
    shortest = name_words().shortest_spelling
    return min(len(one), len(other)) >= shortest and spelled(one) == spelled(other)
