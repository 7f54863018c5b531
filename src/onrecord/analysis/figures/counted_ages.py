"""Who is of an age: `a 24-year-old driver`, `Mira Dolan, 54,`, `her son, aged 12`."""

from __future__ import annotations

from onrecord.analysis.figures.head_runs import Head, run
from onrecord.analysis.parsed_words import ParsedWords

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OLD = frozenset({"old", "olds"})
_BEFORE_AGE = frozenset(
    {"aged", "age", "ages", "of", "now", "then", "just", "only", ",", "(", "all"}
)
_REACH = 6
_CLIMBS = 4
"""Steps from an age up to the verb that has a subject: `and at 45, is still running`."""
_BEING = frozenset({"is", "was", "are", "were", "'s", "’s", "be", "turned", "turns"})


def read_aged(words: ParsedWords, found: Head) -> None:
    """Fill in the person of that age.

    Args:
        words: the paragraph.
        found: what was found of the head of an age; changed here.
    """
    if _noun_behind(words, found):
        return
    at = found.first - 1
    while at > 0 and words.lower[at] in _BEFORE_AGE:
        at -= 1
    if at < 0:
        return
    if words.tags[at] in _NOUNS and at < found.first - 1:
        _take(words, found, at)
        return
    verb = at if words.lower[at] in _BEING else words.heads[found.top]
    for _ in range(_CLIMBS):
        if words.tags[verb][:2] == "VB" and (noun := _subject(words, verb, found)) is not None:
            _take(words, found, noun)
            return
        verb = words.heads[verb]


def _subject(words: ParsedWords, verb: int, found: Head) -> int | None:
    """`Mira Dolan died aged 50`: the noun before the age that is the subject of the verb."""
    for child in words.children.get(verb, ()):
        if words.deps[child] in ("nsubj", "nsubjpass") and words.tags[child] in _NOUNS:
            return child if child < found.first else None
    return None


def _noun_behind(words: ParsedWords, found: Head) -> bool:
    """`a 24-year-old driver`; whether `old` follows and a noun stands behind it."""
    for at in range(found.last, min(found.last + _REACH, len(words.lower))):
        if words.lower[at] in _OLD:
            noun = run(words, at + 1)
            if noun > at and words.tags[noun] in _NOUNS:
                found.word, found.top, found.adjacent, found.how = noun, noun, True, "aged"
                found.last = at
                return True
            return False
    return False


def _take(words: ParsedWords, found: Head, noun: int) -> None:
    """The person, of a name its last word."""
    while noun + 1 < found.first and words.tags[noun + 1] in _NOUNS:
        noun += 1
    found.word, found.how = noun, "aged"
