"""Votes on either side: `passed by 61 votes to 38`, `a vote of 52-48`, `approved 61 to 38`."""

from __future__ import annotations

from onrecord.analysis.event_words import verb_stem
from onrecord.analysis.figures.counted_parts import sentence_of
from onrecord.analysis.figures.head_runs import Head
from onrecord.analysis.figures.head_words import lemma
from onrecord.analysis.figures.outcome_words import stems
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import ParsedWords

VOTES = "votes"
"""How the head of a side of a vote is found where no word for votes stands beside it."""
_BETWEEN = frozenset({"to", "-", "–", "against", "versus"})
_BACK = 14


def read_vote(words: ParsedWords, found: Head, number: Number) -> bool:
    """Fill in that votes are counted; whether they are.

    Args:
        words: the paragraph.
        found: what was found of the head; changed here.
        number: the number.
    """
    if number.unit is not None or number.bound_word is not None or number.per is not None:
        return False
    before = found.first - 1
    if before > 1 and words.lower[before] in _BETWEEN and _is_vote(words, before - 1):
        found.word, found.how = before - 1, VOTES  # `61 votes to 38`
        return True
    if number.form != "score" and not _is_pair(words, found):
        return False
    first = words.sentences[sentence_of(words, found.first)][0]
    near = range(max(first, found.first - _BACK), found.first)
    if not any(verb_stem(words.lower[at]) in stems("voting") for at in near):
        return False
    found.how = VOTES
    found.word = next((at for at in reversed(near) if _is_vote(words, at)), None)
    return True


def _is_vote(words: ParsedWords, at: int) -> bool:
    return words.tags[at] in ("NN", "NNS") and lemma(words.words[at]) in ("vote", "ballot")


def _is_pair(words: ParsedWords, found: Head) -> bool:
    """Whether it is one of two bare numbers: `61 to 38`."""
    tags, after, before = words.tags, found.last + 1, found.first - 1
    behind = tags[after + 1 : after + 2] == ["CD"] and words.lower[after] in _BETWEEN
    ahead = before > 0 and tags[before - 1] == "CD" and words.lower[before] in _BETWEEN
    return behind or ahead
