"""Heads of what is counted: their lemmas, classes, modifiers and printed phrases."""

from __future__ import annotations

from functools import lru_cache

from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words
from onrecord.text.folding import fold
from onrecord.values.spans import Span

_BEFORE = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "AFX", "FW", "RB"}
)
"""Tags of the words of a phrase before its head."""
_TOLD = frozenset({"NN", "NNS", "JJ", "VBN", "VBG"})
"""Tags of modifiers that may tell kinds apart."""
_COMMON = frozenset({"NN", "NNS"})
_MOST = 8
"""Words before a head that are looked at."""
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})


@lru_cache(maxsize=1 << 14)
def lemma(word: str) -> str:
    """The singular of a noun as printed, folded."""
    low = fold(word)
    words = counted_words()
    if low in words.singulars:
        return words.singulars[low]
    if low.endswith("men") and len(low) > 4:
        return low[:-2] + "an"
    if word[:1].isupper() and low.endswith("is") and len(low) > 5:
        return low[:-1]  # `Iraqis`
    if not low.endswith("s") or low.endswith(("ss", "us", "is", "'s", "’s")) or len(low) < 4:
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "xes", "zzes", "ches", "shes", "oes")) or _is_of_us(low):
        return low[:-2]
    return low[:-1]


def _is_of_us(low: str) -> bool:
    """Whether it is a plural of `virus` and its like, not of `house` or `cause`."""
    return low.endswith("uses") and len(low) > 6 and low[-5] not in "aoc"


def is_noun(words: ParsedWords, at: int) -> bool:
    """Whether a word is tagged as a noun or name."""
    return words.tags[at][:2] == "NN"


def class_of(words: ParsedWords, head: int) -> str:
    """The class of what is counted, by its head and the word before it; else its lemma."""
    known = counted_words()
    base = lemma(words.words[head])
    before = word_before(words, head)
    if before and (joined := known.joined.get((before, base))):
        return joined
    if base in known.levels_of and before and words.tags[head - 1] in _COMMON:
        if base in known.classes and before not in known.classes:
            return known.classes[base]  # `regime forces`
        return known.classes.get(before, before if before not in known.measures else base)
    if words.tags[head] == "NNP" and base in known.classes:
        return base if known.classes[base] == "home" else known.classes[base]
    return known.classes.get(base, base)


def class_named(base: str) -> str:
    """The class of a lemma that stands alone; itself without one."""
    return "troop" if base in ("military", "army") else counted_words().classes.get(base, base)


def word_before(words: ParsedWords, head: int) -> str:
    """The lemma of the word before a head that belongs to its phrase; empty without one."""
    if not head or words.tags[head - 1] not in _BEFORE:
        return ""
    return lemma(words.words[head - 1])


def is_people(base: str) -> bool:
    """Whether a class or lemma is one of people."""
    known = counted_words()
    return base in known.people_classes or base in known.people


def first_word(words: ParsedWords, head: int, after: int) -> int:
    """The first word of the phrase of a head: the words before it that belong to it.

    Args:
        words: the paragraph.
        head: the head's number.
        after: a word that is no part of it, nor any before; the number's last.
    """
    at = head
    while at - 1 > after and head - at < _MOST and _belongs(words, at - 1, head):
        at -= 1
    while (
        at < head
        and _is_bare(words, at)
        and not (words.lower[at] in _QUOTES and _quotes(words, at + 1, head))
    ):
        at += 1
    quotes = _quotes(words, at, head)
    return quotes[-1] + 1 if len(quotes) % 2 else at


def _is_bare(words: ParsedWords, at: int) -> bool:
    """Whether a word before the phrase says nothing of what is counted: `more`, `still`."""
    if words.lower[at] in counted_words().between or words.marks[at]:
        return True
    return words.tags[at] == "RB" and not _hyphen(words, at + 1)


def _quotes(words: ParsedWords, first: int, last: int) -> list[int]:
    return [at for at in range(first, last) if words.lower[at] in _QUOTES]


def _hyphen(words: ParsedWords, at: int) -> bool:
    return words.lower[at] == "-" and words.ends[at - 1] == words.starts[at]


def _belongs(words: ParsedWords, at: int, head: int) -> bool:
    tag, low = words.tags[at], words.lower[at]
    if _hyphen(words, at) or _hyphen(words, at + 1):
        return True
    if low in _QUOTES:
        return tag != "POS" and words.tags[at + 1] in _BEFORE
    if words.marks[at] and tag != "HYPH":
        return low == "," and words.tags[at + 1][:2] == "JJ" and words.tags[at - 1][:2] == "JJ"
    if tag == "CC":
        return words.tags[at - 1][:2] == "JJ" and words.tags[at + 1][:2] == "JJ"
    if tag not in _BEFORE:
        return False
    if tag == "RB":
        return words.tags[at + 1][:2] in ("JJ", "VB")
    return at < words.heads[at] <= head


def phrase_span(words: ParsedWords, head: int, after: int) -> Span:
    """The printed words of what is counted."""
    return Span(words.starts[first_word(words, head, after)], words.ends[head])


def _glued(words: ParsedWords, at: int, end: int) -> int:
    """The last of the words that hyphens join to the one at `at`."""
    while at + 2 < end and _hyphen(words, at + 1):
        at += 2
    return at


def modifiers_of(words: ParsedWords, head: int, after: int) -> tuple[str, ...]:
    """Lemmas of the words before a head that tell one kind from another; sorted."""
    known = counted_words()
    joined = known.joined.get((word_before(words, head), lemma(words.words[head])))
    found = set()
    at, end = first_word(words, head, after), head - 1 if joined else head
    while at < end:
        last = _glued(words, at, end)
        text = words.text[words.starts[at] : words.ends[last]]
        tag, at = words.tags[last], last + 1
        if tag not in _TOLD or text != text.lower() or not text[:1].isalpha():
            continue
        base = lemma(text) if tag[:2] == "NN" else fold(text)
        if base not in known.plain and text not in known.plain:
            found.add(base)
    if lemma(words.words[head]) in known.levels_of and not joined:
        found.discard(word_before(words, head))
    return tuple(sorted(found))
