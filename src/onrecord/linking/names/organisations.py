"""Whether two names of organisations may be one's: initials, short forms, the order of words."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from onrecord.lexicon.document_frequencies import document_frequencies
from onrecord.lexicon.name_aliases import AliasKind, name_aliases
from onrecord.lexicon.name_words import name_words
from onrecord.lexicon.places import is_place
from onrecord.linking.names.folding import same_spelling
from onrecord.linking.names.name_values import NameLink, Verdict
from onrecord.text.stems import stem

type Words = tuple[str, ...]

_COMMON = 0.03
"""Share of the articles of the fixed table in which a word of every day stands."""
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
            if _each_has_one(one, other):
                return NameLink(Verdict.UNSURE, f"word-order: {names}", 0.3)
            return NameLink(Verdict.SAME, f"word-order: {names}", 0.8)
        if all(_alike(a, b, last=n == len(one) - 1) for n, (a, b) in _numbered(one, other)):
            return NameLink(Verdict.SAME, f"spelling: {names}", 0.7)
        return None
    short, long_ = sorted((left, right), key=lambda words: len(significant(words)))
    if len(short) == 1 and short[0] in initials(long_) and len(significant(long_)) > 2:
        return NameLink(Verdict.SHORT, f"initials: {names}", 0.6)
    if stands_for(short, long_):
        return NameLink(Verdict.SHORT, f"short-form: {names}", 0.5)
    return None


def _each_has_one(one: Words, other: Words) -> bool:
    """`Velda University`, `University of Velda`: of what every place has one, in another order."""
    heads = name_words().one_each
    return one[0] != other[0] and (one[0] in heads) != (other[0] in heads)


def _numbered(one: Words, other: Words) -> Iterator[tuple[int, tuple[str, str]]]:
    return enumerate(zip(one, other, strict=True))


def _alike(one: str, other: str, *, last: bool) -> bool:
    """Two spellings of a word, or singular and plural: of the last word only of a common one
    (`Service`, `Services`), else it may be another name (`Gallowstone`, `Gallowstones`)."""
    if same_spelling(one, other):
        return True
    lexicon = name_words()
    common = {one, other} & (lexicon.organisation_heads | lexicon.trades)
    if min(len(one), len(other)) <= _SHORTEST_PART or (last and not common):
        return False
    return one + "s" == other or other + "s" == one


class Tail(StrEnum):
    """What the rest of a longer name says of a short form."""

    TRADE = "trade"
    """It is left out at will: `Vale Motors`."""
    PART = "part"
    """It names a part of what the short form names: `Vale Music`, `Vale Atlantis`."""
    OPEN = "open"


def tail_of(short: Words, long_: Words) -> Tail:
    """What is left of a longer name, without a short form that it begins or ends with."""
    lexicon = name_words()
    rest = long_[len(short) :] if long_[: len(short)] == short else long_[: -len(short)]
    if "and" in rest or any(word in lexicon.parts for word in rest):
        return Tail.PART
    begins = long_[: len(short)] == short
    if begins and (name_aliases().known(" ".join(rest)) or is_place(" ".join(rest))):
        return Tail.PART
    if all(word in lexicon.trades or word in lexicon.company_suffixes for word in rest):
        return Tail.TRADE
    if long_[: len(short)] == short:
        return Tail.OPEN
    # `Harbour City Gulls` are the Gulls; the `Harbour City Bank of Atlantis` is not that bank.
    if name_aliases().known(" ".join(short)) is not None and not _is_nation(rest):
        return Tail.PART
    if is_place(" ".join(rest)):
        return Tail.TRADE
    return Tail.OPEN if len(short) > 1 and len(rest) == 1 else Tail.PART


def stands_for(short: Words, long_: Words) -> bool:
    """Whether the beginning or the end of a long name is a telling short one."""
    short, long_ = significant(short), significant(long_)
    if len(short) >= len(long_):
        return False
    if long_[-len(short) :] == short and _is_nation(long_[: -len(short)]) and len(short) > 1:
        return True
    if not is_telling(short) or tail_of(short, long_) is Tail.PART:
        return False
    return long_[: len(short)] == short or long_[-len(short) :] == short


def _is_nation(words: Words) -> bool:
    known = name_aliases().known(" ".join(words)) or name_aliases().known("".join(words).upper())
    return known is not None and known.kind is AliasKind.COUNTRY


def may_be_short(word: str, long_: Words) -> bool:
    """Whether a single word may stand for a longer name: no place, and no word of every day but
    before what is left out at will (`Face the Nation`, but `Fox News`)."""
    if word in (long_[0], long_[-1]) and tail_of((word,), long_) is Tail.TRADE:
        return is_telling((word,)) and not is_place(word)
    table = document_frequencies()
    common = table.counts.get(stem(word), 0) > _COMMON * table.articles
    return not common and not is_place(word) and is_telling((word,))


def is_telling(words: Words) -> bool:
    """Whether words name something certain when they stand alone."""
    lexicon = name_words()
    return any(
        word not in lexicon.generic and word not in lexicon.small and len(word) >= _SHORTEST_PART
        for word in words
    )
