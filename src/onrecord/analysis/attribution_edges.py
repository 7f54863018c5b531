"""How a way to cut a content begins, ends and hangs in its sentence, as numbers for the judge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from onrecord.analysis.attribution_words import Words


def _numbered(names: Sequence[str]) -> Mapping[str, int]:
    return {name: number for number, name in enumerate(names, 1)}


RELATIONS: Final = _numbered(
    [
        *("ccomp", "xcomp", "dobj", "prep", "pobj", "advcl", "relcl", "acl", "nsubj", "nsubjpass"),
        *("conj", "appos", "attr", "acomp", "ROOT", "pcomp", "amod", "compound", "parataxis"),
        *("dep", "npadvmod", "oprd", "dative", "csubj", "advmod", "mark", "poss", "agent"),
        *("punct", "intj"),
    ]
)
TAGS: Final = _numbered(
    [
        *("VBD", "VBZ", "VBP", "VB", "VBG", "VBN", "NN", "NNS", "NNP", "NNPS", "JJ", "IN", ":"),
        *("RB", "PRP", "DT", "WDT", "WP", "WRB", "TO", "MD", "CC", "CD", "PRP$", "EX", ",", "."),
        *("``", "''"),
    ]
)
CLASSES: Final = _numbered(
    ["1", "2", "3", "it", "dem", "wh", "P", "G", "O", "L", "NNP", "NN", "PR", "DT", "VB"]
)
"""Numbers that stand for relations, tags and classes of nouns; 0 for any other one."""


def edges(words: Words, cue: int, offset: int, one: int) -> list[float]:
    """How one way begins, ends and hangs together.

    Args:
        words: the paragraph.
        cue: number of the cue's word.
        offset: number of the first word of the window.
        one: the way, as a set of words of the window.
    """
    first = offset + (one & -one).bit_length() - 1
    last = offset + one.bit_length() - 1
    after, size = last + 1, len(words)
    tag, dep, head, lower = words.tag, words.dep, words.head, words.lower
    top = _top(head, first, last)
    tail, rest = _phrase_ending(words, last, first), _phrase_beginning(words, after, first)
    above = head[top]
    return [
        TAGS.get(tag[first], 0),
        RELATIONS.get(dep[first], 0),
        TAGS.get(tag[last], 0),
        TAGS.get(tag[after], 0) if after < size else 0,
        TAGS.get(tag[after + 1], 0) if after + 1 < size else 0,
        RELATIONS.get(dep[top], 0),
        above == cue,
        head[above] == cue,
        RELATIONS.get(dep[tail], 0) if tail >= 0 else 0,
        last - words.first[tail] if tail >= 0 else -1,
        RELATIONS.get(dep[rest], 0) if rest >= 0 else 0,
        words.last[rest] - after if rest >= 0 else -1,
        words.sentence[first] != words.sentence[last],
        _side(one, cue - offset),
        first - cue if first > cue else cue - last,
        first > 0 and words.is_mark[first - 1],
        True in words.is_mark[after : after + 2],
        lower[first] == "that",
        first > 0 and lower[first - 1] == "that",
        words.first[top] == first,
        words.last[top] == last,
        (one & ~(one << 1)).bit_count(),
        last == words.sentences[words.sentence[last]][1] - 1,
    ]


def _side(one: int, cue: int) -> int:
    """-1 where it stands before the cue, 1 after it, 2 on both sides."""
    right, left = one >> (cue + 1) != 0, one & ((1 << cue) - 1) != 0
    return 2 if right and left else right - left


def _top(head: list[int], first: int, last: int) -> int:
    """The word of [first, last] on which the first of them hangs in the end."""
    at = first
    while first <= (above := head[at]) <= last and above != at:
        at = above
    return at


def _phrase_ending(words: Words, last: int, first: int) -> int:
    """The largest phrase inside that ends with the last word, or -1."""
    at, found = last, -1
    while words.last[at] == last and words.first[at] > first:
        found = at
        if words.head[at] == at:
            break
        at = words.head[at]
    return found


def _phrase_beginning(words: Words, after: int, first: int) -> int:
    """The largest phrase that begins right after, marks aside, or -1."""
    while after < len(words) and words.dep[after] == "punct":
        after += 1
    if after >= len(words):
        return -1
    at = after
    while (above := words.head[at]) != at and words.first[above] >= after:
        at = above
    return at if words.first[at] > first else -1
