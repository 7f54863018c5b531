"""Whether two names of organisations may be one's: initials, short forms, the order of words."""

from __future__ import annotations

from onrecord.lexicon.name_aliases import AliasKind, name_aliases
from onrecord.lexicon.name_words import name_words
from onrecord.linking.names.folding import same_spelling
from onrecord.linking.names.name_values import NameLink, Verdict

type Words = tuple[str, ...]

_SHORTEST_PART = 3
"""Letters of a single word that may stand for a longer name."""


def significant(words: Words) -> Words:
    """The words without `of`, `the`, `and`."""
    small = name_words().small
    return tuple(word for word in words if word not in small) or words


def initials(words: Words) -> frozenset[str]:
    """The abbreviations that the words may have: with and without small words."""
    every, big = "".join(w[0] for w in words), "".join(w[0] for w in significant(words))
    return frozenset(found for found in (every, big) if len(found) >= 2)


def compare_organisations(left: Words, right: Words) -> NameLink | None:
    """What two names have to do with each other; None: nothing."""
    names = f"{' '.join(left)}, {' '.join(right)}"
    one, other = significant(left), significant(right)
    if one == other:
        return NameLink(Verdict.SAME, f"same-name: {names}", 0.9)
    if len(one) == len(other):
        if len(one) > 1 and sorted(one) == sorted(other):
            return NameLink(Verdict.SAME, f"word-order: {names}", 0.8)
        if all(same_spelling(a, b) for a, b in zip(one, other, strict=True)):
            return NameLink(Verdict.SAME, f"spelling: {names}", 0.7)
        return None
    short, long_ = sorted((left, right), key=lambda words: len(significant(words)))
    if len(short) == 1 and short[0] in initials(long_):
        return NameLink(Verdict.SHORT, f"initials: {names}", 0.6)
    if stands_for(short, long_):
        return NameLink(Verdict.SHORT, f"short-form: {names}", 0.5)
    return None


def stands_for(short: Words, long_: Words) -> bool:
    """Whether the beginning or the end of a long name is a telling short one."""
    if "and" in long_ and "and" not in short:
        return False
    short, long_ = significant(short), significant(long_)
    if len(short) >= len(long_):
        return False
    if long_[-len(short) :] == short and _is_nation(long_[: -len(short)]) and len(short) > 1:
        return True
    return is_telling(short) and (long_[: len(short)] == short or long_[-len(short) :] == short)


def _is_nation(words: Words) -> bool:
    known = name_aliases().known(" ".join(words)) or name_aliases().known("".join(words).upper())
    return known is not None and known.kind is AliasKind.COUNTRY


def is_telling(words: Words) -> bool:
    """Whether words name something certain when they stand alone."""
    lexicon = name_words()
    return any(
        word not in lexicon.generic and word not in lexicon.small and len(word) >= _SHORTEST_PART
        for word in words
    )
