"""Parts and their wholes, and the figures whose head a number without one shares."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.analysis.figures.head_runs import Head
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words

_SENTENCES_BACK = 2
_NEAR_AHEAD = 8
"""Words from a number to the next one whose head it may share: `2,500, down from 3,000 troops`."""
_JOINS = frozenset({"from", "to", "or", "and", "than", "versus", "of", "by", "compared"})


def sentence_of(words: ParsedWords, at: int) -> int:
    """The number of the sentence of a word."""
    return bisect_right(words.sentences, (at, len(words.words) + 1)) - 1


def find_wholes(
    words: ParsedWords, numbers: Sequence[Number], heads: Sequence[Head]
) -> list[int | None]:
    """For each number the position of the whole of which it is a part; None for most."""
    found: list[int | None] = []
    for position, head in enumerate(heads):
        if head.whole is not None and head.whole != position:
            found.append(head.whole)
        elif head.word is None and (whole := _fronted(words, heads, position)) is not None:
            found.append(whole)
        elif head.pronoun or _is_included(words, head):
            found.append(_whole_before(words, numbers, heads, found, position))
        else:
            found.append(None)
    return found


def _is_included(words: ParsedWords, head: Head) -> bool:
    """`including 11 children`."""
    over = words.heads[head.top]
    for _ in range(3):
        if words.deps[head.top] == "conj" and over != words.heads[over] and over < head.first:
            if words.lower[over] in counted_words().including:
                return True
            over = words.heads[over]
    over = words.heads[head.top]
    if words.lower[over] in counted_words().including and over < head.first:
        return True
    before = head.first - 1
    while before > 0 and words.tags[before] in ("RB", "IN", "JJS", "DT", "JJR"):
        before -= 1
    return before >= 0 and words.lower[before] in counted_words().including


def _fronted(words: ParsedWords, heads: Sequence[Head], position: int) -> int | None:
    """`Of the 20 speakers, 14 were opposed`."""
    sentence = sentence_of(words, heads[position].first)
    first = words.sentences[sentence][0]
    for other in range(position - 1, -1, -1):
        head = heads[other]
        if head.first < first:
            return None
        lead = words.heads[head.top]
        if words.deps[head.top] == "pobj" and words.lower[lead] == "of" and lead <= first + 1:
            return other
    return None


def _whole_before(
    words: ParsedWords,
    numbers: Sequence[Number],
    heads: Sequence[Head],
    wholes: Sequence[int | None],
    position: int,
) -> int | None:
    own, head = numbers[position], heads[position]
    sentence = sentence_of(words, head.first)
    back = _SENTENCES_BACK if head.pronoun else 0
    for other in range(position - 1, -1, -1):
        if sentence_of(words, heads[other].first) < sentence - back:
            return None
        if numbers[other].unit is not None or numbers[other].form not in ("cardinal", "word"):
            continue
        if _is_aside(wholes, other):
            continue
        if fits_into(own, numbers[other]):
            return other
    return None


def _is_aside(wholes: Sequence[int | None], other: int) -> bool:
    """Whether it is a part of one before, or the whole of one before: of `24 of the 60` the 24."""
    whole = wholes[other]
    return (whole is not None and whole < other) or other in wholes[:other]


def fits_into(part: Number, whole: Number) -> bool:
    """Whether a number can be that of a part of the other."""
    if part.unit == "percent" or part.low is None or whole.low is None:
        return True
    return part.low <= (whole.high or whole.low)


def find_donor(
    words: ParsedWords,
    numbers: Sequence[Number],
    heads: Sequence[Head],
    wholes: Sequence[int | None],
    position: int,
) -> int | None:
    """Position of the nearest figure of the sentence whose head a number without one shares."""
    head, own = heads[position], numbers[position]
    sentence = sentence_of(words, head.first)
    opened = head.first > 0 and words.lower[head.first - 1] in ("(", "[", "/")
    if own.unit == "percent" and _is_won(words, head):
        return None
    for other in range(position - 1, -1, -1):
        if sentence_of(words, heads[other].first) < sentence - (
            _SENTENCES_BACK if head.silent else 0
        ):
            break
        if heads[other].word is None or _is_aside(wholes, other):
            continue
        if _may_share(own, numbers[other], opened=opened):
            return other
    ahead = position + 1
    if words.deps[head.top][:5] == "nsubj":
        return None
    if ahead < len(heads) and heads[ahead].word is not None and heads[ahead].adjacent:
        between = words.lower[head.last + 1 : heads[ahead].first]
        near = len(between) <= _NEAR_AHEAD and bool(_JOINS & set(between))
        same = own.unit == numbers[ahead].unit and numbers[ahead].form == own.form
        if near and (same or (head.silent and own.form == "fraction")):
            return ahead
    return None


def _is_won(words: ParsedWords, head: Head) -> bool:
    """Whether a name has so much: `Roe had 48 percent`."""
    verb = words.heads[head.top]
    kids = words.children.get(verb, ())
    named = any(words.deps[c] == "nsubj" and words.tags[c][:3] == "NNP" for c in kids)
    return words.deps[head.top] == "dobj" and named


def _may_share(own: Number, other: Number, *, opened: bool) -> bool:
    """Whether two numbers may count the same: both people or things, or of one unit."""
    if other.form in ("age", "score") or own.form in ("age", "score"):
        return False
    if own.form == "multiple" or other.form == "multiple":
        return False
    return own.unit == other.unit or (opened and own.unit is not None and other.unit is not None)
