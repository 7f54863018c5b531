"""The words that belong to a number's phrase: where it ends, what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.analysis.event_words import verb_stem
from onrecord.analysis.figures.outcome_words import stems, undergoing
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words
from onrecord.lexicon.number_words import is_currency

_PLAIN = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "AFX"})
_BETWEEN = _PLAIN | {"CC", "RB", "RBR", "RBS", "``", "''", ",", "POS", "FW"}
EXTENTS = frozenset({"strong", "long", "wide", "high", "deep", "tall", "thick"})
"""Words behind a hyphen that only say in which way it is so much: `a 5,000-strong force`."""
_BOUNDS = frozenset({"so", "more", "fewer", "less"})


@dataclass(slots=True)
class Head:
    """Where what is counted stands, and on what its phrase hangs."""

    first: int
    """First and last word of the number with its unit."""
    last: int
    top: int
    """The word of the phrase that hangs on the rest of the sentence."""
    word: int | None = None
    adjacent: bool = False
    whole: int | None = None
    """Position of the number of the whole: of `11` in `11 of the 24`."""
    partitive: bool = False
    """Whether `of` follows: `two of them`, `three of the men`."""
    pronoun: bool = False
    """Whether a pronoun names the whole: `two of them`, `of whom three`."""
    group: int | None = None
    """Of a part the word for the whole: `them`, `victims` of `two of the victims`."""
    silent: bool = False
    """Whether a pronoun or a bare `number` stands where the counted should: `it rose to 126`."""
    how: str = ""


def last_word(words: ParsedWords, number: Number) -> int:
    """The last word of a number, its unit and the words that bound it from behind."""
    last, end = number.last, number.span.end
    size = len(words.starts)
    while last + 1 < size and words.starts[last + 1] < end:
        last += 1
    if last + 1 < size and words.lower[last + 1] in ("+", "plus"):
        return last + 1
    if last + 2 < size and words.lower[last + 2] in EXTENTS and is_hyphen(words, last + 1):
        return last + 2
    ends = last + 2 < size and words.lower[last + 1] == "or" and words.lower[last + 2] in _BOUNDS
    return last + 2 if ends else last


def root_of(words: ParsedWords, first: int, last: int) -> int:
    """The last of the words from `first` to `last` that hangs on none of them."""
    for at in range(last, first - 1, -1):
        head = words.heads[at]
        if (head == at or not first <= head <= last) and not words.marks[at]:
            return at
    for at in range(first, last + 1):
        if not first <= words.heads[at] <= last and words.tags[at][:2] == "NN":
            return at  # a sign that the parse takes for a noun: `# 490`
    return last


def object_of(words: ParsedWords, preposition: int) -> int | None:
    """What a preposition governs."""
    for child in words.children.get(preposition, ()):
        if child > preposition and words.deps[child] == "pobj":
            return child
    return None


def run(words: ParsedWords, first: int) -> int:
    """The last word of the run of adjectives and nouns that begins at `first`; else before it."""
    at, size, not_heads = first, len(words.tags), counted_words().not_heads
    while at < size and words.lower[at] not in not_heads:
        glued = is_hyphen(words, at) or is_hyphen(words, at + 1)
        if words.words[at] == "|" or (at > first and _is_headline_verb(words, at)):
            break
        if words.tags[at] not in _PLAIN and not glued and not _joins_adjectives(words, at):
            break
        at += 1
    return at - 1


def is_phrase(words: ParsedWords, first: int, last: int) -> bool:
    """Whether the words from `first` to before `last` may all stand before one noun."""
    for at in range(first, last):
        if words.words[at] == "|" or _is_headline_verb(words, at):
            return False
        if words.tags[at] in _BETWEEN or is_hyphen(words, at) or is_hyphen(words, at + 1):
            continue
        if words.lower[at] in ("no", "yes") and words.tags[at - 1] in ("``", "''"):
            continue
        return False
    return True


def _is_headline_verb(words: ParsedWords, at: int) -> bool:
    """Whether it is a verb in spite of its tag: `kills 10, injures scores`."""
    low = words.lower[at]
    return not low.endswith("ed") and undergoing(low) in ("killed", "wounded")


def _joins_adjectives(words: ParsedWords, at: int) -> bool:
    if words.tags[at] not in ("CC", ",") or not 0 < at < len(words.tags) - 1:
        return False
    return words.tags[at - 1][:2] == "JJ" and words.tags[at + 1][:2] == "JJ"


def is_hyphen(words: ParsedWords, at: int) -> bool:
    """Whether it is a hyphen inside a word."""
    if not 0 < at < len(words.tags) - 1 or words.tags[at] not in ("HYPH", ":"):
        return False
    return words.ends[at - 1] == words.starts[at] and words.ends[at] == words.starts[at + 1]


def is_money(words: ParsedWords, number: Number) -> bool:
    """Whether it is a sum of money, or a bare `billions`."""
    if number.unit is None:
        return number.form == "word" and words.lower[number.last] in ("billions", "trillions")
    return is_currency(number.unit)


def is_paid(words: ParsedWords, number: Number, top: int) -> bool:
    """Whether a bare `thousands` or `millions` is what somebody pays or gets: `spent millions`."""
    if number.form != "word" or number.unit is not None or words.deps[top] != "dobj":
        return False
    paying = verb_stem(words.lower[words.heads[top]]) in stems("paying")
    return paying and words.lower[number.last] in ("thousands", "millions")
