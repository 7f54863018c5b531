"""What is told as somebody's words without a verb of speech: `allegedly`, `a reported $5 million`,
a headline that ends in its source."""

from __future__ import annotations

import re

from onrecord.analysis.figures.modality_nouns import Mood
from onrecord.analysis.figures.modality_words import below, is_verb
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.figure_moods import figure_moods
from onrecord.values.vocabulary import Modality

_MOST_STEPS = 8
_ENDS = frozenset({"relcl", "advcl", "ccomp", "conj"})
_LONGEST_SOURCE = 6
_STOPS = (".", "!", "?", ";")


_CORRECTED = re.compile(
    r"\b(?:earlier|previous|original|initial)\s+(?:version|edition|headline)\b[^.]*?"
    r"\b(?:said|stated|gave|put|reported|misstated|wrongly)\b",
    re.IGNORECASE,
)


def corrected(words: ParsedWords, number: Number) -> Mood | None:
    """Whether a number is what an earlier version of the article had: `said that 410 were hurt`."""
    opening = words.text.rfind(".", 0, number.span.start) + 1
    if _CORRECTED.search(words.text, opening, number.span.start) is None:
        return None
    return Modality.DENIED, "hearsay: correction"


def hearsay(words: ParsedWords, number: Number, noun: int) -> Mood | None:
    """Whether a figure is told as what others say, and the word that tells so.

    Args:
        words: the paragraph.
        number: the number.
        noun: the noun of its phrase, or its own word.
    """
    node = noun
    for _ in range(_MOST_STEPS):
        for child in below(words, node):
            lower = words.lower[child]
            if lower in figure_moods().hearsay and words.deps[child] in ("advmod", "amod"):
                return Modality.REPORTED, f"hearsay: {lower}"
        head = words.heads[node]
        if head == node or words.deps[node] in _ENDS:
            break
        node = head
    return _sourced_headline(words, number)


def _sourced_headline(words: ParsedWords, number: Number) -> Mood | None:
    """`Firm moved $5 million: court papers`."""
    if words.text.rstrip().endswith(_STOPS):
        return None
    last = len(words.words)
    colon = next((at for at in range(last - 1, number.last, -1) if words.words[at] == ":"), None)
    if colon is None or not 0 < last - colon - 1 <= _LONGEST_SOURCE:
        return None
    source = range(colon + 1, last)
    if any(is_verb(words, at) or words.tags[at] == "CD" for at in source):
        return None
    return Modality.REPORTED, "hearsay: headline"
