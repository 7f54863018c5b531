"""The words of a printing: as they stand there, and as they are compared.

Compared are stems of spoken words: marks, case, accents, contractions, British spelling and
numbers in words make no difference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from onrecord.lexicon.wording_words import wording_words
from onrecord.text.folding import fold
from onrecord.text.stems import stem

_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ`´‘][^\W_]+)*")
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ`´‘", "'"))
_SHORTEST_SPELT = 5
"""Letters: endings of shorter words are no sign of a spelling (`four`, `rise`)."""


class PrintedWord(NamedTuple):
    """One printed word, folded, and its place in the article's text."""

    word: str
    start: int
    end: int


def printed_words(text: str, start: int, end: int) -> Iterator[PrintedWord]:
    """The words of `text[start:end]` in order; a contracted form is one word."""
    for match in _WORD.finditer(text, start, end):
        word = folded(match[0])
        if word:
            yield PrintedWord(word, *match.span())


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """A printed word without case, accents, kinds of apostrophes, dots and separators."""
    plain = (word.lower() if word.isascii() else fold(word)).translate(_APOSTROPHES)
    plain = plain.replace(".", "").replace(",", "") if _has_separators(plain) else plain
    return "".join(plain.split())  # some signs fold to several words


def _has_separators(plain: str) -> bool:
    return "," in plain or ("." in plain and not plain[0].isdigit())


@lru_cache(maxsize=1 << 16)
def spoken(word: str) -> tuple[str, ...]:
    """The words that a folded printed word stands for: `won't` is `will not`."""
    words = wording_words()
    if "'" in word or word in words.contractions:
        whole = words.contractions.get(word)
        if whole is not None:
            return whole
        for ending, rest in words.contracted_endings.items():
            if word.endswith(ending) and len(word) > len(ending):
                return (word[: -len(ending)], *rest)
    return (words.numbers.get(word, word),)


@lru_cache(maxsize=1 << 16)
def compared(word: str) -> str:
    """By what a spoken word is compared: its stem, in American spelling; of words that turn in
    indirect speech (`I will`, `he would`) the first of their kind."""
    turned = wording_words().turned.get(word)
    if turned is not None:
        return turned
    return stem(in_american(word))


def stem_counts(text: str) -> Counter[str]:
    """How often each word stands in a text, by what it is compared by."""
    counts: Counter[str] = Counter()
    for word, times in Counter(_WORD.findall(text)).items():
        for one in spoken(folded(word)):
            counts[compared(one)] += times
    return counts


def in_american(word: str) -> str:
    """A spoken word in American spelling, for comparing."""
    if len(word) >= _SHORTEST_SPELT:
        for british, american in wording_words().spellings.items():
            if word.endswith(british):
                return word[: -len(british)] + american
    return word
